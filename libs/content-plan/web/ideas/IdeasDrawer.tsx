import { ActionIcon, Button, Drawer, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import {
  EmptyState,
  graphql,
  IconTrash,
  QueryView,
  RelativeTime,
  SkeletonRows,
  Stack,
  toast,
  useCommand,
  usePersistentDraft,
  usePlatformText,
  useUndoable,
  InvalidInputFragment,
} from '@planerka/platform/web';
import { useQuery } from 'urql';
import { useT } from '../locales';
import classes from './IdeasDrawer.module.css';

const IdeasQuery = graphql(`
  query Ideas($clientId: ID) {
    ideas(clientId: $clientId, first: 50) {
      nodes {
        id
        text
        authorName
        clientName
        createdAt
        viewerCanArchive
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

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

const ArchiveIdeaMutation = graphql(`
  mutation ArchiveIdea($ideaId: ID!) {
    archiveIdea(ideaId: $ideaId) {
      __typename
      ... on ArchiveIdeaSuccess {
        ideaId
      }
    }
  }
`);

const RestoreIdeaMutation = graphql(`
  mutation RestoreIdea($ideaId: ID!) {
    restoreIdea(ideaId: $ideaId) {
      __typename
      ... on RestoreIdeaSuccess {
        idea {
          id
        }
      }
    }
  }
`);

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
  const [result, refetch] = useQuery({ query: IdeasQuery, variables: { clientId } });
  const draft = usePersistentDraft(`idea-${clientId ?? 'any'}`, { text: '' });
  const form = useForm({ initialValues: draft.initial, onValuesChange: draft.keep });
  const [capture, isRunning] = useCommand(CaptureIdeaMutation, { form });
  const [archive] = useCommand(ArchiveIdeaMutation);
  const [restore] = useCommand(RestoreIdeaMutation);
  const undoable = useUndoable();
  const putAway = async (ideaId: string) => {
    const outcome = await archive({ ideaId });
    if (outcome.status !== 'success') return;
    undoable({
      of: ideaId,
      message: t('ideas.archived'),
      undo: async () => {
        await restore({ ideaId });
      },
    });
  };
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
        <QueryView
          result={result}
          onRetry={() => refetch({ requestPolicy: 'network-only' })}
          select={(data) => data.ideas}
          skeleton={<SkeletonRows rows={3} />}
        >
          {({ nodes }) =>
            nodes.length === 0 ? (
              <EmptyState title={t('ideas.empty')}>{t('ideas.emptyText')}</EmptyState>
            ) : (
              <ul className={classes.list}>
                {nodes.map((idea) => (
                  <li key={idea.id} className={classes.idea}>
                    <p className={classes.text}>{idea.text}</p>
                    <p className={classes.note}>
                      {[idea.authorName, clientId === null ? idea.clientName : null].filter(Boolean).join(' · ')} ·{' '}
                      <RelativeTime value={idea.createdAt} />
                    </p>
                    <span className={classes.actions}>
                      {onPlan && (
                        <Button size="xs" onClick={() => onPlan({ id: idea.id, text: idea.text })}>
                          {t('ideas.toPlan')}
                        </Button>
                      )}
                      {idea.viewerCanArchive && (
                        <ActionIcon aria-label={t('ideas.archive')} onClick={() => void putAway(idea.id)}>
                          <IconTrash />
                        </ActionIcon>
                      )}
                    </span>
                  </li>
                ))}
              </ul>
            )
          }
        </QueryView>
      </Stack>
    </Drawer>
  );
}
