import { useUploads } from '@planerka/platform/web/uploads';
import { useEffect, useRef } from 'react';
import { OrderedFiles } from '../files/OrderedFiles';
import type { ReviewFile } from '../files/review-file';
import { UploadZone } from '../files/UploadZone';

import classes from './SubmissionForm.module.css';

/** Files in their order, and the place where more are dropped. */
export function FilesField({
  label,
  description,
  taskId,
  ids,
  files,
  error,
  onChange,
  onUploading,
}: {
  label: string;
  description?: string;
  taskId: string;
  ids: readonly string[];
  files: ReadonlyMap<string, ReviewFile>;
  error: string | undefined;
  onChange: (ids: readonly string[]) => void;
  onUploading: (isUploading: boolean) => void;
}) {
  // Several uploads may end before the form has drawn once: each adds to what is there by then.
  const latest = useRef(ids);
  useEffect(() => {
    latest.current = ids;
  });
  const change = (next: readonly string[]) => {
    latest.current = next;
    onChange(next);
  };
  const uploads = useUploads({ taskId }, (fileId) => change([...latest.current, fileId]));
  const isUploading = uploads.items.some(({ status }) => status !== 'failed');

  const tell = useRef(onUploading);
  useEffect(() => {
    tell.current = onUploading;
  });
  useEffect(() => {
    tell.current(isUploading);
    return () => tell.current(false);
  }, [isUploading]);

  return (
    <div className={classes.part}>
      <span className={classes.label}>{label}</span>
      {ids.length > 0 && <OrderedFiles label={label} ids={ids} files={files} onChange={change} />}
      {description && ids.length > 1 && <span className={classes.quiet}>{description}</span>}
      <UploadZone uploads={uploads} label={label} />
      {error && (
        <span role="alert" className={classes.error}>
          {error}
        </span>
      )}
    </div>
  );
}
