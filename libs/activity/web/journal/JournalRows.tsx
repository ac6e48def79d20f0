import { Button } from '@mantine/core';
import { Card, EmptyState, IconHistory, QueryView, SkeletonPage } from '@planerka/platform/web';
import { useState } from 'react';
import { useQuery } from 'urql';
import { EntryRow } from './EntryRow';
import { JournalQuery } from './journal-documents';
import classes from './Journal.module.css';
import { useT } from './locales';
import type { JournalFilter } from './use-journal-filter';

interface JournalRowsProps {
  filter: JournalFilter;
  after?: string | null;
}

/** A page of the log, and under it, when it is asked for, the next. */
export function JournalRows({ filter, after = null }: JournalRowsProps) {
  const t = useT();
  const [next, setNext] = useState<string | null>(null);
  const [result, refetch] = useQuery({
    query: JournalQuery,
    variables: { ...filter.variables, after },
    requestPolicy: 'cache-and-network',
  });
  return (
    <QueryView
      result={result}
      onRetry={() => refetch({ requestPolicy: 'network-only' })}
      skeleton={<SkeletonPage />}
      select={(data) => data.auditLog}
    >
      {({ nodes, pageInfo }) =>
        nodes.length === 0 && after === null ? (
          <EmptyState title={t(filter.isSet ? 'noneTitle' : 'emptyTitle')} icon={<IconHistory size={20} />}>
            {t(filter.isSet ? 'noneText' : 'emptyText')}
          </EmptyState>
        ) : (
          <>
            <Card label={t('entries')}>
              <ul className={classes.list}>
                {nodes.map((entry) => (
                  <EntryRow key={entry.id} entry={entry} onOnly={filter.setEntity} />
                ))}
              </ul>
            </Card>
            {next !== null ? (
              <JournalRows key={next} filter={filter} after={next} />
            ) : pageInfo.hasNextPage ? (
              <Button className={classes.more} onClick={() => setNext(pageInfo.endCursor ?? null)}>
                {t('more')}
              </Button>
            ) : null}
          </>
        )
      }
    </QueryView>
  );
}
