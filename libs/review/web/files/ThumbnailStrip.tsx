import { cx, IconVideo } from '@planerka/platform/web';
import { useT } from '../locales';
import type { ReviewFile } from './review-file';
import classes from './ThumbnailStrip.module.css';

/** The version's pictures and videos in a row; a number says how many remarks stand open on one. */
export function ThumbnailStrip({
  files,
  chosenId,
  onChoose,
  openOn,
}: {
  files: readonly ReviewFile[];
  chosenId: string;
  onChoose: (fileId: string) => void;
  openOn: (fileId: string) => number;
}) {
  const t = useT();
  if (files.length < 2) return null;
  return (
    <ul className={classes.strip} aria-label={t('files.strip')}>
      {files.map(({ id, name, kind, thumbnailUrl }, index) => {
        const open = openOn(id);
        const facts = { place: index + 1, name };
        return (
          <li key={id}>
            <button
              type="button"
              className={cx(classes.item, id === chosenId && classes.chosen)}
              aria-pressed={id === chosenId}
              aria-label={
                open > 0
                  ? t('files.pictureOpen', { ...facts, count: open })
                  : t('files.picture', { ...facts, count: files.length })
              }
              onClick={() => onChoose(id)}
            >
              {kind === 'IMAGE' && thumbnailUrl ? <img src={thumbnailUrl} alt="" /> : <IconVideo />}
              {open > 0 && <span className={classes.count}>{open}</span>}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
