import { isBefore, type Instant } from '@planerka/platform/domain';

export const itemStatuses = ['planned', 'in_production', 'awaiting_client', 'ready', 'published', 'missed'] as const;
export type ItemStatus = (typeof itemStatuses)[number];

/** What a publication needs to know of a task that works for it: the least of it, since tasks stand above the plan. */
export interface ItemTaskFacts {
  readonly state: 'draft' | 'issued' | 'in_progress' | 'in_review' | 'client_review' | 'done' | 'cancelled';
}

/** Whether the publication is out already; then its tasks change nothing any more. */
export interface ItemPublication {
  readonly publishedAt: Instant | null;
}

/**
 * The status that follows from the work on it. Time is left out on purpose: that a moment has passed writes nothing
 * into the database, `itemStatusAt` says it when somebody looks.
 */
export function itemStatusOf(item: ItemPublication, tasks: readonly ItemTaskFacts[]): ItemStatus {
  if (item.publishedAt !== null) return 'published';
  const states = tasks.map(({ state }) => state).filter((state) => state !== 'cancelled');
  if (states.length > 0 && states.every((state) => state === 'done')) return 'ready';
  if (states.includes('client_review')) return 'awaiting_client';
  // A draft of a brief is a plan still: nobody works on it.
  return states.some((state) => state !== 'draft') ? 'in_production' : 'planned';
}

/** What people see: a publication whose moment has passed unpublished is missed. */
export function itemStatusAt(
  item: { readonly status: ItemStatus; readonly publishAt: Instant },
  at: Instant,
): ItemStatus {
  return itemStatusWhen(item.status, isBefore(item.publishAt, at));
}

/** The same, where it is known whether the moment has passed. */
export function itemStatusWhen(status: ItemStatus, isPast: boolean): ItemStatus {
  if (status === 'published') return 'published';
  return isPast ? 'missed' : status === 'missed' ? 'planned' : status;
}
