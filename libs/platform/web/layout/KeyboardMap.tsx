import { Modal } from '@mantine/core';
import { usePlatformText } from '../locales/platform-text';
import { Kbd } from '../ui/Kbd';
import classes from './SearchPalette.module.css';
import { keySigns, type Shortcut } from './shortcuts';

/** Every key that does something, from the table by which they are listened for. */
export function KeyboardMap({ shortcuts, onClose }: { shortcuts: readonly Shortcut[]; onClose: () => void }) {
  const t = usePlatformText();
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('shell.keys')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('actions.close') }}
    >
      <div className={classes.map}>
        {[...Map.groupBy(shortcuts, ({ group }) => group)].map(([group, own]) => (
          <section key={group} aria-label={group}>
            <h3 className={classes.caption}>{group}</h3>
            <dl className={classes.keys}>
              {own.map(({ id, title, keys }) => (
                <div key={id} className={classes.key}>
                  <dt>{title}</dt>
                  <dd>
                    <Keys keys={keys} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}

export function Keys({ keys }: { keys: string }) {
  const t = usePlatformText();
  return keySigns(keys).map((way, index) => (
    <span key={way.join()} className={classes.way}>
      {index > 0 && <span className={classes.or}>{t('shell.or')}</span>}
      {way.map((sign) => (
        <Kbd key={sign}>{sign}</Kbd>
      ))}
    </span>
  ));
}
