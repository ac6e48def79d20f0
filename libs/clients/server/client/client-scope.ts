import { clientScope, type ClientScope, type MemberViewer } from '@planerka/agency/domain';
import type { Id } from '@planerka/platform/domain';
import type { Given, Value } from '@planerka/platform/server';
import { sql, type RawBuilder } from 'kysely';

/** Whose clients a viewer may see, as values of a statement. Without any of them nothing is seen. */
export interface ClientScopeInput {
  readonly [name: string]: unknown;
  readonly agencyId: Id;
  readonly seesAll: true | undefined;
  readonly squadIds: readonly Id[] | undefined;
}

/** @param scope `client.view` where none is given */
export function clientScopeInput(viewer: MemberViewer, scope: ClientScope = clientScope(viewer)): ClientScopeInput {
  const { agencyId } = viewer;
  return scope.kind === 'all'
    ? { agencyId, seesAll: true, squadIds: undefined }
    : { agencyId, seesAll: undefined, squadIds: scope.squadIds };
}

/** That scope as a condition on a table of the agency, beside its client. */
export const inClientScope = (
  value: Value<ClientScopeInput>,
  given: Given<ClientScopeInput>,
  { table = sql`client`, client = sql`client` }: { table?: RawBuilder<unknown>; client?: RawBuilder<unknown> } = {},
): RawBuilder<boolean> => {
  const agency = sql<boolean>`${table}.agency_id = ${value('agencyId')}::uuid`;
  return given('seesAll') ? agency : sql`${agency} AND ${client}.squad_id = ANY(${value('squadIds')}::uuid[])`;
};
