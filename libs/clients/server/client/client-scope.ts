import { clientScope, type MemberViewer } from '@planerka/agency/domain';
import type { Id } from '@planerka/platform/domain';
import type { Given, Value } from '@planerka/platform/server';
import { sql, type RawBuilder } from 'kysely';

/** `client.view` as values of a statement. Without any of them no client is seen. */
export interface ClientScopeInput {
  readonly [name: string]: unknown;
  readonly agencyId: Id;
  readonly seesAll: true | undefined;
  readonly squadIds: readonly Id[] | undefined;
}

export function clientScopeInput(viewer: MemberViewer): ClientScopeInput {
  const scope = clientScope(viewer);
  const { agencyId } = viewer;
  return scope.kind === 'all'
    ? { agencyId, seesAll: true, squadIds: undefined }
    : { agencyId, seesAll: undefined, squadIds: scope.squadIds };
}

/** `client.view` as a condition on `client`. */
export const inClientScope = (value: Value<ClientScopeInput>, given: Given<ClientScopeInput>): RawBuilder<boolean> => {
  const agency = sql<boolean>`client.agency_id = ${value('agencyId')}::uuid`;
  return given('seesAll') ? agency : sql`${agency} AND client.squad_id = ANY(${value('squadIds')}::uuid[])`;
};
