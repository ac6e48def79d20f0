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

export type RowKind = 'create' | 'update' | 'unchanged' | 'bad';

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
  readonly issues?: readonly CellIssue[];
}

/** What the server says a file would do. */
export interface ImportPreview {
  readonly digest: string;
  readonly isImportable: boolean;
  readonly isTooLong: boolean;
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

/** Column choices by hand, as the server reads them: "0:date,4:". */
export type ColumnChoices = ReadonlyMap<number, ImportColumn | null>;

export const previewImport = (
  clientId: string,
  file: File,
  choices: ColumnChoices,
): Promise<ImportReply<ImportPreview>> => send<ImportPreview>(file, { clientId, columns: written(choices) });

export const applyImport = (
  clientId: string,
  file: File,
  choices: ColumnChoices,
  digest: string,
): Promise<ImportReply<Imported>> => send<Imported>(file, { clientId, columns: written(choices), digest });

const written = (choices: ColumnChoices): string =>
  [...choices].map(([index, column]) => `${index}:${column ?? ''}`).join(',');

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
}): Promise<boolean> => downloadFile('/api/plan/export', query);
