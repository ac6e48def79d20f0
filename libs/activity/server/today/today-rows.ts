import type { CurrentMember } from '@planerka/agency/server';
import { sql, type RawBuilder } from 'kysely';
import type { TodayKind } from './today.object';
import { ledBy } from './today-scope';

/** A row as the statement gives it; money in minor units. */
export interface TodayRow {
  readonly kind: TodayKind;
  readonly id: string;
  readonly title: string;
  readonly clientId: string | null;
  readonly clientName: string | null;
  readonly taskId: string | null;
  readonly campaignId: string | null;
  readonly person: string | null;
  readonly text: string | null;
  readonly since: string | null;
  readonly dueAt: string | null;
  readonly publishAt: string | null;
  readonly version: number | null;
  readonly round: number | null;
  readonly includedRounds: number | null;
  readonly amountMinor: string | null;
  readonly currency: string | null;
  readonly category: string | null;
  readonly month: string | null;
  readonly percent: number | null;
  readonly isHard: boolean | null;
}

/** At most so many of a kind: a longer list is worked through on its own page. */
const perKind = 25;

type Columns = Partial<Record<Exclude<keyof TodayRow, 'kind' | 'id' | 'title'>, RawBuilder<unknown>>>;

/** One kind's part of the statement: json objects, so that parts of different shape can stand in one union. */
function part(
  kind: TodayKind,
  id: RawBuilder<unknown>,
  title: RawBuilder<unknown>,
  columns: Columns,
  from: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const pairs = Object.entries(columns).flatMap(([name, value]) => [sql`${sql.lit(name)}`, value]);
  const object = sql`json_build_object('kind', ${sql.lit(kind)}, 'id', ${id}, 'title', ${title}${
    pairs.length > 0 ? sql`, ${sql.join(pairs)}` : sql``
  })`;
  return sql`(SELECT ${object} AS row ${from} LIMIT ${sql.lit(perKind)})`;
}

const client = { clientId: sql`client.id`, clientName: sql`client.name` };

const taskAndClient = (agencyId: string) => sql`
  FROM task
  JOIN client ON client.agency_id = task.agency_id AND client.id = task.client_id
  LEFT JOIN content_item item ON item.agency_id = task.agency_id AND item.id = task.item_id
  LEFT JOIN member assignee ON assignee.agency_id = task.agency_id AND assignee.id = task.assignee_id
  LEFT JOIN member manager ON manager.agency_id = task.agency_id AND manager.id = task.manager_id
  WHERE task.agency_id = ${agencyId}`;

const ofTask = {
  ...client,
  taskId: sql`task.id`,
  dueAt: sql`task.due_at`,
  publishAt: sql`item.publish_at`,
  since: sql`task.state_since`,
};

const ownFee = { amountMinor: sql`task.fee_minor::text`, currency: sql`task.currency` };

/** What the viewer has to do themself, whatever their role. */
function ownWork({ agencyId, memberId }: CurrentMember): RawBuilder<unknown>[] {
  const mine = sql`${taskAndClient(agencyId)} AND task.assignee_id = ${memberId}`;
  const byDue = sql`ORDER BY task.due_at NULLS LAST, task.id`;
  const wasReturned = sql`task.deliverable_number > 0`;
  return [
    part(
      'accept',
      sql`task.id`,
      sql`task.title`,
      { ...ofTask, ...ownFee, person: sql`manager.name` },
      sql`${mine} AND task.state = 'issued' ${byDue}`,
    ),
    part(
      'returned',
      sql`task.id`,
      sql`task.title`,
      { ...ofTask, person: sql`manager.name`, version: sql`task.deliverable_number`, round: sql`task.rounds` },
      sql`${mine} AND task.state = 'in_progress' AND ${wasReturned} ${byDue}`,
    ),
    part(
      'work',
      sql`task.id`,
      sql`task.title`,
      { ...ofTask, person: sql`manager.name` },
      sql`${mine} AND task.state = 'in_progress' AND NOT (${wasReturned}) ${byDue}`,
    ),
  ];
}

/** What waits for whoever leads the client. */
function ledWork(viewer: CurrentMember): RawBuilder<unknown>[] {
  const led = sql`${taskAndClient(viewer.agencyId)} AND ${ledBy(viewer)}`;
  const notOwnWork = sql`task.assignee_id IS DISTINCT FROM ${viewer.memberId}`;
  return [
    part(
      'review',
      sql`task.id`,
      sql`task.title`,
      { ...ofTask, person: sql`assignee.name`, version: sql`task.deliverable_number` },
      sql`${led} AND task.state = 'in_review' AND ${notOwnWork} ORDER BY task.state_since, task.id`,
    ),
    part(
      'to_send',
      sql`task.id`,
      sql`task.title`,
      { ...ofTask, person: sql`assignee.name` },
      sql`${led} AND task.state = 'client_review' AND NOT EXISTS (
        SELECT FROM approval_subject subject
        JOIN approval ON approval.agency_id = subject.agency_id AND approval.id = subject.approval_id
        WHERE subject.agency_id = task.agency_id AND subject.task_id = task.id AND approval.state = 'pending')
        ORDER BY item.publish_at NULLS LAST, task.id`,
    ),
    part(
      'declined',
      sql`task.id`,
      sql`task.title`,
      { ...ofTask, person: sql`assignee.name`, text: sql`task.decline_reason` },
      sql`${led} AND task.state = 'draft' AND task.decline_reason IS NOT NULL ORDER BY task.state_since DESC, task.id`,
    ),
    part(
      'question',
      sql`question.id`,
      sql`question.question`,
      { ...ofTask, since: sql`question.asked_at`, person: sql`assignee.name`, text: sql`task.title` },
      sql`FROM task_question question
        JOIN task ON task.agency_id = question.agency_id AND task.id = question.task_id
        JOIN client ON client.agency_id = task.agency_id AND client.id = task.client_id
        LEFT JOIN content_item item ON item.agency_id = task.agency_id AND item.id = task.item_id
        LEFT JOIN member assignee ON assignee.agency_id = task.agency_id AND assignee.id = question.asked_by_id
        WHERE question.agency_id = ${viewer.agencyId} AND question.answered_at IS NULL AND ${ledBy(viewer)}
          AND task.state NOT IN ('done', 'cancelled')
        ORDER BY question.asked_at, question.id`,
    ),
    clientChanges(viewer),
    part(
      'paid_round',
      sql`request.id`,
      sql`task.title`,
      {
        ...client,
        taskId: sql`task.id`,
        since: sql`request.created_at`,
        round: sql`request.round`,
        text: sql`request.reason`,
        amountMinor: sql`request.price_minor::text`,
        currency: sql`request.currency`,
      },
      sql`FROM change_request request
        JOIN task ON task.agency_id = request.agency_id AND task.id = request.task_id
        JOIN client ON client.agency_id = task.agency_id AND client.id = task.client_id
        WHERE request.agency_id = ${viewer.agencyId} AND request.state = 'draft' AND ${ledBy(viewer)}
        ORDER BY request.created_at, request.id`,
    ),
  ];
}

