import { can } from '@planerka/agency/domain';
import { memberRead, memberRule } from '@planerka/agency/server';
import type { Currency, PlainYearMonth } from '@planerka/platform/domain';
import { read, type ReadField, type ReadType } from '@planerka/platform/server';
import { sql } from 'kysely';
import type { BudgetRevisionObject } from '../budget/budget.object';
import { presentFigures } from '../budget/budget-presenter';
import { balanceFacts, balancesOf } from '../budget/figures-read';
import { payoutRead, payoutScopeInput, type PayoutScopeInput } from '../payouts/payout-read';
import type { PayoutObject } from '../payouts/payout.object';
import { revisionRead } from '../revisions/revision-read';
import {
  againstGoalFrom,
  changeFrom,
  marginFrom,
  missingToGoalFrom,
  risksFrom,
  type RiskFacts,
} from './overview-rules';
import { overviewTables } from './overview-tables';
import type { MonthMarginObject, OverviewClientObject, OverviewObject, SquadLoadObject } from './overview.object';

export interface OverviewArgs {
  readonly month?: PlainYearMonth | null;
  readonly quarter: boolean;
}

export interface OverviewInput extends PayoutScopeInput {
  /** ISO 8601. */
  readonly at: string;
  /** The first day of the month that is named. */
  readonly month: string | undefined;
  readonly isQuarter: boolean;
}

const agencyId = sql`${read.value('agencyId')}::uuid`;

const marginFacts = (row: string, currency: ReturnType<typeof sql>, ...joins: ReturnType<typeof read.join>[]) => ({
  revenue: read.text(sql`coalesce(${sql.ref(`${row}.revenue`)}, 0)::text`, ...joins),
  cost: read.text(sql`coalesce(${sql.ref(`${row}.cost`)}, 0)::text`, ...joins),
  currency: read.text<Currency>(currency),
});

/** Rows of `own`, by month. */
const monthMargin: ReadType = {
  name: 'MonthMargin',
  fields: {
    month: read.month(sql`own.month`),
    margin: memberRule(marginFacts('own', sql`period.currency`), marginFrom),
  } satisfies Record<keyof MonthMarginObject, ReadField>,
};

const open = read.join('open', sql`LEFT JOIN open ON open.client_id = cl.id`);
const waiting = read.join('waiting', sql`LEFT JOIN waiting ON waiting.client_id = cl.id`);
const manager = read.join('lead', sql`LEFT JOIN lead ON lead.squad_id = cl.squad_id`);

/** Rows of `served` as `cl`, and of `earned`. */
const overviewClient: ReadType = {
  name: 'OverviewClient',
  fields: {
    clientId: read.id(sql`cl.id`),
    name: read.text(sql`cl.name`),
    squadId: read.id(sql`cl.squad_id`),
    managerName: read.text(sql`coalesce(lead.name, '')`, manager),
    margin: memberRule(marginFacts('earned', sql`cl.currency`), marginFrom),
    figures: memberRule(
      balanceFacts((account) => sql.ref(`open.${account}`), sql`cl.currency`, open),
      (facts) => presentFigures(balancesOf(facts)),
    ),
    campaignId: read.nullable(read.id(sql`open.campaign_id`, open)),
    risks: memberRule(
      {
        currency: read.text<Currency>(sql`cl.currency`),
        today: read.date(sql`period.today`),
        overdrawn: read.nullable(read.enumeration<NonNullable<RiskFacts['overdrawn']>>(sql`open.overdrawn`, open)),
        ads: read.nullable(read.json<NonNullable<RiskFacts['ads']>>(sql`open.ads`, open)),
        paidRound: read.nullable(read.json<NonNullable<RiskFacts['paidRound']>>(sql`waiting.paid_round`, waiting)),
        silentDays: read.nullable(read.int(sql`waiting.silent_days`, waiting)),
      },
      risksFrom,
    ),
  } satisfies Record<keyof OverviewClientObject, ReadField>,
};

/** Rows of `s` squad. */
const squadLoad: ReadType = {
  name: 'SquadLoad',
  fields: {
    squadId: read.id(sql`s.id`),
    squadName: read.text(sql`s.name`),
    leadId: read.nullable(read.id(sql`(SELECT lead.id FROM lead WHERE lead.squad_id = s.id)`)),
    leadName: read.nullable(read.text(sql`(SELECT lead.name FROM lead WHERE lead.squad_id = s.id)`)),
    plannedMinutes: read.int(sql`coalesce((SELECT work.minutes FROM work WHERE work.squad_id = s.id), 0)`),
    capacityMinutes: read.int(sql`coalesce((SELECT people.hours FROM people WHERE people.squad_id = s.id), 0) * 60`),
    clientCount: read.int(sql`(SELECT count(*) FROM served WHERE served.squad_id = s.id)`),
  } satisfies Record<keyof SquadLoadObject, ReadField>,
};

