import { ActionIcon, Button } from '@mantine/core';
import {
  EmptyState,
  graphql,
  IconTrash,
  QueryView,
  RelativeTime,
  SkeletonRows,
  useCommand,
  useUndoable,
} from '@planerka/platform/web';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useT } from '../locales';
import classes from './IdeasDrawer.module.css';
import type { IdeasDrawerProps } from './IdeasDrawer';

const IdeasQuery = graphql(`
  query Ideas($clientId: ID, $search: String, $after: String) {
    ideas(clientId: $clientId, search: $search, first: 30, after: $after) {
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

export interface IdeasPageProps extends Pick<IdeasDrawerProps, 'clientId' | 'onPlan'> {
  search: string;
  /** Null for the first. */
  after: string | null;
}

/** One page of ideas; the next one follows where it is asked for. */
export function IdeasPage({ clientId, search, after, onPlan }: IdeasPageProps) {
  const t = useT();
  const [result, refetch] = useQuery({ query: IdeasQuery, variables: { clientId, search: search || null, after } });
  const [goesOn, setGoesOn] = useState(false);
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
  return (
    <QueryView
      result={result}
      onRetry={() => refetch({ requestPolicy: 'network-only' })}
      select={(data) => data.ideas}
      skeleton={<SkeletonRows rows={3} />}
    >
      {({ nodes, pageInfo }) => (
        <>
          {nodes.length === 0 && after === null && search !== '' && (
            <EmptyState title={t('ideas.notFound')}>{t('ideas.notFoundText')}</EmptyState>
          )}
          {nodes.length === 0 && after === null && search === '' && (
            <EmptyState title={t('ideas.empty')}>{t('ideas.emptyText')}</EmptyState>
          )}
          {nodes.length > 0 && (
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
          )}
          {pageInfo.hasNextPage && !goesOn && (
            <Button variant="subtle" onClick={() => setGoesOn(true)}>
              {t('ideas.more')}
            </Button>
          )}
          {pageInfo.hasNextPage && goesOn && (
            <IdeasPage clientId={clientId} search={search} after={pageInfo.endCursor} onPlan={onPlan} />
          )}
        </>
      )}
    </QueryView>
  );
}
