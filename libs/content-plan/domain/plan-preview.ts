import type { PlanColumn } from './plan-columns';
import type { RowMatch } from './plan-duplicates';
import type { ImportRow } from './plan-import';
import type { PreviewIssue, TablePreview } from './table-preview';

/** What one row of a plan's table would do, as a person is shown it. */
export interface PlanPreviewRow {
  readonly row: number;
  readonly kind: ImportRow['kind'];
  /** What stands in the row's cells, for a person to recognise it. */
  readonly date: string;
  readonly title: string;
  readonly changed?: readonly string[];
  /** Of a change: by what its publication was found, and what that is called now. */
  readonly match?: RowMatch;
  readonly known?: string;
  /** New because somebody wished so. */
  readonly isWish?: true;
  /** New beside what a series of the client is going to make on that day. */
  readonly turn?: string;
  readonly issues?: readonly PreviewIssue[];
}

export interface PlanPreview extends TablePreview<PlanColumn, PlanPreviewRow> {
  readonly isTooLong: boolean;
  readonly missingColumns: readonly PlanColumn[];
}
