import { compareDates, firstDayOf, type PlainDate, type PlainYearMonth } from '@planerka/platform/domain';
import { columnNames, formatNames, planColumns, statusNames, type PlanColumn, type PlanLocale } from './plan-columns';
import { planNames, type PlanBook, type PlanItem, type PlanNames } from './plan-table';
import { linksText } from './publication-links';

/**
 * A plan as a table of texts, header first. Importing it again gives the same plan back, whatever the language.
 */
export function exportPlan(
  items: readonly PlanItem[],
  book: PlanBook,
  locale: PlanLocale,
  columns: readonly PlanColumn[] = planColumns,
): readonly (readonly string[])[] {
  const names = planNames(book);
  return [headerOf(columns, locale), ...items.map((item) => cellsOf(item, book, names, columns, locale))];
}

export const headerOf = (columns: readonly PlanColumn[], locale: PlanLocale): readonly string[] =>
  columns.map((column) => columnNames[locale][column]);

/** One publication as texts that no spreadsheet takes for a formula. */
export function cellsOf(
  item: PlanItem,
  { channels }: Pick<PlanBook, 'channels'>,
  names: PlanNames,
  columns: readonly PlanColumn[],
  locale: PlanLocale,
): readonly string[] {
  const texts: Readonly<Record<PlanColumn, string>> = {
    id: item.id,
    date: locale === 'ru' ? dottedDate(item.date) : item.date.toString(),
    time: item.time.toString({ smallestUnit: 'minute' }),
    channels: item.channelIds.map((id) => names.channels.labelOf(id)).join('; '),
    rubric: item.rubricId === null ? '' : names.rubrics.labelOf(item.rubricId),
    format: formatNames[locale][item.format],
    title: item.title,
    idea: item.idea,
    campaign: item.campaignId === null ? '' : names.campaigns.labelOf(item.campaignId),
    status: statusNames[locale][item.status],
    link: linksText(
      item.links,
      channels.filter(({ id }) => item.channelIds.includes(id)),
      names.channels,
    ),
  };
  return columns.map((column) => inertCell(texts[column]));
}

/** Columns in the order of the plan; a table without a day and a topic could not be imported again, so those are in it always. */
export const chosenColumns = (wanted: readonly PlanColumn[]): readonly PlanColumn[] =>
  wanted.length === 0
    ? planColumns
    : planColumns.filter((column) => column === 'date' || column === 'title' || wanted.includes(column));

export interface PlanWeek {
  /** Monday. */
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly items: readonly PlanItem[];
}

/** By weeks that have publications; each week's are in the order in which they came. */
export function weeksOf(items: readonly PlanItem[]): readonly PlanWeek[] {
  const mondayOf = ({ date }: PlanItem): PlainDate => date.subtract({ days: date.dayOfWeek - 1 });
  return [...Map.groupBy(items, (item) => mondayOf(item).toString())]
    .flatMap(([, group]) => {
      const [first] = group;
      return first ? [{ from: mondayOf(first), to: mondayOf(first).add({ days: 6 }), items: group }] : [];
    })
    .toSorted((one, other) => compareDates(one.from, other.from));
}

/** «Неделя 7–13 декабря»: the import knows a heading by its first word. */
export function weekTitle({ from, to }: Pick<PlanWeek, 'from' | 'to'>, locale: PlanLocale): string {
  const named = (date: PlainDate): string =>
    date.toLocaleString(locale === 'ru' ? 'ru' : 'en-GB', { day: 'numeric', month: 'long' });
  const days = from.month === to.month ? `${from.day}–${named(to)}` : `${named(from)} – ${named(to)}`;
  return `${locale === 'ru' ? 'Неделя' : 'Week'} ${days}`;
}

/** «декабрь 2026» */
export const monthName = (month: PlainYearMonth, locale: PlanLocale): string =>
  firstDayOf(month)
    .toLocaleString(locale, { month: 'long', year: 'numeric' })
    .replace(/\s*г\.$/, '');

const dottedDate = (date: PlainDate): string =>
  [date.day, date.month].map((part) => String(part).padStart(2, '0')).join('.') +
  `.${String(date.year).padStart(4, '0')}`;

/** A text that a spreadsheet would run as a formula gets an apostrophe before it; `livingCell` takes it off again. */
export const inertCell = (text: string): string => (/^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text);

export const livingCell = (text: string): string => (/^''*[=+\-@\t\r]/.test(text) ? text.slice(1) : text);
