import {
  Columns,
  Page,
  PageHeader,
  QueryView,
  Segmented,
  Stack,
  useFormat,
  useSearchParam,
} from '@planerka/platform/web';
import type { ReactNode } from 'react';
import { useQuery } from 'urql';
import { ExportButton } from '../export/ExportButton';
import { useT } from '../locales';
import { ClientsTable } from './ClientsTable';
import { OverviewPageQuery, type Overview } from './overview-documents';
import { OverviewFigures } from './OverviewFigures';
import { PayoutsCard } from './PayoutsCard';
import { RequestsCard } from './RequestsCard';
import { SquadsLoad } from './SquadsLoad';

const monthBefore = (month: string): string => {
  const at = new Date(`${month}-01T00:00:00Z`);
  at.setUTCMonth(at.getUTCMonth() - 1);
  return at.toISOString().slice(0, 7);
};

/**
 * Who earns, who eats the margin, and what waits for the owner's word.
 * @param emptyState what an agency without clients is shown instead
 */
export function OverviewPage({ emptyState }: { emptyState?: ReactNode }) {
  const [month, setMonth] = useSearchParam('month');
  const [quarter, setQuarter] = useSearchParam('quarter');
  const isQuarter = quarter !== null;
  const [result, refetch] = useQuery({ query: OverviewPageQuery, variables: { month, quarter: isQuarter } });
  const reload = () => refetch({ requestPolicy: 'network-only' });
  return (
    <Page>
      <QueryView result={result} onRetry={reload} select={({ overview }) => overview}>
        {(overview) =>
          overview.clients.length === 0 && emptyState ? (
            emptyState
          ) : (
            <OverviewDesk
              overview={overview}
              onReload={reload}
              onPeriod={(period) => {
                setQuarter(period === 'quarter' ? 'yes' : null);
                if (period !== 'quarter') setMonth(period === overview.today.slice(0, 7) ? null : period);
              }}
            />
          )
        }
      </QueryView>
    </Page>
  );
}

function OverviewDesk({
  overview,
  onReload,
  onPeriod,
}: {
  overview: Overview;
  onReload: () => void;
  onPeriod: (period: string) => void;
}) {
  const t = useT();
  const format = useFormat();
  const now = overview.today.slice(0, 7);
  const before = monthBefore(now);
  const shown = overview.isQuarter ? 'quarter' : overview.month;
  const periods = [...new Set([before, now, ...(overview.isQuarter ? [] : [overview.month])])].toSorted();
  return (
    <>
      <PageHeader
        overline={`${format.dayLong(overview.today)} · ${t('overview.all')}`}
        title={titleOf(overview, t, format)}
        actions={
          <>
            <Segmented
              label={t('overview.quarter')}
              value={shown}
              onChange={onPeriod}
              segments={[
                ...periods.map((value) => ({ value, label: monthLabel(value, format) })),
                { value: 'quarter', label: t('overview.quarter') },
              ]}
            />
            <ExportButton
              path="/api/money/overview"
              query={{ month: overview.month, quarter: String(overview.isQuarter) }}
            />
          </>
        }
      />
      <Stack>
        <OverviewFigures overview={overview} />
        <Columns
          side={
            <Stack>
              <RequestsCard
                requests={overview.requests}
                isPrimary={overview.payouts.length === 0}
                onReload={onReload}
              />
              <PayoutsCard payouts={overview.payouts} onReload={onReload} />
            </Stack>
          }
        >
          <Stack>
            <ClientsTable overview={overview} />
            <SquadsLoad squads={overview.squads} />
          </Stack>
        </Columns>
      </Stack>
    </>
  );
}

/** «Ноябрь»: the year goes without saying as long as it is this one. */
const monthLabel = (month: string, format: ReturnType<typeof useFormat>): string =>
  format.month(month).replace(/\s\d{4}$/, '');

/** «ноября»: a date says it in the case that its language wants. */
const monthOf = (month: string, format: ReturnType<typeof useFormat>): string =>
  format.dayLong(`${month}-15`).replace(/^\d+\s/, '');

function titleOf(
  { month, margin, againstGoal }: Overview,
  t: ReturnType<typeof useT>,
  format: ReturnType<typeof useFormat>,
): string {
  const name = format.monthName(month);
  const ofMonth = monthOf(month, format);
  if (margin.percent === null) return t('overview.titleNothing', { month: name });
  const percent = format.percent(margin.percent, Number.isInteger(margin.percent) ? 0 : 1);
  if (againstGoal === null) return t('overview.titleNoGoal', { month: ofMonth, percent });
  if (againstGoal >= 0) return t('overview.titleAbove', { month: ofMonth, percent });
  return t('overview.titleBelow', {
    month: ofMonth,
    percent,
    points: t('overview.points', { count: Math.max(1, Math.round(-againstGoal)) }),
  });
}
