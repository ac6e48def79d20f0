import { leadScope } from '@planerka/agency/domain';
import type { CurrentMember } from '@planerka/agency/server';
import { sql, type RawBuilder } from 'kysely';

/** `approval.view` as a condition on a table of the agency and `c`, its client. */
export function inScope(viewer: CurrentMember, table: RawBuilder<unknown>): RawBuilder<unknown> {
  const agency = sql`${table}.agency_id = ${viewer.agencyId}::uuid`;
  const scope = leadScope(viewer);
  return scope.kind === 'all' ? agency : sql`${agency} AND c.squad_id = ANY(${[...scope.squadIds]}::uuid[])`;
}
