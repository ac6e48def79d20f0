import { chosenAgency } from '@planerka/platform/web';

export interface FileProblem {
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

export type TableFailure =
  | { readonly status: 'refused'; readonly problem: FileProblem }
  | { readonly status: 'failed'; readonly reason: 'offline' | 'unreadable' | 'other' };

export type TableReply<T, Preview> =
  | { readonly status: 'done'; readonly value: T }
  | { readonly status: 'changed'; readonly preview: Preview }
  | TableFailure;

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A table to whichever import; the address says what is wished of it. */
export async function sendTable<T, Preview>(
  path: string,
  file: File,
  query: Readonly<Record<string, string>>,
): Promise<TableReply<T, Preview>> {
  let body: ArrayBuffer;
  try {
    // the file may have been changed or taken away since it was chosen
    body = await file.arrayBuffer();
  } catch {
    return { status: 'failed', reason: 'unreadable' };
  }
  const agencyId = chosenAgency();
  let response: Response;
  try {
    response = await fetch(`${path}?${new URLSearchParams(query).toString()}`, {
      method: 'POST',
      credentials: 'include',
      headers: {
        // what is in it the server sees for itself; the type only says that it is a table
        'content-type': file.name.toLowerCase().endsWith('.csv') ? 'text/csv' : xlsx,
        ...(agencyId && { 'x-planerka-agency': agencyId }),
      },
      body,
    });
  } catch {
    return { status: 'failed', reason: 'offline' };
  }
  const reply = (await response.json().catch(() => null)) as (T & FileProblem & { preview?: Preview }) | null;
  if (response.ok && reply) return { status: 'done', value: reply };
  if (response.status === 409 && reply?.preview) return { status: 'changed', preview: reply.preview };
  if (response.status < 500 && reply?.code) return { status: 'refused', problem: reply };
  return { status: 'failed', reason: 'other' };
}

/** Choices of columns as the server reads them: "0:date,4:". */
export const columnsText = (columns: ReadonlyMap<number, string | null>): string =>
  [...columns].map(([index, column]) => `${index}:${column ?? ''}`).join(',');
