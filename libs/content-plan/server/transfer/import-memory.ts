import { headersOf, mappingOf, textOf, type ColumnMapping } from '@planerka/content-plan/domain';
import { contentHash, type Id } from '@planerka/platform/domain';
import { toDbInstant, type Tx } from '@planerka/platform/server';
import type { TableFile } from '../table/table';

/** Tables of one client: more kinds than anybody has. */
const mostKept = 30;

/** How a table is known again; null where its headers say nothing. */
function signatureOf({ rows }: TableFile, headerRow: number): string | null {
  const headers = headersOf(rows, headerRow);
  return headers === '' ? null : contentHash(headers);
}

/** What was said of a client's table with these headers the last time; null where nothing was. */
export async function rememberedMapping(
  { db, agencyId }: Tx,
  clientId: Id,
  table: TableFile,
  headerRow: number,
): Promise<ColumnMapping | null> {
  const signature = signatureOf(table, headerRow);
  if (signature === null) return null;
  const where = { agencyId_clientId_signature: { agencyId, clientId, signature } };
  const kept = await db.planImportMapping.findUnique({ where, select: { columns: true } });
  return kept && mappingOf(kept.columns);
}

/** Kept where it is not what the headers say by themselves; the oldest go. */
export async function rememberMapping(
  { db, agencyId, at }: Tx,
  clientId: Id,
  table: TableFile,
  header: { readonly row: number; readonly mapping: ColumnMapping },
  recognised: ColumnMapping,
): Promise<void> {
  const signature = signatureOf(table, header.row);
  if (signature === null) return;
  if (isSameMapping(header.mapping, recognised)) {
    await db.planImportMapping.deleteMany({ where: { agencyId, clientId, signature } });
    return;
  }
  const columns = header.mapping.map((column) => column ?? '');
  const cells = table.rows[header.row] ?? [];
  const headers = columns.map((_, index) => textOf(cells[index] ?? null).slice(0, 200));
  const said = { columns, headers, usedAt: toDbInstant(at) };
  await db.planImportMapping.upsert({
    where: { agencyId_clientId_signature: { agencyId, clientId, signature } },
    create: { agencyId, clientId, signature, ...said },
    update: { ...said, version: { increment: 1 } },
  });
  const old = await db.planImportMapping.findMany({
    where: { agencyId, clientId },
    orderBy: { usedAt: 'desc' },
    skip: mostKept,
    select: { signature: true },
  });
  if (old.length === 0) return;
  await db.planImportMapping.deleteMany({
    where: { agencyId, clientId, signature: { in: old.map((each) => each.signature) } },
  });
}

export const isSameMapping = (one: ColumnMapping, other: ColumnMapping): boolean =>
  Array.from({ length: Math.max(one.length, other.length) }, (_, index) => index).every(
    (index) => (one[index] ?? null) === (other[index] ?? null),
  );
