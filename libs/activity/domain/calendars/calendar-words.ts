import { monthName, type PlanLocale } from '@planerka/content-plan/domain';
import type { PlainYearMonth } from '@planerka/platform/domain';

interface CalendarWords {
  readonly mine: string;
  readonly client: (name: string) => string;
  readonly plan: (name: string, month: PlainYearMonth) => string;
  readonly tasks: string;
  readonly publications: string;
  readonly due: (title: string) => string;
  readonly until: (time: string) => string;
  readonly status: (name: string) => string;
  readonly discipline: Readonly<Record<'copy' | 'design' | 'targeting', string>>;
}

/** What a calendar says to the person who looks at it. */
export const calendarWords: Readonly<Record<PlanLocale, CalendarWords>> = {
  ru: {
    mine: 'Планёрка: мои задачи и публикации',
    client: (name) => `${name}: публикации`,
    plan: (name, month) => `${name}: план, ${monthName(month, 'ru')}`,
    tasks: 'Задачи',
    publications: 'Публикации',
    due: (title) => `Сдать: ${title}`,
    until: (time) => `Срок: до ${time}`,
    status: (name) => `Статус: ${name.toLowerCase()}`,
    discipline: { copy: 'Текст', design: 'Дизайн', targeting: 'Таргет' },
  },
  en: {
    mine: 'Planerka: my tasks and publications',
    client: (name) => `${name}: publications`,
    plan: (name, month) => `${name}: plan, ${monthName(month, 'en')}`,
    tasks: 'Tasks',
    publications: 'Publications',
    due: (title) => `Due: ${title}`,
    until: (time) => `Due by ${time}`,
    status: (name) => `Status: ${name.toLowerCase()}`,
    discipline: { copy: 'Copy', design: 'Design', targeting: 'Targeting' },
  },
};
