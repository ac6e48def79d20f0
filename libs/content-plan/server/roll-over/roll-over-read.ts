import { ownDaysOf } from '@planerka/agency/server';
import type { Discipline } from '@planerka/agency/domain';
import type { BudgetCategory } from '@planerka/budgets/domain';
import type { ItemFormat } from '@planerka/content-plan/domain';
import type { DayOffChoice } from '@planerka/content-plan/domain/series';
import type { Currency, Id, PlainYearMonth, OwnDays } from '@planerka/platform/domain';
import type { Statement } from '@planerka/platform/server';
import { sql } from 'kysely';

/** Days are calendar days where the agency is. */
export interface SourceClient {
  readonly squadId: Id;
  readonly currency: Currency;
  readonly timeZone: string;
  readonly ownDays: OwnDays;
}

export interface SourceItem {
  readonly id: Id;
  readonly title: string;
  readonly idea: string;
  readonly format: ItemFormat;
  /** Null, too, where it has been archived since. */
  readonly rubricId: Id | null;
  readonly rubricColour: number | null;
  readonly campaignId: Id | null;
  readonly wantsClientApproval: boolean;
  readonly wasOn: string;
  readonly time: string;
  /** Those that are still there. */
  readonly channelIds: readonly Id[];
  readonly tasks: readonly { readonly discipline: Discipline; readonly dueOn: string | null }[];
  /** What has been made after it in that month before. */
  readonly existingId: Id | null;
  /** What it is a turn of. */
  readonly series: SourceSeries | null;
}

/** A series that goes on. */
export interface SourceSeries {
  readonly rule: string;
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly times: number | null;
  readonly onDayOff: DayOffChoice;
}

/** One that is not closed. */
export interface SourceCampaign {
  readonly id: Id;
  readonly name: string;
  readonly startsOn: string;
  readonly endsOn: string;
}

/** What a campaign has for a category in one of the two months. */
export interface SourceLine {
  readonly campaignId: Id;
  readonly category: BudgetCategory;
  readonly month: string;
  readonly isHard: boolean;
  readonly plannedMinor: string;
  /** Somebody has asked for it, and nobody has decided. */
  readonly isAsked: boolean;
}

export type Source = [SourceClient, SourceItem, SourceCampaign, SourceLine];

/** A month of a client and what the other one has already, as four statements. */
export function sourceStatements(
  agencyId: Id,
  { clientId, from, to }: { readonly clientId: Id; readonly from: PlainYearMonth; readonly to: PlainYearMonth },
): [Statement<SourceClient>, Statement<SourceItem>, Statement<SourceCampaign>, Statement<SourceLine>] {
  const agency = sql`${agencyId}::uuid`;
  const client = sql`${clientId}::uuid`;
  const inMonth = (column: ReturnType<typeof sql>, month: PlainYearMonth) => sql`(
    ${column} >= (${`${month}-01`}::date)::timestamp AT TIME ZONE g.time_zone
    AND ${column} < (${`${month.add({ months: 1 })}-01`}::date)::timestamp AT TIME ZONE g.time_zone)`;
  return [
    sql<SourceClient>`
      SELECT c.squad_id AS "squadId", c.currency, g.time_zone AS "timeZone",
        ${ownDaysOf('g')} AS "ownDays"
      FROM client c JOIN agency g ON g.id = c.agency_id WHERE c.agency_id = ${agency} AND c.id = ${client}`,
    sql<SourceItem>`
      SELECT i.id, i.title, i.idea, i.format, r.id AS "rubricId", r.colour AS "rubricColour",
        i.campaign_id AS "campaignId", i.wants_client_approval AS "wantsClientApproval",
        (i.publish_at AT TIME ZONE g.time_zone)::date::text AS "wasOn",
        to_char(i.publish_at AT TIME ZONE g.time_zone, 'HH24:MI') AS "time",
        array(SELECT ic.channel_id::text FROM item_channel ic
          JOIN channel h ON h.agency_id = ic.agency_id AND h.id = ic.channel_id AND h.archived_at IS NULL
          WHERE ic.agency_id = i.agency_id AND ic.item_id = i.id ORDER BY h.position, h.id) AS "channelIds",
        (SELECT coalesce(json_agg(json_build_object('discipline', t.discipline,
            'dueOn', (t.due_at AT TIME ZONE g.time_zone)::date) ORDER BY t.discipline, t.created_at, t.id), '[]')
          FROM task t WHERE t.agency_id = i.agency_id AND t.item_id = i.id AND t.state <> 'cancelled') AS tasks,
        (SELECT e.id FROM content_item e WHERE e.agency_id = i.agency_id AND e.rolled_from_id = i.id
          AND e.deleted_at IS NULL AND ${inMonth(sql`e.publish_at`, to)} ORDER BY e.created_at, e.id LIMIT 1) AS "existingId",
        (SELECT json_build_object('rule', s.rule, 'startsOn', s.starts_on, 'endsOn', s.ends_on, 'times', s.times, 'onDayOff', s.on_day_off)
          FROM plan_series s WHERE s.agency_id = i.agency_id AND s.id = i.series_id AND s.ended_at IS NULL AND s.paused_at IS NULL) AS series
      FROM content_item i
      JOIN agency g ON g.id = i.agency_id
      LEFT JOIN rubric r ON r.agency_id = i.agency_id AND r.id = i.rubric_id AND r.archived_at IS NULL
      WHERE i.agency_id = ${agency} AND i.client_id = ${client} AND i.deleted_at IS NULL AND ${inMonth(sql`i.publish_at`, from)}
      ORDER BY i.publish_at, i.id`,
    sql<SourceCampaign>`
      SELECT id, name, starts_on::text AS "startsOn", ends_on::text AS "endsOn" FROM campaign
      WHERE agency_id = ${agency} AND client_id = ${client} AND state <> 'closed' ORDER BY starts_on, id`,
    sql<SourceLine>`
      SELECT l.campaign_id AS "campaignId", l.category, to_char(l.month, 'YYYY-MM') AS month, l.is_hard AS "isHard",
        l.planned_minor::text AS "plannedMinor",
        EXISTS (SELECT FROM budget_revision_line a
          JOIN budget_revision v ON v.agency_id = a.agency_id AND v.id = a.revision_id AND v.state = 'requested'
          WHERE a.agency_id = l.agency_id AND a.line_id = l.id) AS "isAsked"
      FROM budget_line l JOIN campaign p ON p.agency_id = l.agency_id AND p.id = l.campaign_id
      WHERE l.agency_id = ${agency} AND p.client_id = ${client}
        AND l.month IN (${`${from}-01`}::date, ${`${to}-01`}::date)
      ORDER BY l.campaign_id, l.category`,
  ];
}
