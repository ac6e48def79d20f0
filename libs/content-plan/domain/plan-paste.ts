import { err, issue, ok, textLimits, type Id, type InputIssue, type Result } from '@planerka/platform/domain';
import type { ItemFormat } from './item';
import { readDate, readTime } from './plan-cells';
import { livingCell } from './plan-export';
import { channelsIn, formatOf } from './plan-names';
import { workOfPerson, type ItemPeople } from './item-people';
import { personIn, type PlanPerson } from './plan-people';
import type { PlanNames } from './plan-table';

/** Columns of the plan's table that take what is pasted, in the order in which they stand. */
export const pastedFields = [
  'when',
  'title',
  'channels',
  'rubric',
  'format',
  'campaign',
  'copywriterId',
  'designerId',
  'targetologistId',
] as const;
export type PastedField = (typeof pastedFields)[number];

/** What a pasted cell changes; days and times as text, as the command takes them. */
export interface PastedPatch extends Partial<ItemPeople> {
  readonly title?: string;
  readonly format?: ItemFormat;
  readonly publishOn?: string;
  readonly publishTime?: string;
  readonly channelIds?: readonly Id[];
  readonly rubricId?: Id | null;
  readonly campaignId?: Id | null;
}

interface PasteContext {
  readonly names: PlanNames;
  readonly people: readonly PlanPerson[];
  /** Of dates that say none. */
  readonly year: number;
}

/** A cell of a spreadsheet as one cell of the plan. An empty one empties it, where it may be empty. */
export function readPastedCell(
  field: PastedField,
  cell: string,
  { names, people, year }: PasteContext,
): Result<PastedPatch, InputIssue> {
  const text = livingCell(cell).trim();
  switch (field) {
    case 'when':
      return readWhen(text, year);
    case 'title':
      return readTitle(text.replace(/\s*\n\s*/g, ' '));
    case 'channels': {
      const { ids, unknown } = channelsIn(text, names.channels);
      return unknown.length > 0 ? refused('unknown_channel', { names: unknown }) : ok({ channelIds: ids });
    }
    case 'rubric': {
      const rubricId = text === '' ? null : names.rubrics.idOf(text);
      return text !== '' && rubricId === null ? refused('unknown_rubric') : ok({ rubricId });
    }
    case 'campaign': {
      const campaignId = text === '' ? null : names.campaigns.idOf(text);
      return text !== '' && campaignId === null ? refused('unknown_campaign') : ok({ campaignId });
    }
    case 'copywriterId':
    case 'designerId':
    case 'targetologistId': {
      if (text === '') return ok({ [field]: null });
      const person = personIn(text, people, workOfPerson[field]);
      return person.ok ? ok({ [field]: person.value.id }) : person;
    }
    case 'format': {
      const format = formatOf(text);
      if (text === '') return refused('required');
      return format === null ? refused('unknown_format') : ok({ format });
    }
  }
}

/** A day, a time, or both: what is not said stays. */
function readWhen(text: string, year: number): Result<PastedPatch, InputIssue> {
  if (text === '') return refused('required');
  const time = readTime(text);
  if (time.ok && time.value && !looksLikeDay(text)) return ok({ publishTime: clock(time.value) });
  const day = readDate(text, year);
  if (!day.ok) return refused(day.error);
  if (day.value.date.year < 2000 || day.value.date.year > 2100) return refused('date_out_of_range');
  return ok({
    publishOn: day.value.date.toString(),
    ...(day.value.time && { publishTime: clock(day.value.time) }),
  });
}

/** «09.12» is the ninth of December, and no time that anybody publishes at; «9:12» is a time. */
const looksLikeDay = (text: string): boolean => text.includes('.');

const clock = (time: { toString(options: { smallestUnit: 'minute' }): string }): string =>
  time.toString({ smallestUnit: 'minute' });

function readTitle(title: string): Result<PastedPatch, InputIssue> {
  if (title === '') return refused('required');
  if (title.length > textLimits.title) return refused('too_long', { max: textLimits.title });
  return /[\u0000-\u001F\u007F]/.test(title) ? refused('control_characters') : ok({ title });
}

const refused = (code: string, params: InputIssue['params'] = {}) => err(issue([], code, params));

/** Cells of a clipboard, as spreadsheets write them: tabs between them, quotes around what has a tab or a line break within. */
export function readClipboard(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  const plain = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  for (const [, quoted, bare, mark] of plain.matchAll(/(?:"((?:[^"]|"")*)"|([^\t\n]*))(\t|\n|$)/gy)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare ?? '');
    if (mark === '\n') rows.push([]);
    else if (mark !== '\t') break;
  }
  return rows;
}

/**
 * What goes into each cell of a chosen range. One value, or a block that fits a whole number of times, fills it; another
 * block lies from its first cell on, however large it is.
 */
export function spread(
  block: readonly (readonly string[])[],
  rows: number,
  columns: number,
): readonly (readonly string[])[] {
  const width = Math.max(...block.map((row) => row.length));
  const fits = rows % block.length === 0 && columns % width === 0;
  const height = fits ? rows : block.length;
  return Array.from({ length: height }, (_, row) =>
    Array.from({ length: fits ? columns : width }, (_, column) => block[row % block.length]?.[column % width] ?? ''),
  );
}
