import { Button } from '@mantine/core';
import {
  AppLink,
  Card,
  Chip,
  EmptyState,
  IconApprove,
  Page,
  PageHeader,
  QueryView,
  RiskChip,
  RowIcon,
  Segmented,
  SidePanel,
  useFormat,
  useSearchParam,
  WorkRow,
} from '@planerka/platform/web';
import { useState } from 'react';
import { useQuery } from 'urql';
import { ApprovalsQuery, type Approval } from './approval-documents';
import { ApprovalDetails, WithdrawButton } from './ApprovalDetails';
import { tones } from './approval-words';
import classes from './ApprovalsPage.module.css';
import { useT } from './locales';
import { PlanApprovals } from '../plan-sharing/PlanApprovals';
import { PaidRounds } from './PaidRounds';
import { useApprovalSummary } from './use-approval-summary';

const FILTERS = {
  pending: ['PENDING'],
  changes: ['CHANGES_REQUESTED'],
  approved: ['APPROVED'],
  gone: ['WITHDRAWN', 'VOIDED', 'EXPIRED'],
  all: null,
} as const satisfies Record<string, readonly Approval['state'][] | null>;
type Filter = keyof typeof FILTERS;

const pageSize = 50;

/** Every question to a client: whose court, until when, which round, what was said. */
export function ApprovalsPage() {
  const t = useT();
  const [asked, setFilter] = useSearchParam('show');
  const [openId, setOpen] = useSearchParam('approval');
  const [paidId, setPaid] = useSearchParam('paid');
  const filter: Filter = asked !== null && Object.hasOwn(FILTERS, asked) ? (asked as Filter) : 'pending';
  const [first, setFirst] = useState(pageSize);
  const states = FILTERS[filter];
  const [result, refetch] = useQuery({
    query: ApprovalsQuery,
    variables: { filter: states ? { states: [...states] } : {}, first },
    requestPolicy: 'cache-and-network',
  });
  const nodes = result.data?.approvals.nodes ?? [];
  const index = nodes.findIndex(({ id }) => id === openId);
  const open = nodes[index];
  const step = (by: number) => {
    const next = nodes[index + by];
    return next ? () => setOpen(next.id) : undefined;
  };
  return (
    <Page
      panelWidth="drawer"
      panel={
        open && (
          <SidePanel
            label={open.title}
            header={<Chip tone={tones[open.state]}>{t(`state.${open.state}`)}</Chip>}
            onClose={() => setOpen(null)}
            onPrevious={step(-1)}
            onNext={step(1)}
            footer={<WithdrawButton approval={open} />}
          >
            <h2 className={classes.title}>{open.title}</h2>
            <ApprovalDetails key={open.id} approval={open} />
          </SidePanel>
        )
      }
    >
      <PageHeader
        title={
          filter === 'pending' && nodes.length > 0 && !result.data?.approvals.pageInfo.hasNextPage
            ? t('titlePending', { count: nodes.length })
            : t('title')
        }
      />
      <div className={classes.paid}>
        <PaidRounds openId={paidId} onOpen={setPaid} />
        <PlanApprovals />
      </div>
      <div className={classes.filters}>
        <Segmented
          label={t('filterLabel')}
          value={filter}
          onChange={(next) => setFilter(next === 'pending' ? null : next)}
          segments={(Object.keys(FILTERS) as Filter[]).map((value) => ({ value, label: t(`filter.${value}`) }))}
        />
      </div>
      <QueryView
        result={result}
        onRetry={() => refetch({ requestPolicy: 'network-only' })}
        select={(data) => data.approvals}
      >
        {({ nodes: shown, pageInfo }) =>
          shown.length === 0 ? (
            <EmptyState
              title={t(filter === 'pending' ? 'empty.pendingTitle' : 'empty.title')}
              icon={<IconApprove size={20} />}
              action={
                <Button component={AppLink} href="/tasks">
                  {t('empty.action')}
                </Button>
              }
            >
              {t(filter === 'pending' ? 'empty.pendingText' : 'empty.text')}
            </EmptyState>
          ) : (
            <Card clip>
              <ul>
                {shown.map((approval) => (
                  <ApprovalRow key={approval.id} approval={approval} />
                ))}
              </ul>
              {pageInfo.hasNextPage && (
                <Button variant="subtle" fullWidth onClick={() => setFirst(Math.min(200, first + pageSize))}>
                  {t('more')}
                </Button>
              )}
            </Card>
          )
        }
      </QueryView>
    </Page>
  );
}

function ApprovalRow({ approval }: { approval: Approval }) {
  const t = useT();
  const format = useFormat();
  const { id, title, client, state, dueAt, isOverdue, subjects } = approval;
  const summary = useApprovalSummary(approval);
  const [show] = useSearchParam('show');
  const isPending = state === 'PENDING';
  return (
    <WorkRow
      icon={
        <RowIcon tone={isPending ? 'client' : state === 'APPROVED' ? 'done' : 'neutral'}>
          <IconApprove />
        </RowIcon>
      }
      title={title}
      href={`/approvals?${new URLSearchParams({ ...(show && { show }), approval: id }).toString()}`}
      details={[client.name, subjects.length > 1 ? t('list.works', { count: subjects.length }) : null, ...summary]}
      chip={
        isOverdue ? (
          <RiskChip level="danger">{t('list.overdue')}</RiskChip>
        ) : isPending && dueAt ? (
          <Chip tone="line">{t('list.due', { at: format.dateTime(dueAt) })}</Chip>
        ) : (
          <Chip tone={tones[state]}>{t(`state.${state}`)}</Chip>
        )
      }
    />
  );
}
