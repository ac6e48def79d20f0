import { type MetricColumn, metricColumns, type Sorting } from '../plan/address-words';
import type { PlanItem } from '../plan/plan-item';
import { figureIn, type RowFigures } from './plan-figures';

const statusOrder: readonly PlanItem['status'][] = [
  'MISSED',
  'PLANNED',
  'IN_PRODUCTION',
  'AWAITING_CLIENT',
  'READY',
  'PUBLISHED',
];

type Sorted = Pick<PlanItem, 'id' | 'publishOn' | 'publishTime' | 'title' | 'client' | 'rubric' | 'format' | 'status'>;

const keys = {
  date: (item: Sorted) => `${item.publishOn} ${item.publishTime}`,
  title: (item: Sorted) => item.title.toLocaleLowerCase(),
  client: (item: Sorted) => item.client.name,
  rubric: (item: Sorted) => item.rubric?.name ?? '\uffff',
  format: (item: Sorted) => item.format,
  status: (item: Sorted) => String(statusOrder.indexOf(item.status)),
} as const satisfies Record<Exclude<Sorting, MetricColumn>, (item: Sorted) => string>;

const isMetric = (by: Sorting): by is MetricColumn => metricColumns.some((column) => column === by);

/** Rows by a column, then by day. What was not measured stands last, whichever way. */
export function inOrder<I extends Sorted>(
  items: readonly I[],
  by: Sorting,
  isDescending: boolean,
  figures: ReadonlyMap<string, RowFigures>,
): readonly I[] {
  const byDate = (one: I, other: I) => keys.date(one).localeCompare(keys.date(other));
  if (!isMetric(by)) {
    const rows = items.toSorted((one, other) => keys[by](one).localeCompare(keys[by](other)) || byDate(one, other));
    return isDescending ? rows.toReversed() : rows;
  }
  return items.toSorted((one, other) => {
    const [first, second] = [figureIn(figures.get(one.id), by), figureIn(figures.get(other.id), by)];
    if (first === null || second === null)
      return Number(first === null) - Number(second === null) || byDate(one, other);
    return (isDescending ? second - first : first - second) || byDate(one, other);
  });
}
