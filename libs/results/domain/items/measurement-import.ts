import { networkOf, type Network } from '@planerka/clients/domain';
import {
  cellRef,
  normaliseName,
  readDate,
  recogniseColumns,
  textOf,
  titleLikeness,
  type Cell,
  type ColumnMapping,
} from '@planerka/content-plan/domain';
import {
  compareDates,
  parseMoneyText,
  type Currency,
  type Id,
  type IssueParams,
  type PlainDate,
} from '@planerka/platform/domain';
import { measurementColumnOf, missingOf, type MeasurementColumn } from './import-columns';
import { countsFrom, itemCounts, type ItemCount, type MeasuredCounts } from './item-counts';
import { publicationKey } from './publication-key';
import { readCount } from './read-count';

/** A publication that is out, as a row may find it. */
export interface ImportableItem {
  readonly id: Id;
  readonly title: string;
  readonly publishedOn: PlainDate;
  readonly channels: readonly { readonly id: Id; readonly network: Network }[];
  /** Of a channel, or of the publication as a whole. */
  readonly links: readonly { readonly channelId: Id | null; readonly url: string }[];
}

export interface KnownMeasurement extends MeasuredCounts {
  readonly itemId: Id;
  readonly channelId: Id;
  readonly day: string;
  readonly version: number;
}

export interface MeasurementImport {
  readonly table: readonly (readonly Cell[])[];
  readonly mapping?: { readonly row: number; readonly mapping: ColumnMapping<MeasurementColumn> };
  readonly items: readonly ImportableItem[];
  readonly known: readonly KnownMeasurement[];
  readonly currency: Currency;
  readonly today: PlainDate;
  /** As of which day the file counts, where its rows don't say. */
  readonly day: PlainDate;
  /** Whose export it is, where its rows don't say. */
  readonly channelId: Id | null;
}

export interface ImportIssue {
  /** `D7`, as the spreadsheet calls it. */
  readonly ref: string;
  readonly column: MeasurementColumn;
  readonly code: string;
  readonly params: IssueParams;
}

export interface FoundMeasurement {
  readonly row: number;
  readonly itemId: Id;
  readonly title: string;
  readonly channelId: Id;
  readonly day: PlainDate;
  readonly by: 'link' | 'title';
  readonly counts: MeasuredCounts;
  /** 0 where there is none of that day. */
  readonly version: number;
}

/** Why a row says nothing of a publication of ours; an export has others' and its own sums. */
export type Unmatched = 'no_publication' | 'which_channel' | 'nothing_measured';

export type MeasurementRow =
  | ({ readonly kind: 'create' | 'update' | 'unchanged' } & FoundMeasurement)
  | { readonly kind: 'unmatched'; readonly row: number; readonly reason: Unmatched }
  | { readonly kind: 'bad'; readonly row: number; readonly issues: readonly ImportIssue[] };

export interface MeasurementRun {
  readonly header: { readonly row: number; readonly mapping: ColumnMapping<MeasurementColumn> };
  /** What lacks: how to find publications, or what was counted. */
  readonly missing: readonly ('link' | 'views')[];
  readonly rows: readonly MeasurementRow[];
  /** All or nothing: no bad row, and something to do. Rows of no publication of ours are left out, and listed. */
  readonly isImportable: boolean;
}

/** Says row by row what an import would write. Importing is doing exactly this, in one transaction, or nothing. */
export function dryRunMeasurements(request: MeasurementImport): MeasurementRun {
  const header = request.mapping ?? recogniseColumns(request.table, measurementColumnOf);
  const missing = missingOf(header.mapping);
  const rows = missing.length > 0 ? [] : judged(request, header);
  const isGood = rows.every(({ kind }) => kind !== 'bad');
  return {
    header: { row: header.row, mapping: header.mapping },
    missing,
    rows,
    isImportable: isGood && rows.some(({ kind }) => kind === 'create' || kind === 'update'),
  };
}

function judged(request: MeasurementImport, header: MeasurementRun['header']): readonly MeasurementRow[] {
  const book = bookOf(request);
  const seen = new Map<string, number>();
  return request.table
    .map((cells, index) => ({ cells, index }))
    .slice(header.row + 1)
    .filter(({ cells }) => cells.some((cell) => textOf(cell) !== ''))
    .map(({ cells, index }): MeasurementRow => {
      const row = index + 1;
      const reader = new RowReader(cells, index, header.mapping, request);
      const read = reader.read();
      if (reader.issues.length > 0) return { kind: 'bad', row, issues: reader.issues };
      if (Object.values(read.counts).every((value) => value === null)) {
        return { kind: 'unmatched', row, reason: 'nothing_measured' };
      }
      const found = book.find(read);
      if (typeof found === 'string') return { kind: 'unmatched', row, reason: found };
      const { item, channelId, by } = found;
      if (compareDates(read.day, item.publishedOn) < 0) {
        return { kind: 'bad', row, issues: [reader.issue('day', 'before_publication')] };
      }
      const place = `${item.id} ${channelId} ${read.day.toString()}`;
      const earlier = seen.get(place);
      if (earlier !== undefined)
        return { kind: 'bad', row, issues: [reader.issue('link', 'row_twice', { row: earlier })] };
      seen.set(place, row);
      const before = book.known.get(place);
      const counts = { ...(before ?? read.counts), ...said(read.counts) };
      const isSame = before !== undefined && everyCount((key) => counts[key] === before[key]);
      return {
        kind: !before ? 'create' : isSame ? 'unchanged' : 'update',
        row,
        itemId: item.id,
        title: item.title,
        channelId,
        day: read.day,
        by,
        counts: { ...countsFrom((count) => counts[count]), spendMinor: counts.spendMinor },
        version: before?.version ?? 0,
      };
    });
}

