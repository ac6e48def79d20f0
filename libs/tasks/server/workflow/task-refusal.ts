import type { BudgetExceeded } from '@planerka/budgets/server';
import type { Finding } from '@planerka/platform/domain';
import { notFound, type CommandError } from '@planerka/platform/server';
import type { NotFound, TransitionRefusal } from '@planerka/tasks/domain';

/** Why an action on a task did not happen. */
export type TaskRefusal = CommandError | BriefNotReady | BudgetExceeded;

export interface BriefNotReady {
  readonly kind: 'BriefNotReady';
  readonly findings: readonly Finding[];
}

/** The workflow's own words as members of the wire's unions. */
export function toRefusal(refusal: TransitionRefusal | NotFound): Exclude<TaskRefusal, BudgetExceeded> {
  switch (refusal.kind) {
    case 'IllegalTransition': {
      const { kind, state, action, because, unmarked = [] } = refusal;
      return { kind, state, action, reason: reasons[because], ...(unmarked.length > 0 && { names: unmarked }) };
    }
    case 'NotFound':
      return notFound('Task');
    case 'BriefNotReady':
    case 'InvalidInput':
      return refusal;
  }
}

const reasons = { state: null, predecessors: 'predecessor_not_done', unmarked: 'erid_missing' } as const;
