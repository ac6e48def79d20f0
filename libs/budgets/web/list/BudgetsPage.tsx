import { Button } from '@mantine/core';
import {
  AppLink,
  Card,
  Cell,
  Chip,
  Column,
  EmptyState,
  graphql,
  MoneyText,
  Page,
  PageHeader,
  QueryView,
  Table,
  TableRow,
} from '@planerka/platform/web';
import { useQuery } from 'urql';
import { FiguresBar } from '../budget/BudgetFigures';
import classes from '../budget/BudgetPage.module.css';
import { Figures } from '../documents';
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

const FIELDS = ['planned', 'spent', 'payable', 'committed', 'available'] as const;

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
                  <Table label={t('list.title')} rows="rich">
                    <thead>
                      <tr>
                        <Column>{t('list.campaign')}</Column>
                        <Column hidden>{t('budget.share')}</Column>
                        {FIELDS.map((field) => (
                          <Column key={field} numeric>
                            {t(`figures.${field}`)}
                          </Column>
                        ))}
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
                          </Cell>
                          <Cell>
                            <div className={classes.bar}>
                              <FiguresBar figures={budget.figures} />
                            </div>
                          </Cell>
                          {FIELDS.map((field) => (
                            <Cell key={field} numeric>
                              <MoneyText value={budget.figures[field]} withoutSign />
                            </Cell>
                          ))}
                        </TableRow>
                      ))}
                    </tbody>
                  </Table>
                </Card>
              )}
            </>
          );
        }}
      </QueryView>
    </Page>
  );
}
