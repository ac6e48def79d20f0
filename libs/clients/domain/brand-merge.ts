import type { BrandProfile } from './brand-profile';

export type BrandPart = keyof BrandProfile;

export interface BrandMerge {
  /** What only the other one changed: it is taken over as they left it. */
  readonly taken: readonly BrandPart[];
  /** What both changed, each in their own way: a person chooses. */
  readonly conflicts: readonly BrandPart[];
}

/**
 * Two people wrote in one profile. A part is taken whole: half a sentence of each would be nobody's.
 * @param was what both began from
 */
export function mergeBrandProfile(was: BrandProfile, mine: BrandProfile, theirs: BrandProfile): BrandMerge {
  const changedByThem = (Object.keys(theirs) as BrandPart[]).filter(
    (part) => !isSame(theirs[part], was[part]) && !isSame(theirs[part], mine[part]),
  );
  const isUntouched = (part: BrandPart) => isSame(mine[part], was[part]);
  return {
    taken: changedByThem.filter(isUntouched),
    conflicts: changedByThem.filter((part) => !isUntouched(part)),
  };
}

/** `profile` with these parts of another one. */
export const withParts = (profile: BrandProfile, other: BrandProfile, parts: readonly BrandPart[]): BrandProfile => ({
  ...profile,
  ...Object.fromEntries(parts.map((part) => [part, other[part]])),
});

export const isSameProfile = (one: BrandProfile, other: BrandProfile): boolean =>
  (Object.keys(one) as BrandPart[]).every((part) => isSame(one[part], other[part]));

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
