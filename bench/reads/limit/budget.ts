import { json, list, money } from './json.ts';

const percent = (part: string, whole: string): string => `round(100.0 * (${part}) / nullif(${whole}, 0), 1)::float8`;
const margin = (revenue: string, cost: string): string =>
  json({
    revenue: money(revenue, 'currency'),
    cost: money(cost, 'currency'),
    profit: money(`(${revenue} - ${cost})`, 'currency'),
    percent: percent(`${revenue} - ${cost}`, revenue),
  });
const change = (figure: string): string =>
  `(SELECT ${percent(`t.${figure} - b.${figure}`, `b.${figure}`)} FROM own t, before b)`;
const lead = (squad: string): string => `(SELECT ${json({ id: 'm.id', name: 'm.name' })}
  FROM squad_member sm JOIN member m ON m.agency_id = $1 AND m.id = sm.member_id
  WHERE sm.agency_id = $1 AND sm.squad_id = ${squad} AND m.role <> 'specialist' AND m.deactivated_at IS NULL
  ORDER BY sm.is_lead DESC, m.created_at LIMIT 1)`;

/** Where the month's advertising money ends before the month does, if it goes on like this. */
const RUNS_OUT = `(SELECT from_day + (l.planned_minor * passed / l.used)::int FROM (
    SELECT l.*, l.committed_minor + l.payable_minor + l.spent_minor AS used, greatest(l.month, l.starts_on) AS from_day,
      least((l.month + interval '1 month')::date - 1, l.ends_on) AS to_day FROM ads l
    WHERE l.client_id = cl.id ) l,
    LATERAL (SELECT period.today - from_day + 1 AS passed, to_day - from_day + 1 AS total) days
  WHERE passed > 0 AND total > 0 AND l.used * total > l.planned_minor * passed LIMIT 1)`;
const risk = (condition: string, kind: string, { category = 'null', day = 'null', count = 'null', of = 'null' }) =>
  `SELECT ${json({ kind: `'${kind}'`, category, day, count, of })} AS risk WHERE ${condition}`;

