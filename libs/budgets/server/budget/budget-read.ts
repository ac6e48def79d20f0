import { can } from '@planerka/agency/domain';
import { memberRule } from '@planerka/agency/server';
import { reachedThreshold } from '@planerka/budgets/domain';
import type { Currency } from '@planerka/platform/domain';
import { read, type ReadField, type ReadType, type Value } from '@planerka/platform/server';
import { sql, type RawBuilder } from 'kysely';
import { revisionRead } from '../revisions/revision-read';
import { presentFigures, presentPace, type PaceFacts } from './budget-presenter';
import type { BudgetInput } from './budget-scope';
import type { BudgetLineObject, BudgetObject, BudgetRevisionObject } from './budget.object';
import { balanceFacts, balancesOf, lineMinor, lineSums } from './figures-read';

const decidedShown = 10;

/** `budget.line.view`: a targetologist sees the line they spend from, and no other. */
const seesAllLines = sql`${read.value('seesAllLines')}::boolean`;
const ofCampaign = sql`l.agency_id = c.agency_id AND l.campaign_id = c.id AND (${seesAllLines} OR l.category = 'ad_spend')`;

const currency = sql`cl.currency`;
const squadId = read.id(sql`cl.squad_id`);

/** Rows of `l` budget_line, and `pending`, what open requests would change of it. */
const budgetLine: ReadType = {
  name: 'BudgetLine',
  fields: {
    id: read.id(sql`l.id`),
    category: read.enumeration(sql`l.category`),
    month: read.month(sql`l.month`),
    isHard: read.boolean(sql`l.is_hard`),
    figures: memberRule(balanceFacts(lineMinor, currency), (facts) => presentFigures(balancesOf(facts))),
    threshold: memberRule(balanceFacts(lineMinor, currency), (facts) => reachedThreshold(balancesOf(facts))),
    pendingChange: read.moneyIfAny(sql`nullif(pending.change, 0)`, currency),
    version: read.int(sql`l.version`),
    viewerCanEdit: memberRule({ squadId }, (facts, viewer) => can(viewer, 'budget.decide', facts)),
  } satisfies Record<keyof BudgetLineObject, ReadField>,
};

const total = read.join(
  'total',
  sql`CROSS JOIN LATERAL (SELECT ${lineSums} FROM budget_line l WHERE ${ofCampaign}) total`,
);

const spentDay: ReadType = {
  name: 'AdSpendDay',
  fields: { day: read.date(sql`spent.day`), minor: read.text(sql`spent.minor::text`) },
};

/** The advertising line of this month, or of the last month that had one: rows of `l`. */
const paceFacts: ReadType = {
  name: 'AdSpendPace',
  fields: {
    ...balanceFacts(lineMinor, currency),
    lineId: read.id(sql`l.id`),
    month: read.month(sql`l.month`),
    startsOn: read.date(sql`c.starts_on`),
    endsOn: read.date(sql`c.ends_on`),
    today: read.date(sql`clock.today`),
    days: read.many<{ readonly day: string; readonly minor: string }>(
      () => spentDay,
      (object) => sql`(
        SELECT string_agg(${object}, ',' ORDER BY spent.day) FROM (
          SELECT s.day, sum(s.amount_minor) AS minor FROM ad_spend s
          WHERE s.agency_id = l.agency_id AND s.line_id = l.id AND s.reversed_at IS NULL GROUP BY s.day) spent)`,
    ),
  },
};

/** Rows of `c` campaign and `cl` client, and the only row of `clock`. */
export const budgetRead: ReadType = {
  name: 'Budget',
  fields: {
    id: read.id(sql`c.id`),
    campaignName: read.text(sql`c.name`),
    clientId: read.id(sql`cl.id`),
    clientName: read.text(sql`cl.name`),
    startsOn: read.date(sql`c.starts_on`),
    endsOn: read.date(sql`c.ends_on`),
    isClosed: read.boolean(sql`c.state = 'closed'`),
    currency: read.text<Currency>(currency),
    figures: memberRule(
      balanceFacts((account) => sql.ref(`total.${account}`), currency, total),
      (facts) => presentFigures(balancesOf(facts)),
    ),
    // A line that was asked for and never approved is nothing to show, unless the request is still open.
    lines: read.many<BudgetLineObject>(
      () => budgetLine,
      (object) => sql`(
        SELECT string_agg(${object}, ',' ORDER BY l.month DESC, l.category, l.id)
        FROM budget_line l
        LEFT JOIN LATERAL (
          SELECT sum(rl.new_total_minor - rl.previous_minor) AS change
          FROM budget_revision_line rl
          JOIN budget_revision r ON r.agency_id = rl.agency_id AND r.id = rl.revision_id
          WHERE rl.agency_id = l.agency_id AND rl.line_id = l.id AND r.state = 'requested'
        ) pending ON true
        WHERE ${ofCampaign}
          AND (l.planned_minor <> 0 OR l.available_minor <> 0 OR l.committed_minor <> 0 OR l.payable_minor <> 0
            OR l.spent_minor <> 0 OR pending.change IS NOT NULL))`,
    ),
    revisions: read.many<BudgetRevisionObject>(
      () => revisionRead,
      (object, joins) => sql`CASE WHEN ${seesAllLines} THEN (
        SELECT string_agg(${object}, ',' ORDER BY ${latestFirst})
        FROM (
          SELECT * FROM budget_revision r WHERE r.agency_id = c.agency_id AND r.campaign_id = c.id
          ORDER BY ${latestFirst} LIMIT ${sql.lit(decidedShown)}) r ${joins}) END`,
    ),
    adSpendPace: memberRule(
      {
        line: read.one<PaceFacts>(
          () => paceFacts,
          (object) => sql`(
            SELECT ${object} FROM budget_line l
            WHERE l.agency_id = c.agency_id AND l.campaign_id = c.id AND l.category = 'ad_spend'
              AND l.month <= clock.today AND l.planned_minor > 0
            ORDER BY l.month DESC LIMIT 1)`,
        ),
      },
      ({ line }) => line && presentPace(line),
    ),
    deciderNames: read.listOf(
      read.text(sql`array(
        SELECT m.name FROM member m
        WHERE m.agency_id = c.agency_id AND m.role = 'owner' AND m.deactivated_at IS NULL ORDER BY m.created_at, m.id)`),
    ),
    viewerCanRequest: memberRule(
      { squadId, isClosed: read.boolean(sql`c.state = 'closed'`) },
      ({ isClosed, ...facts }, viewer) => !isClosed && can(viewer, 'budget.request', facts),
    ),
    viewerCanDecide: memberRule({ squadId }, (facts, viewer) => can(viewer, 'budget.decide', facts)),
    viewerCanEnterAdSpend: memberRule({ squadId }, (facts, viewer) => can(viewer, 'adSpend.enter', facts)),
  } satisfies Record<keyof BudgetObject, ReadField>,
};

/** Open requests, then the latest decided ones. */
const latestFirst = sql`(r.state = 'requested') DESC, coalesce(r.decided_at, r.requested_at) DESC, r.id`;

/** The day that it is where the agency is. */
export const clock = (value: Value<BudgetInput>): RawBuilder<unknown> => sql`clock AS MATERIALIZED (
  SELECT (${value('at')}::timestamptz AT TIME ZONE agency.time_zone)::date AS today FROM agency
  WHERE agency.id = ${value('agencyId')}::uuid)`;
