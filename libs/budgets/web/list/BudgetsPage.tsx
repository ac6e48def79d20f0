import { Button } from '@mantine/core';
import {
  AppLink,
  Card,
  Cell,
  Chip,
  Column,
  EmptyState,
  graphql,
  Page,
  PageHeader,
  QueryView,
  Table,
  TableRow,
} from '@planerka/platform/web';
import { useQuery } from 'urql';
import { Figures } from '../documents';
import { FiguresCells, FiguresColumns, FiguresTable, PhoneFigures } from '../figures/FiguresColumns';
import { useT } from '../locales';

const BudgetsPageQuery = graphql(
  `
    query BudgetsPage {
      budgets(first: 100) {
        nodes {
          id
          campaignName
          clientName
          isClosed
          figures {
            ...Figures
          }
          revisions {
            id
            state
          }
        }
      }
    }
  `,
  [Figures],
);

export function BudgetsPage() {
  const t = useT();
  const [result, refetch] = useQuery({ query: BudgetsPageQuery });
  return (
    <Page margins="dense">
      <QueryView
        result={result}
        onRetry={() => refetch({ requestPolicy: 'network-only' })}
        select={({ budgets }) => budgets.nodes}
      >
        {(budgets) => {
          const over = budgets.filter(({ figures }) => figures.available.amount.startsWith('-')).length;
          return (
            <>
              <PageHeader
                title={t('list.title')}
                sub={[
                  t('list.campaigns', { count: budgets.length }),
                  ...(over > 0 ? [t('list.over', { count: over })] : []),
                ]}
              />
              {budgets.length === 0 ? (
                <EmptyState
                  title={t('list.empty')}
                  action={
                    <Button component={AppLink} href="/campaigns" variant="filled">
                      {t('list.toCampaigns')}
                    </Button>
                  }
                >
                  {t('list.emptyText')}
                </EmptyState>
              ) : (
                <Card clip>
                  <FiguresTable>
                    <Table label={t('list.title')} rows="rich">
                      <thead>
                        <tr>
                          <Column>{t('list.campaign')}</Column>
                          <FiguresColumns />
                        </tr>
                      </thead>
                      <tbody>
                        {budgets.map((budget) => (
                          <TableRow key={budget.id}>
                            <Cell>
                              <AppLink href={`/budgets/${budget.id}`}>
                                <strong>{budget.campaignName}</strong>
                              </AppLink>
                              <br />
                              <small>{budget.clientName}</small>{' '}
                              {budget.isClosed ? <Chip>{t('list.closed')}</Chip> : null}
                              {budget.revisions.some(({ state }) => state === 'REQUESTED') ? (
                                <Chip tone="warn">{t('list.waiting')}</Chip>
                              ) : null}
                              <PhoneFigures figures={budget.figures} />
                            </Cell>
                            <FiguresCells figures={budget.figures} />
                          </TableRow>
                        ))}
                      </tbody>
                    </Table>
                  </FiguresTable>
                </Card>
              )}
            </>
          );
        }}
      </QueryView>
    </Page>
  );
}