/** The owner's present month: every client's margin, money and risks, six months back, requests, payouts, squads. */
export const budget = `
  WITH owner AS MATERIALIZED (
    SELECT id FROM member WHERE agency_id = $1 AND user_id = $2 AND role = 'owner' AND deactivated_at IS NULL
  ), period AS MATERIALIZED (
    SELECT a.currency, a.margin_goal, a.time_zone, today, date_trunc('month', today)::date AS month
    FROM agency a, LATERAL (SELECT (now() AT TIME ZONE a.time_zone)::date AS today) now WHERE a.id = $1 AND EXISTS (SELECT FROM owner)
  ), lines AS MATERIALIZED (
    SELECT c.client_id, c.id AS campaign, c.state <> 'closed' AS is_open, c.starts_on, c.ends_on, l.* FROM budget_line l
    JOIN campaign c ON c.agency_id = $1 AND c.id = l.campaign_id WHERE l.agency_id = $1
  ), ads AS MATERIALIZED (
    SELECT l.* FROM lines l, period p WHERE l.is_open AND l.category = 'ad_spend' AND l.month = p.month AND l.planned_minor > 0
  ), costs AS (
    SELECT client_id, month, sum(committed_minor + payable_minor + spent_minor) AS cost FROM lines WHERE category <> 'ad_spend' GROUP BY 1, 2
  ), fees AS (
    SELECT client_id, currency, fee_minor, valid_from, lead(valid_from, 1, 'infinity') OVER (PARTITION BY client_id ORDER BY valid_from) AS until
    FROM retainer WHERE agency_id = $1
  ), months AS MATERIALIZED (
    SELECT cl.id AS client_id, m::date AS month, coalesce(f.fee_minor, 0) AS revenue, coalesce(k.cost, 0) AS cost
    FROM client cl CROSS JOIN period CROSS JOIN generate_series(period.month - interval '6 months', period.month, interval '1 month') m
    LEFT JOIN fees f ON f.client_id = cl.id AND f.valid_from <= m AND m < f.until AND f.currency = cl.currency
    LEFT JOIN costs k ON k.client_id = cl.id AND k.month = m
    WHERE cl.agency_id = $1 AND cl.state = 'active'
  ), own AS (
    SELECT sum(m.revenue) AS revenue, sum(m.cost) AS cost, min(p.currency) AS currency
    FROM months m JOIN client cl ON cl.agency_id = $1 AND cl.id = m.client_id JOIN period p ON p.currency = cl.currency AND p.month = m.month
  ), before AS (
    SELECT sum(m.revenue) AS revenue, sum(m.cost) AS cost
    FROM months m JOIN client cl ON cl.agency_id = $1 AND cl.id = m.client_id
    JOIN period p ON p.currency = cl.currency AND m.month = p.month - interval '1 month'
  ), clients AS MATERIALIZED (
    SELECT cl.id, cl.name, cl.currency, m.revenue, m.cost, cl.squad_id, open.*, period.currency = cl.currency AS is_own,
      (SELECT coalesce(json_agg(risk), '[]') FROM (
        ${[
          risk('open.overdrawn IS NOT NULL', 'OVERDRAWN', { category: 'upper(open.overdrawn::text)' }),
          `SELECT ${json({ kind: `'ADS_RUN_OUT'`, category: 'null', day: 'ends', count: 'null', of: 'null' })} FROM (SELECT ${RUNS_OUT} AS ends OFFSET 0) r WHERE ends IS NOT NULL`,
          risk('paid.round IS NOT NULL', 'PAID_ROUND', { count: 'paid.round', of: 'paid.included_rounds' }),
          risk('silent.days >= 3', 'SILENT_CLIENT', { count: 'silent.days' }),
        ].join(' UNION ALL ')}) risks) AS risks
    FROM client cl JOIN period ON true JOIN months m ON m.client_id = cl.id AND m.month = period.month
    LEFT JOIN LATERAL (
      SELECT coalesce(sum(available_minor), 0) AS available, coalesce(sum(committed_minor), 0) AS committed,
        coalesce(sum(payable_minor), 0) AS payable, coalesce(sum(spent_minor), 0) AS spent,
        (array_agg(campaign ORDER BY planned_minor DESC))[1] AS campaign_id,
        (array_agg(category ORDER BY available_minor) FILTER (WHERE available_minor < 0))[1] AS overdrawn
      FROM lines l WHERE l.client_id = cl.id AND l.is_open) open ON true
    LEFT JOIN LATERAL (SELECT round, included_rounds FROM approval WHERE agency_id = $1 AND client_id = cl.id AND state = 'pending'
      AND round > included_rounds ORDER BY round DESC LIMIT 1) paid ON true
    LEFT JOIN LATERAL (SELECT extract(day FROM now() - min(sent_at))::int AS days FROM approval
      WHERE agency_id = $1 AND client_id = cl.id AND state = 'pending') silent ON true
    WHERE cl.agency_id = $1 AND cl.state = 'active'
  ), due AS MATERIALIZED (
    SELECT client_id, estimated_minutes FROM task
    WHERE agency_id = $1 AND state NOT IN ('done', 'cancelled') AND state IN ('issued', 'in_progress')
      AND due_at < (SELECT (date_trunc('week', today::timestamp) + interval '7 days') AT TIME ZONE time_zone FROM period)
  ), leads AS MATERIALIZED (
    SELECT s.id AS squad_id, s.name, s.created_at, ${lead('s.id')} AS lead FROM squad s WHERE s.agency_id = $1
  )
  SELECT json_build_object('data', json_build_object('overview', ${json({
    month: `to_char(period.month, 'YYYY-MM')`,
    isQuarter: 'false',
    today: 'period.today',
    isCurrent: 'true',
    goal: 'period.margin_goal::float8',
    againstGoal: `(SELECT round((${percent('revenue - cost', 'revenue')} - period.margin_goal)::numeric, 1)::float8 FROM own)`,
    revenueChange: change('revenue'),
    costChange: change('cost'),
    margin: `(SELECT ${margin('revenue', 'cost')} FROM own)`,
    missingToGoal: `(SELECT ${money('lacking', 'currency')} FROM (
      SELECT round(revenue * period.margin_goal / 100 - (revenue - cost)) AS lacking, currency FROM own) o WHERE lacking > 0)`,
    months: `(SELECT json_agg(json_build_object('month', to_char(month, 'YYYY-MM'), 'margin', json_build_object(
      'percent', ${percent('revenue - cost', 'revenue')})) ORDER BY month) FROM (
        SELECT m.month, sum(m.revenue) AS revenue, sum(m.cost) AS cost FROM months m JOIN client cl ON cl.agency_id = $1 AND cl.id = m.client_id
        WHERE cl.currency = period.currency GROUP BY m.month) m)`,
    clients: list(
      {
        clientId: 'id',
        name: 'clients.name',
        managerName: `coalesce(l.lead ->> 'name', '')`,
        campaignId: 'campaign_id',
        margin: margin('revenue', 'cost'),
        figures: json({
          planned: money('(available + committed + payable + spent)', 'currency'),
          spent: money('spent', 'currency'),
          payable: money('payable', 'currency'),
          committed: money('committed', 'currency'),
          available: money('available', 'currency'),
          usedPercent: percent('committed + payable + spent', 'available + committed + payable + spent'),
        }),
        risks: 'risks',
      },
      `${percent('revenue - cost', 'revenue')} NULLS LAST, clients.name`,
      'clients LEFT JOIN leads l USING (squad_id)',
    ),
    available: `(SELECT ${money('coalesce(sum(available), 0)', 'period.currency')} FROM clients WHERE is_own)`,
    requests: list(
      {
        id: 'r.id',
        campaignId: 'p.id',
        campaignName: 'p.name',
        clientName: 'cl.name',
        state: `'REQUESTED'`,
        reason: 'r.reason',
        requestedById: 'r.requested_by_id',
        requestedByName: 'author.name',
        requestedAt: 'r.requested_at',
        decisionNote: 'r.decision_note',
        version: 'r.version',
        lines: 'asked.lines',
        plannedBefore: money('planned.total', 'cl.currency'),
        plannedAfter: money('(planned.total + asked.change)', 'cl.currency'),
      },
      'r.requested_at, r.id',
      `budget_revision r JOIN campaign p ON p.agency_id = $1 AND p.id = r.campaign_id JOIN client cl ON cl.agency_id = $1 AND cl.id = p.client_id
        JOIN member author ON author.agency_id = $1 AND author.id = r.requested_by_id,
        LATERAL (SELECT sum(l.planned_minor) AS total FROM lines l WHERE l.campaign = p.id) planned,
        LATERAL (SELECT sum(n.new_total_minor - n.previous_minor) AS change, json_agg(${json({
          lineId: 'l.id',
          category: 'upper(l.category::text)',
          month: `to_char(l.month, 'YYYY-MM')`,
          change: money('(n.new_total_minor - n.previous_minor)', 'l.currency'),
        })} ORDER BY abs(n.new_total_minor - n.previous_minor) DESC, l.month, l.category) AS lines
          FROM budget_revision_line n JOIN budget_line l ON l.agency_id = $1 AND l.id = n.line_id
          WHERE n.agency_id = $1 AND n.revision_id = r.id) asked
        WHERE r.agency_id = $1 AND r.state = 'requested'`,
    ),
    payouts: list(
      {
        id: 'y.id',
        number: 'y.number',
        state: `'DRAFT'`,
        memberId: 'm.id',
        memberName: 'm.name',
        employment: 'upper(m.employment::text)',
        total: money('done.total', 'y.currency'),
        works: 'done.works',
        preparedByName: `coalesce((SELECT name FROM member b WHERE b.agency_id = $1 AND b.id = y.prepared_by_id), '')`,
        paidOn: 'y.paid_on',
        document: 'y.document',
        version: 'y.version',
      },
      'y.number DESC',
      `(SELECT * FROM payout WHERE agency_id = $1 AND state = 'draft' ORDER BY number DESC LIMIT 100) y
        JOIN member m ON m.agency_id = $1 AND m.id = y.member_id,
        LATERAL (SELECT sum(i.amount_minor) AS total, coalesce(json_agg(${json({
          taskId: 't.id',
          title: 't.title',
          clientName: 'cl.name',
          amount: money('i.amount_minor', 'y.currency'),
        })} ORDER BY t.title, t.id), '[]') AS works
          FROM payout_item i JOIN task t ON t.agency_id = $1 AND t.id = i.task_id JOIN client cl ON cl.agency_id = $1 AND cl.id = t.client_id
          WHERE i.agency_id = $1 AND i.payout_id = y.id) done`,
    ),
    squads: list(
      {
        squadId: 's.squad_id',
        squadName: 's.name',
        leadId: `s.lead ->> 'id'`,
        leadName: `s.lead ->> 'name'`,
        plannedMinutes: 'coalesce(work.minutes, 0)',
        capacityMinutes: 'coalesce(people.hours, 0) * 60',
        clientCount: '(SELECT count(*) FROM clients c WHERE c.squad_id = s.squad_id)',
      },
      's.created_at',
      `leads s
        LEFT JOIN (SELECT c.squad_id, sum(d.estimated_minutes) AS minutes FROM due d JOIN clients c ON c.id = d.client_id
          GROUP BY c.squad_id) work USING (squad_id)
        LEFT JOIN (SELECT sm.squad_id, sum(m.weekly_hours) AS hours FROM squad_member sm JOIN member m ON m.agency_id = $1 AND m.id = sm.member_id
          WHERE sm.agency_id = $1 AND m.deactivated_at IS NULL AND m.role = 'specialist' GROUP BY sm.squad_id) people USING (squad_id)`,
    ),
  })}))::text AS body FROM period`;
