import { columnsText, sendTable, type TableReply } from '@planerka/content-plan/web/import';
import type { MeasurementColumn, MeasurementPreview } from '@planerka/results/domain';

/** What somebody has said about a table of figures. */
export interface MeasurementWishes {
  readonly columns: ReadonlyMap<number, MeasurementColumn | null>;
  readonly isAnew: boolean;
  readonly day: string;
  readonly channelId: string;
}

/** Without `digest` what it would write; with it, exactly that. */
export const sendMeasurements = <T>(
  clientId: string,
  file: File,
  { columns, isAnew, day, channelId }: MeasurementWishes,
  digest?: string,
): Promise<TableReply<T, MeasurementPreview>> =>
  sendTable('/api/results/measurements', file, {
    clientId,
    day,
    channelId,
    columns: columnsText(columns),
    anew: isAnew ? '1' : '',
    ...(digest !== undefined && { digest }),
  });
