import { type MantineColorScheme, type MantineColorSchemeManager, isMantineColorScheme } from '@mantine/core';

/** Also read by public/theme-boot.js before the first paint: keep the two in step. */
export const COLOR_SCHEME_KEY = 'planerka.theme';

const read = (fallback: MantineColorScheme): MantineColorScheme => {
  try {
    const stored = window.localStorage.getItem(COLOR_SCHEME_KEY);
    return isMantineColorScheme(stored) ? stored : fallback;
  } catch {
    return fallback; // storage may be refused: the choice then lasts as long as the page
  }
};

export function createColorSchemeManager(): MantineColorSchemeManager {
  let listener: ((event: StorageEvent) => void) | undefined;
  return {
    get: read,
    set: (value) => {
      try {
        window.localStorage.setItem(COLOR_SCHEME_KEY, value);
      } catch {
        // as above
      }
    },
    subscribe: (onUpdate) => {
      listener = (event) => {
        if (event.key === COLOR_SCHEME_KEY && isMantineColorScheme(event.newValue)) onUpdate(event.newValue);
      };
      window.addEventListener('storage', listener);
    },
    unsubscribe: () => {
      if (listener) window.removeEventListener('storage', listener);
    },
    clear: () => window.localStorage.removeItem(COLOR_SCHEME_KEY),
  };
}
