import { Button } from '@mantine/core';
import { Card, CardHeader, Chip, IconRuble, RowIcon, useFormat, WorkRow } from '@planerka/platform/web';
import { useQuery } from 'urql';
import { ChangeRequestsQuery, type ChangeRequest } from './change-request-documents';
import { DecideChangeRequest } from './DecideChangeRequest';
import { useT } from './locales';

const most = 50;

export interface PaidRoundsProps {
  /** The one that is being decided, as the address says. */
  openId: string | null;
  onOpen: (id: string | null) => void;
}

/** Rounds past the retainer that wait for a decision: charged to the client, or given away. */
export function PaidRounds({ openId, onOpen }: PaidRoundsProps) {
  const t = useT();
  const [{ data }] = useQuery({
    query: ChangeRequestsQuery,
    variables: { filter: { states: ['DRAFT'] }, first: most },
    requestPolicy: 'cache-and-network',
  });
  const requests = data?.changeRequests.nodes ?? [];
  const asked = requests.find(({ id }) => id === openId);
  if (requests.length === 0) return null;
  return (
    <Card label={t('paid.title')} clip>
      <CardHeader title={t('paid.title')} sub={t('paid.sub')} />
      <ul>
        {requests.map((request) => (
          <PaidRound key={request.id} request={request} onDecide={() => onOpen(request.id)} />
        ))}
      </ul>
      {asked && <DecideChangeRequest key={asked.id} request={asked} onClose={() => onOpen(null)} />}
    </Card>
  );
}

function PaidRound({ request, onDecide }: { request: ChangeRequest; onDecide: () => void }) {
  const t = useT();
  const format = useFormat();
  const { taskId, taskTitle, clientName, round, price, reason, createdAt, availableActions } = request;
  return (
    <WorkRow
      icon={
        <RowIcon tone="warn">
          <IconRuble />
        </RowIcon>
      }
      title={`${t('paid.round', { round })}: ${taskTitle}`}
      href={`/tasks/${taskId}`}
      details={[clientName, reason, format.relative(createdAt)]}
      chip={<Chip tone="warn">{Number(price.amount) > 0 ? format.money(price) : t('paid.noPrice')}</Chip>}
      action={
        availableActions.length > 0 && (
          <Button size="xs" onClick={onDecide} aria-label={t('paid.decideFor', { round, title: taskTitle })}>
            {t('paid.decide')}
          </Button>
        )
      }
    />
  );
}
