import { isAfter, type Id, type Instant, type Money } from '@planerka/platform/domain';
import { isClosed, type TaskState } from './task-state';

/** What the workflow has to know about a task; a loaded row with its counts satisfies it. */
export interface TaskFacts {
  readonly state: TaskState;
  readonly squadId: Id;
  readonly assigneeId: Id | null;
  readonly wantsClientApproval: boolean;
  /** Unresolved internal comments on the last version. */
  readonly openComments: number;
  readonly openQuestions: number;
  readonly predecessors: readonly Predecessor[];
  /** The client's pending request about this task. */
  readonly approvalId: Id | null;
  readonly fee: Money;
  /** What acceptance promises: the last version's, which a task that was accepted before keeps beside its own until then. */
  readonly proposedFee: Money;
  /** What of the fee stands committed in the budget now. */
  readonly committed: Money;
  /** What stands payable and is in no payout yet. */
  readonly payable: Money;
  /** Returns from the client so far, and how many the retainer includes. */
  readonly rounds: number;
  readonly includedRounds: number;
  /** Creatives that the client's setting lets nobody launch: they have no erid. */
  readonly unmarked: readonly string[];
}

/** Of a task, what decides which actions are offered. */
export interface ActionFacts extends Pick<
  TaskFacts,
  'state' | 'squadId' | 'assigneeId' | 'wantsClientApproval' | 'openComments' | 'openQuestions' | 'approvalId'
> {
  readonly predecessors: readonly Pick<Predecessor, 'state'>[];
}

export interface Predecessor {
  readonly id: Id;
  readonly state: TaskState;
}

/** Late with the specialist: what has been handed in is in someone else's court. */
export const isLate = ({ state, isPastDue }: { readonly state: TaskState; readonly isPastDue: boolean }): boolean =>
  isPastDue && (state === 'issued' || state === 'in_progress');

export const isOverdue = (
  { state, dueAt }: { readonly state: TaskState; readonly dueAt: Instant | null },
  at: Instant,
): boolean => isLate({ state, isPastDue: dueAt !== null && isAfter(at, dueAt) });

/** Work that has to be done before this may be accepted. A cancelled predecessor holds nobody up. */
export function waitsFor(task: { readonly predecessors: readonly Predecessor[] }): readonly Id[] {
  return task.predecessors.filter(({ state }) => !isClosed(state)).map(({ id }) => id);
}

export const isWaiting = (task: { readonly predecessors: readonly { readonly state: TaskState }[] }): boolean =>
  task.predecessors.some(({ state }) => !isClosed(state));

/** A question to the manager is open. */
export const isBlocked = (task: { readonly openQuestions: number; readonly state: TaskState }): boolean =>
  task.openQuestions > 0 && !isClosed(task.state);

/** Past the rounds that the retainer includes, so the client pays for this one. Rounds count from 1. */
export const isPaidRound = (round: number, includedRounds: number): boolean => round > includedRounds;

/** Whether `before → after` would close a circle in what waits for what. */
export function wouldCycle(
  edges: readonly { readonly taskId: Id; readonly afterTaskId: Id }[],
  edge: { readonly taskId: Id; readonly afterTaskId: Id },
): boolean {
  const seen = new Set<Id>();
  const queue = [edge.afterTaskId];
  for (let task = queue.pop(); task !== undefined; task = queue.pop()) {
    if (task === edge.taskId) return true;
    if (seen.has(task)) continue;
    seen.add(task);
    queue.push(...edges.filter(({ taskId }) => taskId === task).map(({ afterTaskId }) => afterTaskId));
  }
  return false;
}
