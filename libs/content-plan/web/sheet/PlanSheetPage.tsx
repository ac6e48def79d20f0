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
import { useEffect } from 'react';
import { useQuery } from 'urql';
import { useT } from '../locales';
import { isMonth, monthOf } from '../plan/days';
import classes from './PlanSheet.module.css';
import { PlanSheetQuery, type SheetItem } from './plan-sheet.documents';
import { printed } from './printed';
import { SheetWeeks } from './SheetWeeks';

/** What the publication goes out with: finished, or shown to the client now. What is still worked on is nobody's outside. */
const pictureOf = ({ media }: SheetItem): string | null =>
  media?.state === 'DONE' || media?.state === 'CLIENT_REVIEW'
    ? (media.files.find(({ thumbnailUrl }) => thumbnailUrl)?.thumbnailUrl ?? null)
    : null;

/** A month's plan to print, or to keep as PDF: `?client=…&month=…&columns=date,title,…&pictures=0`. */
export function PlanSheetPage() {
  const t = useT();
  const format = useFormat();
  const [clientId] = useSearchParam('client');
  const [monthText] = useSearchParam('month');
  const [columnsText] = useSearchParam('columns');
  const [picturesText] = useSearchParam('pictures');
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
            <Button variant="filled" leftSection={<IconPrint />} onClick={() => void printed()}>
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
          const title = [plan.client?.name, t('sheet.planOf', { month: format.month(month) })]
            .filter(Boolean)
            .join('. ');
          const pictures = new Map(
            items.flatMap((item): [string, string][] => {
              const picture = picturesText === '0' ? null : pictureOf(item);
              return picture ? [[item.id, picture]] : [];
            }),
          );
          return (
            <article className={classes.sheet} aria-label={t('sheet.title')}>
              <RunningWords title={title} agency={agency} page={t('sheet.page')} of={t('sheet.of')} />
              <header>
                <h2 className={classes.title}>{title}</h2>
                <p className={classes.quiet}>{[agency, t('mix.items', { count: items.length })].join(' · ')}</p>
              </header>
              <SheetWeeks items={items} columns={columns} pictures={pictures} />
            </article>
          );
        }}
      </QueryView>
    </Page>
  );
}

/** What stands at the edges of every printed page: margin boxes take their words from the root of the document alone. */
function RunningWords(words: { title: string; agency: string; page: string; of: string }) {
  const { title, agency, page, of } = words;
  useEffect(() => {
    const { style } = document.documentElement;
    const texts = { title, agency, page: `${page} `, of: ` ${of} ` };
    for (const [name, text] of Object.entries(texts)) style.setProperty(`--sheet-${name}`, JSON.stringify(text));
    return () => {
      for (const name of Object.keys(texts)) style.removeProperty(`--sheet-${name}`);
    };
  }, [title, agency, page, of]);
  return null;
}
