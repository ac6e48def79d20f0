import type { Id, Result } from '@planerka/platform/domain';
import { toResult } from '@planerka/platform/server';
import type { TaskRefusal } from '../workflow/task-refusal';

/** A command's outcome on the wire: which task it was, for `TaskSuccess` to read, or the refusal with its figures. */
export const toTaskResult = (result: Result<Id, TaskRefusal>) =>
  toResult('TaskSuccess', result.ok ? result : { ok: false, error: onWire(result.error) }, (taskId) => ({ taskId }));

export function onWire(refusal: TaskRefusal) {
  if (refusal.kind !== 'BudgetExceeded') return refusal;
  const { available, needed, missing, ...rest } = refusal;
  return { ...rest, available: available.toJSON(), needed: needed.toJSON(), missing: missing.toJSON() };
}
