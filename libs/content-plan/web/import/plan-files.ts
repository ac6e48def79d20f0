import type { PlanColumn, PlanPreview } from '@planerka/content-plan/domain';
import { downloadFile } from '@planerka/platform/web';
import { columnsText, sendTable, type TableReply } from './send-table';

/** What somebody has said about a file. */
export interface ImportWishes {
  /** By the number of the column. */
  readonly columns: ReadonlyMap<number, PlanColumn | null>;
  /** Rows that are left out. */
  readonly skip: ReadonlySet<number>;
  /** Rows that are new, although they are like publications that are there. */
  readonly fresh: ReadonlySet<number>;
  /** What was said of such a file the last time is not to count. */
  readonly isAnew: boolean;
}

export const noWishes: ImportWishes = { columns: new Map(), skip: new Set(), fresh: new Set(), isAnew: false };

/** Without `digest` what the table would do; with it, exactly that. */
export const sendPlan = <T>(
  clientId: string,
  file: File,
  wishes: ImportWishes,
  digest?: string,
): Promise<TableReply<T, PlanPreview>> =>
  sendTable('/api/plan/import', file, { clientId, ...written(wishes), ...(digest !== undefined && { digest }) });

/** As the server reads them: rows are "2-40,57". */
const written = ({ columns, skip, fresh, isAnew }: ImportWishes): Record<string, string> => ({
  columns: columnsText(columns),
  skip: rangesOf(skip),
  fresh: rangesOf(fresh),
  anew: isAnew ? '1' : '',
});

/** Thousands of rows would not fit into an address one by one. */
export function rangesOf(rows: ReadonlySet<number>): string {
  const ranges: [first: number, last: number][] = [];
  for (const row of [...rows].toSorted((one, other) => one - other)) {
    const last = ranges.at(-1);
    if (last && last[1] + 1 === row) last[1] = row;
    else ranges.push([row, row]);
  }
  return ranges.map(([first, last]) => (first === last ? String(first) : `${first}-${last}`)).join(',');
}

/** Saves the plan as a file; false where it did not work. */
export const downloadPlan = (query: {
  clientId: string;
  month: string;
  format: 'xlsx' | 'csv';
  locale: string;
  columns: string;
  look?: 'client';
  pictures?: string;
}): Promise<boolean> => downloadFile('/api/plan/export', query);
