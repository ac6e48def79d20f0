import { can, type Discipline } from '@planerka/agency/domain';
import { memberRule } from '@planerka/agency/server';
import type { BudgetCategory } from '@planerka/budgets/domain';
import type { Currency, Id } from '@planerka/platform/domain';
import { read, type ReadField, type ReadType } from '@planerka/platform/server';
import { availableActions, courtOf, isBlocked, isBriefOpen, isLate, type TaskState } from '@planerka/tasks/domain';
import { sql } from 'kysely';
import { taskDetailsRead } from './task-details-read';
import { riskOfTask } from './task-risk';
import type { TaskDetailsObject } from './task-details.object';
import type {
  TaskBudgetLineObject,
  TaskChannelObject,
  TaskClientObject,
  TaskItemObject,
  TaskLinkObject,
  TaskObject,
  TaskPersonObject,
} from './task.object';

/*
 * A task as lists and pages show it: rows of `t` task and `c` client, in a statement that has the values of
 * `TaskScopeInput` and the instant `at`. A field that nobody asks for is not read, and neither is what only it needs.
 */

/** The instant that a read is asked at; every statement of tasks has it. */
const now = read.value('at');

const named = (name: string, alias: string): ReadType => ({
  name,
  fields: { id: read.id(sql.ref(`${alias}.id`)), name: read.text(sql.ref(`${alias}.name`)) },
});

const person = (alias: 'assignee' | 'manager') =>
  read.join(
    alias,
    sql`LEFT JOIN member ${sql.ref(alias)}
      ON ${sql.ref(`${alias}.agency_id`)} = t.agency_id AND ${sql.ref(`${alias}.id`)} = t.${sql.ref(`${alias}_id`)}`,
  );

/** Of everybody, running timers not counted. */
export const spentOnTask = sql`(
  SELECT coalesce(sum(e.minutes), 0)::int FROM time_entry e WHERE e.agency_id = t.agency_id AND e.task_id = t.id)`;

const criteria = read.join(
  'criteria',
  sql`CROSS JOIN LATERAL (
    SELECT count(*) AS count, count(k.checked_at) AS met FROM criterion k
    WHERE k.agency_id = t.agency_id AND k.task_id = t.id) criteria`,
);

/** Unresolved internal comments on the last version. */
const discussion = read.join(
  'discussion',
  sql`CROSS JOIN LATERAL (
    SELECT count(*) AS open FROM comment m
    JOIN deliverable v ON v.agency_id = m.agency_id AND v.id = m.deliverable_id AND v.number = t.deliverable_number
    WHERE m.agency_id = t.agency_id AND m.task_id = t.id AND m.visibility = 'internal'
      AND m.parent_id IS NULL AND m.resolved_at IS NULL) discussion`,
);

const channel: ReadType = {
  name: 'TaskChannel',
  fields: {
    id: read.id(sql`h.id`),
    network: read.text(sql`h.network`),
    title: read.text(sql`h.title`),
  } satisfies Record<keyof TaskChannelObject, ReadField>,
};

const item: ReadType = {
  name: 'TaskItem',
  fields: {
    id: read.id(sql`i.id`),
    title: read.text(sql`i.title`),
    format: read.text(sql`i.format`),
    idea: read.text(sql`i.idea`),
    publishAt: read.instant(sql`i.publish_at`),
    rubric: read.nullable(
      read.text(sql`(SELECT r.name FROM rubric r WHERE r.agency_id = i.agency_id AND r.id = i.rubric_id)`),
    ),
    channels: read.many(
      () => channel,
      (object, joins) => sql`(
        SELECT string_agg(${object}, ',' ORDER BY h.position, h.id)
        FROM item_channel ic JOIN channel h ON h.agency_id = ic.agency_id AND h.id = ic.channel_id ${joins}
        WHERE ic.agency_id = i.agency_id AND ic.item_id = i.id)`,
    ),
  } satisfies Record<keyof TaskItemObject, ReadField>,
};

const link: ReadType = {
  name: 'TaskLink',
  fields: {
    id: read.id(sql`b.id`),
    title: read.text(sql`b.title`),
    discipline: read.enumeration(sql`b.discipline`),
    state: read.enumeration(sql`b.state`),
  } satisfies Record<keyof TaskLinkObject, ReadField>,
};

