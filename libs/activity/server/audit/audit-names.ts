import type { CurrentMember } from '@planerka/agency/server';
import { isId, type ChangedValue, type Changes, type Id } from '@planerka/platform/domain';
import type { Reader } from '@planerka/platform/server';
import { sql } from 'kysely';

/** What may be named in a change by its id, and what it is called. */
const kinds = [
  ['member', 'name'],
  ['squad', 'name'],
  ['client', 'name'],
  ['contact', 'name'],
  ['campaign', 'name'],
  ['rubric', 'name'],
  ['channel', 'title'],
  ['content_item', 'title'],
  ['task', 'title'],
  ['file', 'name'],
] as const;

export type Names = ReadonlyMap<Id, string>;

/**
 * An entry keeps ids: what they are called may change, and the log may not. Whoever reads it is told what they are called
 * today; what is gone keeps its id.
 */
export async function namesIn(
  reader: Reader,
  viewer: CurrentMember,
  entries: readonly { readonly changes: Changes }[],
): Promise<Names> {
  const ids = [...new Set(entries.flatMap(({ changes }) => idsIn(changes)))];
  if (ids.length === 0) return new Map();
  const parts = kinds.map(
    ([table, name]) =>
      sql`SELECT id, ${sql.ref(name)} AS name FROM ${sql.table(table)}
        WHERE agency_id = ${viewer.agencyId} AND id = ANY(${ids}::uuid[])`,
  );
  const rows = await reader.ask<{ readonly id: Id; readonly name: string }>(viewer, sql.join(parts, sql` UNION ALL `));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

export const idsIn = (changes: Changes): readonly Id[] =>
  Object.values(changes).flatMap(({ from, to }) => [...idsOf(from), ...idsOf(to)]);

function idsOf(value: ChangedValue): readonly Id[] {
  if (Array.isArray(value)) return value.flatMap(idsOf);
  return typeof value === 'string' && isId(value) ? [value] : [];
}
