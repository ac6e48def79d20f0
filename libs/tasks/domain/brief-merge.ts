import type { Brief } from './brief';
import { isSameValue } from './brief-diff';
import { briefFields, valueAt, withValueAt, type BriefField } from './brief-fields';

/** Two who wrote on the same text without knowing of each other. */
export interface ThreeWays<T> {
  /** What both began with. */
  readonly base: T;
  readonly mine: T;
  readonly theirs: T;
}

export interface MergedBrief {
  /** With mine where both wrote. */
  readonly brief: Brief;
  /** Both wrote, and not the same: somebody has to choose. */
  readonly collisions: readonly BriefField[];
}

/** What only one of them touched is taken from them. */
export function mergeValue<T>({ base, mine, theirs }: ThreeWays<T>): {
  readonly value: T;
  readonly isCollision: boolean;
} {
  if (isSameValue(mine, theirs) || isSameValue(mine, base)) return { value: theirs, isCollision: false };
  return { value: mine, isCollision: !isSameValue(theirs, base) };
}

/** Field by field. */
export function mergeBriefs({ base, mine, theirs }: ThreeWays<Brief>): MergedBrief {
  if (mine.discipline !== theirs.discipline) throw new TypeError('Versions of one brief share a discipline');
  return briefFields[mine.discipline].reduce<MergedBrief>(
    ({ brief, collisions }, field) => {
      const at = (one: Brief) => valueAt(one, field.path);
      const { value, isCollision } = mergeValue({ base: at(base), mine: at(mine), theirs: at(theirs) });
      return {
        brief: isSameValue(value, at(brief)) ? brief : withValueAt(brief, field.path, value),
        collisions: isCollision ? [...collisions, field] : collisions,
      };
    },
    { brief: mine, collisions: [] },
  );
}
