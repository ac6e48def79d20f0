import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ReviewFile } from '../files/review-file';
import { useT } from '../locales';
import { FilesField } from './FilesField';
import type { ContentFormProps } from './SubmissionForm';

export interface FilesOfForm {
  taskId: string;
  files: ReadonlyMap<string, ReviewFile>;
  onUploading: (isUploading: boolean) => void;
}

/** Creatives in the order of the slides, and the layered sources. */
export function DesignForm({
  content,
  onChange,
  errorAt,
  taskId,
  files,
  onUploading,
}: ContentFormProps<'design'> & FilesOfForm) {
  const t = useT();
  const [busy, setBusy] = useState({ slides: false, sources: false });
  const report = (part: keyof typeof busy) => (isUploading: boolean) => {
    const next = { ...busy, [part]: isUploading };
    setBusy(next);
    onUploading(next.slides || next.sources);
  };
  const firstError = (field: string) => errorAt(field) ?? firstOf(errorAt, field, 50);
  return (
    <>
      <FilesField
        label={t('submit.slides')}
        description={t('files.order')}
        taskId={taskId}
        ids={content.fileIds}
        files={files}
        error={firstError('fileIds')}
        onChange={(fileIds) => onChange({ ...content, fileIds: [...fileIds] })}
        onUploading={report('slides')}
      />
      <FilesField
        label={t('submit.sources')}
        taskId={taskId}
        ids={content.sourceFileIds}
        files={files}
        error={firstError('sourceFileIds')}
        onChange={(sourceFileIds) => onChange({ ...content, sourceFileIds: [...sourceFileIds] })}
        onUploading={report('sources')}
      />
      <TextInput
        label={t('submit.sourceUrl')}
        placeholder="https://"
        inputMode="url"
        data-path="content.sourceUrl"
        value={content.sourceUrl}
        error={errorAt('sourceUrl')}
        onChange={(event) => onChange({ ...content, sourceUrl: event.currentTarget.value })}
      />
    </>
  );
}

/** The first file of a list that was refused says it for all. */
function firstOf(errorAt: (path: string) => string | undefined, field: string, most: number): string | undefined {
  for (let index = 0; index < most; index += 1) {
    const error = errorAt(`${field}.${index}`);
    if (error) return error;
  }
  return undefined;
}
