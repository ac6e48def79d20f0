import type { MarkingState } from '@planerka/tasks/domain';

export type MarkingLocale = 'ru' | 'en';

interface MarkingWords {
  readonly title: string;
  readonly header: readonly string[];
  readonly state: Readonly<Record<MarkingState, string>>;
}

/** Names in the file, in the language of the page that it was saved from. */
export const markingWords: Readonly<Record<MarkingLocale, MarkingWords>> = {
  ru: {
    title: 'Маркировка рекламы',
    header: [
      'Клиент',
      'Реклама',
      'Креатив',
      'Начало показа',
      'Рекламодатель',
      'ИНН',
      'Договор',
      'Код ККТУ',
      'erid',
      'Состояние',
      'Кто отметил',
      'Когда',
    ],
    state: { not_needed: 'не нужна', needed: 'нужен erid', received: 'erid получен', shown: 'показана' },
  },
  en: {
    title: 'Ad marking',
    header: [
      'Client',
      'Advertisement',
      'Creative',
      'Shown from',
      'Advertiser',
      'Tax number',
      'Contract',
      'KKTU code',
      'erid',
      'State',
      'Marked by',
      'When',
    ],
    state: { not_needed: 'not needed', needed: 'erid needed', received: 'erid received', shown: 'shown' },
  },
};
