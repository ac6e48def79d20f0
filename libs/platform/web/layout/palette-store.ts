import { useSyncExternalStore } from 'react';

/** What lies over the page: nothing, the palette or the map of keys. */
export type PaletteFace = 'palette' | 'keys' | null;

let face: PaletteFace = null;
const listeners = new Set<() => void>();

export function showPalette(next: PaletteFace): void {
  face = next;
  listeners.forEach((listener) => listener());
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const usePaletteFace = (): PaletteFace => useSyncExternalStore(subscribe, () => face);
