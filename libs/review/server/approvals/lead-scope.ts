import { leadScope, type MemberViewer } from '@planerka/agency/domain';
import { clientScopeInput, inClientScope, type ClientScopeInput } from '@planerka/clients/server';
import type { Given, Value } from '@planerka/platform/server';
import { sql, type RawBuilder } from 'kysely';

/** `approval.view` as values of a statement. */
export type LeadScopeInput = ClientScopeInput;

export const leadScopeInput = (viewer: MemberViewer): LeadScopeInput => clientScopeInput(viewer, leadScope(viewer));

/** `approval.view` as a condition on a table of the agency and `c`, its client. */
export const inLeadScope = (
  table: RawBuilder<unknown>,
  value: Value<LeadScopeInput>,
  given: Given<LeadScopeInput>,
): RawBuilder<boolean> => inClientScope(value, given, { table, client: sql`c` });
