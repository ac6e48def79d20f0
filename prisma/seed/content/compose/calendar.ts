import { Temporal } from 'temporal-polyfill';

import type { DayOffset, Month } from '../types';

const months = [
  'января',
  'февраля',
  'марта',
  'апреля',
  'мая',
  'июня',
  'июля',
  'августа',
  'сентября',
  'октября',
  'ноября',
  'декабря',
] as const;

/** The calendar day that an offset falls on: `2026-12-08`. */
export function dayOn(today: string, day: DayOffset): string {
  return Temporal.PlainDate.from(today).add({ days: day }).toString();
}

export function monthOf(today: string, day: DayOffset): Month {
  return dayOn(today, day).slice(0, 7);
}

export function monthFrom(today: string, months: number): Month {
  return Temporal.PlainDate.from(today).toPlainYearMonth().add({ months }).toString();
}

/** The last day of an offset's month, as an offset. */
export function lastDayOfMonth(today: string, month: Month): DayOffset {
  const from = Temporal.PlainDate.from(today);
  const yearMonth = Temporal.PlainYearMonth.from(month);
  return from.until(yearMonth.toPlainDate({ day: yearMonth.daysInMonth })).total('days');
}

export function firstDayOfMonth(today: string, month: Month): DayOffset {
  return Temporal.PlainDate.from(today).until(`${month}-01`).total('days');
}

/** Replaces `{{+24}}` by «17 декабря» in every string of a value, and keeps «4 900 ₽» on one line. */
export function fillDates<T>(value: T, today: string): T {
  return fill(value, today) as T;
}

function fill(value: unknown, today: string): unknown {
  if (typeof value === 'string') {
    const dated = value.replace(/\{\{([+-]\d+)\}\}/gu, (_, offset: string) => written(today, Number(offset)));
    return dated.replace(/(?<=\d) (?=\d{3}(?!\d)|[₽%])/gu, '\u00a0');
  }
  if (Array.isArray(value)) return value.map((element) => fill(element, today));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, fill(inner, today)]));
  }
  return value;
}

function written(today: string, offset: DayOffset): string {
  const date = Temporal.PlainDate.from(today).add({ days: offset });
  return `${date.day}\u00a0${months[date.month - 1] ?? ''}`;
}
