import { Button, FileButton, Progress } from '@mantine/core';
import { IconImage, Notice } from '@planerka/platform/web';
import classes from './Ideas.module.css';
import { useT } from './locales';
import type { IdeaPictureState } from './use-idea-picture';

/** The picture of an idea in its form. */
export function IdeaPicture({ shown, current, put, again, show }: IdeaPictureState) {
  const t = useT();
  return (
    <div className={classes.picture}>
      {shown && <img className={classes.image} src={shown} alt={t('picture')} />}
      <div className={classes.pictureActions}>
        <FileButton
          accept="image/png,image/jpeg,image/webp,image/avif,image/gif"
          inputProps={{ 'aria-label': t('picture') }}
          onChange={(file) => file && put(file)}
        >
          {(props) => (
            <Button
              size="xs"
              variant="subtle"
              leftSection={<IconImage />}
              loading={current?.status === 'uploading' || current?.status === 'queued'}
              title={t('pictureHint')}
              {...props}
            >
              {t(shown ? 'pictureOther' : 'pictureAdd')}
            </Button>
          )}
        </FileButton>
        {shown && (
          <Button size="xs" variant="subtle" onClick={() => show(null, null)}>
            {t('pictureRemove')}
          </Button>
        )}
        {current?.status === 'offline' && (
          <Button size="xs" variant="subtle" onClick={again}>
            {t('pictureAgain')}
          </Button>
        )}
      </div>
      {current && current.status !== 'failed' && current.size > 0 && (
        <Progress size="xs" value={(current.sent / current.size) * 100} aria-label={t('picture')} />
      )}
      {current?.status === 'offline' && <Notice tone="warn">{t('pictureOffline')}</Notice>}
      {current?.message && <Notice tone="danger">{current.message}</Notice>}
    </div>
  );
}
