import { Button } from '@mantine/core';
import { planColumns, type PlanColumn } from '@planerka/content-plan/domain';
import {
  EmptyState,
  IconCalendar,
  IconPrint,
  Page,
  PageHeader,
  QueryView,
  useFormat,
  useSearchParam,
} from '@planerka/platform/web';
import { useQuery } from 'urql';
import { useT } from '../locales';
import { isMonth, monthOf } from '../plan/days';
import classes from './PlanSheet.module.css';
import { PlanSheetQuery } from './plan-sheet.documents';
import { SheetWeeks } from './SheetWeeks';

/** A month's plan to print, or to keep as PDF: `?client=…&month=…&columns=date,title,…`. */
export function PlanSheetPage() {
  const t = useT();
  const format = useFormat();
  const [clientId] = useSearchParam('client');
  const [monthText] = useSearchParam('month');
  const [columnsText] = useSearchParam('columns');
  const month = isMonth(monthText) ? monthText : new Date().toISOString().slice(0, 7);
  const wanted = columnsText?.split(',') ?? [];
  // the code is for machines: nobody reads it from paper
  const columns = planColumns.filter(
    (column): column is Exclude<PlanColumn, 'id'> =>
      column !== 'id' && (wanted.length === 0 || wanted.includes(column)),
  );
  const [result, refetch] = useQuery({ query: PlanSheetQuery, variables: { clientId, month } });
  return (
    <Page>
      <div className={classes.screenOnly}>
        <PageHeader
          crumbs={[
            { label: t('sheet.plan'), href: `/plan?client=${clientId ?? 'all'}&month=${month}` },
            { label: t('sheet.title') },
          ]}
          title={t('sheet.title')}
          actions={
            <Button variant="filled" leftSection={<IconPrint />} onClick={() => window.print()}>
              {t('sheet.print')}
            </Button>
          }
        />
        <p className={classes.hint}>{t('sheet.hint')}</p>
      </div>
      <QueryView
        result={result}
        onRetry={() => refetch({ requestPolicy: 'network-only' })}
        select={({ contentPlan, viewer }) => ({ plan: contentPlan, agency: viewer?.agency?.name ?? '' })}
      >
        {({ plan, agency }) => {
          const items = plan?.items.filter(({ publishOn }) => monthOf(publishOn) === month) ?? [];
          if (!plan || items.length === 0) {
            return (
              <EmptyState icon={<IconCalendar size={20} />} title={t('sheet.empty')}>
                {t('sheet.emptyText')}
              </EmptyState>
            );
          }
          return (
            <article className={classes.sheet} aria-label={t('sheet.title')}>
              <header>
                <h2 className={classes.title}>
                  {[plan.client?.name, t('sheet.planOf', { month: format.month(month) })].filter(Boolean).join('. ')}
                </h2>
                <p className={classes.quiet}>{[agency, t('mix.items', { count: items.length })].join(' · ')}</p>
              </header>
              <SheetWeeks items={items} columns={columns} />
            </article>
          );
        }}
      </QueryView>
    </Page>
  );
}
