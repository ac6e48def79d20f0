import type { AbsenceKind, Discipline, RateUnit } from '@planerka/agency/domain';
import { ownDaysOf, type CurrentMember } from '@planerka/agency/server';
import type { ItemFormat } from '@planerka/content-plan/domain';
import type { AwayRow } from '@planerka/content-plan/server';
import type { Currency, Id, OwnDays } from '@planerka/platform/domain';
import type { Reader } from '@planerka/platform/server';
import type { Candidate } from '@planerka/tasks/domain';
import { sql } from 'kysely';

/** The publication, as far as its work follows from it. Days are calendar days where the agency is. */
export interface ChainItem {
  readonly clientId: Id;
  readonly squadId: Id;
  readonly currency: Currency;
  readonly format: ItemFormat;
  readonly publishOn: string;
  readonly wantsClientApproval: boolean;
  readonly timeZone: string;
  readonly ownDays: OwnDays;
  readonly answerDays: number | null;
  readonly away: readonly AwayRow[];
  readonly present: readonly { readonly id: Id; readonly discipline: Discipline }[];
}

export interface ChainPerson extends Omit<Candidate, 'isAway'> {
  readonly absences: readonly { readonly kind: AbsenceKind; readonly startsOn: string; readonly endsOn: string }[];
  readonly name: string;
  readonly disciplines: readonly Discipline[];
  readonly done: Readonly<Partial<Record<Discipline, number>>>;
}

export interface ChainRate {
  readonly memberId: Id | null;
  readonly discipline: Discipline;
  readonly deliverableType: string | null;
  readonly unit: RateUnit;
  readonly amountMinor: string;
  readonly validFrom: string;
}

/** A brief that this client had before. */
export interface EarlierBrief {
  readonly taskId: Id;
  readonly title: string;
  readonly discipline: Discipline;
  readonly deliverableType: string | null;
}

/** Everything that a chain is proposed from, in one flight. */
export async function readChain(reader: Reader, viewer: CurrentMember, itemId: Id) {
  const { agencyId } = viewer;
  const item = sql`SELECT i.client_id FROM content_item i
    WHERE i.agency_id = ${agencyId}::uuid AND i.id = ${itemId}::uuid AND i.deleted_at IS NULL`;
  const [[found], people, rates, earlier] = await reader.askAll<[ChainItem, ChainPerson, ChainRate, EarlierBrief]>(
    viewer,
    [
      sql<ChainItem>`
      SELECT i.client_id AS "clientId", c.squad_id AS "squadId", c.currency, i.format,
        (i.publish_at AT TIME ZONE g.time_zone)::date::text AS "publishOn",
        i.wants_client_approval AS "wantsClientApproval", g.time_zone AS "timeZone",
        ${ownDaysOf('g')} AS "ownDays", c.answer_days AS "answerDays",
        (SELECT coalesce(json_agg(json_build_object('startsOn', d.starts_on, 'endsOn', d.ends_on, 'isYearly', d.is_yearly)
            ORDER BY d.starts_on, d.id), '[]')
          FROM client_date d WHERE d.agency_id = c.agency_id AND d.client_id = c.id AND d.kind = 'away') AS away,
        (SELECT coalesce(json_agg(json_build_object('id', t.id, 'discipline', t.discipline) ORDER BY t.created_at, t.id), '[]')
          FROM task t WHERE t.agency_id = i.agency_id AND t.item_id = i.id AND t.state <> 'cancelled') AS present
      FROM content_item i
      JOIN client c ON c.agency_id = i.agency_id AND c.id = i.client_id
      JOIN agency g ON g.id = i.agency_id
      WHERE i.agency_id = ${agencyId}::uuid AND i.id = ${itemId}::uuid AND i.deleted_at IS NULL`,
      sql<ChainPerson>`
      SELECT m.id, m.name, m.disciplines::text[] AS disciplines, 0 AS "doneForClient",
        (SELECT coalesce(json_agg(json_build_object('kind', a.kind, 'startsOn', a.starts_on, 'endsOn', a.ends_on)), '[]')
          FROM absence a WHERE a.agency_id = m.agency_id AND a.member_id = m.id AND a.ends_on >= current_date - 1) AS absences,
        EXISTS (SELECT FROM squad_member s JOIN client c ON c.agency_id = s.agency_id AND c.squad_id = s.squad_id
          WHERE s.agency_id = m.agency_id AND s.member_id = m.id AND c.id = (${item})) AS "isOfSquad",
        (SELECT count(*)::int FROM task t WHERE t.agency_id = m.agency_id AND t.assignee_id = m.id
          AND t.state IN ('draft', 'issued', 'in_progress')) AS "openTasks",
        (SELECT coalesce(json_object_agg(d.discipline, d.count), '{}') FROM (
          SELECT t.discipline, count(*)::int AS count FROM task t WHERE t.agency_id = m.agency_id AND t.assignee_id = m.id
            AND t.client_id = (${item}) AND t.state = 'done' GROUP BY t.discipline) d) AS done
      FROM member m
      WHERE m.agency_id = ${agencyId}::uuid AND m.deactivated_at IS NULL AND cardinality(m.disciplines) > 0`,
      sql<ChainRate>`
      SELECT r.member_id AS "memberId", r.discipline, r.deliverable_type AS "deliverableType", r.unit,
        r.amount_minor::text AS "amountMinor", r.valid_from::text AS "validFrom"
      FROM rate r WHERE r.agency_id = ${agencyId}::uuid
        AND r.currency = (SELECT c.currency FROM client c WHERE c.agency_id = ${agencyId}::uuid AND c.id = (${item}))`,
      sql<EarlierBrief>`
      SELECT DISTINCT ON (t.discipline, kind.type) t.id AS "taskId", t.title, t.discipline, kind.type AS "deliverableType"
      FROM task t
      JOIN brief_version b ON b.agency_id = t.agency_id AND b.task_id = t.id AND b.number = 0
      CROSS JOIN LATERAL (SELECT coalesce(b.data ->> 'textType', b.data ->> 'work') AS type) kind
      WHERE t.agency_id = ${agencyId}::uuid AND t.client_id = (${item}) AND t.brief_number > 0 AND t.state <> 'cancelled'
      ORDER BY t.discipline, kind.type, t.created_at DESC, t.id DESC`,
    ],
  );
  return found ? { item: found, people, rates, earlier } : null;
}
