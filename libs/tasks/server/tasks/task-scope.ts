import { taskScope, type MemberViewer } from '@planerka/agency/domain';
import type { CurrentMember } from '@planerka/agency/server';
import type { Id } from '@planerka/platform/domain';
import type { Given, Value } from '@planerka/platform/server';
import { sql, type RawBuilder } from 'kysely';

/** `task.view` as values of a statement. Without any of them nothing is seen. */
export interface TaskScopeInput {
  readonly [name: string]: unknown;
  readonly agencyId: Id;
  readonly seesAll: true | undefined;
  readonly squadIds: readonly Id[] | undefined;
  readonly assigneeId: Id | undefined;
}

export function taskScopeInput(viewer: MemberViewer): TaskScopeInput {
  const scope = taskScope(viewer);
  const { agencyId } = viewer;
  if (scope.kind === 'all') return { agencyId, seesAll: true, squadIds: undefined, assigneeId: undefined };
  return {
    agencyId,
    seesAll: undefined,
    squadIds: scope.squadIds.length > 0 ? scope.squadIds : undefined,
    assigneeId: scope.assigneeId ?? undefined,
  };
}

/** Clients whose every task the viewer sees, as an array that is read once. */
export const scopeClients = (value: Value<TaskScopeInput>): RawBuilder<unknown> => sql`ARRAY(
  SELECT led.id FROM client led
  WHERE led.agency_id = ${value('agencyId')}::uuid AND led.squad_id = ANY(${value('squadIds')}::uuid[]))`;

/**
 * `task.view` as conditions on `t` that exclude one another: each of them has an index, and both together have none.
 * Whoever wants them as one joins them by OR.
 */
export function scopeBranches(value: Value<TaskScopeInput>, given: Given<TaskScopeInput>): RawBuilder<boolean>[] {
  if (given('seesAll')) return [sql`true`];
  const ofClient = sql<boolean>`t.client_id = ANY(${scopeClients(value)})`;
  const own = sql<boolean>`t.assignee_id = ${value('assigneeId')}::uuid`;
  if (!given('squadIds')) return given('assigneeId') ? [own] : [sql`false`];
  return given('assigneeId') ? [ofClient, sql`${own} AND NOT ${ofClient}`] : [ofClient];
}

export const inTaskScope = (value: Value<TaskScopeInput>, given: Given<TaskScopeInput>): RawBuilder<boolean> =>
  sql`(${sql.join(scopeBranches(value, given), sql` OR `)})`;

/** `task.view` as a condition on `t` and `c`, for statements that are put together anew each time. */
export function inScope(viewer: CurrentMember): RawBuilder<unknown> {
  const scope = taskScope(viewer);
  const agency = sql`t.agency_id = ${viewer.agencyId}::uuid`;
  if (scope.kind === 'all') return agency;
  const { squadIds, assigneeId } = scope;
  return sql`${agency} AND (c.squad_id = ANY(${[...squadIds]}::uuid[]) OR t.assignee_id = ${assigneeId}::uuid)`;
}
