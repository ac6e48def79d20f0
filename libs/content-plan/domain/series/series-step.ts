import type { Id } from '@planerka/platform/domain';

/**
 * How a turn that is there stands to its series: as the series made it; with a person's hand or work in it; deleted by
 * a person; or taken out by the series itself.
 */
export type SlotState = 'untouched' | 'touched' | 'deleted' | 'withdrawn';

/** A turn that was made once. */
export interface Slot {
  readonly id: Id;
  /** The rhythm's day: "2026-12-08". */
  readonly on: string;
  readonly state: SlotState;
}

/** A turn as the series wants it. */
export interface Wanted {
  readonly on: string;
}

export interface SeriesStep<W extends Wanted, S extends Slot> {
  readonly make: readonly W[];
  /** There as the series made it, or taken out by it: from now on as it is wanted. */
  readonly write: readonly { readonly slot: S; readonly wanted: W }[];
  /** No longer wanted, and nobody has put a hand to it. */
  readonly withdraw: readonly S[];
  /** Somebody's by now, whatever the series says. */
  readonly stay: readonly S[];
}

/**
 * What has to be done so that the plan is as the series wants it. The same step once more does nothing new: a turn that
 * is there is not made, one that a person deleted does not come back, one that a person changed stays as it is.
 */
export function seriesStep<W extends Wanted, S extends Slot>(
  wanted: readonly W[],
  there: readonly S[],
): SeriesStep<W, S> {
  const slots = new Map(there.map((slot) => [slot.on, slot]));
  const isWanted = new Set(wanted.map(({ on }) => on));
  return {
    make: wanted.filter(({ on }) => !slots.has(on)),
    write: wanted.flatMap((turn) => {
      const slot = slots.get(turn.on);
      return slot && (slot.state === 'untouched' || slot.state === 'withdrawn') ? [{ slot, wanted: turn }] : [];
    }),
    withdraw: there.filter(({ on, state }) => state === 'untouched' && !isWanted.has(on)),
    stay: there.filter(({ state }) => state === 'touched'),
  };
}
