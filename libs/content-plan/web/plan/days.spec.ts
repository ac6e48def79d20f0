import { describe, expect, it } from '@jest/globals';
import { addDays, addMonths, isDay, isMonth, mondayOf, weekday, weeksOf } from './days';

describe('Days of the calendar', () => {
  it('goes over the ends of months and years', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2028-03-01', -1)).toBe('2028-02-29');
    expect(addMonths('2026-12', 1)).toBe('2027-01');
    expect(addMonths('2026-01', -1)).toBe('2025-12');
  });

  it('begins the week on Monday', () => {
    expect(weekday('2026-12-07')).toBe(1);
    expect(weekday('2026-12-13')).toBe(7);
    expect(mondayOf('2026-12-13')).toBe('2026-12-07');
  });

  it('shows a month in whole weeks', () => {
    const december = weeksOf('2026-12');
    expect(december).toHaveLength(5);
    expect(december[0]?.[0]).toBe('2026-11-30');
    expect(december.at(-1)?.at(-1)).toBe('2027-01-03');
    expect(weeksOf('2027-02')).toHaveLength(4);
    expect(weeksOf('2026-08')).toHaveLength(6);
  });

  it('takes no day that does not exist', () => {
    expect(isDay('2026-02-30')).toBe(false);
    expect(isDay('2026-02-28')).toBe(true);
    expect(isMonth('2026-13')).toBe(false);
  });
});
