import { afterAll, describe, expect, it } from '@jest/globals';
import { chooseLanguage } from '@planerka/platform/web';
import { t } from './locales';
import { rhythmWords } from './rhythm-words';
import type { Rhythm } from './series.documents';

afterAll(() => chooseLanguage('ru'));

const rhythm = (fields: Partial<Rhythm>): Rhythm => ({
  kind: 'WEEKLY',
  interval: 1,
  weekdays: [],
  monthDay: null,
  nth: null,
  ...fields,
});

describe('A rhythm in words', () => {
  it.each<[Partial<Rhythm>, string, string]>([
    [{ weekdays: [2, 4] }, 'по вторникам и четвергам', 'on Tuesdays and Thursdays'],
    [{ weekdays: [1, 2, 3, 4, 5] }, 'по будням', 'on weekdays'],
    [{ weekdays: [1, 2, 3, 4, 5, 6, 7] }, 'каждый день', 'every day'],
    [{ weekdays: [5], interval: 2 }, 'раз в 2 недели, по пятницам', 'every 2 weeks, on Fridays'],
    [{ kind: 'DAILY' }, 'каждый день', 'every day'],
    [{ kind: 'DAILY', interval: 5 }, 'раз в 5 дней', 'every 5 days'],
    [{ kind: 'MONTH_DAY', monthDay: 15 }, '15-го числа', 'on day 15 of the month'],
    [{ kind: 'MONTH_DAY', monthDay: -1 }, 'в последний день месяца', 'on the last day of the month'],
    [
      { kind: 'MONTH_DAY', monthDay: 1, interval: 3 },
      'раз в 3 месяца, 1-го числа',
      'every 3 months, on day 1 of the month',
    ],
    [{ kind: 'MONTH_WEEKDAY', nth: 1, weekdays: [3] }, 'первая среда месяца', 'on the first Wednesday of the month'],
    [
      { kind: 'MONTH_WEEKDAY', nth: -1, weekdays: [7] },
      'последнее воскресенье месяца',
      'on the last Sunday of the month',
    ],
  ])('%j', (fields, ru, en) => {
    const words = (language: 'ru' | 'en') => {
      chooseLanguage(language);
      const list = new Intl.ListFormat(language, { type: 'conjunction' });
      return rhythmWords(t, { list: (items) => list.format(items) }, rhythm(fields));
    };
    expect([words('ru'), words('en')]).toEqual([ru, en]);
  });
});
