import { workLeftBehind } from '@planerka/agency/server';
import { read } from '@planerka/platform/server';
import { sql } from 'kysely';
import type { TodayPart } from './today-part';
import { always, clientColumns, clocks, never, type Asker } from './today-scope';

const campaign = { ...clientColumns, campaignId: sql`campaign.id` };
const clientOfCampaign = sql`
  JOIN client ON client.agency_id = campaign.agency_id AND client.id = campaign.client_id`;

/** Requests to decide or to wait for, payouts to approve, work that nobody has taken over, lines that run out. */
export const todayMoney = (asker: Asker): TodayPart[] => [
  revisions(asker),
  ...(asker.role === 'owner' ? [payouts(asker), leftBehind(asker)] : []),
  fullLines(asker),
];

const revisions = ({ role, agencyId, leads }: Asker): TodayPart => ({
  kind: 'revision',
  id: sql`revision.id`,
  title: sql`campaign.name`,
  columns: { ...campaign, since: sql`revision.requested_at`, person: sql`author.name`, text: sql`revision.reason` },
  from: sql`FROM budget_revision revision
    JOIN campaign ON campaign.agency_id = revision.agency_id AND campaign.id = revision.campaign_id ${clientOfCampaign}
    LEFT JOIN member author ON author.agency_id = revision.agency_id AND author.id = revision.requested_by_id
    WHERE revision.agency_id = ${agencyId} AND revision.state = 'requested' AND ${leads}`,
  order: sql`revision.requested_at, revision.id`,
  turn: role === 'owner' ? always : never,
  urgent: never,
});

/** Approved by one button: one thing to do, however many people are paid. */
const payouts = ({ agencyId }: Asker): TodayPart => ({
  kind: 'payout',
  id: sql`prepared.id`,
  title: sql`prepared.names[1]`,
  columns: {
    since: sql`prepared.since`,
    amountMinor: sql`prepared.total`,
    currency: sql`prepared.currency`,
    count: sql`prepared.count`,
  },
  from: sql`FROM (
    SELECT (array_agg(payout.id ORDER BY payout.prepared_at, payout.id))[1] AS id, array_agg(member.name) AS names,
      min(payout.prepared_at) AS since, sum(payout.total_minor) AS total, payout.currency, count(*)::int AS count
    FROM payout JOIN member ON member.agency_id = payout.agency_id AND member.id = payout.member_id
    WHERE payout.agency_id = ${agencyId} AND payout.state = 'draft' GROUP BY payout.currency
  ) prepared`,
  order: sql`prepared.currency`,
  turn: always,
  urgent: never,
});

/** A person who is gone is one thing to do, however many tasks they had. */
const leftBehind = ({ agencyId }: Asker): TodayPart => ({
  kind: 'left_behind',
  id: sql`gone.id`,
  title: sql`gone.name`,
  columns: { since: sql`gone.deactivated_at`, count: sql`gone.count` },
  from: sql`FROM (
    SELECT member.id, member.name, member.deactivated_at, ${workLeftBehind(sql`member`)} AS count
    FROM member WHERE member.agency_id = ${agencyId} AND member.deactivated_at IS NOT NULL
  ) gone WHERE gone.count > 0`,
  order: sql`gone.deactivated_at, gone.id`,
  turn: always,
  urgent: never,
});

const used = sql`(line.committed_minor + line.payable_minor + line.spent_minor)`;

const fullLines = ({ agencyId, leads }: Asker): TodayPart => ({
  kind: 'money',
  id: sql`line.id`,
  title: sql`campaign.name`,
  columns: {
    ...campaign,
    category: sql`line.category`,
    month: sql`line.month`,
    isHard: sql`line.is_hard`,
    percent: read.percent(used, sql`line.planned_minor`),
    amountMinor: sql`line.available_minor`,
    currency: sql`line.currency`,
  },
  from: sql`FROM budget_line line
    JOIN campaign ON campaign.agency_id = line.agency_id AND campaign.id = line.campaign_id ${clientOfCampaign}
    WHERE line.agency_id = ${agencyId} AND line.month >= date_trunc('month', ${clocks('today')})::date
      AND campaign.state = 'active' AND ${used} * 10 >= line.planned_minor * 8 AND ${used} > 0 AND ${leads}`,
  order: sql`line.available_minor, line.id`,
  turn: never,
  urgent: sql`${used} >= line.planned_minor`,
});
