import { useSyncExternalStore } from 'react';
import { i18n } from './i18n';

export type Language = 'ru' | 'en';

/** Also read by public/theme-boot.js. */
export const LANGUAGE_KEY = 'planerka.language';

export function isLanguage(value: unknown): value is Language {
  return value === 'ru' || value === 'en';
}

export function currentLanguage(): Language {
  return isLanguage(i18n.language) ? i18n.language : 'ru';
}

export function chooseLanguage(language: Language): void {
  try {
    window.localStorage.setItem(LANGUAGE_KEY, language);
  } catch {
    // storage may be refused: the choice then lasts as long as the page
  }
  document.documentElement.lang = language;
  void i18n.changeLanguage(language);
}

const subscribe = (onChange: () => void) => {
  i18n.on('languageChanged', onChange);
  return () => i18n.off('languageChanged', onChange);
};

export function useLanguage(): { language: Language; chooseLanguage: (language: Language) => void } {
  const language = useSyncExternalStore(subscribe, currentLanguage, currentLanguage);
  return { language, chooseLanguage };
}
