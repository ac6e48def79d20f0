import { can, type Discipline, type Viewer } from '@planerka/agency/domain';
import { Money, Temporal, type Currency, type Id, type Instant } from '@planerka/platform/domain';
import { toMoneyObject } from '@planerka/platform/server';
import {
  availableActions,
  courtOf,
  isBlocked,
  isOverdue,
  type TaskFacts,
  type TaskState,
} from '@planerka/tasks/domain';
import { sql } from 'kysely';
import { lineOfTask } from './task-read';
import type { TaskBudgetLineObject, TaskItemObject, TaskLinkObject, TaskObject, TaskPersonObject } from './task.object';

/** A task with its relations as one JSON document, so that any list of tasks is one statement. `t` task, `c` client. */
export const taskDocument = sql<TaskDocument>`json_build_object(
  'id', t.id, 'title', t.title, 'state', t.state, 'stateSince', t.state_since, 'discipline', t.discipline,
  'dueAt', t.due_at, 'estimatedMinutes', t.estimated_minutes, 'wantsClientApproval', t.wants_client_approval,
  'rounds', t.rounds, 'briefNumber', t.brief_number, 'deliverableNumber', t.deliverable_number,
  'openQuestions', t.open_questions, 'declineReason', t.decline_reason, 'issuedAt', t.issued_at,
  'acceptedAt', t.accepted_at, 'submittedAt', t.submitted_at, 'doneAt', t.done_at, 'createdAt', t.created_at,
  'version', t.version, 'feeMinor', t.fee_minor::text, 'committedMinor', t.committed_minor::text, 'currency', t.currency,
  'squadId', c.squad_id, 'client', json_build_object('id', c.id, 'name', c.name),
  'campaign', (SELECT json_build_object('id', p.id, 'name', p.name) FROM campaign p
    WHERE p.agency_id = t.agency_id AND p.id = t.campaign_id),
  'item', (SELECT json_build_object(
      'id', i.id, 'title', i.title, 'format', i.format, 'idea', i.idea, 'publishAt', i.publish_at,
      'rubric', (SELECT r.name FROM rubric r WHERE r.agency_id = i.agency_id AND r.id = i.rubric_id),
      'channels', (SELECT coalesce(json_agg(json_build_object('id', h.id, 'network', h.network, 'title', h.title)
          ORDER BY h.position, h.id), '[]')
        FROM item_channel ic JOIN channel h ON h.agency_id = ic.agency_id AND h.id = ic.channel_id
        WHERE ic.agency_id = i.agency_id AND ic.item_id = i.id))
    FROM content_item i WHERE i.agency_id = t.agency_id AND i.id = t.item_id),
  'assignee', (SELECT json_build_object('id', m.id, 'name', m.name) FROM member m
    WHERE m.agency_id = t.agency_id AND m.id = t.assignee_id),
  'manager', (SELECT json_build_object('id', m.id, 'name', m.name) FROM member m
    WHERE m.agency_id = t.agency_id AND m.id = t.manager_id),
  'predecessors', (SELECT coalesce(json_agg(json_build_object(
      'id', b.id, 'title', b.title, 'discipline', b.discipline, 'state', b.state) ORDER BY b.id), '[]')
    FROM task_dependency d JOIN task b ON b.agency_id = d.agency_id AND b.id = d.after_task_id
    WHERE d.agency_id = t.agency_id AND d.task_id = t.id),
  'successors', (SELECT coalesce(json_agg(json_build_object(
      'id', b.id, 'title', b.title, 'discipline', b.discipline, 'state', b.state) ORDER BY b.id), '[]')
    FROM task_dependency d JOIN task b ON b.agency_id = d.agency_id AND b.id = d.task_id
    WHERE d.agency_id = t.agency_id AND d.after_task_id = t.id),
  'openComments', (SELECT count(*) FROM comment m
    JOIN deliverable v ON v.agency_id = m.agency_id AND v.id = m.deliverable_id AND v.number = t.deliverable_number
    WHERE m.agency_id = t.agency_id AND m.task_id = t.id AND m.visibility = 'internal'
      AND m.parent_id IS NULL AND m.resolved_at IS NULL),
  'criteria', (SELECT json_build_object('count', count(*), 'met', count(k.checked_at)) FROM criterion k
    WHERE k.agency_id = t.agency_id AND k.task_id = t.id),
  'approvalId', (SELECT a.id FROM approval_subject s
    JOIN approval a ON a.agency_id = s.agency_id AND a.id = s.approval_id AND a.state = 'pending'
    WHERE s.agency_id = t.agency_id AND s.task_id = t.id LIMIT 1),
  'includedRounds', coalesce((SELECT r.included_rounds FROM retainer r
    WHERE r.agency_id = t.agency_id AND r.client_id = t.client_id AND r.valid_from <= current_date
    ORDER BY r.valid_from DESC LIMIT 1), 0),
  'line', (SELECT json_build_object(
      'id', l.id, 'category', l.category, 'month', to_char(l.month, 'YYYY-MM'), 'isHard', l.is_hard,
      'planned', l.planned_minor::text, 'available', l.available_minor::text, 'committed', l.committed_minor::text,
      'payable', l.payable_minor::text, 'spent', l.spent_minor::text)
    FROM (${lineOfTask}) l
    LIMIT 1)
)`;

