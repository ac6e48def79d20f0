import { chosenAgency } from '@planerka/platform/web';
import type { MeasurementColumn, MeasurementRow, Unmatched } from '@planerka/results/domain';

export type RowKind = MeasurementRow['kind'];

export interface PreviewRow {
  readonly row: number;
  readonly kind: RowKind;
  readonly written: string;
  readonly title?: string;
  readonly channelId?: string;
  readonly day?: string;
  readonly by?: 'link' | 'title';
  readonly reason?: Unmatched;
  readonly issues?: readonly {
    readonly cell: string;
    readonly column: string;
    readonly code: string;
    readonly params: Readonly<Record<string, string | number>>;
  }[];
}

/** What the server says a file would write. */
export interface MeasurementPreview {
  readonly digest: string;
  readonly isImportable: boolean;
  readonly day: string;
  readonly missing: readonly ('link' | 'views')[];
  readonly columns: readonly {
    readonly index: number;
    readonly header: string;
    readonly sample: string;
    readonly column: MeasurementColumn | null;
  }[];
  readonly counts: Readonly<Record<RowKind, number>>;
  readonly rows: readonly PreviewRow[];
}

export interface Imported {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
}

export interface FileProblem {
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

export type ImportReply<T> =
  | { readonly status: 'done'; readonly value: T }
  | { readonly status: 'changed'; readonly preview: MeasurementPreview }
  | { readonly status: 'refused'; readonly problem: FileProblem }
  | { readonly status: 'failed'; readonly reason: 'offline' | 'unreadable' | 'other' };

/** What somebody has said about a file. */
export interface MeasurementWishes {
  readonly columns: ReadonlyMap<number, MeasurementColumn | null>;
  readonly day: string;
  readonly channelId: string;
}

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Without `digest` what it would write; with it, exactly that. */
export async function sendMeasurements<T>(
  clientId: string,
  file: File,
  { columns, day, channelId }: MeasurementWishes,
  digest?: string,
): Promise<ImportReply<T>> {
  let body: ArrayBuffer;
  try {
    // the file may have been changed or taken away since it was chosen
    body = await file.arrayBuffer();
  } catch {
    return { status: 'failed', reason: 'unreadable' };
  }
  const query = new URLSearchParams({
    clientId,
    day,
    channelId,
    columns: [...columns].map(([index, column]) => `${index}:${column ?? ''}`).join(','),
    ...(digest !== undefined && { digest }),
  });
  const agencyId = chosenAgency();
  let response: Response;
  try {
    response = await fetch(`/api/results/measurements?${query.toString()}`, {
      method: 'POST',
      credentials: 'include',
      headers: {
        'content-type': file.name.toLowerCase().endsWith('.csv') ? 'text/csv' : xlsx,
        ...(agencyId && { 'x-planerka-agency': agencyId }),
      },
      body,
    });
  } catch {
    return { status: 'failed', reason: 'offline' };
  }
  const reply = (await response.json().catch(() => null)) as
    (T & FileProblem & { preview?: MeasurementPreview }) | null;
  if (response.ok && reply) return { status: 'done', value: reply };
  if (response.status === 409 && reply?.preview) return { status: 'changed', preview: reply.preview };
  if (response.status < 500 && reply?.code) return { status: 'refused', problem: reply };
  return { status: 'failed', reason: 'other' };
}
