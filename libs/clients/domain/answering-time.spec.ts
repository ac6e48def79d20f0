import { describe, expect, it } from '@jest/globals';
import { addBusinessDays, russianCalendar, Temporal } from '@planerka/platform/domain';
import fc from 'fast-check';
import { answerBounds, answeringTime, answersToCount } from './answering-time';

const calendar = russianCalendar([2025, 2026, 2027]);
const monday = Temporal.PlainDate.from('2026-11-09');

/** Answered one after another, each after so many working days. */
const answered = (...waits: number[]) =>
  waits.map((days, index) => {
    const sentOn = addBusinessDays(calendar, monday, index);
    return { sentOn, answeredOn: days === 0 ? sentOn : addBusinessDays(calendar, sentOn, days) };
  });

describe('the time that a client usually takes', () => {
  it.each<[string, number[], number | null]>([
    ['nobody has answered yet', [], null],
    ['two answers tell nothing', [1, 5], null],
    ['the one in the middle', [1, 2, 9], 2],
    ['between two: the half up', [1, 2, 3, 9], 3],
    ['at once is a day', [0, 0, 0], 1],
    ['ten days at most', [20, 20, 20], 10],
    ['one forgotten request is no habit', [2, 2, 2, 2, 20], 2],
  ])('%s', (_name, waits, expected) => {
    expect(answeringTime(answered(...waits), calendar)).toEqual({ days: expected, answers: waits.length });
  });

  it('does not count days on which nobody works', () => {
    // Friday to Monday, three times: one working day
    const friday = Temporal.PlainDate.from('2026-11-13');
    const answers = [0, 7, 14].map((days) => ({
      sentOn: friday.add({ days }),
      answeredOn: friday.add({ days: days + 3 }),
    }));
    expect(answeringTime(answers, calendar).days).toBe(1);
  });

  it('hears the latest answers only', () => {
    const slow = Array.from({ length: 20 }, () => 9);
    const quick = Array.from({ length: answersToCount.most }, () => 2);
    expect(answeringTime(answered(...slow, ...quick), calendar)).toEqual({ days: 2, answers: answersToCount.most });
  });

  const waits = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: answersToCount.least, maxLength: 12 });

  it('is whole, within bounds and between the quickest and the slowest answer, in whatever order they are told', () => {
    fc.assert(
      fc.property(waits, (given) => {
        const answers = answered(...given);
        const { days } = answeringTime(answers, calendar);
        if (days === null) throw new Error('There were enough answers');
        expect(Number.isInteger(days)).toBe(true);
        expect(days).toBeGreaterThanOrEqual(Math.max(answerBounds.least, Math.min(answerBounds.most, ...given)));
        expect(days).toBeLessThanOrEqual(Math.max(answerBounds.least, Math.min(answerBounds.most, Math.max(...given))));
        expect(answeringTime(answers.toReversed(), calendar).days).toBe(days);
      }),
    );
  });

  it('never gets shorter when every answer took longer', () => {
    fc.assert(
      fc.property(waits, fc.integer({ min: 0, max: 5 }), (given, more) => {
        const [before, after] = [given, given.map((wait) => wait + more)].map(
          (each) => answeringTime(answered(...each), calendar).days ?? 0,
        );
        expect(after).toBeGreaterThanOrEqual(before ?? 0);
      }),
    );
  });
});
