import { cx, IconChevronLeft, IconChevronRight, IconImage, IconPlay } from '@planerka/platform/web';
import { useState } from 'react';
import { useT } from '../item/locales';
import type { NetworkLook } from './network-looks';
import classes from './NetworkPreview.module.css';

export interface PreviewFile {
  readonly id: string;
  readonly name: string;
  readonly isVideo: boolean;
  readonly url: string | null;
  readonly width: number | null;
  readonly height: number | null;
}

/** No network shows a picture higher than this of its own accord. */
const tallest = 4 / 5;
const gridSize = 10;

export function PreviewMedia({ files, look }: { files: readonly PreviewFile[]; look: NetworkLook }) {
  const [first] = files;
  if (!first) return null;
  if (files.length > 1 && look.many === 'grid') return <Grid files={files.slice(0, gridSize)} />;
  return <Slides files={files} ratio={look.crop ?? ownRatio(first)} />;
}

/** The first wide, the others in rows under it. */
function Grid({ files }: { files: readonly PreviewFile[] }) {
  return (
    <div className={classes.grid} data-count={Math.min(files.length, 5)}>
      {files.map((file) => (
        <div key={file.id} className={classes.tile}>
          <Picture file={file} />
        </div>
      ))}
    </div>
  );
}

function Slides({ files, ratio }: { files: readonly PreviewFile[]; ratio: string }) {
  const t = useT();
  const [index, go] = useState(0);
  const shown = files[index] ?? files[0];
  if (!shown) return null;
  return (
    <div className={classes.slides} style={{ aspectRatio: ratio }}>
      <Picture file={shown} />
      {files.length > 1 && (
        <>
          <button
            type="button"
            className={cx(classes.step, classes.previous)}
            aria-label={t('preview.previous')}
            disabled={index === 0}
            onClick={() => go(index - 1)}
          >
            <IconChevronLeft />
          </button>
          <button
            type="button"
            className={cx(classes.step, classes.next)}
            aria-label={t('preview.next')}
            disabled={index === files.length - 1}
            onClick={() => go(index + 1)}
          >
            <IconChevronRight />
          </button>
          <span className={classes.place}>{t('preview.place', { number: index + 1, of: files.length })}</span>
        </>
      )}
    </div>
  );
}

function Picture({ file }: { file: PreviewFile }) {
  const t = useT();
  return (
    <>
      {file.url ? (
        <img src={file.url} alt={t('preview.picture', { name: file.name })} className={classes.picture} />
      ) : (
        <span className={classes.nothing}>{!file.isVideo && <IconImage />}</span>
      )}
      {file.isVideo && (
        <span className={classes.play}>
          <IconPlay />
        </span>
      )}
    </>
  );
}

function ownRatio({ width, height }: PreviewFile): string {
  if (!width || !height) return '1 / 1';
  return width / height < tallest ? '4 / 5' : `${width} / ${height}`;
}
