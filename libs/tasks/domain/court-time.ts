import type { Instant } from '@planerka/platform/domain';
import { courtOf, type Court, type TaskState } from './task-state';

export interface StateChange {
  readonly to: TaskState;
  readonly at: Instant;
}

/**
 * In whose court the ball was, and how long: milliseconds per side from the first change until `at`.
 * @param changes in the order they happened
 */
export function courtTime(changes: readonly StateChange[], at: Instant): Readonly<Record<Court, number>> {
  const time: Record<Court, number> = { manager: 0, specialist: 0, client: 0, nobody: 0 };
  changes.forEach(({ to, at: since }, index) => {
    const until = changes[index + 1]?.at ?? at;
    time[courtOf[to]] += until.epochMilliseconds - since.epochMilliseconds;
  });
  return time;
}

/** Since when it has been where it is now, across states of the same side; null before the first change. */
export function inCourtSince(changes: readonly StateChange[]): Instant | null {
  const last = changes.at(-1);
  const elsewhere = changes.findLastIndex(({ to }) => last && courtOf[to] !== courtOf[last.to]);
  return changes[elsewhere + 1]?.at ?? null;
}
