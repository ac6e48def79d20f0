import type { TaskState } from './task-state';

interface IssuedVersion {
  readonly number: number;
  readonly acceptedAt: string | null;
}

/** A version that waits for the assignee's word, and the one that was accepted last: what is new is told against it. */
export interface Revision<Version extends IssuedVersion> {
  readonly accepted: Version;
  readonly proposed: Version;
}

/**
 * Null where nothing is asked anew: nobody is bound by an older version, or the last one is accepted.
 * @param briefs issued versions, the first one first
 */
export function awaitedRevision<Version extends IssuedVersion>(
  { state, acceptedAt }: { readonly state: TaskState; readonly acceptedAt: string | null },
  briefs: readonly Version[],
): Revision<Version> | null {
  const proposed = briefs.at(-1);
  if (state !== 'issued' || acceptedAt === null || !proposed || proposed.acceptedAt !== null) return null;
  const accepted = briefs.findLast((version) => version.acceptedAt !== null);
  return accepted ? { accepted, proposed } : null;
}
