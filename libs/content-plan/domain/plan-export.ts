import { columnNames, formatNames, planColumns, statusNames, type PlanLocale } from './plan-columns';
import { planNames, type PlanBook, type PlanItem } from './plan-table';

/**
 * A plan as a table of texts, header first. Importing it again gives the same plan back, whatever the language.
 */
export function exportPlan(
  items: readonly PlanItem[],
  book: PlanBook,
  locale: PlanLocale,
): readonly (readonly string[])[] {
  const names = planNames(book);
  const header = planColumns.map((column) => columnNames[locale][column]);
  const rows = items.map((item) => [
    item.id,
    locale === 'ru' ? dottedDate(item) : item.date.toString(),
    item.time.toString({ smallestUnit: 'minute' }),
    item.channelIds.map((id) => names.channels.labelOf(id)).join('; '),
    item.rubricId === null ? '' : names.rubrics.labelOf(item.rubricId),
    formatNames[locale][item.format],
    item.title,
    item.idea,
    item.campaignId === null ? '' : names.campaigns.labelOf(item.campaignId),
    statusNames[locale][item.status],
    item.link,
  ]);
  return [header, ...rows.map((row) => row.map(inertCell))];
}

const dottedDate = ({ date }: PlanItem): string =>
  [date.day, date.month].map((part) => String(part).padStart(2, '0')).join('.') +
  `.${String(date.year).padStart(4, '0')}`;

/** A text that a spreadsheet would run as a formula gets an apostrophe before it; `livingCell` takes it off again. */
export const inertCell = (text: string): string => (/^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text);

export const livingCell = (text: string): string => (/^''*[=+\-@\t\r]/.test(text) ? text.slice(1) : text);
