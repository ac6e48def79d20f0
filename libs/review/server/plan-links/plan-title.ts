import type { PlainYearMonth } from '@planerka/platform/domain';

/** «Контент-план, декабрь 2026 г.»: what the letter and the journal call it. */
export function planTitle(month: PlainYearMonth, locale: string): string {
  const language = locale === 'en' ? 'en' : 'ru';
  const day = new Date(`${month.toString()}-01T00:00:00Z`);
  const words = new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(day);
  return language === 'en' ? `Content plan, ${words}` : `Контент-план, ${words}`;
}
