import { leadScope, taskScope, type ClientScope } from '@planerka/agency/domain';
import type { CurrentMember } from '@planerka/agency/server';
import { sql, type RawBuilder } from 'kysely';

/** Whose thing it is, for rows of `client`. */
export const clientColumns = { clientId: sql`client.id`, clientName: sql`client.name` };

/** The agency's time zone and its own day of an instant: which day it is, only the agency can tell. */
export function agencyTime({ agencyId }: CurrentMember, now: string): AgencyTime {
  const zone = sql`(SELECT time_zone FROM agency WHERE id = ${agencyId})`;
  return { now: sql`${now}::timestamptz`, zone, today: sql`(${now}::timestamptz AT TIME ZONE ${zone})::date` };
}

export interface AgencyTime {
  readonly now: RawBuilder<unknown>;
  readonly zone: RawBuilder<unknown>;
  readonly today: RawBuilder<unknown>;
}

const ofScope = (scope: ClientScope, column: RawBuilder<unknown>): RawBuilder<boolean> =>
  scope.kind === 'all' ? sql`true` : sql`${column} = ANY(${scope.squadIds}::uuid[])`;

/** Clients the viewer leads, as a condition on `client.squad_id`. */
export const ledBy = (viewer: CurrentMember): RawBuilder<boolean> =>
  ofScope(leadScope(viewer), sql.ref('client.squad_id'));

/** Clients of the viewer's squads. */
export const servedBy = (viewer: CurrentMember): RawBuilder<boolean> =>
  viewer.role === 'owner' ? sql`true` : sql`client.squad_id = ANY(${viewer.squadIds}::uuid[])`;

/** Tasks the viewer may see, as a condition on `task` and `client`. */
export function visibleTasks(viewer: CurrentMember): RawBuilder<boolean> {
  const scope = taskScope(viewer);
  if (scope.kind === 'all') return sql`true`;
  return sql`(client.squad_id = ANY(${scope.squadIds}::uuid[]) OR task.assignee_id = ${scope.assigneeId})`;
}

/**
 * Work that is still open, read once by the index that it has: joined with its clients the planner would go through
 * all they ever had done. Parts of a statement that begins with it say `open_task task`.
 */
export const withOpenTasks = ({ agencyId }: CurrentMember): RawBuilder<unknown> => sql`WITH open_task AS MATERIALIZED (
  SELECT task.* FROM task WHERE task.agency_id = ${agencyId} AND task.state NOT IN ('done', 'cancelled'))`;
