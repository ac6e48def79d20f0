import { sql, type RawBuilder } from 'kysely';
import { todayMoney } from './today-money';
import type { TodayPart } from './today-part';
import { always, clientColumns, clocks, never, type Asker } from './today-scope';
import { todayKinds } from './today.object';

/** Of open work; what it joins is there once at most, and left out where nobody asks for it. */
const tasks = sql`
  FROM task_seen task
  JOIN client ON client.agency_id = task.agency_id AND client.id = task.client_id
  LEFT JOIN content_item item ON item.agency_id = task.agency_id AND item.id = task.item_id
  LEFT JOIN member assignee ON assignee.agency_id = task.agency_id AND assignee.id = task.assignee_id
  LEFT JOIN member manager ON manager.agency_id = task.agency_id AND manager.id = task.manager_id`;

const ofTask = {
  ...clientColumns,
  taskId: sql`task.id`,
  dueAt: sql`task.due_at`,
  publishAt: sql`item.publish_at`,
  since: sql`task.state_since`,
};

const task = { id: sql`task.id`, title: sql`task.title` };

const ownFee = { amountMinor: sql`task.fee_minor`, currency: sql`task.currency` };

const isOverdue = sql`task.due_at < ${clocks('at')}`;

/** A publication nearer than this with work still open will hardly go out as planned. */
const isNear = sql`item.publish_at < ${clocks('at')} + interval '36 hours'`;

/** What the viewer has to do themself, whatever their role. */
function ownWork({ memberId }: Asker): TodayPart[] {
  const mine = sql`${tasks} WHERE task.assignee_id = ${memberId}`;
  const wasReturned = sql`task.deliverable_number > 0`;
  const own = { ...task, order: sql`task.due_at NULLS LAST, task.id`, turn: always, urgent: isOverdue };
  return [
    {
      ...own,
      kind: 'accept',
      columns: { ...ofTask, ...ownFee, person: sql`manager.name` },
      from: sql`${mine} AND task.state = 'issued'`,
    },
    {
      ...own,
      kind: 'returned',
      columns: {
        ...ofTask,
        person: sql`manager.name`,
        version: sql`task.deliverable_number`,
        round: sql`task.rounds`,
      },
      from: sql`${mine} AND task.state = 'in_progress' AND ${wasReturned}`,
    },
    {
      ...own,
      kind: 'work',
      columns: { ...ofTask, person: sql`manager.name` },
      from: sql`${mine} AND task.state = 'in_progress' AND NOT (${wasReturned})`,
    },
  ];
}

/**
 * The client's manager acts on what was handed in. An owner sees it all, and acts where they manage the task
 * themself, or where nobody else may: a manager does not review their own work.
 */
const managersTurn = ({ role, memberId }: Asker): RawBuilder<boolean> =>
  role === 'owner' ? sql`(task.manager_id = ${memberId} OR task.assignee_id = task.manager_id)` : always;

/** What waits for whoever leads the client. */
function ledWork(asker: Asker): TodayPart[] {
  const { agencyId, memberId, leads } = asker;
  const led = sql`${tasks} WHERE task.is_led`;
  const notOwnWork = sql`task.assignee_id IS DISTINCT FROM ${memberId}`;
  const turn = managersTurn(asker);
  const done = { ...ofTask, person: sql`assignee.name` };
  return [
    {
      ...task,
      kind: 'review',
      columns: { ...done, version: sql`task.deliverable_number` },
      from: sql`${led} AND task.state = 'in_review' AND ${notOwnWork}`,
      order: sql`task.state_since, task.id`,
      turn,
      urgent: isNear,
    },
    {
      ...task,
      kind: 'to_send',
      columns: done,
      from: sql`${led} AND task.state = 'client_review' AND NOT EXISTS (
        SELECT FROM approval_subject subject
        JOIN approval ON approval.agency_id = subject.agency_id AND approval.id = subject.approval_id
        WHERE subject.agency_id = task.agency_id AND subject.task_id = task.id AND approval.state = 'pending')`,
      order: sql`item.publish_at NULLS LAST, task.id`,
      turn,
      urgent: isNear,
    },
    {
      ...task,
      kind: 'declined',
      columns: { ...done, text: sql`task.decline_reason` },
      from: sql`${led} AND task.state = 'draft' AND task.decline_reason IS NOT NULL`,
      order: sql`task.state_since DESC, task.id`,
      turn,
      urgent: isNear,
    },
    {
      kind: 'question',
      id: sql`question.id`,
      title: sql`question.question`,
      columns: { ...done, since: sql`question.asked_at`, text: sql`task.title` },
      from: sql`FROM task_question question
        JOIN task_seen task ON task.id = question.task_id AND task.is_led
        JOIN client ON client.agency_id = task.agency_id AND client.id = task.client_id
        LEFT JOIN content_item item ON item.agency_id = task.agency_id AND item.id = task.item_id
        LEFT JOIN member assignee ON assignee.agency_id = task.agency_id AND assignee.id = question.asked_by_id
        WHERE question.agency_id = ${agencyId} AND question.answered_at IS NULL`,
      order: sql`question.asked_at, question.id`,
      turn,
      urgent: isNear,
    },
    clientChanges(asker, turn),
    planChanges(asker),
    planSilent(asker),
    {
      kind: 'paid_round',
      id: sql`request.id`,
      title: sql`task.title`,
      columns: {
        ...clientColumns,
        taskId: sql`task.id`,
        since: sql`request.created_at`,
        round: sql`request.round`,
        text: sql`request.reason`,
        amountMinor: sql`request.price_minor`,
        currency: sql`request.currency`,
      },
      from: sql`FROM change_request request
        JOIN task ON task.agency_id = request.agency_id AND task.id = request.task_id
        JOIN client ON client.agency_id = task.agency_id AND client.id = task.client_id
        WHERE request.agency_id = ${agencyId} AND request.state = 'draft' AND ${leads}`,
      order: sql`request.created_at, request.id`,
      turn,
      urgent: never,
    },
  ];
}

