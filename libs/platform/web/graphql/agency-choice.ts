import { useSyncExternalStore } from 'react';

const KEY = 'planerka.agency';
const listeners = new Set<() => void>();

let chosen: string | null | undefined;

/** Which of the person's agencies this tab works in. Sent with every request; the server checks the membership. */
export function chosenAgency(): string | null {
  if (chosen === undefined) {
    try {
      chosen = window.sessionStorage.getItem(KEY) ?? window.localStorage.getItem(KEY);
    } catch {
      chosen = null;
    }
  }
  return chosen;
}

/** Two tabs may stand in two agencies; a new tab begins in the last one chosen. */
export function chooseAgency(agencyId: string | null): void {
  if (agencyId === chosenAgency()) return;
  chosen = agencyId;
  try {
    for (const storage of [window.sessionStorage, window.localStorage]) {
      if (agencyId) storage.setItem(KEY, agencyId);
      else storage.removeItem(KEY);
    }
  } catch {
    // storage may be refused: the choice then lasts as long as the page
  }
  for (const listener of listeners) listener();
}

export function useChosenAgency(): string | null {
  return useSyncExternalStore(
    (onChange) => {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    chosenAgency,
    () => null,
  );
}
