import { describe, expect, it } from '@jest/globals';
import { atHour, hoursOf, slotId, slotOf } from './week-hours';

const at = (...times: string[]) => times.map((publishTime) => ({ publishTime }));

describe('Hours of a week', () => {
  it('are those in which people read, and those in which something is published', () => {
    expect([hoursOf([])[0], hoursOf([]).at(-1)]).toEqual([8, 21]);
    expect([hoursOf(at('06:30'))[0], hoursOf(at('23:59')).at(-1)]).toEqual([6, 23]);
  });

  it('keep the minutes of what is carried, and end with the day', () => {
    expect(atHour('12:30', 9)).toBe('09:30');
    expect([atHour('23:30', 24), atHour('00:30', -1)]).toEqual([null, null]);
  });

  it('are named so that they are found again', () => {
    expect(slotOf(slotId('2026-12-08', 9))).toEqual({ day: '2026-12-08', hour: 9 });
  });
});
