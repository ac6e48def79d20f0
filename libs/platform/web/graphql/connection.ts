import { useSyncExternalStore } from 'react';

export interface ConnectionState {
  readonly isOnline: boolean;
  /** A form holds text that the server has not taken yet. */
  readonly hasUnsentText: boolean;
}

let state: ConnectionState = { isOnline: typeof navigator === 'undefined' || navigator.onLine, hasUnsentText: false };
const listeners = new Set<() => void>();
const retries = new Set<() => void>();
const unsent = new Set<string>();

function set(next: Partial<ConnectionState>): void {
  const merged = { ...state, ...next };
  if (merged.isOnline === state.isOnline && merged.hasUnsentText === state.hasUnsentText) return;
  state = merged;
  for (const listener of listeners) listener();
}

export const connection = {
  read: (): ConnectionState => state,
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  reportOffline: () => set({ isOnline: false }),
  reportOnline: () => set({ isOnline: true }),
  markUnsent: (key: string, isUnsent: boolean) => {
    if (isUnsent) unsent.add(key);
    else unsent.delete(key);
    set({ hasUnsentText: unsent.size > 0 });
  },
  onRetry: (retry: () => void) => {
    retries.add(retry);
    return () => retries.delete(retry);
  },
  retry: () => {
    for (const retry of retries) retry();
  },
};

if (typeof window !== 'undefined') {
  window.addEventListener('offline', connection.reportOffline);
  // the network is back, but only an answer proves that the server is
  window.addEventListener('online', connection.retry);
}

export function useConnection(): ConnectionState {
  return useSyncExternalStore(connection.subscribe, connection.read, connection.read);
}
