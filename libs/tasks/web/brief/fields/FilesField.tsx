import { ActionIcon, Button, FileButton, Input } from '@mantine/core';
import { IconPaperclip, IconTrash } from '@planerka/platform/web';
import { useT } from '../../locales';
import { useBriefFiles } from '../brief-files';
import classes from './fields.module.css';
import { listOf, type FieldProps } from './field-props';

/** Files of the brief: taken from this device, shown by name, taken away again. */
export function FilesField({ field, label, hint, value, error, onChange, onUpdate }: FieldProps) {
  const t = useT();
  const { fileOf } = useBriefFiles();
  const ids = listOf<string>(value);
  return (
    <Input.Wrapper label={label} description={hint} error={error} labelElement="div" role="group" aria-label={label}>
      <ul className={classes.rows} data-path={field.path} tabIndex={-1}>
        {ids.map((id) => {
          const file = fileOf(id);
          const name = file?.name ?? t('brief.file');
          return (
            <li key={id} className={classes.row}>
              <a className={classes.grow} href={file?.url} target="_blank" rel="noreferrer">
                {name}
              </a>
              <ActionIcon
                variant="subtle"
                aria-label={`${t('brief.remove')}: ${name}`}
                onClick={() => onChange(ids.filter((other) => other !== id))}
              >
                <IconTrash />
              </ActionIcon>
            </li>
          );
        })}
      </ul>
      <AttachButton onAttached={(attached) => onUpdate((now) => [...listOf<string>(now), ...attached])} />
    </Input.Wrapper>
  );
}

/** «Приложить файл»: several at once are several files, where the place has room for more than one. */
export function AttachButton({
  onAttached,
  isSingle = false,
  label,
  error,
}: {
  onAttached: (ids: readonly string[]) => void;
  isSingle?: boolean;
  /** What is heard, where the page has more than one of these. */
  label?: string;
  error?: string | undefined;
}) {
  const t = useT();
  const { upload, isUploading } = useBriefFiles();
  async function take(files: readonly File[]): Promise<void> {
    const taken = await Promise.all(files.map(upload));
    const ids = taken.flatMap((file) => (file ? [file.id] : []));
    if (ids.length > 0) onAttached(ids);
  }
  return (
    <div>
      <FileButton multiple onChange={(files) => void take(isSingle ? files.slice(0, 1) : files)}>
        {(props) => (
          <Button
            {...props}
            size="xs"
            variant="subtle"
            leftSection={<IconPaperclip />}
            loading={isUploading}
            aria-label={label}
          >
            {t('brief.attach')}
          </Button>
        )}
      </FileButton>
      {error && <Input.Error>{error}</Input.Error>}
    </div>
  );
}
