import type { IssueParams } from '@planerka/platform/domain';

/** A cell that cannot be taken, by the name that the spreadsheet has for it. */
export interface PreviewIssue {
  readonly cell: string;
  readonly column: string;
  readonly code: string;
  readonly params: IssueParams;
}

export interface PreviewColumn<Column extends string> {
  readonly index: number;
  readonly header: string;
  readonly sample: string;
  /** Null for one that is not taken. */
  readonly column: Column | null;
}

interface PreviewRow {
  /** The spreadsheet's number, from 1. */
  readonly row: number;
  readonly kind: string;
  readonly issues?: readonly PreviewIssue[];
}

/** What bringing in a table would do, as the server tells it to the browser: plain JSON. */
export interface TablePreview<Column extends string, Row extends PreviewRow> {
  /** Names exactly these outcomes: what is applied is what was shown, or nothing. */
  readonly digest: string;
  readonly isImportable: boolean;
  /** The columns are taken as somebody said of such a table the last time. */
  readonly isAsLastTime: boolean;
  readonly columns: readonly PreviewColumn<Column>[];
  readonly counts: Readonly<Record<Row['kind'], number>>;
  readonly rows: readonly Row[];
}

/** What bringing it in has done. */
export interface TableImported {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
}
