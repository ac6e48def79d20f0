import { TextInput } from '@mantine/core';
import { Segmented } from '@planerka/platform/web';
import type { Reference } from '@planerka/tasks/domain';
import { useBriefFiles } from '../brief-files';
import { useT } from '../../locales';
import classes from './fields.module.css';
import { AttachButton } from './FilesField';
import { listOf, type FieldProps } from './field-props';
import { ListField } from './ListField';

export function ReferencesField(props: FieldProps) {
  const t = useT();
  const { fileOf } = useBriefFiles();
  return (
    <div>
      <ListField<Reference> {...props} empty={() => ({ url: '', fileId: null, note: '', verdict: 'like' })}>
        {(reference, change, index, errorOf) => (
          <>
            {reference.fileId === null ? (
              <TextInput
                className={classes.grow}
                aria-label={`${t('brief.url')} ${index + 1}`}
                placeholder="https://"
                value={reference.url}
                error={errorOf('url')}
                data-path={`${props.field.path}.${index}.url`}
                onChange={(event) => change({ url: event.currentTarget.value })}
              />
            ) : (
              <a
                className={`${classes.grow} ${classes.picture}`}
                href={fileOf(reference.fileId)?.url}
                target="_blank"
                rel="noreferrer"
              >
                {fileOf(reference.fileId)?.thumbnailUrl && (
                  <img src={fileOf(reference.fileId)?.thumbnailUrl ?? ''} alt="" loading="lazy" />
                )}
                {fileOf(reference.fileId)?.name ?? t('brief.file')}
              </a>
            )}
            <TextInput
              className={classes.grow}
              aria-label={`${t('brief.note')} ${index + 1}`}
              placeholder={t('brief.note')}
              value={reference.note}
              error={errorOf('note')}
              onChange={(event) => change({ note: event.currentTarget.value })}
            />
            <Segmented
              label={`${t('brief.verdict')} ${index + 1}`}
              value={reference.verdict ?? 'neutral'}
              onChange={(verdict) => change({ verdict: verdict === 'neutral' ? null : verdict })}
              segments={[
                { value: 'like', label: t('brief.like') },
                { value: 'neutral', label: t('brief.neutral') },
                { value: 'dislike', label: t('brief.dislike') },
              ]}
            />
          </>
        )}
      </ListField>
      <AttachButton
        onAttached={(ids) =>
          props.onUpdate((now) => [
            ...listOf<Reference>(now),
            ...ids.map((fileId): Reference => ({ url: '', fileId, note: '', verdict: 'like' })),
          ])
        }
      />
    </div>
  );
}
