import { Injectable } from '@nestjs/common';
import type { CurrentMember } from '@planerka/agency/server';
import type { Id, Result } from '@planerka/platform/domain';
import { toResult } from '@planerka/platform/server';
import type { TaskRefusal } from '../workflow/task-refusal';
import { TaskListsQuery } from './task-lists.query';

/** A command's outcome on the wire: the task as its own page would now show it, or the refusal with its figures. */
@Injectable()
export class TaskAnswers {
  constructor(private readonly tasks: TaskListsQuery) {}

  async of(viewer: CurrentMember, result: Result<Id, TaskRefusal>) {
    const task = result.ok ? await this.tasks.one(viewer, result.value) : null;
    return toResult('TaskSuccess', result.ok ? result : { ok: false, error: onWire(result.error) }, () => ({ task }));
  }
}

export function onWire(refusal: TaskRefusal) {
  if (refusal.kind !== 'BudgetExceeded') return refusal;
  const { available, needed, missing, ...rest } = refusal;
  return { ...rest, available: available.toJSON(), needed: needed.toJSON(), missing: missing.toJSON() };
}
