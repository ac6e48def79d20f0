import { createContext, use, useCallback, useSyncExternalStore } from 'react';

/**
 * Which publications are chosen. Outside of React, so that choosing one of five hundred draws that one anew and no
 * other.
 */
export class Selection {
  private ids: ReadonlySet<string> = new Set();
  private picking = false;
  private last: string | null = null;
  private order: readonly string[] = [];
  private readonly listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  /** The same set until something else is chosen. */
  readonly chosen = (): ReadonlySet<string> => this.ids;

  /** A tap chooses instead of opening: for whoever has no Ctrl key. */
  readonly isPicking = (): boolean => this.picking;

  has(id: string): boolean {
    return this.ids.has(id);
  }

  /** As the shown view has them: what a range reaches over, and what «all» are. */
  setOrder(order: readonly string[]): void {
    this.order = order;
  }

  toggle(id: string): void {
    const next = new Set(this.ids);
    if (!next.delete(id)) next.add(id);
    this.last = id;
    this.show(next);
  }

  /** Also all between the one chosen last and this one. */
  reachTo(id: string): void {
    const from = this.last === null ? -1 : this.order.indexOf(this.last);
    const to = this.order.indexOf(id);
    if (from < 0 || to < 0) return this.toggle(id);
    const between = this.order.slice(Math.min(from, to), Math.max(from, to) + 1);
    this.last = id;
    this.show(new Set([...this.ids, ...between]));
  }

  chooseAll(): void {
    this.show(new Set(this.order));
  }

  leaveOut(ids: Iterable<string>): void {
    const without = new Set(ids);
    this.show(new Set([...this.ids].filter((id) => !without.has(id))));
  }

  pick(isPicking: boolean): void {
    this.picking = isPicking;
    this.show(this.ids);
  }

  /** Chooses the first, and from then on a tap chooses. */
  beginWith(id: string): void {
    this.picking = true;
    if (!this.ids.has(id)) this.toggle(id);
    else this.show(this.ids);
  }

  clear(): void {
    this.picking = false;
    this.last = null;
    this.show(new Set());
  }

  private show(ids: ReadonlySet<string>): void {
    this.ids = ids;
    for (const listener of this.listeners) listener();
  }
}

/** None where the viewer only reads. */
export const SelectionContext = createContext<Selection | null>(null);

export const useSelection = (): Selection | null => use(SelectionContext);

const never = () => () => undefined;

/** Of one publication; drawn anew only when that one's changes. */
export function useIsChosen(id: string): boolean {
  const selection = useSelection();
  return useSyncExternalStore(
    selection?.subscribe ?? never,
    useCallback(() => selection?.has(id) ?? false, [selection, id]),
  );
}

const nothing: ReadonlySet<string> = new Set();

export function useChosen(selection: Selection | null): ReadonlySet<string> {
  return useSyncExternalStore(selection?.subscribe ?? never, selection?.chosen ?? (() => nothing));
}

export function useIsPicking(selection: Selection | null): boolean {
  return useSyncExternalStore(selection?.subscribe ?? never, selection?.isPicking ?? (() => false));
}
