import type { PreviewIssue, TablePreview } from '@planerka/content-plan/domain';
import type { MeasurementColumn } from './import-columns';
import type { MeasurementRow, Unmatched } from './measurement-import';

/** What one row of a table of figures would write, as a person is shown it. */
export interface MeasurementPreviewRow {
  readonly row: number;
  readonly kind: MeasurementRow['kind'];
  /** What stands in the row, for a person to recognise it. */
  readonly written: string;
  readonly title?: string;
  readonly channelId?: string;
  readonly day?: string;
  readonly by?: 'link' | 'title';
  readonly reason?: Unmatched;
  readonly issues?: readonly PreviewIssue[];
}

export interface MeasurementPreview extends TablePreview<MeasurementColumn, MeasurementPreviewRow> {
  readonly day: string;
  readonly missing: readonly ('link' | 'views')[];
}