type Line = Omit<TaskBudgetLineObject, 'planned' | 'available' | 'committed' | 'payable' | 'spent'> &
  Readonly<Record<'planned' | 'available' | 'committed' | 'payable' | 'spent', string>>;

export interface TaskDocument {
  readonly id: Id;
  readonly title: string;
  readonly state: TaskState;
  readonly stateSince: string;
  readonly discipline: Discipline;
  readonly dueAt: string | null;
  readonly estimatedMinutes: number | null;
  readonly wantsClientApproval: boolean;
  readonly rounds: number;
  readonly includedRounds: number;
  readonly briefNumber: number;
  readonly deliverableNumber: number;
  readonly openQuestions: number;
  readonly openComments: number;
  readonly declineReason: string | null;
  readonly issuedAt: string | null;
  readonly acceptedAt: string | null;
  readonly submittedAt: string | null;
  readonly doneAt: string | null;
  readonly createdAt: string;
  readonly version: number;
  readonly feeMinor: string;
  readonly committedMinor: string;
  readonly currency: Currency;
  readonly squadId: Id;
  readonly client: { readonly id: Id; readonly name: string };
  readonly campaign: { readonly id: Id; readonly name: string } | null;
  readonly item: TaskItemObject | null;
  readonly assignee: TaskPersonObject | null;
  readonly manager: TaskPersonObject | null;
  readonly predecessors: readonly TaskLinkObject[];
  readonly successors: readonly TaskLinkObject[];
  readonly criteria: { readonly count: number; readonly met: number };
  readonly approvalId: Id | null;
  readonly line: Line | null;
}

/** A document as this viewer sees it: what they may not see is null, what they may do is said. */
export function presentTask(document: TaskDocument, viewer: Viewer, at: Instant): TaskObject {
  const { feeMinor, committedMinor, currency, squadId: _, criteria, approvalId: __, line, ...shown } = document;
  const facts = factsOf(document);
  const due = { state: shown.state, dueAt: shown.dueAt === null ? null : Temporal.Instant.from(shown.dueAt) };
  const seesFee = can(viewer, 'fee.view', facts);
  return {
    ...shown,
    court: courtOf[shown.state],
    isOverdue: isOverdue(due, at),
    isBlocked: isBlocked(facts),
    fee: seesFee ? toMoneyObject(feeMinor, currency) : null,
    committed: seesFee ? toMoneyObject(committedMinor, currency) : null,
    criteriaCount: criteria.count,
    criteriaMet: criteria.met,
    budgetLine:
      line && can(viewer, 'budget.line.view', { ...facts, category: line.category })
        ? presentLine(line, currency)
        : null,
    availableActions: availableActions(facts, viewer),
    viewerIsAssignee: viewer.kind === 'member' && facts.assigneeId === viewer.memberId,
    viewerCanEdit: can(viewer, 'task.edit', facts),
    viewerCanReview: can(viewer, 'task.review', facts),
    viewerCanAsk: can(viewer, 'task.ask', facts),
    viewerCanAnswer: can(viewer, 'task.answer', facts),
  };
}

function factsOf(document: TaskDocument): TaskFacts {
  const money = (minor: string): Money => Money.of(BigInt(minor), document.currency);
  return {
    ...document,
    assigneeId: document.assignee?.id ?? null,
    fee: money(document.feeMinor),
    committed: money(document.committedMinor),
    // No action is offered or refused because of it.
    payable: Money.zero(document.currency),
  };
}

function presentLine(
  { planned, available, committed, payable, spent, ...line }: Line,
  currency: Currency,
): TaskBudgetLineObject {
  return {
    ...line,
    category: line.category,
    planned: toMoneyObject(planned, currency),
    available: toMoneyObject(available, currency),
    committed: toMoneyObject(committed, currency),
    payable: toMoneyObject(payable, currency),
    spent: toMoneyObject(spent, currency),
  };
}
