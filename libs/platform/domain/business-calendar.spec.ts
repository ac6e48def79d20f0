import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addBusinessDays,
  businessCalendar,
  businessDaysBetween,
  businessDeadline,
  isWorkingDay,
} from './business-calendar';
import { noOwnDays, russianCalendar, russianHolidays, undecreedYears } from './russian-holidays';
import { Temporal } from './time';
import './testing/temporal-equality';

const day = (text: string) => Temporal.PlainDate.from(text);
const russia = russianCalendar([2025, 2026, 2027]);

describe('business calendar', () => {
  it.each([
    ['2026-12-08', true],
    ['2026-12-12', false],
    ['2026-01-09', false],
    ['2026-12-31', false],
    ['2025-11-01', true],
    ['2025-11-03', false],
    ['2027-05-10', false],
  ])('%s is a working day in Russia: %s', (date, expected) => {
    expect(isWorkingDay(russia, day(date))).toBe(expected);
  });

  it.each([
    ['2026-12-08', 2, '2026-12-10'],
    ['2026-12-11', 1, '2026-12-14'],
    ['2025-12-30', 1, '2026-01-12'],
    ['2026-12-12', 0, '2026-12-14'],
    ['2026-12-08', 0, '2026-12-08'],
    ['2026-12-14', -1, '2026-12-11'],
    ['2026-12-13', -1, '2026-12-11'],
  ])('%s plus %i working days is %s', (from, days, to) => {
    expect(addBusinessDays(russia, day(from), days).toString()).toBe(to);
  });

  it('counts the days it added', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 1, max: 40 }), (offset, days) => {
        const from = day('2025-01-01').add({ days: offset });
        const to = addBusinessDays(russia, from, days);
        expect(isWorkingDay(russia, to)).toBe(true);
        expect(businessDaysBetween(russia, from, to)).toBe(days);
        expect(businessDaysBetween(russia, to, from)).toBe(-days);
      }),
    );
  });

  it('ends at midnight where the agency is, not in UTC', () => {
    const deadline = businessDeadline(russia, day('2026-12-08'), 2, 'Europe/Moscow');
    expect(deadline.toString()).toBe('2026-12-10T21:00:00Z');
  });

  it('knows an agency’s own days off', () => {
    const closed = russianCalendar([2026], { ...noOwnDays, off: ['2026-12-09'] });
    expect(addBusinessDays(closed, day('2026-12-08'), 1).toString()).toBe('2026-12-10');
  });

  it('knows the Saturdays and holidays on which an agency works, and its own day off on a moved Saturday', () => {
    const own = { ...noOwnDays, worked: ['2026-12-12', '2026-11-04'], off: ['2025-11-01'] };
    const calendar = russianCalendar([2025, 2026], own);
    expect(
      ['2026-12-12', '2026-11-04', '2025-11-01', '2026-12-13'].map((date) => isWorkingDay(calendar, day(date))),
    ).toEqual([true, true, false, false]);
  });

  it('names the years whose decree neither we nor the agency know', () => {
    expect(undecreedYears([2031, 2026, 2030, 2031], noOwnDays)).toEqual([2030, 2031]);
    expect(undecreedYears([2030, 2031], { ...noOwnDays, years: [2031] })).toEqual([2030]);
  });

  it('refuses a week without work rather than searching for ever', () => {
    expect(() => businessCalendar({ weekend: [1, 2, 3, 4, 5, 6, 7] })).toThrow(RangeError);
  });

  it('says which years rest on a decree', () => {
    expect(russianHolidays(2026).isDecreed).toBe(true);
    expect(russianHolidays(2031)).toMatchObject({ isDecreed: false, workingDays: [] });
  });
});
