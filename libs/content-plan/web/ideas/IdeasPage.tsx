import { Button } from '@mantine/core';
import { EmptyState, IconBulb, QueryView, SkeletonRows } from '@planerka/platform/web';
import { useState } from 'react';
import { useQuery } from 'urql';
import { IdeasQuery } from './idea.documents';
import { isIdeaFiltered, variablesOf, type IdeaFilter } from './idea-filter';
import { ArchivedIdeaRow, IdeaRow, type IdeaRowProps } from './IdeaRow';
import classes from './Ideas.module.css';
import { useT } from './locales';

export interface IdeasPageProps extends Omit<IdeaRowProps, 'idea' | 'tags'> {
  filter: IdeaFilter;
  onClear: () => void;
  /** Null for the first. */
  after: string | null;
}

/** One page of ideas; the next one follows where it is asked for. */
export function IdeasPage({ after, filter, onClear, ...rest }: IdeasPageProps) {
  const t = useT();
  const variables = { clientId: rest.clientId, ...variablesOf(filter), after };
  const [result, refetch] = useQuery({ query: IdeasQuery, variables });
  const [goesOn, setGoesOn] = useState(false);
  return (
    <QueryView
      result={result}
      onRetry={() => refetch({ requestPolicy: 'network-only' })}
      select={(data) => data.ideas}
      skeleton={<SkeletonRows rows={3} />}
    >
      {({ nodes, pageInfo }) => (
        <>
          {nodes.length === 0 && after === null && <NoIdeas filter={filter} onClear={onClear} />}
          {nodes.length > 0 && (
            <ul className={classes.list}>
              {nodes.map((idea) =>
                filter.state === 'archived' ? (
                  <ArchivedIdeaRow key={idea.id} idea={idea} />
                ) : (
                  <IdeaRow key={idea.id} idea={idea} tags={filter.tags} {...rest} />
                ),
              )}
            </ul>
          )}
          {pageInfo.hasNextPage && !goesOn && (
            <Button variant="subtle" onClick={() => setGoesOn(true)}>
              {t('more')}
            </Button>
          )}
          {pageInfo.hasNextPage && goesOn && (
            <IdeasPage filter={filter} onClear={onClear} after={pageInfo.endCursor} {...rest} />
          )}
        </>
      )}
    </QueryView>
  );
}

function NoIdeas({ filter, onClear }: Pick<IdeasPageProps, 'filter' | 'onClear'>) {
  const t = useT();
  if (isIdeaFiltered(filter)) {
    return (
      <EmptyState title={t('notFound')} action={<Button onClick={onClear}>{t('clear')}</Button>}>
        {t('notFoundText')}
      </EmptyState>
    );
  }
  if (filter.state === 'used') return <EmptyState title={t('emptyUsed')}>{t('emptyUsedText')}</EmptyState>;
  if (filter.state === 'archived') return <EmptyState title={t('emptyArchived')} />;
  return (
    <EmptyState icon={<IconBulb />} title={t('empty')}>
      {t('emptyText')}
    </EmptyState>
  );
}
