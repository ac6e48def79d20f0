import { canonicalJson, type Canonical } from '@planerka/platform/domain';
import type { Brief } from './brief';
import { briefFields, valueAt, type BriefField } from './brief-fields';

export interface BriefChange {
  readonly field: BriefField;
  readonly before: unknown;
  readonly after: unknown;
}

/**
 * What changed between two versions of one task's brief, field by field in the order of the form.
 * The words within a field are compared where they are shown.
 */
export function briefDiff(before: Brief, after: Brief): readonly BriefChange[] {
  if (before.discipline !== after.discipline) throw new TypeError('Versions of one brief share a discipline');
  return briefFields[after.discipline].flatMap((field) => {
    const change = { field, before: valueAt(before, field.path), after: valueAt(after, field.path) };
    return isSameValue(change.before, change.after) ? [] : [change];
  });
}

export const isSameValue = (one: unknown, other: unknown): boolean =>
  canonicalJson(one as Canonical) === canonicalJson(other as Canonical);
