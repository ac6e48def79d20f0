import { Segmented } from '@planerka/platform/web';
import { useState } from 'react';
import { PassageText } from '../comments/PassageText';
import { useT } from '../locales';
import classes from './CopyStage.module.css';
import { useNetworkLabel } from './use-network-label';
import type { StageProps } from './VersionDesk';

const main = '';

/** A text, and where a network wants other words, its own variant; passages can be commented on. */
export function CopyStage({ version, content, threads, activeId, onChoose, pending, onPlace }: StageProps<'copy'>) {
  const t = useT();
  const labelOf = useNetworkLabel();
  const [chosen, setChosen] = useState(main);
  const variant = content.variants.find(({ network }) => network === chosen);
  const network = variant?.network ?? null;
  const marks = threads.flatMap(({ thread, number, passage }) =>
    passage && passage.network === network
      ? [{ id: thread.id, number, isResolved: thread.resolvedAt !== null, from: passage.from, to: passage.to }]
      : [],
  );
  const place = pending && 'passage' in pending ? pending.passage : null;
  return (
    <div className={classes.stage}>
      {content.variants.length > 0 && (
        <Segmented
          label={t('submit.text')}
          value={variant ? chosen : main}
          onChange={setChosen}
          segments={[
            { value: main, label: t('work.mainText') },
            ...content.variants.map((one) => ({ value: one.network, label: labelOf(one.network) })),
          ]}
        />
      )}
      <article className={classes.paper}>
        <PassageText
          key={network}
          value={variant?.text ?? content.text}
          label={t('passage.text', { number: version.number })}
          marks={marks}
          activeId={activeId}
          onChoose={onChoose}
          pending={place && (place.network ?? null) === network ? { from: place.from, to: place.to } : null}
          onSelect={onPlace && (({ from, to, quote }) => onPlace({ passage: { network, from, to, quote } }))}
        />
      </article>
      {onPlace && <p className={classes.hint}>{t('passage.hint')}</p>}
    </div>
  );
}
