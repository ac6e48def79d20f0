import { leadScope, type MemberViewer } from '@planerka/agency/domain';
import type { Id } from '@planerka/platform/domain';
import type { Given, Value } from '@planerka/platform/server';
import { sql, type RawBuilder } from 'kysely';

/** `approval.view` as values of a statement. Without any of them nothing is seen. */
export interface LeadScopeInput {
  readonly [name: string]: unknown;
  readonly agencyId: Id;
  readonly leadsAll: true | undefined;
  readonly ledSquadIds: readonly Id[] | undefined;
}

export function leadScopeInput(viewer: MemberViewer): LeadScopeInput {
  const scope = leadScope(viewer);
  const { agencyId } = viewer;
  return scope.kind === 'all'
    ? { agencyId, leadsAll: true, ledSquadIds: undefined }
    : { agencyId, leadsAll: undefined, ledSquadIds: scope.squadIds };
}

/** `approval.view` as a condition on a table of the agency and `c`, its client. */
export const inLeadScope = (
  table: RawBuilder<unknown>,
  value: Value<LeadScopeInput>,
  given: Given<LeadScopeInput>,
): RawBuilder<boolean> => {
  const agency = sql<boolean>`${table}.agency_id = ${value('agencyId')}::uuid`;
  return given('leadsAll') ? agency : sql`${agency} AND c.squad_id = ANY(${value('ledSquadIds')}::uuid[])`;
};
