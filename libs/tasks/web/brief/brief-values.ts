import { briefSchema, type Brief } from '@planerka/tasks/domain';
import type { ResultOf } from '@planerka/platform/web';
import type { BriefDraft_task } from './save-draft';

/** What the form holds: the brief, and the task's own fields beside it. */
export interface BriefFormValues {
  readonly brief: Brief;
  readonly title: string;
  readonly assigneeId: string | null;
  /** An instant. */
  readonly dueAt: string | null;
  readonly estimatedMinutes: number | null;
  /** As typed; a comma is as good as a point. */
  readonly fee: string;
  readonly wantsClientApproval: boolean;
  readonly startAfter: readonly string[];
}

export type DraftedTask = ResultOf<typeof BriefDraft_task>;
export type Draft = NonNullable<DraftedTask['details']['draft']>;

export function draftOf(task: DraftedTask): Draft {
  const { draft } = task.details;
  if (!draft) throw new Error('Only whoever may write a brief gets here');
  return draft;
}

/** The server's text as the form shows it. */
export function valuesOf(task: DraftedTask): BriefFormValues {
  const draft = draftOf(task);
  return {
    brief: briefSchema.parse(draft.data),
    title: task.title,
    assigneeId: task.assignee?.id ?? null,
    dueAt: draft.dueAt,
    estimatedMinutes: task.estimatedMinutes,
    fee: draft.fee.amount.replace(/\.00$/, ''),
    wantsClientApproval: task.wantsClientApproval,
    startAfter: task.predecessors.map(({ id }) => id),
  };
}

export const decimalOf = (typed: string): string => typed.replace(/\s/g, '').replace(',', '.');

/** As the server would give it back, so that a space at the end is no difference. */
export function settledValues(values: BriefFormValues): BriefFormValues {
  const brief = briefSchema.safeParse(values.brief);
  const fee = decimalOf(values.fee);
  return {
    ...values,
    brief: brief.success ? brief.data : values.brief,
    title: values.title.trim(),
    dueAt: values.dueAt === null ? null : new Date(values.dueAt).toISOString(),
    fee: fee === '' ? '0' : fee.replace(/\.0*$/, '').replace(/(\.\d)$/, '$10'),
    startAfter: [...values.startAfter].sort(),
  };
}