/** The client's words, until the specialist has submitted again. */
function clientChanges(viewer: CurrentMember): RawBuilder<unknown> {
  return part(
    'client_changes',
    sql`decision.id`,
    sql`coalesce(nullif(decision.comment, ''), task.title)`,
    {
      ...client,
      taskId: sql`task.id`,
      since: sql`decision.decided_at`,
      person: sql`decision.contact_name`,
      text: sql`task.title`,
      round: sql`task.rounds`,
      includedRounds: sql`approval.included_rounds`,
    },
    sql`FROM approval_decision decision
      JOIN approval ON approval.agency_id = decision.agency_id AND approval.id = decision.approval_id
      JOIN approval_subject subject ON subject.agency_id = approval.agency_id AND subject.approval_id = approval.id
      JOIN task ON task.agency_id = subject.agency_id AND task.id = subject.task_id
      JOIN client ON client.agency_id = task.agency_id AND client.id = task.client_id
      WHERE decision.agency_id = ${viewer.agencyId} AND decision.kind = 'request_changes' AND decision.voided_at IS NULL
        AND task.state = 'in_progress' AND task.submitted_at < decision.decided_at AND ${ledBy(viewer)}
      ORDER BY decision.decided_at DESC, decision.id`,
  );
}

/** Requests to decide or to wait for, payouts to approve, lines that run out. */
function money(viewer: CurrentMember, month: string): RawBuilder<unknown>[] {
  const campaign = { ...client, campaignId: sql`campaign.id` };
  const ofCampaign = sql`
    JOIN client ON client.agency_id = campaign.agency_id AND client.id = campaign.client_id`;
  const used = sql`(line.committed_minor + line.payable_minor + line.spent_minor)`;
  const rows = [
    part(
      'revision',
      sql`revision.id`,
      sql`campaign.name`,
      { ...campaign, since: sql`revision.requested_at`, person: sql`author.name`, text: sql`revision.reason` },
      sql`FROM budget_revision revision
        JOIN campaign ON campaign.agency_id = revision.agency_id AND campaign.id = revision.campaign_id ${ofCampaign}
        LEFT JOIN member author ON author.agency_id = revision.agency_id AND author.id = revision.requested_by_id
        WHERE revision.agency_id = ${viewer.agencyId} AND revision.state = 'requested' AND ${ledBy(viewer)}
        ORDER BY revision.requested_at, revision.id`,
    ),
    part(
      'money',
      sql`line.id`,
      sql`campaign.name`,
      {
        ...campaign,
        category: sql`line.category`,
        month: sql`to_char(line.month, 'YYYY-MM')`,
        isHard: sql`line.is_hard`,
        percent: sql`round(${used} * 100.0 / nullif(line.planned_minor, 0), 1)::float8`,
        amountMinor: sql`line.available_minor::text`,
        currency: sql`line.currency`,
      },
      sql`FROM budget_line line
        JOIN campaign ON campaign.agency_id = line.agency_id AND campaign.id = line.campaign_id ${ofCampaign}
        WHERE line.agency_id = ${viewer.agencyId} AND line.month >= ${month}::date AND campaign.state = 'active'
          AND ${used} * 10 >= line.planned_minor * 8 AND ${used} > 0 AND ${ledBy(viewer)}
        ORDER BY line.available_minor, line.id`,
    ),
  ];
  if (viewer.role === 'owner') rows.push(payouts(viewer));
  return rows;
}

const payouts = (viewer: CurrentMember): RawBuilder<unknown> =>
  part(
    'payout',
    sql`payout.id`,
    sql`member.name`,
    { since: sql`payout.prepared_at`, amountMinor: sql`payout.total_minor::text`, currency: sql`payout.currency` },
    sql`FROM payout JOIN member ON member.agency_id = payout.agency_id AND member.id = payout.member_id
      WHERE payout.agency_id = ${viewer.agencyId} AND payout.state = 'draft' ORDER BY payout.prepared_at, payout.id`,
  );

/**
 * Everything that waits for the viewer, in one statement.
 * @param month first day of the present month, in the agency's time zone
 */
export function todayRows(viewer: CurrentMember, month: string): RawBuilder<{ row: TodayRow }> {
  const parts = ownWork(viewer);
  if (viewer.role !== 'specialist') parts.push(...ledWork(viewer), ...money(viewer, month));
  return sql`${sql.join(parts, sql` UNION ALL `)}`;
}
