import { chosenAgency, downloadFile } from '@planerka/platform/web';

export const importColumns = [
  'id',
  'date',
  'time',
  'channels',
  'rubric',
  'format',
  'title',
  'idea',
  'campaign',
  'status',
  'link',
] as const;
export type ImportColumn = (typeof importColumns)[number];

export type RowKind = 'create' | 'update' | 'unchanged' | 'skip' | 'bad';

export interface CellIssue {
  readonly cell: string;
  readonly column: string;
  readonly code: string;
  readonly params: Readonly<Record<string, string | number | readonly string[]>>;
}

export interface ImportRow {
  readonly row: number;
  readonly kind: RowKind;
  readonly date: string;
  readonly title: string;
  readonly changed?: readonly string[];
  /** Of a change: by what its publication was found, and what that is called now. */
  readonly match?: 'id' | 'same' | 'alike';
  readonly known?: string;
  /** New because somebody wished so. */
  readonly isWish?: true;
  /** New beside what a series of the client is going to make on that day. */
  readonly turn?: string;
  readonly issues?: readonly CellIssue[];
}

/** What the server says a file would do. */
export interface ImportPreview {
  readonly digest: string;
  readonly isImportable: boolean;
  readonly isTooLong: boolean;
  /** The columns are taken as the last time such a file came. */
  readonly isAsLastTime: boolean;
  readonly missingColumns: readonly ImportColumn[];
  readonly columns: readonly {
    readonly index: number;
    readonly header: string;
    readonly sample: string;
    readonly column: ImportColumn | null;
  }[];
  readonly counts: Readonly<Record<RowKind, number>>;
  readonly rows: readonly ImportRow[];
}

export interface Imported {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
}

export type FileProblem = { readonly code: string; readonly params?: Readonly<Record<string, string | number>> };

export type ImportReply<T> =
  | { readonly status: 'done'; readonly value: T }
  | { readonly status: 'changed'; readonly preview: ImportPreview }
  | { readonly status: 'refused'; readonly problem: FileProblem }
  | { readonly status: 'failed'; readonly reason: 'offline' | 'unreadable' | 'other' };

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const headers = (): Record<string, string> => {
  const agencyId = chosenAgency();
  return agencyId ? { 'x-planerka-agency': agencyId } : {};
};

/** What somebody has said about a file. */
export interface ImportWishes {
  /** By the number of the column. */
  readonly columns: ReadonlyMap<number, ImportColumn | null>;
  /** Rows that are left out. */
  readonly skip: ReadonlySet<number>;
  /** Rows that are new, although they are like publications that are there. */
  readonly fresh: ReadonlySet<number>;
  /** What was said of such a file the last time is not to count. */
  readonly isAnew: boolean;
}

export const noWishes: ImportWishes = { columns: new Map(), skip: new Set(), fresh: new Set(), isAnew: false };

export const previewImport = (
  clientId: string,
  file: File,
  wishes: ImportWishes,
): Promise<ImportReply<ImportPreview>> => send<ImportPreview>(file, { clientId, ...written(wishes) });

export const applyImport = (
  clientId: string,
  file: File,
  wishes: ImportWishes,
  digest: string,
): Promise<ImportReply<Imported>> => send<Imported>(file, { clientId, ...written(wishes), digest });

/** As the server reads them: "0:date,4:" and "2-40,57". */
const written = ({ columns, skip, fresh, isAnew }: ImportWishes): Record<string, string> => ({
  columns: [...columns].map(([index, column]) => `${index}:${column ?? ''}`).join(','),
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

async function send<T>(file: File, query: Record<string, string>): Promise<ImportReply<T>> {
  let body: ArrayBuffer;
  try {
    // the file may have been changed or taken away since it was chosen
    body = await file.arrayBuffer();
  } catch {
    return { status: 'failed', reason: 'unreadable' };
  }
  let response: Response;
  try {
    response = await fetch(`/api/plan/import?${new URLSearchParams(query).toString()}`, {
      method: 'POST',
      credentials: 'include',
      // what is in it the server sees for itself; the type only says that it is a table
      headers: { 'content-type': file.name.toLowerCase().endsWith('.csv') ? 'text/csv' : xlsx, ...headers() },
      body,
    });
  } catch {
    return { status: 'failed', reason: 'offline' };
  }
  const reply = (await response.json().catch(() => null)) as (T & FileProblem & { preview?: ImportPreview }) | null;
  if (response.ok && reply) return { status: 'done', value: reply };
  if (response.status === 409 && reply?.preview) return { status: 'changed', preview: reply.preview };
  if (response.status < 500 && reply?.code) return { status: 'refused', problem: reply };
  return { status: 'failed', reason: 'other' };
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
