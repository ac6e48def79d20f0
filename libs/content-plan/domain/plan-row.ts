import {
  isId,
  isWebAddress,
  textLimits,
  Temporal,
  type Id,
  type IssueParams,
  type PlainTime,
} from '@planerka/platform/domain';
import { isOutsideCampaign, type ItemFormat } from './item';
import { cellRef, readDate, readTime, textOf, type Cell, type DateCell } from './plan-cells';
import type { PlanColumn } from './plan-columns';
import { livingCell } from './plan-export';
import type { ColumnMapping } from './plan-mapping';
import { channelsIn, formatOf, statusOf, valueAtMost, type NameBook } from './plan-names';
import type { PlanBook, PlanNames, PlanRow } from './plan-table';
import { linksIn, type WrittenLink } from './publication-links';

/** A cell that cannot be taken: where it is, why, and what stands in it. */
export interface CellIssue {
  /** `D7`, as the spreadsheet calls it. */
  readonly ref: string;
  readonly column: PlanColumn;
  readonly code: string;
  readonly params: IssueParams;
}

/** As it stands in the table: of which channels its addresses are, is seen once it is known where it goes out. */
export interface ReadRow extends Omit<PlanRow, 'links'> {
  readonly id: Id | null;
  readonly written: readonly WrittenLink[];
}

export interface RowContext {
  readonly mapping: ColumnMapping;
  readonly book: PlanBook;
  readonly names: PlanNames;
  /** Of dates that say none. */
  readonly year: number;
}

export const defaultTime: PlainTime = Temporal.PlainTime.from('12:00');

/** Reads one row; every bad cell of it is named, not only the first. */
export function readRow(
  cells: readonly Cell[],
  row: number,
  context: RowContext,
): { readonly value: ReadRow | null; readonly issues: readonly CellIssue[] } {
  const reader = new RowReader(cells, row, context);
  const value = reader.read();
  return { value: reader.issues.length > 0 ? null : value, issues: reader.issues };
}

class RowReader {
  readonly issues: CellIssue[] = [];

  constructor(
    private readonly cells: readonly Cell[],
    private readonly row: number,
    private readonly context: RowContext,
  ) {}

  read(): ReadRow {
    const { names } = this.context;
    const when = this.date();
    const value: ReadRow = {
      id: this.id(),
      date: when.date,
      time: this.time() ?? when.time ?? defaultTime,
      channelIds: this.channels(),
      rubricId: this.named('rubric', names.rubrics),
      format: this.format(),
      title: this.text('title', textLimits.title, true).replace(/\s*\n\s*/g, ' '),
      idea: this.text('idea', textLimits.long),
      campaignId: this.named('campaign', names.campaigns),
      written: this.links(),
    };
    this.checkStatus();
    this.checkPeriod(value);
    return value;
  }

  private cell(column: PlanColumn): Cell {
    const index = this.context.mapping.indexOf(column);
    const cell = index === -1 ? null : (this.cells[index] ?? null);
    return typeof cell === 'string' ? livingCell(cell) : cell;
  }

  private refuse(column: PlanColumn, code: string, params: IssueParams = {}): void {
    const value = textOf(this.cell(column)).slice(0, valueAtMost);
    const ref = cellRef(this.row, Math.max(0, this.context.mapping.indexOf(column)));
    this.issues.push({ ref, column, code, params: { value, ...params } });
  }

  private id(): Id | null {
    const text = textOf(this.cell('id'));
    if (text !== '' && !isId(text)) this.refuse('id', 'not_an_id');
    return text === '' ? null : text;
  }

  private date(): DateCell {
    const nothing: DateCell = { date: Temporal.PlainDate.from('2000-01-01'), time: null };
    const cell = this.cell('date');
    if (textOf(cell) === '') {
      this.refuse('date', 'required');
      return nothing;
    }
    const read = readDate(cell, this.context.year);
    if (!read.ok) this.refuse('date', read.error);
    else if (read.value.date.year < 2000 || read.value.date.year > 2100) this.refuse('date', 'date_out_of_range');
    return read.ok ? read.value : nothing;
  }

  private time(): PlainTime | null {
    const read = readTime(this.cell('time'));
    if (read.ok) return read.value;
    this.refuse('time', read.error);
    return null;
  }

  private channels(): readonly Id[] {
    const { ids, unknown } = channelsIn(textOf(this.cell('channels')), this.context.names.channels);
    if (unknown.length > 0) this.refuse('channels', 'unknown_channel', { names: unknown });
    return ids;
  }

  private named(column: 'rubric' | 'campaign', book: NameBook): Id | null {
    const text = textOf(this.cell(column));
    const id = text === '' ? null : book.idOf(text);
    if (text !== '' && id === null) this.refuse(column, `unknown_${column}`);
    return id;
  }

  private format(): ItemFormat {
    const text = textOf(this.cell('format'));
    const format = text === '' ? 'post' : formatOf(text);
    if (format === null) this.refuse('format', 'unknown_format');
    return format ?? 'post';
  }

  private text(column: 'title' | 'idea', limit: number, isRequired = false): string {
    const text = textOf(this.cell(column)).replace(/\r\n?/g, '\n');
    if (isRequired && text === '') this.refuse(column, 'required');
    if (text.length > limit) this.refuse(column, 'too_long', { max: limit, length: text.length });
    if (/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/.test(text)) this.refuse(column, 'control_characters');
    return text;
  }

  private links(): readonly WrittenLink[] {
    const { links, unknown } = linksIn(textOf(this.cell('link')), this.context.names.channels);
    if (unknown.length > 0 && links.length > 0) this.refuse('link', 'unknown_channel', { names: unknown.slice(0, 10) });
    else if (unknown.length > 0 || links.some(({ url }) => !isWebAddress(url) || url.length > textLimits.url))
      this.refuse('link', 'not_a_url');
    return links;
  }

  /** A status follows from the work and is not taken; a word that is none shows that the columns are mixed up. */
  private checkStatus(): void {
    const text = textOf(this.cell('status'));
    if (text !== '' && statusOf(text) === null) this.refuse('status', 'unknown_status');
  }

  private checkPeriod({ campaignId, date }: ReadRow): void {
    const campaign = this.context.book.campaigns.find(({ id }) => id === campaignId);
    if (this.issues.length === 0 && campaign && isOutsideCampaign(date, campaign)) {
      const { startsOn, endsOn } = campaign;
      this.refuse('date', 'outside_campaign', { from: startsOn.toString(), to: endsOn.toString() });
    }
  }
}
