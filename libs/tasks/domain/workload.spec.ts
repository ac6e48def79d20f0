import { describe, expect, it } from '@jest/globals';
import { isWorkingDay, russianCalendar, Temporal } from '@planerka/platform/domain';
import fc from 'fast-check';
import { addWeekly, byWeek, capacityByWeek, daysOf, loadOf, spreadWork, weeksFrom, workingDaysFrom } from './workload';

const day = (text: string) => Temporal.PlainDate.from(text);
const calendar = russianCalendar([2026, 2027, 2028]);
/** A Thursday. */
const today = day('2026-11-26');
const weeks = weeksFrom(today);
const someDays = Array.from({ length: 540 }, (_, shift) => today.add({ days: shift - 40 }));
const open = new Set(someDays.filter((each) => isWorkingDay(calendar, each)).map(String));
const none = new Set<string>();
const days = workingDaysFrom(calendar, today);
const spread = (minutes: number, dueOn: string, afterOn: string | null = null, on = days) =>
  Object.fromEntries(spreadWork({ minutes, dueOn, afterOn }, on));

const someDay = fc.constantFrom(...someDays.map(String));
const work = fc.record({
  minutes: fc.integer({ min: 0, max: 10_000 }),
  dueOn: someDay,
  afterOn: fc.option(someDay),
});
const away = fc.array(someDay, { maxLength: 120 }).map((list) => new Set(list));

describe('The load of a task', () => {
  it.each([
    [
      'in equal parts, weekends left out',
      180,
      '2026-11-30',
      null,
      { '2026-11-26': 60, '2026-11-27': 60, '2026-11-30': 60 },
    ],
    [
      'in whole minutes, the first days bear the rest',
      100,
      '2026-11-30',
      null,
      { '2026-11-26': 34, '2026-11-27': 33, '2026-11-30': 33 },
    ],
    ['today, where it is due today', 90, '2026-11-26', null, { '2026-11-26': 90 }],
    ['today, where it is late', 90, '2026-11-02', null, { '2026-11-26': 90 }],
    ['before a weekend it is due on', 60, '2026-11-29', null, { '2026-11-26': 30, '2026-11-27': 30 }],
    ['from the day after what comes before it', 60, '2026-12-01', '2026-11-27', { '2026-11-30': 30, '2026-12-01': 30 }],
    ['on its last day, where what comes before ends too late', 60, '2026-11-27', '2026-12-04', { '2026-11-27': 60 }],
  ])('stands %s', (_, minutes, dueOn, afterOn, expected) => {
    expect(spread(minutes, dueOn, afterOn)).toEqual(expected);
  });

  it('leaves out the days that its assignee is away, and comes after them where nothing is left before', () => {
    const without = daysOf(days, new Set(['2026-11-26', '2026-11-27', '2026-11-30']));
    expect(spread(60, '2026-12-02', null, without)).toEqual({ '2026-12-01': 30, '2026-12-02': 30 });
    expect(spread(60, '2026-11-30', null, without)).toEqual({ '2026-12-01': 60 });
  });

  it('loses nothing, puts nothing before today and nothing on a day off', () => {
    fc.assert(
      fc.property(work, away, (planned, daysAway) => {
        const own = daysOf(days, daysAway);
        const minutes = spreadWork(planned, own);
        const counted = byWeek(minutes, weeks);
        expect([...minutes.values()].reduce((sum, each) => sum + each, 0)).toBe(planned.minutes);
        expect(counted.weeks.reduce((sum, each) => sum + each, counted.later)).toBe(planned.minutes);
        const isRight = (on: string) => on >= '2026-11-26' && open.has(on) && !daysAway.has(on);
        expect([...minutes.keys()].filter((on) => !isRight(on))).toEqual([]);
        const parts = [...minutes.values()];
        expect(Math.max(...parts) - Math.min(...parts)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is not counted without an estimate or a day', () => {
    const task = { id: 'a', estimatedMinutes: 60, dueOn: '2026-11-27', afterOn: null };
    expect(loadOf({ ...task, estimatedMinutes: null }, days, weeks)).toBeNull();
    expect(loadOf({ ...task, dueOn: null }, days, weeks)).toBeNull();
    expect(loadOf(task, days, weeks)).toEqual({ weeks: [60, 0, 0, 0, 0, 0, 0, 0], later: 0 });
    expect(loadOf({ ...task, spentMinutes: 45 }, days, weeks)).toMatchObject({ weeks: [15, 0, 0, 0, 0, 0, 0, 0] });
    expect(loadOf({ ...task, spentMinutes: 90 }, days, weeks)).toMatchObject({ weeks: [0, 0, 0, 0, 0, 0, 0, 0] });
  });

  it('of several is the sum of each', () => {
    const one = { weeks: [1, 2], later: 3 };
    expect(addWeekly(one, { weeks: [10, 20], later: 30 })).toEqual({ weeks: [11, 22], later: 33 });
  });
});

describe('Eight weeks', () => {
  it('begin with this one', () => {
    expect(weeks).toEqual([
      '2026-11-23',
      '2026-11-30',
      '2026-12-07',
      '2026-12-14',
      '2026-12-21',
      '2026-12-28',
      '2027-01-04',
      '2027-01-11',
    ]);
  });

  it('hold as many hours as there are working days left in them', () => {
    const capacity = capacityByWeek(40, days, none, weeks).map(({ minutes }) => minutes / 60);
    // Two days are left of this week; the New Year holidays take the first week of January.
    expect(capacity.slice(0, 3)).toEqual([16, 40, 40]);
    expect(capacity[6]).toBe(0);
  });

  it('hold less where somebody is away', () => {
    const [, second] = capacityByWeek(40, days, new Set(['2026-12-01', '2026-12-02', '2026-12-05']), weeks);
    expect(second).toEqual({ minutes: 3 * 8 * 60, daysAway: 2 });
  });

  it('hold no work after the last of them: it is told apart', () => {
    const far = loadOf({ id: 'a', estimatedMinutes: 6000, dueOn: '2030-01-01', afterOn: '2027-03-01' }, days, weeks);
    expect(far).toEqual({ weeks: [0, 0, 0, 0, 0, 0, 0, 0], later: 6000 });
  });
});
