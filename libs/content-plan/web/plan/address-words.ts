import type { Plan } from './plan-page.documents';
import type { PlanAddress } from './use-plan-address';

/** Columns of the table that may be left out; day and topic always stand there. */
export const tableColumns = ['client', 'channels', 'rubric', 'format', 'campaign', 'people', 'work', 'status'] as const;
export type TableColumn = (typeof tableColumns)[number];

/** What came of the publications: shown where somebody asks for it. */
export const metricColumns = ['reach', 'views', 'engagement', 'er', 'clicks', 'spend'] as const;
export type MetricColumn = (typeof metricColumns)[number];

/** By what the table is ordered. */
export const sortings = ['date', 'title', 'client', 'rubric', 'format', 'status', ...metricColumns] as const;
export type Sorting = (typeof sortings)[number];

export const listIn = (text: string | null): readonly string[] => (text ? text.split(',') : []);

/** Three more columns are for whoever gives out the work. */
const usuallyHidden: readonly TableColumn[] = ['people'];
const nothingHidden = 'none';

export const hiddenIn = ({ hide }: Pick<PlanAddress, 'hide'>): readonly TableColumn[] => {
  const hidden = listIn(hide);
  const known = tableColumns.filter((column) => hidden.includes(column));
  return known.length > 0 || hide === nothingHidden ? known : usuallyHidden;
};

/** As the address says it. */
export const hideWord = (hidden: readonly string[]): string | null =>
  hidden.join() === usuallyHidden.join() ? null : hidden.join() || nothingHidden;

export const metricsIn = ({ metrics }: Pick<PlanAddress, 'metrics'>): readonly MetricColumn[] => {
  const shown = listIn(metrics);
  return metricColumns.filter((column) => shown.includes(column));
};

/** What promotion cost is offered to those who plan. */
export const metricsOf = ({ viewerCanEdit }: Pick<Plan, 'viewerCanEdit'>): readonly MetricColumn[] =>
  metricColumns.filter((column) => column !== 'spend' || viewerCanEdit);

/** `-title`: by topic, from the end. */
export function sortingIn({ sort }: Pick<PlanAddress, 'sort'>): {
  readonly by: Sorting;
  readonly isDescending: boolean;
} {
  const isDescending = sort?.startsWith('-') ?? false;
  const by = sortings.find((known) => known === (isDescending ? sort?.slice(1) : sort)) ?? 'date';
  return { by, isDescending };
}

export const sortWord = (by: Sorting, isDescending: boolean): string | null =>
  by === 'date' && !isDescending ? null : `${isDescending ? '-' : ''}${by}`;

/** Those that there is something for: no client beside one client's plan, no campaign where there is none. */
export const columnsOf = ({ client, campaigns }: Pick<Plan, 'client' | 'campaigns'>): readonly TableColumn[] =>
  tableColumns.filter(
    (column) => (column !== 'client' || !client) && (column !== 'campaign' || (client && campaigns.length > 0)),
  );

/** Those of them that are not left out. */
export function columnsIn(
  plan: Pick<Plan, 'client' | 'campaigns'>,
  address: Pick<PlanAddress, 'hide'>,
): ReadonlySet<TableColumn> {
  const hidden: readonly string[] = hiddenIn(address);
  return new Set(columnsOf(plan).filter((column) => !hidden.includes(column)));
}
