import { useSyncExternalStore } from 'react';

export type Language = 'ru' | 'en';

/** Also read by public/theme-boot.js. */
export const LANGUAGE_KEY = 'planerka.language';

export function isLanguage(value: unknown): value is Language {
  return value === 'ru' || value === 'en';
}

/** What was chosen on this device; null where nobody has. */
export function storedLanguage(): Language | null {
  try {
    const stored = window.localStorage.getItem(LANGUAGE_KEY);
    return isLanguage(stored) ? stored : null;
  } catch {
    return null;
  }
}

let current: Language = storedLanguage() ?? 'ru';
const listeners = new Set<() => void>();

export const currentLanguage = (): Language => current;

/** For this page alone: a choice of the person goes through `chooseLanguage`. */
export function speak(language: Language): void {
  document.documentElement.lang = language;
  if (language === current) return;
  current = language;
  listeners.forEach((listener) => listener());
}

/** The first of a browser's languages that we speak; null where it knows neither. */
export const languageOf = (tags: readonly string[]): Language | null =>
  tags.map((tag) => tag.slice(0, 2).toLowerCase()).find(isLanguage) ?? null;

export function chooseLanguage(language: Language): void {
  try {
    window.localStorage.setItem(LANGUAGE_KEY, language);
  } catch {
    // storage may be refused: the choice then lasts as long as the page
  }
  speak(language);
}

const subscribe = (onChange: () => void) => {
  listeners.add(onChange);
  return () => listeners.delete(onChange);
};

export function useLanguage(): { language: Language; chooseLanguage: (language: Language) => void } {
  const language = useSyncExternalStore(subscribe, currentLanguage, currentLanguage);
  return { language, chooseLanguage };
}
