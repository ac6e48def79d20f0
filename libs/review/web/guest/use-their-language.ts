import { isLanguage, languageOf, speak, storedLanguage } from '@planerka/platform/web/guest';
import { useEffect } from 'react';
import { useT } from './locales';

/** A client has chosen no language here: their browser's is theirs, and where it speaks neither, the agency's. */
export function useTheirLanguage(agencyLocale: string | undefined): void {
  const t = useT();
  useEffect(() => {
    const language = storedLanguage() ?? languageOf(navigator.languages) ?? agencyLocale;
    if (isLanguage(language)) speak(language);
  }, [agencyLocale]);
  useEffect(() => {
    document.title = t('pageTitle');
  }, [t]);
}
