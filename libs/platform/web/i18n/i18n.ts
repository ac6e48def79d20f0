import { createInstance, type i18n as I18n } from 'i18next';
import { initReactI18next } from 'react-i18next/initReactI18next';

function storedLanguage(): string {
  try {
    return window.localStorage.getItem('planerka.language') === 'en' ? 'en' : 'ru';
  } catch {
    return 'ru';
  }
}

/** One instance; namespaces arrive with the code that needs them (see define-locales.ts). */
export const i18n: I18n = createInstance();

void i18n.use(initReactI18next).init({
  lng: storedLanguage(),
  fallbackLng: 'ru',
  supportedLngs: ['ru', 'en'],
  resources: {},
  initAsync: false,
  interpolation: { escapeValue: false }, // React escapes
  react: { useSuspense: false, bindI18nStore: 'added' },
  returnNull: false,
});
