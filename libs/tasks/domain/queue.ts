import type { Id } from '@planerka/platform/domain';

/** Why a task stands where it does, as a specialist is told. */
export const queueReasons = [
  'overdue',
  'time_to_begin',
  'others_wait',
  'begun',
  'next',
  'no_due',
  'waits',
  'asked',
] as const;
export type QueueReason = (typeof queueReasons)[number];

export interface QueueTask {
  readonly id: Id;
  readonly isBegun: boolean;
  /** Milliseconds since the epoch. */
  readonly dueAt: number | null;
  readonly estimatedMinutes: number | null;
  /** A question of theirs is not answered yet. */
  readonly isAsked: boolean;
  /** What it begins after is not done yet. */
  readonly isWaiting: boolean;
  /** Open tasks of anybody that begin after it. */
  readonly unlocks: number;
}

/** Eight hours of work take a day. */
const dayPerWork = 24 / 8;

/** The last moment to begin: what it takes, before it is due. */
export const beginsBy = ({ dueAt, estimatedMinutes }: QueueTask): number =>
  dueAt === null ? Infinity : dueAt - (estimatedMinutes ?? 0) * 60_000 * dayPerWork;

export function reasonOf(task: QueueTask, now: number): QueueReason {
  if (task.isAsked) return 'asked';
  if (task.isWaiting) return 'waits';
  if (task.dueAt !== null && task.dueAt < now) return 'overdue';
  if (beginsBy(task) <= now) return 'time_to_begin';
  if (task.unlocks > 0) return 'others_wait';
  if (task.isBegun) return 'begun';
  return task.dueAt === null ? 'no_due' : 'next';
}

const groupOf = (reason: QueueReason): number =>
  reason === 'overdue' ? 0 : reason === 'asked' || reason === 'waits' ? 2 : 1;

export interface Queued<Task> {
  readonly task: Task;
  readonly reason: QueueReason;
}

/**
 * In which order to do it: what is late, then by the last moment to begin, then what cannot go on. Of two that are equal, the one
 * that others wait for, then the one that is begun.
 */
export function queueOf<Task extends QueueTask>(tasks: readonly Task[], now: number): readonly Queued<Task>[] {
  return tasks
    .map((task) => ({ task, reason: reasonOf(task, now) }))
    .toSorted(
      (one, other) =>
        groupOf(one.reason) - groupOf(other.reason) ||
        order(keyOf(one), keyOf(other)) ||
        other.task.unlocks - one.task.unlocks ||
        Number(other.task.isBegun) - Number(one.task.isBegun) ||
        (one.task.id < other.task.id ? -1 : 1),
    );
}

const keyOf = ({ task, reason }: Queued<QueueTask>): number =>
  reason === 'overdue' ? (task.dueAt ?? 0) : beginsBy(task);

/** Infinity less infinity is no number. */
const order = (one: number, other: number): number => (one === other ? 0 : one < other ? -1 : 1);