/** The client's words, until the specialist has submitted again. */
const clientChanges = ({ agencyId }: Asker, turn: RawBuilder<boolean>): TodayPart => ({
  kind: 'client_changes',
  id: sql`decision.id`,
  title: sql`coalesce(nullif(decision.comment, ''), task.title)`,
  columns: {
    ...clientColumns,
    taskId: sql`task.id`,
    since: sql`decision.decided_at`,
    person: sql`decision.contact_name`,
    text: sql`task.title`,
    round: sql`task.rounds`,
    includedRounds: sql`approval.included_rounds`,
  },
  from: sql`FROM approval_decision decision
    JOIN approval ON approval.agency_id = decision.agency_id AND approval.id = decision.approval_id
    JOIN approval_subject subject ON subject.agency_id = approval.agency_id AND subject.approval_id = approval.id
    JOIN task_seen task ON task.id = subject.task_id AND task.is_led
    JOIN client ON client.agency_id = task.agency_id AND client.id = task.client_id
    WHERE decision.agency_id = ${agencyId} AND decision.kind = 'request_changes' AND decision.voided_at IS NULL
      AND task.state = 'in_progress' AND task.submitted_at < decision.decided_at`,
  order: sql`decision.decided_at DESC, decision.id`,
  turn,
  urgent: never,
});

/** Whoever has shown the month acts on what is said of it: of an owner's clients the manager mostly. */
const sharersTurn = ({ role, memberId }: Asker): RawBuilder<boolean> =>
  role === 'owner' ? sql`link.created_by_id = ${memberId}` : always;

/** A client's last word on a month, until every publication that they named has been touched or is gone. */
const planChanges = (asker: Asker): TodayPart => ({
  kind: 'plan_changes',
  id: sql`decision.id`,
  title: sql`client.name`,
  columns: {
    ...clientColumns,
    since: sql`decision.decided_at`,
    person: sql`decision.name`,
    month: sql`decision.month`,
    count: sql`left_to_do.wanted`,
  },
  from: sql`FROM (
      SELECT DISTINCT ON (said.client_id, said.month) said.* FROM plan_decision said
      WHERE said.agency_id = ${asker.agencyId} AND said.month >= date_trunc('month', ${clocks('today')})::date
      ORDER BY said.client_id, said.month, said.decided_at DESC, said.id DESC) decision
    JOIN plan_link link ON link.agency_id = decision.agency_id AND link.id = decision.link_id
    JOIN client ON client.agency_id = decision.agency_id AND client.id = decision.client_id
    CROSS JOIN LATERAL (
      SELECT count(*) AS wanted FROM jsonb_array_elements(decision.verdicts) verdict
      JOIN content_item item ON item.agency_id = decision.agency_id AND item.id = (verdict ->> 'itemId')::uuid
      WHERE verdict ->> 'comment' IS NOT NULL AND item.deleted_at IS NULL AND item.updated_at <= decision.decided_at
    ) left_to_do
    WHERE decision.kind = 'request_changes' AND left_to_do.wanted > 0 AND ${asker.leads}`,
  order: sql`decision.decided_at DESC, decision.id`,
  turn: sharersTurn(asker),
  urgent: never,
});

/** Somebody of the client who was to answer about a month by now. */
const planSilent = (asker: Asker): TodayPart => ({
  kind: 'plan_silent',
  id: sql`link.id`,
  title: sql`client.name`,
  columns: {
    ...clientColumns,
    since: sql`link.created_at`,
    person: sql`link.name`,
    month: sql`link.month`,
    dueAt: sql`link.due_at`,
  },
  from: sql`FROM plan_link link
    JOIN client ON client.agency_id = link.agency_id AND client.id = link.client_id
    WHERE link.agency_id = ${asker.agencyId} AND link.asks_approval AND link.revoked_at IS NULL AND link.due_at < ${clocks('at')}
      AND link.month >= date_trunc('month', ${clocks('today')})::date AND ${asker.leads}
      AND NOT EXISTS (
        SELECT FROM plan_decision said
        WHERE said.agency_id = link.agency_id AND said.client_id = link.client_id AND said.month = link.month
          AND (said.name = link.name OR said.is_final
            -- Where the first answer decides, it is everybody's; of those who must agree, each is waited for.
            OR said.decided_at >= link.created_at AND NOT said.is_opinion AND NOT (link.must_agree OR EXISTS (SELECT FROM plan_link last
              WHERE last.agency_id = link.agency_id AND last.client_id = link.client_id AND last.month = link.month
                AND last.is_final AND last.revoked_at IS NULL))))`,
  order: sql`link.due_at, link.id`,
  turn: sharersTurn(asker),
  urgent: always,
});

/** Everything that waits, for the viewer or for those they lead, in the order of kinds. */
export const todayParts = (asker: Asker): readonly TodayPart[] =>
  (asker.role === 'specialist'
    ? ownWork(asker)
    : [...ownWork(asker), ...ledWork(asker), ...todayMoney(asker)]
  ).toSorted((one, other) => todayKinds.indexOf(one.kind) - todayKinds.indexOf(other.kind));
