import { Injectable } from '@nestjs/common';
import { can } from '@planerka/agency/domain';
import type { CurrentMember } from '@planerka/agency/server';
import { type Currency, type Id, type PlainYearMonth } from '@planerka/platform/domain';
import { Clock, Reader } from '@planerka/platform/server';
import { sql, type RawBuilder } from 'kysely';
import { presentRevision, toMoney } from '../budget/budget-presenter';
import { revisionJson } from '../budget/budget.query';
import type { RevisionJson } from '../budget/budget-row';
import { PayoutsQuery } from '../payouts/payouts.query';
import { presentOverview } from './overview-presenter';
import type { OverviewRow } from './overview-row';
import type { OverviewObject } from './overview.object';
import type { BudgetRevisionObject } from '../budget/budget.object';

interface RequestRow {
  readonly revision: RevisionJson;
  readonly campaign_id: Id;
  readonly campaign_name: string;
  readonly client_name: string;
  readonly squad_id: Id;
  readonly currency: string;
  readonly planned: string;
}

const payoutsShown = 100;

/** The owner's month in three statements: figures, requests, payouts. */
@Injectable()
export class OverviewQuery {
  constructor(
    private readonly reader: Reader,
    private readonly clock: Clock,
    private readonly payouts: PayoutsQuery,
  ) {}

  async overview(
    viewer: CurrentMember,
    wanted: PlainYearMonth | null,
    isQuarter: boolean,
  ): Promise<OverviewObject | null> {
    if (!can(viewer, 'overview.view')) return null;
    const now = this.clock.now().toString();
    const [[[row], requests], payouts] = await Promise.all([
      this.reader.askAll<[OverviewRow, RequestRow]>(viewer, [
        statement(viewer.agencyId, now, wanted, isQuarter),
        requestsOf(viewer),
      ]),
      this.payouts.payouts(viewer, 'draft', { first: payoutsShown }),
    ]);
    if (!row) throw new Error(`There is no agency ${viewer.agencyId}`);
    return presentOverview(
      row,
      isQuarter,
      requests.map((request) => presentRequest(viewer, request)),
      payouts.nodes,
    );
  }
}

const requestsOf = ({ agencyId }: CurrentMember): RawBuilder<RequestRow> => sql<RequestRow>`
        SELECT ${revisionJson} AS revision, c.id AS campaign_id, c.name AS campaign_name, cl.name AS client_name,
          cl.squad_id, cl.currency,
          (SELECT coalesce(sum(l.planned_minor), 0)::text FROM budget_line l
            WHERE l.agency_id = c.agency_id AND l.campaign_id = c.id) AS planned
        FROM budget_revision r
        JOIN campaign c ON c.agency_id = r.agency_id AND c.id = r.campaign_id
        JOIN client cl ON cl.agency_id = c.agency_id AND cl.id = c.client_id
        WHERE r.agency_id = ${agencyId}::uuid AND r.state = 'requested'
        ORDER BY r.requested_at, r.id`;

const presentRequest = (viewer: CurrentMember, row: RequestRow): BudgetRevisionObject =>
  presentRevision(viewer, row.revision, {
    campaignId: row.campaign_id,
    campaignName: row.campaign_name,
    clientName: row.client_name,
    squadId: row.squad_id,
    currency: row.currency as Currency,
    planned: toMoney(row.planned, row.currency),
  });

/** Without a month named it is the agency's own present one, which only its time zone tells. */
const statement = (
  agencyId: Id,
  now: string,
  wanted: PlainYearMonth | null,
  isQuarter: boolean,
): RawBuilder<OverviewRow> => sql<OverviewRow>`
  WITH due AS MATERIALIZED (
    SELECT t.client_id, t.due_at, t.estimated_minutes FROM task t
    WHERE t.agency_id = ${agencyId}::uuid AND t.state NOT IN ('done', 'cancelled') AND t.state IN ('issued', 'in_progress')
  )
  SELECT a.currency, a.margin_goal::text, clock.today::text,
    to_char(period.first, 'YYYY-MM') AS first_month, to_char(period.last, 'YYYY-MM') AS last_month,
    ${months} AS months, ${clients} AS clients, ${squads} AS squads
  FROM agency a
  CROSS JOIN LATERAL (SELECT (${now}::timestamptz AT TIME ZONE a.time_zone)::date AS today, ${now}::timestamptz AS now) clock
  CROSS JOIN LATERAL (
    SELECT coalesce(${wanted && `${wanted.toString()}-01`}::date, date_trunc('month', clock.today)::date) AS last
  ) named
  CROSS JOIN LATERAL (
    SELECT named.last, CASE WHEN ${isQuarter}::boolean THEN date_trunc('quarter', named.last)::date ELSE named.last END AS first
  ) period
  WHERE a.id = ${agencyId}::uuid`;

/** The retainer in force in a month: the latest that began by then. */
const feeOf = (month: RawBuilder<unknown>): RawBuilder<unknown> => sql`(
  SELECT r.fee_minor FROM retainer r
  WHERE r.agency_id = cl.agency_id AND r.client_id = cl.id AND r.valid_from <= ${month} AND r.currency = cl.currency
  ORDER BY r.valid_from DESC LIMIT 1
)`;

/** Work and expenses; what clients spend on advertising is their money passing through. */
const costOf = (condition: RawBuilder<unknown>): RawBuilder<unknown> => sql`(
  SELECT sum(l.committed_minor + l.payable_minor + l.spent_minor) FROM budget_line l
  JOIN campaign c ON c.agency_id = l.agency_id AND c.id = l.campaign_id
  WHERE l.agency_id = cl.agency_id AND c.client_id = cl.id AND l.category <> 'ad_spend' AND ${condition}
)`;

