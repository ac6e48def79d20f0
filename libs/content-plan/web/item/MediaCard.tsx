import { AppLink, Card, CardBody, CardHeader, cx, EmptyState, useFormat } from '@planerka/platform/web';
import type { PageItem } from './item-page.documents';
import { useT } from './locales';
import classes from './MediaCard.module.css';

/** Files in their order, with what networks ask of them: kind, pixels and weight; and the picture of the idea it began with. */
export function MediaCard({ item, chosen }: { item: PageItem; chosen: string | null }) {
  const t = useT();
  const { media, ideaPicture } = item;
  const files = media?.files ?? [];
  return (
    <Card label={t('media.title')}>
      <CardHeader
        title={t('media.title')}
        {...(media &&
          files.length > 0 && {
            count: files.length,
            sub: t('text.version', { number: media.number }),
            aside: <AppLink href={`/tasks/${media.taskId}`}>{t('media.open')}</AppLink>,
            ruled: true,
          })}
      />
      <CardBody>
        {files.length === 0 && <EmptyState title={t('media.empty')}>{t('media.emptyText')}</EmptyState>}
        {files.length > 0 && (
          <ul className={classes.list}>
            {files.map((file) => (
              <Picture key={file.id} file={file} isChosen={file.id === chosen} />
            ))}
          </ul>
        )}
        {ideaPicture && (
          <section className={classes.idea} aria-label={t('media.ofIdea')}>
            <h3>{t('media.ofIdea')}</h3>
            <ul className={classes.list}>
              <Picture file={ideaPicture} isChosen={false} />
            </ul>
          </section>
        )}
      </CardBody>
    </Card>
  );
}

interface PictureProps {
  file: NonNullable<PageItem['ideaPicture']>;
  isChosen: boolean;
}

function Picture({ file: { name, size, width, height, url, thumbnailUrl }, isChosen }: PictureProps) {
  const t = useT();
  const format = useFormat();
  return (
    <li className={cx(classes.file, isChosen && classes.chosen)}>
      {thumbnailUrl ? <img src={thumbnailUrl} alt="" className={classes.thumb} /> : <span className={classes.thumb} />}
      <div className={classes.words}>
        {url ? (
          <a href={url} target="_blank" rel="noreferrer">
            {name}
          </a>
        ) : (
          <p>{name}</p>
        )}
        <p className={classes.quiet}>
          {[width && height && t('media.pixels', { width, height }), format.fileSize(size)].filter(Boolean).join(' · ')}
        </p>
      </div>
    </li>
  );
}
