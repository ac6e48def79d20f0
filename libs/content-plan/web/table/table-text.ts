import { type PersonColumn, type PlanItem, workIn } from '../plan/plan-item';
import type { CellField } from './cell-range';

/** Names that the import knows, in the order in which rows are copied and in which a block without a head is read. */
const head = ['Дата', 'Время', 'Тема', 'Площадки', 'Рубрика', 'Формат', 'Кампания'] as const;

const cell = (text: string): string => {
  // What begins like a formula stays a text in a spreadsheet.
  const safe = /^[=+\-@]/.test(text) ? `'${text}` : text;
  return /["\t\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

const dayText = (day: string): string => day.split('-').toReversed().join('.');

/** With the network, as the import names channels: two networks may have one title. */
const channelName = ({ network, title }: PlanItem['channels'][number]): string =>
  network === 'OTHER' ? title : `${network}: ${title}`;

/** Rows as a spreadsheet takes them from the clipboard, and as this table takes them back. */
export function copiedRows(items: readonly PlanItem[], formatName: (item: PlanItem) => string): string {
  const rows = items.map((item) => [
    dayText(item.publishOn),
    item.publishTime,
    item.title,
    item.channels.map(channelName).join('; '),
    item.rubric?.name ?? '',
    formatName(item),
    item.campaign?.name ?? '',
  ]);
  return [head, ...rows].map((row) => row.map(cell).join('\t')).join('\n');
}

const executorName = (item: PlanItem, column: PersonColumn): string =>
  workIn(item, column)
    .flatMap(({ assigneeName }) => assigneeName ?? [])
    .join(', ');

const texts: Readonly<Record<CellField, (item: PlanItem, formatName: (item: PlanItem) => string) => string>> = {
  when: (item) => `${dayText(item.publishOn)} ${item.publishTime}`,
  title: (item) => item.title,
  channels: (item) => item.channels.map(channelName).join('; '),
  rubric: (item) => item.rubric?.name ?? '',
  format: (item, formatName) => formatName(item),
  campaign: (item) => item.campaign?.name ?? '',
  copywriterId: (item) => executorName(item, 'copywriterId'),
  designerId: (item) => executorName(item, 'designerId'),
  targetologistId: (item) => executorName(item, 'targetologistId'),
};

/** A block of cells, without a head: it comes back as it went, and a spreadsheet takes it. */
export const copiedCells = (
  items: readonly PlanItem[],
  fields: readonly CellField[],
  formatName: (item: PlanItem) => string,
): string => items.map((item) => fields.map((field) => cell(texts[field](item, formatName))).join('\t')).join('\n');

const heads = new Set(['дата', 'тема', 'date', 'day', 'topic', 'title']);

/** Whether it names its columns: then it is a plan of its own, and none of the cells that stand here. */
export const hasHead = (text: string): boolean => {
  const [first = ''] = text.split(/\r?\n/);
  return first.includes('\t') && first.split('\t').some((name) => heads.has(name.trim().toLowerCase()));
};

const isDateLike = (text: string): boolean => /\d{1,2}[.\s-][\dа-яa-z]/i.test(text) && !/^\D/.test(text);

const isTimeLike = (text: string): boolean => /^\d{1,2}[:.]\d{2}(:\d{2})?$/.test(text.trim());

/**
 * A block of a spreadsheet as a table with a head, or null where it is no block: one word is no table. A block without
 * a head gets the one of what this table copies; a block without times gets none for them.
 */
export function pastedTable(text: string): string | null {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n+$/, '');
  const [first = ''] = lines.split('\n');
  const cells = first.split('\t');
  if (cells.length < 2) return null;
  if (!isDateLike(cells[0] ?? '')) return lines;
  const names = isTimeLike(cells[1] ?? '') ? head : head.filter((name) => name !== 'Время');
  return [names.slice(0, cells.length).join('\t'), lines].join('\n');
}