const everyCount = (holds: (key: ItemCount | 'spendMinor') => boolean): boolean =>
  itemCounts.every(holds) && holds('spendMinor');

const said = (counts: MeasuredCounts): Partial<MeasuredCounts> =>
  Object.fromEntries(Object.entries(counts).filter(([, value]) => value !== null));

interface ReadMeasurement {
  readonly link: string;
  readonly title: string;
  readonly date: PlainDate | null;
  readonly day: PlainDate;
  readonly counts: MeasuredCounts;
}

interface Found {
  readonly item: ImportableItem;
  readonly channelId: Id;
  readonly by: 'link' | 'title';
}

/** From here on two titles are one: exports have the beginning of a text rather than what the plan calls it. */
const alikeFrom = 0.55;

function bookOf({ items, known, channelId: ofFile }: MeasurementImport) {
  const byLink = new Map<string, { readonly item: ImportableItem; readonly channelId: Id | null }>();
  for (const item of items)
    for (const { url, channelId } of item.links) {
      const key = publicationKey(url);
      if (key !== null) byLink.set(key, { item, channelId });
    }
  const byDay = Map.groupBy(items, ({ publishedOn }) => publishedOn.toString());

  const channelIn = (item: ImportableItem, link: string): Id | null => {
    const network = networkOf(link) ?? (link !== '' && publicationKey(link)?.startsWith('youtube:') ? 'youtube' : null);
    const ofNetwork = item.channels.filter((channel) => channel.network === network);
    if (ofNetwork.length === 1) return ofNetwork[0]?.id ?? null;
    if (item.channels.some(({ id }) => id === ofFile)) return ofFile;
    return item.channels.length === 1 ? (item.channels[0]?.id ?? null) : null;
  };

  return {
    known: new Map(known.map((one) => [`${one.itemId} ${one.channelId} ${one.day}`, one])),
    find({ link, title, date }: ReadMeasurement): Found | Unmatched {
      const key = publicationKey(link);
      const linked = key === null ? undefined : byLink.get(key);
      if (linked) {
        const channelId = linked.channelId ?? channelIn(linked.item, link);
        return channelId === null ? 'which_channel' : { item: linked.item, channelId, by: 'link' };
      }
      const alike = (date === null || title === '' ? [] : (byDay.get(date.toString()) ?? []))
        .map((item) => ({ item, likeness: likenessOf(title, item.title) }))
        .filter(({ likeness }) => likeness >= alikeFrom)
        .toSorted((one, other) => other.likeness - one.likeness);
      const [best] = alike;
      if (!best) return 'no_publication';
      const channelId = channelIn(best.item, link);
      return channelId === null ? 'which_channel' : { item: best.item, channelId, by: 'title' };
    },
  };
}

function likenessOf(written: string, title: string): number {
  const [text, name] = [normaliseName(written), normaliseName(title)];
  return name !== '' && text.startsWith(name) ? 1 : titleLikeness(written.slice(0, title.length * 2), title);
}

class RowReader {
  readonly issues: ImportIssue[] = [];

  constructor(
    private readonly cells: readonly Cell[],
    private readonly row: number,
    private readonly mapping: ColumnMapping<MeasurementColumn>,
    private readonly request: MeasurementImport,
  ) {}

  read(): ReadMeasurement {
    return {
      link: textOf(this.cell('link')),
      title: textOf(this.cell('title')),
      date: this.date('date'),
      day: this.day(),
      counts: { ...countsFrom((count) => this.count(count)), spendMinor: this.spend() },
    };
  }

  issue(column: MeasurementColumn, code: string, params: IssueParams = {}): ImportIssue {
    const value = textOf(this.cell(column)).slice(0, 80);
    return {
      ref: cellRef(this.row, Math.max(0, this.mapping.indexOf(column))),
      column,
      code,
      params: { value, ...params },
    };
  }

  private cell(column: MeasurementColumn): Cell {
    const index = this.mapping.indexOf(column);
    return index === -1 ? null : (this.cells[index] ?? null);
  }

  private refuse(column: MeasurementColumn, code: string, params: IssueParams = {}): null {
    this.issues.push(this.issue(column, code, params));
    return null;
  }

  /** Of the row «Итого» nobody knows the date. */
  private date(column: 'date' | 'day'): PlainDate | null {
    const cell = this.cell(column);
    if (textOf(cell) === '') return null;
    const read = readDate(cell, this.request.today.year);
    return read.ok ? read.value.date : this.refuse(column, read.error);
  }

  private day(): PlainDate {
    const day = this.date('day') ?? this.request.day;
    if (compareDates(day, this.request.today) > 0) this.refuse('day', 'in_future');
    return day;
  }

  private count(column: ItemCount): number | null {
    const read = readCount(this.cell(column));
    return read.ok ? read.value : this.refuse(column, read.error);
  }

  private spend(): bigint | null {
    const cell = this.cell('spend');
    const text = textOf(cell);
    if (text === '' || text === '—' || text === '-') return null;
    const read = parseMoneyText(typeof cell === 'number' ? cell.toFixed(2) : text, this.request.currency);
    if (!read.ok) return this.refuse('spend', read.error.code, read.error.params);
    return read.value.minor;
  }
}
