import type { ResultOf } from '@planerka/platform/web';
import type { ChainStep_step } from './chain.documents';

export type Step = ResultOf<typeof ChainStep_step>;
export type Discipline = Step['discipline'];

/** What the manager may say otherwise than proposed. */
export interface StepValues {
  readonly title: string;
  readonly deliverableType: string;
  readonly assigneeId: string;
  /** Wall clock where the agency is. */
  readonly dueAt: string | null;
  /** `template:<id>`, `like:<task id>` or '' for an empty brief. */
  readonly begin: string;
}

export type Edits = Readonly<Partial<Record<Discipline, Partial<StepValues>>>>;

/** What is proposed, and over it whatever was changed by hand: a new proposal moves only what nobody touched. */
export function valuesOf(
  step: Step,
  edits: Edits,
  title: string,
  toWallClock: (instant: string) => string,
): StepValues {
  return {
    title,
    deliverableType: step.deliverableType ?? '',
    assigneeId: step.candidates.find(({ isOfSquad, awayUntil }) => isOfSquad && !awayUntil)?.id ?? '',
    dueAt: toWallClock(step.dueAt),
    begin: '',
    ...edits[step.discipline],
  };
}

export const beginOf = (begin: string): { templateId: string | null; likeTaskId: string | null } => {
  const [kind, id = null] = begin.split(':');
  return { templateId: kind === 'template' ? id : null, likeTaskId: kind === 'like' ? id : null };
};
