import type { Id } from '@planerka/platform/domain';
import { cellRef, textOf, type Cell } from './plan-cells';
import type { PlanColumn } from './plan-columns';
import { findKnown, naturalKey, turnLike, type ComingTurn, type RowMatch } from './plan-duplicates';
import { missingColumns, recogniseHeader, type ColumnMapping } from './plan-mapping';
import { valueAtMost } from './plan-names';
import { readRow, type CellIssue, type ReadRow } from './plan-row';
import { planNames, type PlanBook, type PlanItem, type PlanRow } from './plan-table';
import { channelsInUse, type PublicationLink } from './publication';
import { placeLinks } from './publication-links';

export const importRowLimit = 2_000;

export interface ImportRequest {
  readonly table: readonly (readonly Cell[])[];
  readonly book: PlanBook;
  /** The client's items, whatever their month: rows find theirs by id, else by day, time and title. */
  readonly existing: readonly PlanItem[];
  /** Of dates that say none. */
  readonly year: number;
  /** What a person wants done with a row, by the spreadsheet's number, where it is not what would be done of itself. */
  readonly wishes?: ReadonlyMap<number, RowWish>;
  /** Row of the header and what its columns hold, where a person has said so. */
  readonly header?: { readonly row: number; readonly mapping: ColumnMapping };
}

/** To leave a row out; to add it as a new publication, though it is like one that is there. */
export type RowWish = 'skip' | 'fresh';

/** What one row would do. `row` is the spreadsheet's number, from 1. */
export type ImportRow =
  | {
      readonly kind: 'create';
      readonly row: number;
      readonly item: PlanRow;
      /** As somebody wished: of itself it would change one that is there. */
      readonly isWish: boolean;
      /** What a series is going to make on that day: then there would be two of it. */
      readonly turn?: string;
    }
  | {
      readonly kind: 'update';
      readonly row: number;
      readonly id: Id;
      readonly match: RowMatch;
      /** What stands there now. */
      readonly known: string;
      readonly item: PlanRow;
      readonly changed: readonly (keyof PlanRow)[];
    }
  | { readonly kind: 'unchanged'; readonly row: number; readonly id: Id }
  | { readonly kind: 'skip'; readonly row: number; readonly item: PlanRow; readonly isKnown: boolean }
  | { readonly kind: 'bad'; readonly row: number; readonly issues: readonly CellIssue[] };

export interface DryRun {
  readonly header: { readonly row: number; readonly mapping: ColumnMapping };
  readonly unknownHeaders: readonly { readonly column: number; readonly header: string }[];
  readonly missingColumns: readonly PlanColumn[];
  readonly rows: readonly ImportRow[];
  readonly isTooLong: boolean;
  /** All or nothing: true when every row is good and there is something to do. */
  readonly isImportable: boolean;
}

/** Says row by row what an import would do. Importing is doing exactly this, in one transaction, or nothing. */
export function dryRun(request: ImportRequest): DryRun {
  const recognised = recogniseHeader(request.table);
  const header = request.header ?? { row: recognised.row, mapping: recognised.mapping };
  const missing = missingColumns(header.mapping);
  const body = bodyOf(request.table, header.row);
  const isTooLong = body.length > importRowLimit;
  const rows = missing.length > 0 || isTooLong ? [] : judge(body, request, header.mapping);
  const isGood = rows.length > 0 && rows.every(({ kind }) => kind !== 'bad');
  return {
    header,
    unknownHeaders: recognised.unknown.filter(({ column }) => (header.mapping[column] ?? null) === null),
    missingColumns: missing,
    rows,
    isTooLong,
    isImportable: isGood && rows.some(({ kind }) => kind === 'create' || kind === 'update'),
  };
}

/** The same, with what the client's series are going to make beside each row that is new. */
export function besideTurns(run: DryRun, turns: readonly ComingTurn[]): DryRun {
  const byDay = Map.groupBy(turns, ({ date }) => date.toString());
  const rows = run.rows.map((row) => {
    const turn = row.kind === 'create' ? turnLike(row.item, byDay) : null;
    return turn ? { ...row, turn: turn.title } : row;
  });
  return { ...run, rows };
}

interface BodyRow {
  readonly index: number;
  readonly cells: readonly Cell[];
}

const bodyOf = (table: ImportRequest['table'], headerRow: number): readonly BodyRow[] =>
  table
    .map((cells, index) => ({ index, cells }))
    .slice(headerRow + 1)
    .filter(({ cells }) => cells.some((cell) => textOf(cell) !== '') && !isHeading(cells));

/** «Неделя 7–13 декабря» above its publications, as in our own file for clients, is none of them. */
const isHeading = (cells: readonly Cell[]): boolean => {
  const [text, ...others] = cells.map(textOf).filter((each) => each !== '');
  return others.length === 0 && text !== undefined && /^(неделя|week)([^\p{L}]|$)/iu.test(text);
};

