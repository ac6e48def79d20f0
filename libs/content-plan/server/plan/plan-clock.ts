import { ownDaysOf } from '@planerka/agency/server';
import { clientScopeInput, type ClientScopeInput } from '@planerka/clients/server';
import { taskScope, type MemberViewer } from '@planerka/agency/domain';
import type { Id, Instant } from '@planerka/platform/domain';
import type { Value } from '@planerka/platform/server';
import { sql, type RawBuilder } from 'kysely';

/** Values that every statement of publications has. */
export interface PlanInput extends ClientScopeInput {
  /** ISO 8601. */
  readonly at: string;
  readonly memberId: Id;
  readonly seesAllTasks: boolean;
  readonly ledSquadIds: readonly Id[];
}

export function planInput(viewer: MemberViewer, at: Instant): PlanInput {
  const scope = taskScope(viewer);
  return {
    ...clientScopeInput(viewer),
    at: at.toString(),
    memberId: viewer.memberId,
    seesAllTasks: scope.kind === 'all',
    ledSquadIds: scope.kind === 'all' ? [] : scope.squadIds,
  };
}

/** The agency's time zone, its own days off, the moment of asking and the day it is there. */
export const clock = (value: Value<PlanInput>): RawBuilder<unknown> => sql`clock AS MATERIALIZED (
  SELECT agency.time_zone AS zone, ${ownDaysOf('agency')} AS own_days, asked.at,
    (asked.at AT TIME ZONE agency.time_zone)::date AS today
  FROM agency, (VALUES (${value('at')}::timestamptz)) AS asked (at)
  WHERE agency.id = ${value('agencyId')}::uuid)`;
