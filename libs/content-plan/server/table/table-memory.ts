import {
  headersOf,
  mapByHand,
  recogniseColumns,
  textOf,
  type ColumnMapping,
  type RecognisedHeader,
} from '@planerka/content-plan/domain';
import { contentHash, type Id } from '@planerka/platform/domain';
import { toDbInstant, type Tx } from '@planerka/platform/server';
import type { TableFile } from './table';

/** Tables of one client: more kinds than anybody has. */
const mostKept = 30;

/** A kind of tables whose columns are remembered for each client. */
export interface TableMemory<C extends string> {
  readonly kind: 'plan' | 'figures';
  readonly namedBy: (header: string) => C | null;
  readonly isColumn: (value: unknown) => value is C;
}

/** What a person has said of the columns. */
export interface ColumnWishes<C extends string> {
  readonly columns: ReadonlyMap<number, C | null>;
  /** What was said of such a table the last time is not to count. */
  readonly isAnew: boolean;
}

export interface ReadHeader<C extends string> {
  readonly header: Pick<RecognisedHeader<C>, 'row' | 'mapping'>;
  /** What the headers say by themselves. */
  readonly recognised: ColumnMapping<C>;
  /** Its columns are taken as the last time, and of themselves they would not be. */
  readonly isAsLastTime: boolean;
}

/** What the columns hold: by their headers, over that what was said the last time, over that what is said now. */
export async function readHeader<C extends string>(
  tx: Tx,
  memory: TableMemory<C>,
  clientId: Id,
  table: TableFile,
  { columns, isAnew }: ColumnWishes<C>,
): Promise<ReadHeader<C>> {
  const { row, mapping: recognised } = recogniseColumns(table.rows, memory.namedBy);
  const remembered = isAnew ? null : await remembrance(tx, memory, clientId, table, row);
  return {
    header: { row, mapping: mapByHand(remembered ?? recognised, columns) },
    recognised,
    isAsLastTime: remembered !== null && !isSameMapping(remembered, recognised),
  };
}

/** How a table is known again; null where its headers say nothing. A plan and figures with the same headers are two. */
function signatureOf(kind: TableMemory<string>['kind'], { rows }: TableFile, headerRow: number): string | null {
  const headers = headersOf(rows, headerRow);
  return headers === '' ? null : contentHash(kind === 'plan' ? headers : `${kind}: ${headers}`);
}

async function remembrance<C extends string>(
  { db, agencyId }: Tx,
  { kind, isColumn }: TableMemory<C>,
  clientId: Id,
  table: TableFile,
  headerRow: number,
): Promise<ColumnMapping<C> | null> {
  const signature = signatureOf(kind, table, headerRow);
  if (signature === null) return null;
  const where = { agencyId_clientId_signature: { agencyId, clientId, signature } };
  const kept = await db.planImportMapping.findUnique({ where, select: { columns: true } });
  return kept && kept.columns.map((column) => (isColumn(column) ? column : null));
}

/** Kept where it is not what the headers say by themselves; the oldest go. */
export async function rememberHeader<C extends string>(
  { db, agencyId, at }: Tx,
  { kind }: TableMemory<C>,
  clientId: Id,
  {
    table,
    run,
    recognised,
  }: Pick<ReadHeader<C>, 'recognised'> & {
    readonly table: TableFile;
    readonly run: Pick<ReadHeader<C>, 'header'>;
  },
): Promise<void> {
  const { row, mapping } = run.header;
  const signature = signatureOf(kind, table, row);
  if (signature === null) return;
  if (isSameMapping(mapping, recognised)) {
    await db.planImportMapping.deleteMany({ where: { agencyId, clientId, signature } });
    return;
  }
  const columns = mapping.map((column) => column ?? '');
  const cells = table.rows[row] ?? [];
  const headers = columns.map((_, index) => textOf(cells[index] ?? null).slice(0, 200));
  const said = { columns, headers, usedAt: toDbInstant(at) };
  await db.planImportMapping.upsert({
    where: { agencyId_clientId_signature: { agencyId, clientId, signature } },
    create: { agencyId, clientId, signature, kind, ...said },
    update: { ...said, version: { increment: 1 } },
  });
  const old = await db.planImportMapping.findMany({
    where: { agencyId, clientId, kind },
    orderBy: { usedAt: 'desc' },
    skip: mostKept,
    select: { signature: true },
  });
  if (old.length === 0) return;
  await db.planImportMapping.deleteMany({
    where: { agencyId, clientId, signature: { in: old.map((each) => each.signature) } },
  });
}

const isSameMapping = (one: ColumnMapping<string>, other: ColumnMapping<string>): boolean =>
  Array.from({ length: Math.max(one.length, other.length) }, (_, index) => index).every(
    (index) => (one[index] ?? null) === (other[index] ?? null),
  );
