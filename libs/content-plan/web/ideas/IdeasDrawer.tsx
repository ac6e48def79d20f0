import { Button, Drawer, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDebouncedValue } from '@mantine/hooks';
import {
  graphql,
  IconSearch,
  InvalidInputFragment,
  Stack,
  toast,
  useCommand,
  usePersistentDraft,
  usePlatformText,
} from '@planerka/platform/web';
import { useState } from 'react';
import { useT } from '../locales';
import { IdeasPage } from './IdeasPage';
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

export interface IdeasDrawerProps {
  clientId: string | null;
  onClose: () => void;
  /** Absent where the viewer cannot plan. */
  onPlan?: ((idea: { id: string; text: string }) => void) | undefined;
}

/** A thought is one line and Ctrl+Enter; later it becomes a publication. */
export function IdeasDrawer({ clientId, onClose, onPlan }: IdeasDrawerProps) {
  const t = useT();
  const words = usePlatformText();
  const draft = usePersistentDraft(`idea-${clientId ?? 'any'}`, { text: '' });
  const form = useForm({ initialValues: draft.initial, onValuesChange: draft.keep });
  const [capture, isRunning] = useCommand(CaptureIdeaMutation, { form });
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 250);
  const submit = form.onSubmit(async ({ text }) => {
    const outcome = await capture({ input: { text, clientId } });
    if (outcome.status !== 'success') return;
    draft.clear();
    form.setValues({ text: '' });
    toast(t('ideas.saved'));
  });
  return (
    <Drawer
      opened
      onClose={onClose}
      size="var(--w-drawer)"
      title={t('ideas.title')}
      closeButtonProps={{ 'aria-label': words('actions.close') }}
    >
      <Stack>
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
        <TextInput
          aria-label={t('ideas.search')}
          placeholder={t('ideas.search')}
          leftSection={<IconSearch />}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <IdeasPage key={search} clientId={clientId} search={search} after={null} onPlan={onPlan} />
      </Stack>
    </Drawer>
  );
}
