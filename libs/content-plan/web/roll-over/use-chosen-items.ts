import { useState } from 'react';
import type { Day } from '../plan/days';

/** As the server proposes it. */
interface Proposed {
  readonly itemId: string;
  readonly publishOn: Day;
  /** Made there before. */
  readonly existingItemId: string | null;
  /** Made there by its series. */
  readonly isRepeated: boolean;
}

export interface ChosenItems<Item extends Proposed> {
  readonly chosen: readonly Item[];
  isChosen: (item: Proposed) => boolean;
  dayOf: (item: Proposed) => Day;
  toggle: (itemId: string, isChosen: boolean) => void;
  move: (itemId: string, day: Day) => void;
  /** For another month days are proposed anew. */
  forgetDays: () => void;
}

/** Which of the proposed publications are made, and on which days: all that can be, until somebody says otherwise. */
export function useChosenItems<Item extends Proposed>(items: readonly Item[]): ChosenItems<Item> {
  const [skipped, setSkipped] = useState<ReadonlySet<string>>(new Set());
  const [days, setDays] = useState<Readonly<Record<string, Day>>>({});
  const isChosen = ({ itemId, existingItemId, isRepeated }: Proposed) =>
    existingItemId === null && !isRepeated && !skipped.has(itemId);
  return {
    chosen: items.filter(isChosen),
    isChosen,
    dayOf: ({ itemId, publishOn }) => days[itemId] ?? publishOn,
    toggle: (itemId, isOn) =>
      setSkipped((before) => (isOn ? before.difference(new Set([itemId])) : new Set([...before, itemId]))),
    move: (itemId, day) => setDays((before) => ({ ...before, [itemId]: day })),
    forgetDays: () => setDays({}),
  };
}
