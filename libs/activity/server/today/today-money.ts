import type { CurrentMember } from '@planerka/agency/server';
import { sql, type RawBuilder } from 'kysely';
import { always, never, type TodayPart } from './today-part';
import { clientColumns, ledBy } from './today-scope';

const campaign = { ...clientColumns, campaignId: sql`campaign.id` };
const clientOfCampaign = sql`
  JOIN client ON client.agency_id = campaign.agency_id AND client.id = campaign.client_id`;

/** Requests to decide or to wait for, payouts to approve, lines that run out. */
export const todayMoney = (viewer: CurrentMember, today: RawBuilder<unknown>): TodayPart[] => [
  revisions(viewer),
  ...(viewer.role === 'owner' ? [payouts(viewer)] : []),
  fullLines(viewer, today),
];

const revisions = (viewer: CurrentMember): TodayPart => ({
  kind: 'revision',
  id: sql`revision.id`,
  title: sql`campaign.name`,
  columns: { ...campaign, since: sql`revision.requested_at`, person: sql`author.name`, text: sql`revision.reason` },
  from: sql`FROM budget_revision revision
    JOIN campaign ON campaign.agency_id = revision.agency_id AND campaign.id = revision.campaign_id ${clientOfCampaign}
    LEFT JOIN member author ON author.agency_id = revision.agency_id AND author.id = revision.requested_by_id
    WHERE revision.agency_id = ${viewer.agencyId} AND revision.state = 'requested' AND ${ledBy(viewer)}`,
  order: sql`revision.requested_at, revision.id`,
  turn: viewer.role === 'owner' ? always : never,
});

/** Approved by one button: one thing to do, however many people are paid. */
const payouts = ({ agencyId }: CurrentMember): TodayPart => ({
  kind: 'payout',
  id: sql`prepared.id`,
  title: sql`prepared.names[1]`,
  columns: {
    since: sql`prepared.since`,
    amountMinor: sql`prepared.total::text`,
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
});

const used = sql`(line.committed_minor + line.payable_minor + line.spent_minor)`;

const fullLines = (viewer: CurrentMember, today: RawBuilder<unknown>): TodayPart => ({
  kind: 'money',
  id: sql`line.id`,
  title: sql`campaign.name`,
  columns: {
    ...campaign,
    category: sql`line.category`,
    month: sql`to_char(line.month, 'YYYY-MM')`,
    isHard: sql`line.is_hard`,
    percent: sql`round(${used} * 100.0 / nullif(line.planned_minor, 0), 1)::float8`,
    amountMinor: sql`line.available_minor::text`,
    currency: sql`line.currency`,
  },
  from: sql`FROM budget_line line
    JOIN campaign ON campaign.agency_id = line.agency_id AND campaign.id = line.campaign_id ${clientOfCampaign}
    WHERE line.agency_id = ${viewer.agencyId} AND line.month >= date_trunc('month', ${today}) AND campaign.state = 'active'
      AND ${used} * 10 >= line.planned_minor * 8 AND ${used} > 0 AND ${ledBy(viewer)}`,
  order: sql`line.available_minor, line.id`,
  turn: never,
});