const links = (theirs: string, ours: string) =>
  read.many<TaskLinkObject>(
    () => link,
    (object, joins) => sql`(
      SELECT string_agg(${object}, ',' ORDER BY b.id)
      FROM task_dependency d JOIN task b ON b.agency_id = d.agency_id AND b.id = d.${sql.ref(theirs)} ${joins}
      WHERE d.agency_id = t.agency_id AND d.${sql.ref(ours)} = t.id)`,
  );

/** What decides about a task: who serves its client, who does it. */
const whose = { squadId: read.id(sql`c.squad_id`), assigneeId: read.nullable(read.id(sql`t.assignee_id`)) };

const state = read.enumeration<TaskState>(sql`t.state`);

const actionFacts = {
  ...whose,
  state,
  wantsClientApproval: read.boolean(sql`t.wants_client_approval`),
  openComments: read.int(sql`discussion.open`, discussion),
  openQuestions: read.int(sql`t.open_questions`),
  predecessors: read.many<{ readonly state: TaskState }>(
    () => ({ name: 'TaskLink', fields: { state: read.enumeration(sql`b.state`) } }),
    // Only an issued task can be accepted, and so wait.
    (object) => sql`CASE WHEN t.state = 'issued' THEN (
      SELECT string_agg(${object}, ',')
      FROM task_dependency d JOIN task b ON b.agency_id = d.agency_id AND b.id = d.after_task_id
      WHERE d.agency_id = t.agency_id AND d.task_id = t.id) END`,
  ),
  approvalId: read.nullable(
    read.id(sql`CASE WHEN t.state = 'client_review' THEN (
      SELECT a.id FROM approval_subject s
      JOIN approval a ON a.agency_id = s.agency_id AND a.id = s.approval_id AND a.state = 'pending'
      WHERE s.agency_id = t.agency_id AND s.task_id = t.id LIMIT 1) END`),
  ),
};

const feeOf = (minor: ReturnType<typeof sql>) =>
  memberRule({ ...whose, ...read.sum(minor, sql`t.currency`) }, (fee, viewer) =>
    can(viewer, 'fee.view', fee) ? read.sumOf(fee) : null,
  );

const allowed = (action: 'task.review' | 'task.ask' | 'task.answer') =>
  memberRule({ ...whose, state }, (task, viewer) => can(viewer, action, task));

/** The line that the fee comes from: the task's own, else the one of its campaign, discipline and month. */
const lineFacts: ReadType = {
  name: 'TaskBudgetLine',
  fields: {
    id: read.id(sql`l.id`),
    category: read.enumeration(sql`l.category`),
    month: read.text(sql`to_char(l.month, 'YYYY-MM')`),
    isHard: read.boolean(sql`l.is_hard`),
    currency: read.text(sql`l.currency`),
    planned: read.text(sql`l.planned_minor::text`),
    available: read.text(sql`l.available_minor::text`),
    committed: read.text(sql`l.committed_minor::text`),
    payable: read.text(sql`l.payable_minor::text`),
    spent: read.text(sql`l.spent_minor::text`),
  },
};

interface LineFacts extends Readonly<Record<'planned' | 'available' | 'committed' | 'payable' | 'spent', string>> {
  readonly id: Id;
  readonly category: BudgetCategory;
  readonly month: string;
  readonly isHard: boolean;
  readonly currency: Currency;
}

/** The line that pays for it, or will: each way by an index of its own, which a condition of both could not use. */
export const lineOfTask = sql`
  SELECT * FROM budget_line WHERE agency_id = t.agency_id AND id = t.budget_line_id
  UNION ALL
  SELECT * FROM budget_line WHERE t.budget_line_id IS NULL AND agency_id = t.agency_id AND campaign_id = t.campaign_id
    AND category::text = t.discipline::text
    AND month = date_trunc('month', t.due_at AT TIME ZONE (SELECT time_zone FROM agency WHERE id = t.agency_id))::date`;

const budgetLine = memberRule(
  {
    ...whose,
    line: read.one<LineFacts>(
      () => lineFacts,
      (object) => sql`(
        SELECT ${object} FROM (${lineOfTask}) l
        LIMIT 1)`,
    ),
  },
  ({ line, ...facts }, viewer): TaskBudgetLineObject | null => {
    if (!line || !can(viewer, 'budget.line.view', { ...facts, category: line.category })) return null;
    const { currency, planned, available, committed, payable, spent, ...shown } = line;
    const money = (minor: string) => read.sumOf({ minor, currency });
    return {
      ...shown,
      planned: money(planned),
      available: money(available),
      committed: money(committed),
      payable: money(payable),
      spent: money(spent),
    };
  },
);

