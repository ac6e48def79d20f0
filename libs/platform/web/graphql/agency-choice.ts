import { useSyncExternalStore } from 'react';

const KEY = 'planerka.agency';
const listeners = new Set<() => void>();

/** One for as long as the tab works in one agency: what was read under it stays of use until another is made. */
export interface AgencyChoice {
  readonly agencyId: string | null;
}

let choice: { agencyId: string | null } | undefined;

function stored(): string | null {
  try {
    return window.sessionStorage.getItem(KEY) ?? window.localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

const currentChoice = (): { agencyId: string | null } => (choice ??= { agencyId: stored() });

/** Which of the person's agencies this tab works in. Sent with every request; the server checks the membership. */
export const chosenAgency = (): string | null => currentChoice().agencyId;

/** Two tabs may stand in two agencies; a new tab begins in the last one chosen. */
export function chooseAgency(agencyId: string | null): void {
  if (agencyId === chosenAgency()) return;
  choice = { agencyId };
  tell(agencyId);
}

/**
 * The server picked this agency, because none was named: from now on it is, and what was read until now was read of it. A first
 * visit would otherwise ask for everything twice.
 */
export function keepPickedAgency(agencyId: string): void {
  const current = currentChoice();
  if (current.agencyId !== null) return;
  current.agencyId = agencyId;
  tell(agencyId);
}

function tell(agencyId: string | null): void {
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

function onChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useChosenAgency = (): string | null => useSyncExternalStore(onChange, chosenAgency, () => null);

export const useAgencyChoice = (): AgencyChoice => useSyncExternalStore<AgencyChoice>(onChange, currentChoice);
