import { chosenAgency } from '@planerka/platform/web';
import type { PlanClient } from './ClientSwitcher';

const key = () => `planerka.plan.client.${chosenAgency() ?? ''}`;

/** Whose plan this person looked at last on this device, if it is still one of theirs. */
export function lastClient(clients: readonly PlanClient[]): string | null {
  try {
    const id = window.localStorage.getItem(key());
    return clients.some((client) => client.id === id) ? id : null;
  } catch {
    return null;
  }
}

export function rememberClient(id: string): void {
  try {
    window.localStorage.setItem(key(), id);
  } catch {
    // storage may be refused: then the first client opens
  }
}
