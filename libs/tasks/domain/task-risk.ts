import { isAfter, type Instant } from '@planerka/platform/domain';
import { courtOf, isClosed, type TaskState } from './task-state';
import { isOverdue } from './task-facts';

export interface TaskRisk {
  readonly code: 'overdue' | 'due_soon' | 'publication_passed' | 'client_needs_time';
  readonly level: 'warn' | 'danger';
  /** The moment it is about. */
  readonly at: Instant;
}

/** How long a client usually needs for a word: what reaches them later is a risk for the publication. */
export const clientHours = 24;
const soonHours = 24;

/** The one thing about time that a person has to know of a task first; null: all is well. */
export function taskRisk(
  task: {
    readonly state: TaskState;
    readonly dueAt: Instant | null;
    readonly wantsClientApproval: boolean;
    readonly publishAt: Instant | null;
  },
  at: Instant,
): TaskRisk | null {
  if (isClosed(task.state)) return null;
  const { dueAt, publishAt } = task;
  if (publishAt && isAfter(at, publishAt)) return { code: 'publication_passed', level: 'danger', at: publishAt };
  if (dueAt && isOverdue(task, at)) return { code: 'overdue', level: 'danger', at: dueAt };
  const isWithManager = courtOf[task.state] === 'manager' && task.state !== 'draft';
  if (publishAt && task.wantsClientApproval && isWithManager) {
    const latest = publishAt.subtract({ hours: clientHours });
    if (isAfter(at.add({ hours: soonHours }), latest))
      return { code: 'client_needs_time', level: 'danger', at: latest };
  }
  const isWithSpecialist = courtOf[task.state] === 'specialist';
  if (dueAt && isWithSpecialist && isAfter(at.add({ hours: soonHours }), dueAt)) {
    return { code: 'due_soon', level: 'warn', at: dueAt };
  }
  return null;
}
