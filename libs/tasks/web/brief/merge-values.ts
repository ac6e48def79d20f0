import { isSameValue, mergeBriefs, mergeValue, type BriefField, type ThreeWays } from '@planerka/tasks/domain';
import { settledValues, type BriefFormValues } from './brief-values';

export type TaskFieldName = Exclude<keyof BriefFormValues, 'brief'>;

/** A field that two people have written differently: one of the brief, or one of the task's own. */
export type Collision = { readonly brief: BriefField } | { readonly task: TaskFieldName };

export type Side = 'mine' | 'theirs';

export const pathOf = (collision: Collision): string =>
  'brief' in collision ? collision.brief.path : `task.${collision.task}`;

const taskFields = [
  'title',
  'assigneeId',
  'dueAt',
  'estimatedMinutes',
  'fee',
  'wantsClientApproval',
  'startAfter',
] as const satisfies readonly TaskFieldName[];

export interface MergedValues {
  /** With mine where both wrote. */
  readonly values: BriefFormValues;
  readonly collisions: readonly Collision[];
}

/** What only one of two people wrote is taken from them; what both wrote is named. */
export function mergeValues(typed: ThreeWays<BriefFormValues>): MergedValues {
  const base = settledValues(typed.base);
  const mine = settledValues(typed.mine);
  const theirs = settledValues(typed.theirs);
  const { brief, collisions } = mergeBriefs({ base: base.brief, mine: mine.brief, theirs: theirs.brief });
  return taskFields.reduce<MergedValues>(
    (merged, name) => {
      const { value, isCollision } = mergeValue<unknown>({ base: base[name], mine: mine[name], theirs: theirs[name] });
      return {
        values: { ...merged.values, [name]: value },
        collisions: isCollision ? [...merged.collisions, { task: name }] : merged.collisions,
      };
    },
    { values: { ...mine, brief }, collisions: collisions.map((field) => ({ brief: field })) },
  );
}

export const isSameText = (one: BriefFormValues, other: BriefFormValues): boolean =>
  isSameValue({ ...settledValues(one) }, { ...settledValues(other) });
