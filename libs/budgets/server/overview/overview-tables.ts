import type { Value } from '@planerka/platform/server';
import { sql, type RawBuilder } from 'kysely';
import { lineSums } from '../budget/figures-read';
import type { OverviewInput } from './overview-read';

/**
 * What the overview is read of, each gathered once for all clients: one that nobody asks for is not run. All the
 * agency's lines are read together: a look for each client and month took PostgreSQL several times as long.
 */
export const overviewTables = (value: Value<OverviewInput>, isMonthNamed: boolean): RawBuilder<unknown> => {
  const agencyId = sql`${value('agencyId')}::uuid`;
  // Without a month named it is the agency's own present one, which only its time zone tells.
  const last = isMonthNamed ? sql`${value('month')}::date` : sql`date_trunc('month', local.today)::date`;
  return sql`
  period AS MATERIALIZED (
    SELECT spanned.*, (spanned.first - spanned.length)::date AS previous,
      (date_trunc('week', spanned.today::timestamp) + interval '7 days') AT TIME ZONE spanned.zone AS week_ends
    FROM (SELECT a.currency, a.margin_goal, a.time_zone AS zone, asked.at,
        (asked.at AT TIME ZONE a.time_zone)::date AS today
      FROM agency a, (VALUES (${value('at')}::timestamptz)) AS asked (at) WHERE a.id = ${agencyId}) local
    CROSS JOIN LATERAL (SELECT ${last} AS last) named
    CROSS JOIN LATERAL (SELECT
      CASE WHEN ${value('isQuarter')}::boolean THEN date_trunc('quarter', named.last)::date ELSE named.last END AS first) begun
    CROSS JOIN LATERAL (SELECT local.*, named.last, begun.first,
      age(named.last, begun.first) + interval '1 month' AS length) spanned
  ), shown AS MATERIALIZED (
    SELECT generate_series(period.last - interval '6 months', period.last, interval '1 month')::date AS month FROM period
  ), served AS MATERIALIZED (
    SELECT cl.id, cl.name, cl.squad_id, cl.currency, cl.currency = period.currency AS is_own
    FROM period, client cl WHERE cl.agency_id = ${agencyId} AND cl.state = 'active'
  ), line AS MATERIALIZED (
    SELECT c.client_id, c.id AS campaign_id, c.state <> 'closed' AS is_open, c.starts_on, c.ends_on,
      l.category, l.month, l.planned_minor, l.available_minor, l.committed_minor, l.payable_minor, l.spent_minor
    FROM budget_line l JOIN campaign c ON c.agency_id = l.agency_id AND c.id = l.campaign_id
    WHERE l.agency_id = ${agencyId}
  ), fee AS (
    -- The retainer in force: the latest of the client's currency that began by then.
    SELECT r.client_id, r.currency, r.fee_minor, r.valid_from,
      lead(r.valid_from, 1, 'infinity') OVER (PARTITION BY r.client_id, r.currency ORDER BY r.valid_from) AS until
    FROM retainer r WHERE r.agency_id = ${agencyId}
  ), cost AS (
    -- Work and expenses; what clients spend on advertising is their money passing through.
    SELECT l.client_id, l.month, sum(l.committed_minor + l.payable_minor + l.spent_minor) AS minor FROM line l
    WHERE l.category <> 'ad_spend' GROUP BY l.client_id, l.month
  ), result AS MATERIALIZED (
    SELECT cl.id AS client_id, cl.is_own, shown.month, coalesce(fee.fee_minor, 0) AS revenue, coalesce(cost.minor, 0) AS cost
    FROM served cl CROSS JOIN shown
    LEFT JOIN fee ON fee.client_id = cl.id AND fee.currency = cl.currency
      AND fee.valid_from <= shown.month AND shown.month < fee.until
    LEFT JOIN cost ON cost.client_id = cl.id AND cost.month = shown.month
  ), own AS MATERIALIZED (
    SELECT shown.month, sum(result.revenue) AS revenue, sum(result.cost) AS cost
    FROM shown LEFT JOIN result ON result.month = shown.month AND result.is_own GROUP BY shown.month
  ), earned AS (
    SELECT result.client_id, sum(result.revenue) AS revenue, sum(result.cost) AS cost
    FROM result, period WHERE result.month >= period.first GROUP BY result.client_id
  ), open AS (
    SELECT l.client_id, ${lineSums},
      (array_agg(l.campaign_id ORDER BY l.planned_minor DESC))[1] AS campaign_id,
      (array_agg(l.category ORDER BY l.available_minor) FILTER (WHERE l.available_minor < 0))[1] AS overdrawn,
      json_agg(json_build_object('month', to_char(l.month, 'YYYY-MM'), 'startsOn', l.starts_on, 'endsOn', l.ends_on,
        'available', l.available_minor::text, 'committed', l.committed_minor::text,
        'payable', l.payable_minor::text, 'spent', l.spent_minor::text)
      ) FILTER (WHERE l.category = 'ad_spend' AND l.month = date_trunc('month', period.today) AND l.planned_minor > 0) AS ads
    FROM line l, period WHERE l.is_open GROUP BY l.client_id
  ), waiting AS (
    SELECT ap.client_id,
      (array_agg(json_build_object('round', ap.round, 'included', ap.included_rounds) ORDER BY ap.round DESC)
        FILTER (WHERE ap.round > ap.included_rounds))[1] AS paid_round,
      extract(day FROM min(period.at) - min(ap.sent_at))::int AS silent_days
    FROM approval ap, period WHERE ap.agency_id = ${agencyId} AND ap.state = 'pending' GROUP BY ap.client_id
  ), lead AS MATERIALIZED (
    SELECT DISTINCT ON (sm.squad_id) sm.squad_id, m.id, m.name
    FROM squad_member sm JOIN member m ON m.agency_id = sm.agency_id AND m.id = sm.member_id
    WHERE sm.agency_id = ${agencyId} AND m.role <> 'specialist' AND m.deactivated_at IS NULL
    ORDER BY sm.squad_id, sm.is_lead DESC, m.created_at
  ), people AS MATERIALIZED (
    SELECT sm.squad_id, sum(m.weekly_hours) AS hours
    FROM squad_member sm JOIN member m ON m.agency_id = sm.agency_id AND m.id = sm.member_id
    WHERE sm.agency_id = ${agencyId} AND m.deactivated_at IS NULL AND m.role = 'specialist' GROUP BY sm.squad_id
  ), due AS MATERIALIZED (
    -- By the index of open work: joined with its clients the planner would go through all they ever had done.
    SELECT t.client_id, t.estimated_minutes FROM task t
    WHERE t.agency_id = ${agencyId} AND t.state NOT IN ('done', 'cancelled') AND t.state IN ('issued', 'in_progress')
      AND t.due_at < (SELECT period.week_ends FROM period)
  ), work AS MATERIALIZED (
    SELECT cl.squad_id, sum(due.estimated_minutes) AS minutes
    FROM due JOIN client cl ON cl.agency_id = ${agencyId} AND cl.id = due.client_id GROUP BY cl.squad_id
  )`;
};
