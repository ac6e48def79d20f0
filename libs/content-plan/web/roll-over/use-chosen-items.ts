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
  /** Its day is over. */
  isOver: (item: Proposed) => boolean;
  dayOf: (item: Proposed) => Day;
  toggle: (itemId: string, isChosen: boolean) => void;
  move: (itemId: string, day: Day) => void;
  /** For another month days are proposed anew. */
  forgetDays: () => void;
}

/**
 * Which of the proposed publications are made, and on which days: all that can be and whose day is still to come, until somebody says
 * otherwise.
 * @param today days before it are over; null where one day is chosen for all
 */
export function useChosenItems<Item extends Proposed>(items: readonly Item[], today: Day | null): ChosenItems<Item> {
  const [wishes, setWishes] = useState<Readonly<Record<string, boolean>>>({});
  const [days, setDays] = useState<Readonly<Record<string, Day>>>({});
  const dayOf = ({ itemId, publishOn }: Proposed) => days[itemId] ?? publishOn;
  const isOver = (item: Proposed) => today !== null && dayOf(item) < today;
  const isChosen = (item: Proposed) =>
    item.existingItemId === null && !item.isRepeated && (wishes[item.itemId] ?? !isOver(item));
  return {
    chosen: items.filter(isChosen),
    isChosen,
    isOver,
    dayOf,
    toggle: (itemId, isOn) => setWishes((before) => ({ ...before, [itemId]: isOn })),
    move: (itemId, day) => setDays((before) => ({ ...before, [itemId]: day })),
    forgetDays: () => setDays({}),
  };
}
