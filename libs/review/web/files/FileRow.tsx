import { ActionIcon } from '@mantine/core';
import { IconDownload, IconFile, IconImage, IconVideo, useFormat } from '@planerka/platform/web';
import type { ReactNode } from 'react';
import { useT } from '../locales';
import classes from './FileRow.module.css';
import type { ReviewFile } from './review-file';

export function FilePicture({ file }: { file: ReviewFile }) {
  if (file.thumbnailUrl) return <img className={classes.picture} src={file.thumbnailUrl} alt="" loading="lazy" />;
  return (
    <span className={classes.picture}>
      {file.kind === 'VIDEO' ? <IconVideo /> : file.kind === 'IMAGE' ? <IconImage /> : <IconFile />}
    </span>
  );
}

/** A file as a line: what it is, how large, and a way to have it. */
export function FileRow({ file, note, children }: { file: ReviewFile; note?: string; children?: ReactNode }) {
  const t = useT();
  const format = useFormat();
  const { name, size, width, height, url } = file;
  const facts = [format.fileSize(size), ...(width && height ? [`${width}×${height}`] : []), ...(note ? [note] : [])];
  return (
    <div className={classes.row}>
      <FilePicture file={file} />
      <div className={classes.text}>
        <span className={classes.name}>{name}</span>
        <span className={classes.facts}>{facts.join(' · ')}</span>
      </div>
      {children ?? (
        <ActionIcon component="a" href={url} download={name} aria-label={t('files.download', { name })}>
          <IconDownload />
        </ActionIcon>
      )}
    </div>
  );
}
