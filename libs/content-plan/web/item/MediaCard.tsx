import { AppLink, Card, CardBody, CardHeader, cx, EmptyState, useFormat } from '@planerka/platform/web';
import type { PageItem } from './item-page.documents';
import { useT } from './locales';
import classes from './MediaCard.module.css';

/** Files in their order, with what networks ask of them: kind, pixels and weight. */
export function MediaCard({ item, chosen }: { item: PageItem; chosen: string | null }) {
  const t = useT();
  const format = useFormat();
  const { media } = item;
  if (!media || media.files.length === 0)
    return (
      <Card label={t('media.title')}>
        <CardHeader title={t('media.title')} />
        <CardBody>
          <EmptyState title={t('media.empty')}>{t('media.emptyText')}</EmptyState>
        </CardBody>
      </Card>
    );
  return (
    <Card label={t('media.title')}>
      <CardHeader
        title={t('media.title')}
        count={media.files.length}
        sub={t('text.version', { number: media.number })}
        aside={<AppLink href={`/tasks/${media.taskId}`}>{t('media.open')}</AppLink>}
        ruled
      />
      <CardBody>
        <ul className={classes.list}>
          {media.files.map(({ id, name, size, width, height, thumbnailUrl }) => (
            <li key={id} className={cx(classes.file, id === chosen && classes.chosen)}>
              {thumbnailUrl ? (
                <img src={thumbnailUrl} alt="" className={classes.thumb} />
              ) : (
                <span className={classes.thumb} />
              )}
              <div className={classes.words}>
                <p>{name}</p>
                <p className={classes.quiet}>
                  {[width && height && t('media.pixels', { width, height }), format.fileSize(size)]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
              </div>
            </li>
          ))}
        </ul>
      </CardBody>
    </Card>
  );
}
