import { Button } from '@mantine/core';
import { Card, CardHeader, EmptyState, IconSend, QueryView, Segmented, useSearchParam } from '@planerka/platform/web';
import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { DeliveryDrawer } from './DeliveryDrawer';
import { DeliveryRow } from './DeliveryRow';
import { useT } from './locales';
import { WebhookDeliveriesQuery, type Delivery } from './webhook-documents';
import classes from './Webhooks.module.css';

const states = ['WAITING', 'DELIVERED', 'FAILED'] as const;
type State = (typeof states)[number];

interface DeliveryLogProps {
  webhookId: string;
  isPaused: boolean;
  /** Grows with everything that was sent by hand: then there is something to look at anew. */
  sent: number;
  onSent: () => void;
}

export function DeliveryLog({ webhookId, isPaused, sent, onSent }: DeliveryLogProps) {
  const t = useT();
  const [chosen, choose] = useSearchParam('state');
  const [opened, open] = useSearchParam('delivery');
  const [again, setAgain] = useState(0);
  const state = states.find((each) => each === chosen) ?? null;
  return (
    <Card label={t('log')}>
      <CardHeader title={t('log')} ruled aside={<span className={classes.beside}>{t('logHint')}</span>} />
      <div className={classes.filter}>
        <Segmented<State | 'ALL'>
          label={t('filter')}
          value={state ?? 'ALL'}
          onChange={(value) => choose(value === 'ALL' ? null : value)}
          segments={[
            { value: 'ALL', label: t('all') },
            ...states.map((value) => ({ value, label: t(`filterState.${value}`) })),
          ]}
        />
      </div>
      <DeliveryRows
        key={`${state}`}
        webhookId={webhookId}
        isPaused={isPaused}
        state={state}
        after={null}
        changes={sent + again}
        onOpen={open}
      />
      <DeliveryDrawer
        id={opened}
        isPaused={isPaused}
        onClose={() => open(null)}
        onReplayed={() => {
          setAgain((count) => count + 1);
          onSent();
        }}
      />
    </Card>
  );
}

interface DeliveryRowsProps {
  webhookId: string;
  isPaused: boolean;
  state: State | null;
  after: string | null;
  changes: number;
  onOpen: (id: string) => void;
}

/** While one is under way the list is asked again: an answer takes ten seconds at most, and tells itself by no event. */
const lookAgainMilliseconds = 1_500;
const soonMilliseconds = 15_000;

function DeliveryRows({ webhookId, isPaused, state, after, changes, onOpen }: DeliveryRowsProps) {
  const t = useT();
  const [next, setNext] = useState<string | null>(null);
  const [result, refetch] = useQuery({
    query: WebhookDeliveriesQuery,
    variables: { webhookId, state, after },
    requestPolicy: 'cache-and-network',
  });
  const nodes = result.data?.webhookDeliveries.nodes;
  useEffect(() => {
    if (changes > 0) refetch({ requestPolicy: 'network-only' });
  }, [changes, refetch]);
  useEffect(() => {
    if (result.fetching || !nodes?.some((each) => isUnderWay(each, isPaused))) return;
    const timer = setTimeout(() => refetch({ requestPolicy: 'network-only' }), lookAgainMilliseconds);
    return () => clearTimeout(timer);
  }, [isPaused, nodes, refetch, result.fetching]);
  return (
    <QueryView
      result={result}
      onRetry={() => refetch({ requestPolicy: 'network-only' })}
      select={(data) => data.webhookDeliveries}
    >
      {({ nodes: rows, pageInfo }) =>
        rows.length === 0 && after === null ? (
          <EmptyState title={t(state ? 'noneTitle' : 'logEmptyTitle')} icon={<IconSend size={20} />}>
            {t(state ? 'noneText' : 'logEmptyText')}
          </EmptyState>
        ) : (
          <>
            <ul className={classes.list}>
              {rows.map((each) => (
                <DeliveryRow key={each.id} delivery={each} isPaused={isPaused} onOpen={onOpen} />
              ))}
            </ul>
            {next !== null ? (
              <DeliveryRows {...{ webhookId, isPaused, state, changes, onOpen }} key={next} after={next} />
            ) : pageInfo.hasNextPage ? (
              <Button className={classes.more} onClick={() => setNext(pageInfo.endCursor ?? null)}>
                {t('showMore')}
              </Button>
            ) : null}
          </>
        )
      }
    </QueryView>
  );
}

const isUnderWay = ({ state, dueAt, type }: Delivery, isPaused: boolean): boolean =>
  state === 'WAITING' &&
  dueAt !== null &&
  (!isPaused || type === 'webhook.test') &&
  new Date(dueAt).getTime() - Date.now() < soonMilliseconds;