function judge(body: readonly BodyRow[], request: ImportRequest, mapping: ColumnMapping): readonly ImportRow[] {
  const context = { mapping, book: request.book, names: planNames(request.book), year: request.year };
  const reads = body.map(({ index, cells }) => readRow(cells, index, context));
  const wishOf = (at: number): RowWish | undefined => request.wishes?.get((body[at]?.index ?? 0) + 1);
  const known = findKnown(
    reads.map(({ value }) => value),
    request.existing,
    (at) => wishOf(at) !== 'fresh',
  );
  const seen = new Map<string, number>();
  return body.map(({ index }, at): ImportRow => {
    const row = index + 1;
    const { value, issues } = reads[at] ?? { value: null, issues: [] };
    if (value === null) return { kind: 'bad', row, issues };
    const wish = wishOf(at);
    const { item = null, match = 'same' } = known[at] ?? {};
    const read = rowOf(value, request.book, mapping.includes('channels') ? null : item, item?.links);
    if (wish === 'skip') return { kind: 'skip', row, item: read, isKnown: item !== null };
    const issue = (column: PlanColumn, code: string, params = {}): ImportRow => ({
      kind: 'bad',
      row,
      issues: [{ ref: cellRef(index, Math.max(0, mapping.indexOf(column))), column, code, params }],
    });
    // Ids of other clients and agencies read as unknown, too: the file must not tell that they exist.
    if (value.id !== null && !item) return issue('id', 'unknown_item');
    const identity = item?.id ?? naturalKey(value);
    const earlier = seen.get(identity);
    if (earlier !== undefined) return issue(value.id === null ? 'title' : 'id', 'row_twice', { row: earlier });
    seen.set(identity, row);
    const astray = astrayLink(value.written, read, item?.links);
    if (astray !== null) return issue('link', 'no_channel_for_link', { value: astray.slice(0, valueAtMost) });
    if (!item) return { kind: 'create', row, item: read, isWish: wish === 'fresh' };
    const compared = compare(item, match, read, row, mapping);
    if (compared.kind === 'update' && channelsInUse(compared.item, compared.item.channelIds).length > 0)
      return issue('channels', 'channel_in_use');
    const isMoved =
      compared.kind === 'update' && compared.changed.some((field) => field === 'date' || field === 'time');
    return isMoved && item.status === 'published' ? issue('date', 'already_published') : compared;
  });
}

/** The row with its addresses at their channels: those that it names, or else those of the publication that it is about. */
function rowOf(
  { written, ...row }: ReadRow,
  { channels }: PlanBook,
  placed: PlanItem | null,
  known: readonly PublicationLink[] = [],
): PlanRow {
  const { channelIds } = placed ?? row;
  const open = channels.filter(({ id }) => channelIds.includes(id));
  return withoutId({ ...row, channelIds, links: placeLinks(written, open, known) });
}

/** The first address that no channel of the publication is there for. */
function astrayLink(
  written: ReadRow['written'],
  { links, channelIds }: PlanRow,
  known: readonly PublicationLink[] = [],
): string | null {
  const stray = links.filter(({ channelId, url }, index) => {
    const said = written[index]?.channelId ?? null;
    if (channelId !== null) return said !== null && said !== channelId;
    const isKnown = known.some((link) => link.channelId === null && link.url === url);
    return !isKnown && (channelIds.length > 0 || links.findIndex((other) => other.channelId === null) < index);
  });
  return stray[0]?.url ?? null;
}

/** Columns that the table has not are left as they are. */
function compare(known: PlanItem, match: RowMatch, read: PlanRow, row: number, mapping: ColumnMapping): ImportRow {
  const taken = fieldsOf(mapping);
  const item: PlanRow = { ...withoutId(known), ...pick(read, taken) };
  const changed = taken.filter((field) => !isSame(known, item, field));
  return changed.length === 0
    ? { kind: 'unchanged', row, id: known.id }
    : { kind: 'update', row, id: known.id, match, known: known.title, item, changed };
}

const fieldByColumn: Readonly<Partial<Record<PlanColumn, keyof PlanRow>>> = {
  date: 'date',
  time: 'time',
  channels: 'channelIds',
  rubric: 'rubricId',
  format: 'format',
  title: 'title',
  idea: 'idea',
  campaign: 'campaignId',
  link: 'links',
};

function fieldsOf(mapping: ColumnMapping): readonly (keyof PlanRow)[] {
  return mapping.flatMap((column) => {
    const field = column === null ? undefined : fieldByColumn[column];
    return field === undefined ? [] : [field];
  });
}

const pick = (row: PlanRow, fields: readonly (keyof PlanRow)[]): Partial<PlanRow> =>
  Object.fromEntries(fields.map((field) => [field, row[field]]));

const withoutId = ({ date, time, channelIds, rubricId, format, title, idea, campaignId, links }: PlanRow): PlanRow => ({
  date,
  time,
  channelIds,
  rubricId,
  format,
  title,
  idea,
  campaignId,
  links,
});

/** Seconds are not shown in a table, and the order of channels means nothing. */
function isSame(one: PlanRow, other: PlanRow, field: keyof PlanRow): boolean {
  return comparable(one, field) === comparable(other, field);
}

function comparable(row: PlanRow, field: keyof PlanRow): string {
  if (field === 'time') return row.time.toString({ smallestUnit: 'minute' });
  if (field === 'links')
    return row.links
      .map(({ channelId, url }) => `${channelId ?? ''} ${url}`)
      .toSorted()
      .join('\n');
  return field === 'channelIds' ? row.channelIds.toSorted().join(' ') : String(row[field] ?? '');
}
