import type { Discipline, RateUnit } from '@planerka/agency/domain';
import { ownDaysOf, type CurrentMember } from '@planerka/agency/server';
import { squadManagers, type SquadManager } from '@planerka/clients/server';
import type { Currency, Id, OwnDays } from '@planerka/platform/domain';
import type { Reader } from '@planerka/platform/server';
import type { Experience } from '@planerka/tasks/domain';
import { sql } from 'kysely';
import { workloadStatements, type OpenTaskRow, type PersonRow } from '../workload/workload-rows';

/** So far back is looked for what a usual week is. */
const weeksBack = 8;

export interface BasisRow {
  readonly currency: Currency;
  readonly marginGoal: string | null;
  readonly timeZone: string;
  readonly ownDays: OwnDays;
  readonly squads: readonly { readonly id: Id; readonly name: string }[];
  readonly managers: readonly SquadManager[];
  /** Minutes of work handed in, in a week of the last eight. */
  readonly usual: Readonly<Record<Id, number>>;
  readonly experience: readonly Experience[];
  readonly rates: readonly {
    readonly memberId: Id | null;
    readonly discipline: Discipline;
    readonly deliverableType: string | null;
    readonly unit: RateUnit;
    readonly amountMinor: string;
    readonly validFrom: string;
  }[];
}

/** People and their work as it is, and what a guess about more of it rests on: one flight. */
export function readSimulation(reader: Reader, viewer: CurrentMember, at: string) {
  const { agencyId } = viewer;
  return reader.askAll<[PersonRow, OpenTaskRow, BasisRow]>(viewer, [
    ...workloadStatements(viewer, at),
    sql<BasisRow>`
      SELECT g.currency, g.margin_goal::text AS "marginGoal", g.time_zone AS "timeZone",
        ${ownDaysOf('g')} AS "ownDays",
        (SELECT coalesce(json_agg(json_build_object('id', s.id, 'name', s.name) ORDER BY s.name, s.id), '[]')
          FROM squad s WHERE s.agency_id = g.id) AS squads,
        (SELECT coalesce(json_agg(x), '[]') FROM (${squadManagers(agencyId)}) x) AS managers,
        (SELECT coalesce(json_object_agg(u.id, u.minutes), '{}') FROM (
          SELECT m.id, round(sum(coalesce((SELECT sum(s.minutes) FROM time_entry s
                WHERE s.agency_id = t.agency_id AND s.task_id = t.id AND s.member_id = m.id), t.estimated_minutes))
              / greatest(1, least(${weeksBack}::numeric, extract(epoch FROM ${at}::timestamptz - m.created_at) / 604800)))::int AS minutes
          FROM task t JOIN member m ON m.agency_id = t.agency_id AND m.id = t.assignee_id
          WHERE t.agency_id = g.id AND t.state IN ('in_review', 'client_review', 'done')
            AND t.submitted_at > ${at}::timestamptz - make_interval(weeks => ${weeksBack}::int)
          GROUP BY m.id, m.created_at) u) AS usual,
        (SELECT coalesce(json_agg(e), '[]') FROM (
          SELECT t.discipline, kind.type, took.basis, count(*)::int AS count,
            round(percentile_cont(0.5) WITHIN GROUP (ORDER BY took.minutes))::int AS "medianMinutes"
          FROM task t
          JOIN brief_version b ON b.agency_id = t.agency_id AND b.task_id = t.id AND b.number = 0
          CROSS JOIN LATERAL (SELECT coalesce(b.data ->> 'textType', b.data ->> 'work') AS type) kind
          CROSS JOIN LATERAL (
            SELECT 'estimate' AS basis, t.estimated_minutes AS minutes
            UNION ALL SELECT 'spent', sum(s.minutes)::int FROM time_entry s
              WHERE s.agency_id = t.agency_id AND s.task_id = t.id) took
          WHERE t.agency_id = g.id AND t.state = 'done' AND took.minutes > 0 AND kind.type IS NOT NULL
            AND t.done_at > ${at}::timestamptz - interval '1 year'
          GROUP BY t.discipline, kind.type, took.basis) e) AS experience,
        (SELECT coalesce(json_agg(json_build_object('memberId', r.member_id, 'discipline', r.discipline,
            'deliverableType', r.deliverable_type, 'unit', r.unit, 'amountMinor', r.amount_minor::text,
            'validFrom', r.valid_from::text)), '[]')
          FROM rate r WHERE r.agency_id = g.id AND r.currency = g.currency) AS rates
      FROM agency g WHERE g.id = ${agencyId}::uuid`,
  ]);
}
