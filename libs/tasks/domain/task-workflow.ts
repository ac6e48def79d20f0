import { can, type Viewer } from '@planerka/agency/domain';
import {
  cancelFee,
  countRound,
  makeFeePayable,
  releaseFee,
  reversePayable,
  settleFee,
  withdrawApproval,
  type TaskEffect,
} from './task-effects';
import type { ActionFacts, TaskFacts } from './task-facts';
import type { TaskAction, TaskState } from './task-state';

/** One line of product.md's table «Task workflow». */
export interface TaskRule {
  readonly from: readonly TaskState[];
  readonly to: (task: ActionFacts) => TaskState;
  readonly allows: (viewer: Viewer, task: ActionFacts) => boolean;
  readonly event: `task.${string}`;
  /** Checked before anything moves. */
  readonly wants: readonly TaskCondition[];
  readonly effects: (task: TaskFacts, killFeePercent: number) => readonly TaskEffect[];
}

export type TaskCondition = 'ready_brief' | 'predecessors_done' | 'reason' | 'reason_or_comments' | 'marked_ads';

const to = (state: TaskState) => () => state;
const byClient = (viewer: Viewer, task: ActionFacts): boolean =>
  task.approvalId !== null && can(viewer, 'approval.decide', { squadId: task.squadId, approvalId: task.approvalId });

/** The one truth about the workflow. Buttons, refusals, activity and tests are all read from here. */
export const taskWorkflow: Readonly<Record<TaskAction, TaskRule>> = {
  issue: {
    from: ['draft'],
    to: to('issued'),
    allows: (viewer, task) => can(viewer, 'task.issue', task),
    event: 'task.issued',
    wants: ['ready_brief'],
    effects: () => [{ kind: 'snapshot_brief' }],
  },
  accept: {
    from: ['issued'],
    to: to('in_progress'),
    allows: (viewer, task) => can(viewer, 'task.accept', task),
    event: 'task.accepted',
    wants: ['predecessors_done'],
    effects: settleFee,
  },
  decline: {
    from: ['issued'],
    to: to('draft'),
    allows: (viewer, task) => can(viewer, 'task.decline', task),
    event: 'task.declined',
    wants: ['reason'],
    // Something is committed only where a revision of accepted work is declined.
    effects: releaseFee,
  },
  revise: {
    from: ['issued', 'in_progress'],
    to: to('issued'),
    allows: (viewer, task) => can(viewer, 'task.revise', task),
    event: 'task.revised',
    wants: ['ready_brief'],
    effects: () => [{ kind: 'snapshot_brief' }],
  },
  submit: {
    from: ['in_progress'],
    to: to('in_review'),
    allows: (viewer, task) => can(viewer, 'task.submit', task),
    event: 'task.submitted',
    wants: [],
    effects: () => [{ kind: 'add_deliverable' }],
  },
  request_changes: {
    from: ['in_review'],
    to: to('in_progress'),
    allows: (viewer, task) => can(viewer, 'task.review', task),
    event: 'task.changes_requested',
    wants: ['reason_or_comments'],
    effects: () => [],
  },
  approve: {
    from: ['in_review'],
    to: (task) => (task.wantsClientApproval ? 'client_review' : 'done'),
    allows: (viewer, task) => can(viewer, 'task.review', task),
    event: 'task.approved',
    // Work is handed in without an erid, which comes when the creative is there; what is approved is launched.
    wants: ['marked_ads'],
    effects: (task) => (task.wantsClientApproval ? [] : makeFeePayable(task)),
  },
  client_approve: {
    from: ['client_review'],
    to: to('done'),
    allows: byClient,
    event: 'task.client_approved',
    wants: [],
    effects: makeFeePayable,
  },
  client_request_changes: {
    from: ['client_review'],
    to: to('in_progress'),
    allows: byClient,
    event: 'task.client_requested_changes',
    wants: ['reason'],
    effects: countRound,
  },
  withdraw: {
    from: ['client_review'],
    to: to('in_review'),
    allows: (viewer, task) => can(viewer, 'task.withdraw', task),
    event: 'task.withdrawn',
    wants: [],
    effects: withdrawApproval,
  },
  reopen: {
    from: ['done'],
    to: to('in_progress'),
    allows: (viewer, task) => can(viewer, 'task.reopen', task),
    event: 'task.reopened',
    wants: ['reason'],
    effects: reversePayable,
  },
  cancel: {
    from: ['draft', 'issued', 'in_progress', 'in_review', 'client_review'],
    to: to('cancelled'),
    allows: (viewer, task) => can(viewer, 'task.cancel', task),
    event: 'task.cancelled',
    wants: ['reason'],
    effects: (task, killFeePercent) => [...cancelFee(task, killFeePercent), ...withdrawApproval(task)],
  },
};
