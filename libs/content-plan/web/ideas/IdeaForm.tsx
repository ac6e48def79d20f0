import { Button, Select, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { FormErrors, Stack, toast, useCommand, usePersistentDraft, useUndoable } from '@planerka/platform/web';
import { type ClipboardEvent, useState } from 'react';
import { useQuery } from 'urql';
import {
  CaptureIdeaMutation,
  type Idea,
  IdeaChoicesQuery,
  IdeaRubricsQuery,
  UpdateIdeaMutation,
} from './idea.documents';
import { IdeaPicture } from './IdeaPicture';
import classes from './Ideas.module.css';
import { useT } from './locales';
import { pastedPicture, useIdeaPicture } from './use-idea-picture';

export interface IdeaFormProps {
  /** Null for a new one. */
  idea: Idea | null;
  /** Whom a new one is for, until another is chosen. */
  clientId: string | null;
  autoFocus?: boolean;
  onCancel?: () => void;
  onDone?: () => void;
}

interface IdeaValues {
  text: string;
  tags: string[];
  url: string;
  clientId: string | null;
  rubricId: string | null;
  fileId: string | null;
}

const valuesOf = (idea: Idea): IdeaValues => ({
  text: idea.text,
  tags: [...idea.tags],
  url: idea.url ?? '',
  clientId: idea.clientId,
  rubricId: idea.rubric?.id ?? null,
  fileId: idea.picture?.id ?? null,
});

const thisMonth = (): string => new Date().toISOString().slice(0, 7);

/** A thought is one line and Ctrl+Enter; more of it where there is more. What is typed stays until it is kept. */
export function IdeaForm({ idea, clientId, autoFocus = false, onCancel, onDone }: IdeaFormProps) {
  const t = useT();
  const undoable = useUndoable();
  const fresh: IdeaValues = idea
    ? valuesOf(idea)
    : { text: '', tags: [], url: '', clientId, rubricId: null, fileId: null };
  const draft = usePersistentDraft(idea ? `idea-of-${idea.id}` : `idea-${clientId ?? 'any'}`, fresh);
  // A picture that was not kept is not there to be seen: it is chosen again.
  const form = useForm<IdeaValues>({
    initialValues: { ...draft.initial, fileId: fresh.fileId },
    onValuesChange: draft.keep,
  });
  const [isWhole, setWhole] = useState(idea !== null || draft.initial.tags.length > 0 || draft.initial.url !== '');
  const [{ data: choices }] = useQuery({ query: IdeaChoicesQuery, pause: !isWhole });
  const [{ data: ofClient }] = useQuery({
    query: IdeaRubricsQuery,
    variables: { clientId: form.values.clientId ?? '', month: thisMonth() },
    pause: !isWhole || !form.values.clientId,
  });
  const [capture, isCapturing] = useCommand(CaptureIdeaMutation, { form });
  const [update, isUpdating] = useCommand(UpdateIdeaMutation, { form, onReload: () => onCancel?.() });
  const picture = useIdeaPicture(idea?.picture?.thumbnailUrl ?? null, (fileId) => form.setFieldValue('fileId', fileId));
  const isBringing = picture.current?.status === 'uploading' || picture.current?.status === 'queued';

  const submit = form.onSubmit(async (values) => {
    const input = { ...values, url: values.url || null };
    if (!idea) {
      if ((await capture({ input })).status !== 'success') return;
      draft.clear();
      form.setValues(fresh);
      picture.show(null, null);
      toast(t('saved'));
      return onDone?.();
    }
    const outcome = await update({ input: { ideaId: idea.id, expectedVersion: idea.version, ...input } });
    if (outcome.status !== 'success') return;
    draft.clear();
    const { version } = outcome.result.idea;
    undoable({
      of: idea.id,
      message: t('changed'),
      undo: async () => {
        await update({ input: { ideaId: idea.id, expectedVersion: version, ...valuesOf(idea), url: idea.url } });
      },
    });
    onDone?.();
  });

  const paste = (event: ClipboardEvent) => {
    const image = pastedPicture(event.clipboardData);
    if (!image) return;
    event.preventDefault();
    picture.put(image);
  };
  const rubrics = form.values.clientId ? (ofClient?.contentPlan?.rubrics ?? []) : [];
  return (
    <form onSubmit={submit} onPaste={paste} className={classes.form} noValidate>
      <Stack gap="tight">
        <Textarea
          aria-label={t(idea ? 'text' : 'capture')}
          placeholder={t('placeholder')}
          autosize
          minRows={2}
          maxRows={10}
          data-autofocus={autoFocus || undefined}
          data-path="text"
          {...form.getInputProps('text')}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) event.currentTarget.form?.requestSubmit();
          }}
        />
        {isWhole && (
          <>
            <Select
              label={t('client')}
              placeholder={t('anyClient')}
              clearable
              data={(choices?.clients.nodes ?? []).map(({ id, name }) => ({ value: id, label: name }))}
              error={form.errors['clientId']}
              value={form.values.clientId}
              onChange={(whose) => form.setValues({ clientId: whose, rubricId: null })}
            />
            {rubrics.length > 0 && (
              <Select
                label={t('rubric')}
                placeholder={t('noRubric')}
                clearable
                data={rubrics.map(({ id, name }) => ({ value: id, label: name }))}
                {...form.getInputProps('rubricId')}
              />
            )}
            <TagsInput
              label={t('tags')}
              placeholder={form.values.tags.length === 0 ? t('tagsPlaceholder') : ''}
              data={(choices?.ideaBank.tags ?? []).map(({ name }) => name)}
              maxTags={10}
              acceptValueOnBlur
              data-path="tags"
              {...form.getInputProps('tags')}
            />
            <TextInput
              label={t('link')}
              placeholder="https://"
              inputMode="url"
              data-path="url"
              {...form.getInputProps('url')}
            />
          </>
        )}
        <FormErrors form={form} labels={{ text: t('text'), tags: t('tags'), url: t('link') }} />
        <div className={classes.submit}>
          <IdeaPicture {...picture} />
          {!isWhole && (
            <Button size="xs" variant="subtle" aria-expanded={false} onClick={() => setWhole(true)}>
              {t('details')}
            </Button>
          )}
          <span className={classes.space} />
          {onCancel && (
            <Button
              size="xs"
              variant="subtle"
              onClick={() => {
                draft.clear();
                onCancel();
              }}
            >
              {t('cancel')}
            </Button>
          )}
          <Button
            type="submit"
            size="xs"
            variant={autoFocus ? 'filled' : 'default'}
            loading={isCapturing || isUpdating || isBringing}
          >
            {t(idea ? 'save' : 'submit')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
