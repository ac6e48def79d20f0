import { ActionIcon, Textarea, TextInput } from '@mantine/core';
import { IconTrash } from '@planerka/platform/web';
import { useBriefFiles } from '../brief-files';
import { useT } from '../../locales';
import classes from './fields.module.css';
import { AttachButton } from './FilesField';
import { listOf, newKey, type FieldProps } from './field-props';
import { ListField } from './ListField';

interface Creative {
  readonly key: string;
  readonly name: string;
  readonly fileId: string | null;
  readonly text: string;
}

/** What will be advertised: a name for the matrix, the words, and the picture or video where there is one. */
export function CreativesField(props: FieldProps) {
  const t = useT();
  const { fileOf } = useBriefFiles();
  return (
    <ListField<Creative> {...props} look="cards" empty={() => ({ key: newKey(), name: '', fileId: null, text: '' })}>
      {(creative, change, index, errorOf) => (
        <>
          <TextInput
            className={classes.full}
            label={t('brief.name')}
            value={creative.name}
            error={errorOf('name')}
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
          <Textarea
            className={classes.full}
            label={t('brief.creativeText')}
            autosize
            minRows={1}
            value={creative.text}
            error={errorOf('text')}
            onChange={(event) => change({ text: event.currentTarget.value })}
          />
          {creative.fileId === null ? (
            <AttachButton
              onAttached={([fileId = null]) =>
                props.onUpdate((now) =>
                  listOf<Creative>(now).map((one) => (one.key === creative.key ? { ...one, fileId } : one)),
                )
              }
              isSingle
              error={errorOf('fileId')}
              label={`${t('brief.attach')}: ${creative.name || index + 1}`}
            />
          ) : (
            <span className={classes.attached}>
              <a href={fileOf(creative.fileId)?.url} target="_blank" rel="noreferrer">
                {fileOf(creative.fileId)?.name ?? t('brief.file')}
              </a>
              <ActionIcon
                variant="subtle"
                aria-label={`${t('brief.remove')}: ${fileOf(creative.fileId)?.name ?? t('brief.file')}`}
                onClick={() => change({ fileId: null })}
              >
                <IconTrash />
              </ActionIcon>
            </span>
          )}
        </>
      )}
    </ListField>
  );
}
