import type { Format } from '@planerka/platform/web';
import type { useT } from './locales';
import type { Rhythm } from './series.documents';

type T = ReturnType<typeof useT>;

/** As words are called; in the order of the week, 1 Monday … 7 Sunday. */
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

export const weekdayCalled = (day: number): Weekday => weekdays[day - 1] ?? 'mon';

/** Which of a month, as the API counts. */
export const nths = [1, 2, 3, 4, -1] as const;
const called = ['last', 'first', 'second', 'third', 'fourth'] as const;

/** Russian says «первая среда» and «первое воскресенье». */
const gender = { mon: 'm', tue: 'm', wed: 'f', thu: 'm', fri: 'f', sat: 'f', sun: 'n' } as const;

/** «первая» of a Wednesday. */
export const nthWord = (t: T, nth: number, weekday: Weekday): string =>
  t(`nth.${gender[weekday]}.${called[nth] ?? 'last'}`);

/** «по вторникам и четвергам», «раз в 2 месяца, 15-го числа». */
export function rhythmWords(
  t: T,
  format: Pick<Format, 'list'>,
  { kind, interval, weekdays: on, monthDay, nth }: Rhythm,
): string {
  if (kind === 'DAILY') return interval === 1 ? t('rhythm.everyDay') : t('rhythm.days', { count: interval });
  if (kind === 'WEEKLY') {
    const days = format.list(on.map((day) => t(`onWeekday.${weekdayCalled(day)}`)));
    if (interval > 1) return t('rhythm.weeks', { count: interval, days });
    if (on.length === 7) return t('rhythm.everyDay');
    return on.join() === '1,2,3,4,5' ? t('rhythm.workdays') : t('rhythm.weekly', { days });
  }
  const weekday = weekdayCalled(on[0] ?? 1);
  const what =
    kind === 'MONTH_WEEKDAY'
      ? t('rhythm.monthWeekday', { nth: nthWord(t, nth ?? -1, weekday), weekday: t(`weekday.${weekday}`) })
      : monthDay === null || monthDay === -1
        ? t('rhythm.lastDay')
        : t('rhythm.monthDay', { day: monthDay });
  return interval === 1 ? what : t('rhythm.months', { count: interval, what });
}