const months = sql`(
  SELECT json_agg(json_build_object('month', to_char(series.month, 'YYYY-MM'),
      'revenue', coalesce(total.revenue, 0)::text, 'cost', coalesce(total.cost, 0)::text) ORDER BY series.month)
  FROM (SELECT generate_series(period.last - interval '6 months', period.last, interval '1 month')::date AS month) series
  CROSS JOIN LATERAL (
    SELECT sum(${feeOf(sql`series.month`)}) AS revenue, sum(${costOf(sql`l.month = series.month`)}) AS cost
    FROM client cl WHERE cl.agency_id = a.id AND cl.state = 'active' AND cl.currency = a.currency
  ) total
)`;

const clients = sql`(
  SELECT coalesce(json_agg(json_build_object(
      'clientId', cl.id, 'name', cl.name, 'squadId', cl.squad_id, 'currency', cl.currency,
      'managerName', (
        SELECT m.name FROM squad_member sm JOIN member m ON m.agency_id = sm.agency_id AND m.id = sm.member_id
        WHERE sm.agency_id = cl.agency_id AND sm.squad_id = cl.squad_id AND m.role <> 'specialist' AND m.deactivated_at IS NULL
        ORDER BY sm.is_lead DESC, m.created_at LIMIT 1
      ),
      'revenue', coalesce((
        SELECT sum(${feeOf(sql`span.month`)})
        FROM (SELECT generate_series(period.first, period.last, interval '1 month')::date AS month) span
      ), 0)::text,
      'cost', coalesce(${costOf(sql`l.month BETWEEN period.first AND period.last`)}, 0)::text,
      'available', coalesce(open.available, 0)::text, 'committed', coalesce(open.committed, 0)::text,
      'payable', coalesce(open.payable, 0)::text, 'spent', coalesce(open.spent, 0)::text,
      'campaignId', open.campaign_id, 'overdrawn', open.overdrawn, 'ads', open.ads,
      'paidRound', waiting.paid_round, 'silentDays', waiting.silent_days
    ) ORDER BY cl.name), '[]')
  FROM client cl
  CROSS JOIN LATERAL (
    SELECT sum(l.available_minor) AS available, sum(l.committed_minor) AS committed,
      sum(l.payable_minor) AS payable, sum(l.spent_minor) AS spent,
      (array_agg(c.id ORDER BY l.planned_minor DESC))[1] AS campaign_id,
      (array_agg(l.category ORDER BY l.available_minor) FILTER (WHERE l.available_minor < 0))[1] AS overdrawn,
      json_agg(json_build_object('month', to_char(l.month, 'YYYY-MM'), 'startsOn', c.starts_on, 'endsOn', c.ends_on,
        'available', l.available_minor::text, 'committed', l.committed_minor::text,
        'payable', l.payable_minor::text, 'spent', l.spent_minor::text)
      ) FILTER (WHERE l.category = 'ad_spend' AND l.month = date_trunc('month', clock.today) AND l.planned_minor > 0) AS ads
    FROM budget_line l JOIN campaign c ON c.agency_id = l.agency_id AND c.id = l.campaign_id
    WHERE l.agency_id = cl.agency_id AND c.client_id = cl.id AND c.state <> 'closed'
  ) open
  CROSS JOIN LATERAL (
    SELECT (array_agg(json_build_object('round', ap.round, 'included', ap.included_rounds) ORDER BY ap.round DESC)
        FILTER (WHERE ap.round > ap.included_rounds))[1] AS paid_round,
      extract(day FROM clock.now - min(ap.sent_at))::int AS silent_days
    FROM approval ap
    WHERE ap.agency_id = cl.agency_id AND ap.client_id = cl.id AND ap.state = 'pending'
  ) waiting
  WHERE cl.agency_id = a.id AND cl.state = 'active'
)`;

const squads = sql`(
  SELECT coalesce(json_agg(json_build_object('squadId', s.id, 'squadName', s.name, 'leadId', lead.id, 'leadName', lead.name,
      'plannedMinutes', coalesce(work.minutes, 0), 'capacityMinutes', coalesce(people.hours, 0) * 60,
      'clientCount', (SELECT count(*) FROM client cl WHERE cl.agency_id = s.agency_id AND cl.squad_id = s.id AND cl.state = 'active')
    ) ORDER BY s.created_at), '[]')
  FROM squad s
  LEFT JOIN LATERAL (
    SELECT m.id, m.name FROM squad_member sm JOIN member m ON m.agency_id = sm.agency_id AND m.id = sm.member_id
    WHERE sm.agency_id = s.agency_id AND sm.squad_id = s.id AND m.role <> 'specialist' AND m.deactivated_at IS NULL
    ORDER BY sm.is_lead DESC, m.created_at LIMIT 1
  ) lead ON true
  CROSS JOIN LATERAL (
    SELECT sum(m.weekly_hours) AS hours FROM squad_member sm JOIN member m ON m.agency_id = sm.agency_id AND m.id = sm.member_id
    WHERE sm.agency_id = s.agency_id AND sm.squad_id = s.id AND m.deactivated_at IS NULL AND m.role = 'specialist'
  ) people
  CROSS JOIN LATERAL (
    SELECT sum(due.estimated_minutes) AS minutes FROM due
    JOIN client cl ON cl.agency_id = s.agency_id AND cl.id = due.client_id
    WHERE cl.squad_id = s.id AND due.due_at < (date_trunc('week', clock.today::timestamp) + interval '7 days') AT TIME ZONE a.time_zone
  ) work
  WHERE s.agency_id = a.id
)`;
