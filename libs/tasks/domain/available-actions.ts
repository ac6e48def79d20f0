import { can, type Viewer } from '@planerka/agency/domain';
import { isWaiting, type ActionFacts } from './task-facts';
import type { TaskAction, TaskState } from './task-state';
import { taskWorkflow } from './task-workflow';

/** Besides the workflow's own: the question to the manager, and its answer. */
export type OfferedAction = TaskAction | 'ask' | 'answer';

export interface AvailableAction {
  readonly action: OfferedAction;
  /** The first one offered is what the page's filled button says. Never a way to stop or undo work. */
  readonly isPrimary: boolean;
  /** Where it leads: «Передать клиенту» and «Принять» are the same action with another end. Null: nowhere. */
  readonly to: TaskState | null;
  /** The number on the button: open comments, open questions. */
  readonly count: number | null;
}

const order: Readonly<Record<TaskState, readonly OfferedAction[]>> = {
  draft: ['issue', 'cancel'],
  issued: ['answer', 'accept', 'decline', 'ask', 'revise', 'cancel'],
  in_progress: ['answer', 'submit', 'ask', 'revise', 'cancel'],
  in_review: ['answer', 'approve', 'request_changes', 'cancel'],
  client_review: ['client_approve', 'client_request_changes', 'withdraw', 'cancel'],
  done: ['reopen'],
  cancelled: [],
};

const neverPrimary: ReadonlySet<OfferedAction> = new Set(['cancel', 'reopen', 'withdraw', 'revise', 'ask', 'decline']);

/** What this viewer may do now, the next step first. The web renders it and knows no workflow. */
export function availableActions(task: ActionFacts, viewer: Viewer): readonly AvailableAction[] {
  return ordered(task)
    .filter((action) => isOffered(task, action, viewer))
    .map((action, index) => ({
      action,
      isPrimary: index === 0 && !neverPrimary.has(action),
      to: action === 'ask' || action === 'answer' ? null : taskWorkflow[action].to(task),
      count: countOn(task, action),
    }));
}

/** With open comments the way back is the next step. */
function ordered(task: ActionFacts): readonly OfferedAction[] {
  const actions = order[task.state];
  return task.state === 'in_review' && task.openComments > 0
    ? actions.toSorted((one, other) => Number(other === 'request_changes') - Number(one === 'request_changes'))
    : actions;
}

function isOffered(task: ActionFacts, action: OfferedAction, viewer: Viewer): boolean {
  switch (action) {
    case 'ask':
      return can(viewer, 'task.ask', task);
    case 'answer':
      return task.openQuestions > 0 && can(viewer, 'task.answer', task);
    case 'accept':
      return !isWaiting(task) && taskWorkflow.accept.allows(viewer, task);
    default:
      return taskWorkflow[action].allows(viewer, task);
  }
}

function countOn(task: ActionFacts, action: OfferedAction): number | null {
  if (action === 'answer') return task.openQuestions;
  return action === 'request_changes' && task.openComments > 0 ? task.openComments : null;
}
