import { Button, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { graphql, InvalidInputFragment, toast, useCommand, usePersistentDraft } from '@planerka/platform/web';
import { useT } from '../locales';
import classes from './IdeasDrawer.module.css';

const CaptureIdeaMutation = graphql(
  `
    mutation CaptureIdea($input: CaptureIdeaInput!) {
      captureIdea(input: $input) {
        __typename
        ... on CaptureIdeaSuccess {
          idea {
            id
            text
          }
        }
        ...InvalidInput
      }
    }
  `,
  [InvalidInputFragment],
);

/** A thought is one line and Ctrl+Enter; what is typed stays until it is kept. */
export function CaptureForm({ clientId, onKept }: { clientId: string | null; onKept?: () => void }) {
  const t = useT();
  const draft = usePersistentDraft(`idea-${clientId ?? 'any'}`, { text: '' });
  const form = useForm({ initialValues: draft.initial, onValuesChange: draft.keep });
  const [capture, isRunning] = useCommand(CaptureIdeaMutation, { form });
  const submit = form.onSubmit(async ({ text }) => {
    const outcome = await capture({ input: { text, clientId } });
    if (outcome.status !== 'success') return;
    draft.clear();
    form.setValues({ text: '' });
    toast(t('ideas.saved'));
    onKept?.();
  });
  return (
    <form onSubmit={submit} className={classes.form}>
      <Textarea
        aria-label={t('ideas.capture')}
        placeholder={t('ideas.placeholder')}
        autosize
        minRows={2}
        data-autofocus
        {...form.getInputProps('text')}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) event.currentTarget.form?.requestSubmit();
        }}
      />
      <Button type="submit" loading={isRunning}>
        {t('ideas.capture')}
      </Button>
    </form>
  );
}
