import { Button } from '@mantine/core';
import {
  Card,
  CardBody,
  CardHeader,
  EmptyState,
  graphql,
  Page,
  PageHeader,
  QueryView,
  Stack,
  useCommand,
  useFolded,
  useFormat,
} from '@planerka/platform/web';
import { useViewerRole } from '@planerka/agency/web/viewer';
import { useQuery } from 'urql';
import { sumOf } from '../budget/sum-of';
import { ApprovePayoutsMutation, Payout_payout, type Payout } from '../documents';
import { useT } from '../locales';
import { OwedCard } from './OwedCard';
import { PayoutRow } from './PayoutRow';

const PayoutsPageQuery = graphql(
  `
    query PayoutsPage {
      payables {
        id
        memberId
        memberName
        employment
        viewerCanPrepare
        total {
          amount
          currency
        }
        works {
          taskId
          title
          clientName
          amount {
            amount
            currency
          }
        }
      }
      payouts(first: 100) {
        nodes {
          ...Payout_payout
        }
      }
    }
  `,
  [Payout_payout],
);

const GROUPS = [
  ['DRAFT', 'toApprove'],
  ['APPROVED', 'toPay'],
  ['PAID', 'paid'],
] as const;

/** What is owed, what waits for the owner, what has been paid; a specialist sees their own. */
export function PayoutsPage() {
  const t = useT();
  const format = useFormat();
  const role = useViewerRole();
  const [result, refetch] = useQuery({ query: PayoutsPageQuery });
  const reload = () => refetch({ requestPolicy: 'network-only' });
  const [approve, isApproving] = useCommand(ApprovePayoutsMutation, { onReload: reload });
  const approveAll = async (payouts: readonly Payout[]) => {
    await approve({
      input: { payouts: payouts.map(({ id, version }) => ({ payoutId: id, expectedVersion: version })) },
    });
    reload();
  };
  return (
    <Page>
      <QueryView result={result} onRetry={reload} select={(data) => data}>
        {({ payables, payouts }) => {
          const ready = payouts.nodes.filter(({ availableActions }) => availableActions.includes('approve'));
          const sum = format.money(sumOf(ready.map(({ total }) => total)));
          const isOwn = role === 'SPECIALIST';
          const isNothing = payouts.nodes.length === 0 && payables.length === 0;
          return (
            <>
              <PageHeader
                title={
                  isOwn
                    ? t('payouts.ownTitle')
                    : ready.length > 0
                      ? t('payouts.titleDue', { amount: sum })
                      : t('payouts.title')
                }
                actions={
                  ready.length > 0 ? (
                    <Button variant="filled" loading={isApproving} onClick={() => void approveAll(ready)}>
                      {t('payouts.approveAll', { count: ready.length, amount: sum })}
                    </Button>
                  ) : null
                }
              />
              <Stack>
                {isNothing ? <EmptyState title={t(isOwn ? 'payouts.ownEmpty' : 'payouts.owedEmpty')} /> : null}
                {payables.length > 0 ? (
                  <OwedCard payables={payables} isPrimary={ready.length === 0} onChange={reload} />
                ) : null}
                {GROUPS.map(([state, name]) => {
                  const own = payouts.nodes.filter((payout) => payout.state === state);
                  return own.length === 0 ? null : (
                    <PayoutsGroup key={state} title={t(`payouts.${name}`)} payouts={own} onChange={reload} />
                  );
                })}
              </Stack>
            </>
          );
        }}
      </QueryView>
    </Page>
  );
}

const shownAtFirst = 5;

function PayoutsGroup({
  title,
  payouts,
  onChange,
}: {
  title: string;
  payouts: readonly Payout[];
  onChange: () => void;
}) {
  const format = useFormat();
  const { shown, more } = useFolded(payouts, shownAtFirst);
  return (
    <Card label={title} clip>
      <CardHeader
        title={title}
        count={payouts.length}
        aside={format.money(sumOf(payouts.map(({ total }) => total)))}
        ruled
      />
      <CardBody>
        {shown.map((payout) => (
          <PayoutRow key={payout.id} payout={payout} onChange={onChange} />
        ))}
        {more}
      </CardBody>
    </Card>
  );
}
