import { clientScope, leadScope, type ClientScope, type MemberViewer, type Role } from '@planerka/agency/domain';
import type { Id, Instant } from '@planerka/platform/domain';
import type { Given, Value } from '@planerka/platform/server';
import { sql, type RawBuilder } from 'kysely';

/** Values of a statement about somebody's day. */
export interface TodayInput {
  readonly [name: string]: unknown;
  readonly agencyId: Id;
  readonly memberId: Id;
  /** ISO 8601. */
  readonly at: string;
  /** Of clients that the viewer leads, and of those that they serve; absent: of all clients. */
  readonly ledSquadIds: readonly Id[] | undefined;
  readonly servedSquadIds: readonly Id[] | undefined;
  readonly isOwner: true | undefined;
  readonly isSpecialist: true | undefined;
}

export const todayInput = (viewer: MemberViewer, at: Instant): TodayInput => ({
  agencyId: viewer.agencyId,
  memberId: viewer.memberId,
  at: at.toString(),
  ledSquadIds: squadsOf(leadScope(viewer)),
  servedSquadIds: squadsOf(clientScope(viewer)),
  isOwner: viewer.role === 'owner' || undefined,
  isSpecialist: viewer.role === 'specialist' || undefined,
});

const squadsOf = (scope: ClientScope): readonly Id[] | undefined => (scope.kind === 'all' ? undefined : scope.squadIds);

/** For whom a statement is written: their role, and where it has their values. */
export interface Asker {
  readonly role: Role;
  readonly agencyId: RawBuilder<unknown>;
  readonly memberId: RawBuilder<unknown>;
  /** Clients the viewer leads, as a condition on rows of `client`. */
  readonly leads: RawBuilder<boolean>;
  /** Clients of the viewer's squads. */
  readonly serves: RawBuilder<boolean>;
}

export function askerOf(value: Value<TodayInput>, given: Given<TodayInput>): Asker {
  const role = given('isOwner') ? 'owner' : given('isSpecialist') ? 'specialist' : 'manager';
  const agencyId = sql`${value('agencyId')}::uuid`;
  const ofSquads = (name: 'ledSquadIds' | 'servedSquadIds'): RawBuilder<boolean> =>
    role === 'owner' && !given(name) ? sql`true` : sql`client.squad_id = ANY(${value(name)}::uuid[])`;
  return {
    role,
    agencyId,
    memberId: sql`${value('memberId')}::uuid`,
    leads: role === 'specialist' ? never : ofSquads('ledSquadIds'),
    serves: ofSquads('servedSquadIds'),
  };
}

export const always = sql<boolean>`true`;
export const never = sql<boolean>`false`;

/** Whose thing it is, for rows of `client`. */
export const clientColumns = { clientId: sql`client.id`, clientName: sql`client.name` };

/** The moment of asking, and the day and the week that it is where the agency is. */
export const clock = (value: Value<TodayInput>): RawBuilder<unknown> => sql`clock AS MATERIALIZED (
  SELECT local.*, local.monday::timestamp AT TIME ZONE local.zone AS week_begins,
    (local.monday + 7)::timestamp AT TIME ZONE local.zone AS week_ends
  FROM (
    SELECT asked.at, agency.time_zone AS zone, (asked.at AT TIME ZONE agency.time_zone)::date AS today,
      date_trunc('week', asked.at AT TIME ZONE agency.time_zone)::date AS monday
    FROM agency, (VALUES (${value('at')}::timestamptz)) AS asked (at)
    WHERE agency.id = ${value('agencyId')}::uuid
  ) local)`;

/** A column of the only row of {@link clock}, for conditions that an index may serve. */
export const clocks = (column: 'at' | 'zone' | 'today' | 'week_begins' | 'week_ends'): RawBuilder<unknown> =>
  sql`(SELECT clock.${sql.ref(column)} FROM clock)`;

/**
 * Open work, read once by the index that it has: joined with its clients the planner would go through all they ever had
 * done. `open_task` is all the agency's; `task_seen` what the viewer may see, own work for other squads' clients among it.
 */
export const openTasks = ({
  role,
  agencyId,
  memberId,
  leads,
}: Asker): RawBuilder<unknown> => sql`open_task AS MATERIALIZED (
  SELECT task.agency_id, task.id, task.client_id, task.item_id, task.assignee_id, task.manager_id, task.title, task.state,
    task.state_since, task.due_at, task.submitted_at, task.deliverable_number, task.rounds, task.decline_reason,
    task.fee_minor, task.currency, task.estimated_minutes,
    ${role === 'owner' ? leads : sql`task.client_id = ANY(${ledClients(agencyId, leads)})`} AS is_led
  FROM task WHERE task.agency_id = ${agencyId} AND task.state NOT IN ('done', 'cancelled')
), task_seen AS MATERIALIZED (
  SELECT open_task.* FROM open_task WHERE open_task.is_led OR open_task.assignee_id = ${memberId})`;

/** As an array that is read once. */
export const ledClients = (agencyId: RawBuilder<unknown>, leads: RawBuilder<boolean>): RawBuilder<unknown> =>
  sql`ARRAY(SELECT client.id FROM client WHERE client.agency_id = ${agencyId} AND ${leads})`;