const total = read.join(
  'total',
  sql`CROSS JOIN LATERAL (
    SELECT sum(own.revenue) AS revenue, sum(own.cost) AS cost FROM own WHERE own.month >= period.first) total`,
);

/** As long a time before. */
const past = read.join(
  'past',
  sql`CROSS JOIN LATERAL (
    SELECT sum(own.revenue) AS revenue, sum(own.cost) AS cost FROM own
    WHERE own.month >= period.previous AND own.month < period.first) past`,
);

const ofAgency = sql`period.currency`;
const goal = read.nullable(read.float(sql`period.margin_goal::float8`));
const totalFacts = marginFacts('total', ofAgency, total);
const change = (figure: 'revenue' | 'cost') =>
  memberRule(
    { now: totalFacts[figure], before: marginFacts('past', ofAgency, past)[figure], currency: totalFacts.currency },
    changeFrom,
  );

/** The only row of `period`. */
const overview: ReadType = {
  name: 'Overview',
  fields: {
    month: read.month(sql`period.last`),
    isQuarter: read.boolean(sql`${read.value('isQuarter')}::boolean`),
    today: read.date(sql`period.today`),
    isCurrent: read.boolean(sql`date_trunc('month', period.today)::date <= period.last`),
    margin: memberRule(totalFacts, marginFrom),
    goal,
    againstGoal: memberRule({ ...totalFacts, goal }, againstGoalFrom),
    missingToGoal: memberRule({ ...totalFacts, goal }, missingToGoalFrom),
    revenueChange: change('revenue'),
    costChange: change('cost'),
    months: read.many<MonthMarginObject>(
      () => monthMargin,
      (object) => sql`(SELECT string_agg(${object}, ',' ORDER BY own.month) FROM own)`,
    ),
    // The smallest margin first; without revenue there is none, and that stands last.
    clients: read.many<OverviewClientObject>(
      () => overviewClient,
      (object, joins) => sql`(
        SELECT string_agg(${object}, ',' ORDER BY
          (earned.revenue - earned.cost)::numeric / nullif(earned.revenue, 0) NULLS LAST, cl.name, cl.id)
        FROM served cl JOIN earned ON earned.client_id = cl.id ${joins})`,
    ),
    available: read.money(
      sql`(SELECT coalesce(sum(open.available), 0) FROM open JOIN served ON served.id = open.client_id AND served.is_own)`,
      ofAgency,
    ),
    otherCurrencyClients: read.int(sql`(SELECT count(*) FROM served WHERE NOT served.is_own)`),
    requests: read.many<BudgetRevisionObject>(
      () => revisionRead,
      (object, joins) => sql`(
        SELECT string_agg(${object}, ',' ORDER BY r.requested_at, r.id)
        FROM budget_revision r
        JOIN campaign c ON c.agency_id = r.agency_id AND c.id = r.campaign_id
        JOIN client cl ON cl.agency_id = c.agency_id AND cl.id = c.client_id ${joins}
        WHERE r.agency_id = ${agencyId} AND r.state = 'requested')`,
    ),
    payouts: read.many<PayoutObject>(
      () => payoutRead,
      (object, joins) => sql`(
        SELECT string_agg(${object}, ',' ORDER BY p.number DESC)
        FROM (
          SELECT * FROM payout WHERE agency_id = ${agencyId} AND state = 'draft'
          ORDER BY number DESC LIMIT ${sql.lit(payoutsShown)}) p
        JOIN member m ON m.agency_id = p.agency_id AND m.id = p.member_id ${joins})`,
    ),
    squads: read.many<SquadLoadObject>(
      () => squadLoad,
      (object) => sql`(
        SELECT string_agg(${object}, ',' ORDER BY s.created_at, s.id) FROM squad s WHERE s.agency_id = ${agencyId})`,
    ),
  } satisfies Record<keyof OverviewObject, ReadField>,
};

const payoutsShown = 100;

/** The owner's month in one statement: figures, requests, payouts. */
export const overviewRead = memberRead<OverviewArgs, OverviewInput>({
  field: 'overview',
  type: overview,
  input: (viewer, { month, quarter }, at) =>
    can(viewer, 'overview.view')
      ? {
          ...payoutScopeInput(viewer),
          at: at.toString(),
          month: month ? `${month.toString()}-01` : undefined,
          isQuarter: quarter,
        }
      : null,
  statement: ({ object, joins }, value, given) =>
    sql`WITH ${overviewTables(value, given('month'))} SELECT ${object} AS body FROM period ${joins}`,
});