export const taskRead: ReadType = {
  name: 'Task',
  parent: { id: read.id(sql`t.id`) },
  fields: {
    id: read.id(sql`t.id`),
    title: read.text(sql`t.title`),
    state,
    court: memberRule({ state }, (task) => courtOf[task.state]),
    stateSince: read.instant(sql`t.state_since`),
    discipline: read.enumeration<Discipline>(sql`t.discipline`),
    dueAt: read.nullable(read.instant(sql`t.due_at`)),
    isOverdue: memberRule({ state, isPastDue: read.boolean(sql`coalesce(t.due_at < ${now}, false)`) }, isLate),
    isBlocked: memberRule({ state, openQuestions: actionFacts.openQuestions }, isBlocked),
    risk: riskOfTask,
    estimatedMinutes: read.nullable(read.int(sql`t.estimated_minutes`)),
    spentMinutes: memberRule({ ...whose, minutes: read.int(spentOnTask) }, ({ minutes, ...task }, viewer) =>
      can(viewer, 'time.sum.view', task) ? minutes : null,
    ),
    fee: feeOf(sql`t.fee_minor`),
    committed: feeOf(sql`t.committed_minor`),
    wantsClientApproval: actionFacts.wantsClientApproval,
    rounds: read.int(sql`t.rounds`),
    includedRounds: read.int(sql`coalesce((
      SELECT r.included_rounds FROM retainer r
      WHERE r.agency_id = t.agency_id AND r.client_id = t.client_id AND r.valid_from <= current_date
      ORDER BY r.valid_from DESC LIMIT 1), 0)`),
    briefNumber: read.int(sql`t.brief_number`),
    deliverableNumber: read.int(sql`t.deliverable_number`),
    openQuestions: actionFacts.openQuestions,
    openComments: actionFacts.openComments,
    criteriaCount: read.int(sql`criteria.count`, criteria),
    criteriaMet: read.int(sql`criteria.met`, criteria),
    declineReason: read.nullable(read.text(sql`t.decline_reason`)),
    issuedAt: read.nullable(read.instant(sql`t.issued_at`)),
    acceptedAt: read.nullable(read.instant(sql`t.accepted_at`)),
    submittedAt: read.nullable(read.instant(sql`t.submitted_at`)),
    doneAt: read.nullable(read.instant(sql`t.done_at`)),
    createdAt: read.instant(sql`t.created_at`),
    client: read.here<TaskClientObject>(named('TaskClient', 'c')),
    campaign: read.one(
      () => named('TaskCampaign', 'p'),
      (object) => sql`(SELECT ${object} FROM campaign p WHERE p.agency_id = t.agency_id AND p.id = t.campaign_id)`,
    ),
    item: read.one<TaskItemObject>(
      () => item,
      (object, joins) => sql`(
        SELECT ${object} FROM content_item i ${joins} WHERE i.agency_id = t.agency_id AND i.id = t.item_id)`,
    ),
    assignee: read.hereIf<TaskPersonObject>(
      named('TaskPerson', 'assignee'),
      sql`t.assignee_id IS NOT NULL`,
      person('assignee'),
    ),
    manager: read.hereIf<TaskPersonObject>(
      named('TaskPerson', 'manager'),
      sql`t.manager_id IS NOT NULL`,
      person('manager'),
    ),
    predecessors: links('after_task_id', 'task_id'),
    successors: links('task_id', 'after_task_id'),
    budgetLine,
    availableActions: memberRule(actionFacts, availableActions),
    viewerIsAssignee: memberRule(whose, ({ assigneeId }, viewer) => assigneeId === viewer.memberId),
    viewerCanEdit: memberRule(
      { ...whose, state },
      (task, viewer) => isBriefOpen(task.state) && can(viewer, 'task.edit', task),
    ),
    viewerCanReview: allowed('task.review'),
    viewerCanAsk: allowed('task.ask'),
    viewerCanAnswer: allowed('task.answer'),
    version: read.int(sql`t.version`),
    details: read.here<TaskDetailsObject>(taskDetailsRead),
  } satisfies Record<keyof TaskObject, ReadField>,
};
