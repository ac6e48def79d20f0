import { useState } from 'react';

export interface SeenVersion {
  /** What the form's text was written over: a command's `expectedVersion`. */
  readonly seen: number;
  /** The person was told of a newer one and goes on: for `onReload`, beside loading it. */
  readonly catchUp: () => void;
}

/**
 * The version that a form was opened with. Live updates bring a newer one behind its back: sent along with the old text it
 * would silently undo what somebody else has just done.
 */
export function useSeenVersion(newest: number): SeenVersion {
  const [seen, setSeen] = useState(newest);
  const [isAsked, setAsked] = useState(false);
  if (isAsked && newest !== seen) {
    setSeen(newest);
    setAsked(false);
  }
  return { seen, catchUp: () => setAsked(true) };
}
