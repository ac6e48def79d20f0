import { describe, expect, it } from '@jest/globals';
import { businessCalendar, compareDates, isWorkingDay, Temporal } from '@planerka/platform/domain';
import fc from 'fast-check';
import { calendarOf, capacityOn, loadByDay, minutesPerDay, spanOf, type SpanFacts } from './timeline';
import { taskStates } from './task-state';
import { capacityByWeek, loadOf, sumByWeek, weeksFrom, workingDaysFrom } from './workload';

const day = (text: string) => Temporal.PlainDate.from(text);
const calendar = businessCalendar();
const working = { calendar, minutesPerDay: 480 };
// Friday, 11 December 2026.
const task: SpanFacts = {
  state: 'draft',
  discipline: 'copy',
  dueOn: day('2026-12-11'),
  issuedOn: null,
  acceptedOn: null,
  doneOn: null,
  estimatedMinutes: 960,
  afterOn: null,
};
const shown = (facts: Partial<SpanFacts>, by = working) => {
  const { startsOn, endsOn, start, isBroken } = spanOf({ ...task, ...facts }, by);
  return [startsOn.toString().slice(5), endsOn.toString().slice(5), start, ...(isBroken ? ['broken'] : [])].join(' ');
};

describe('where a task stands on a timeline', () => {
  it.each<[string, Partial<SpanFacts>, string]>([
    ['a draft begins as many days before as it takes', {}, '12-10 12-11 planned'],
    ['a short one on its due day', { estimatedMinutes: 60 }, '12-11 12-11 planned'],
    ['past a weekend', { estimatedMinutes: 480 * 6 }, '12-04 12-11 planned'],
    [
      'without an estimate as its discipline does',
      { estimatedMinutes: null, discipline: 'design' },
      '12-09 12-11 planned',
    ],
    ['due on a Sunday', { dueOn: day('2026-12-13') }, '12-11 12-13 planned'],
    ['issued: from then on', { state: 'issued', issuedOn: day('2026-12-02') }, '12-02 12-11 issued'],
    ['declined: as if it were not issued', { issuedOn: day('2026-12-02') }, '12-10 12-11 planned'],
    [
      'accepted: from then on',
      { state: 'in_progress', issuedOn: day('2026-12-02'), acceptedOn: day('2026-12-03') },
      '12-03 12-11 accepted',
    ],
    [
      'not before what it waits for',
      { state: 'issued', issuedOn: day('2026-12-02'), afterOn: day('2026-12-04') },
      '12-07 12-11 after',
    ],
    ['a draft that cannot begin when it should', { afterOn: day('2026-12-10') }, '12-11 12-11 after'],
    ['later than it can', { afterOn: day('2026-12-14') }, '12-11 12-11 after broken'],
    [
      'done: until then',
      { state: 'done', acceptedOn: day('2026-12-03'), doneOn: day('2026-12-08') },
      '12-03 12-08 accepted',
    ],
    ['accepted after it was due', { state: 'in_progress', acceptedOn: day('2026-12-14') }, '12-11 12-11 accepted'],
  ])('%s', (_, facts, expected) => {
    expect(shown(facts)).toBe(expected);
  });

  it('begins earlier where its person is away', () => {
    const away = calendarOf(calendar, new Set(['2026-12-10', '2026-12-09']));
    expect(shown({}, { ...working, calendar: away })).toBe('12-08 12-11 planned');
  });

  it('never ends before it begins, and is planned to begin on a working day', () => {
    const anyDay = fc.integer({ min: 0, max: 60 }).map((days) => day('2026-12-01').add({ days }));
    const facts = fc.record({
      state: fc.constantFrom(...taskStates),
      discipline: fc.constantFrom('copy', 'design', 'targeting'),
      dueOn: anyDay,
      issuedOn: fc.option(anyDay),
      acceptedOn: fc.option(anyDay),
      doneOn: fc.option(anyDay),
      estimatedMinutes: fc.option(fc.integer({ min: 1, max: 10_000 })),
      afterOn: fc.option(anyDay),
    }) as fc.Arbitrary<SpanFacts>;
    fc.assert(
      fc.property(facts, (one) => {
        const { startsOn, endsOn, start } = spanOf(one, working);
        expect(compareDates(startsOn, endsOn)).toBeLessThanOrEqual(0);
        if (start === 'planned' && compareDates(startsOn, endsOn) < 0 && compareDates(startsOn, one.dueOn) < 0)
          expect(isWorkingDay(calendar, startsOn)).toBe(true);
      }),
    );
  });
});

describe('hours by day', () => {
  const today = day('2026-12-09');
  const days = workingDaysFrom(calendar, today);
  const weeks = weeksFrom(today);
  const loads = fc.array(
    fc.record({
      id: fc.uuid(),
      estimatedMinutes: fc.option(fc.integer({ min: 1, max: 5_000 })),
      spentMinutes: fc.integer({ min: 0, max: 1_000 }),
      dueOn: fc.option(fc.integer({ min: -10, max: 50 }).map((count) => today.add({ days: count }).toString())),
      afterOn: fc.option(fc.integer({ min: -5, max: 30 }).map((count) => today.add({ days: count }).toString())),
    }),
    { maxLength: 12 },
  );

  it('are those of the weeks, to the minute', () => {
    fc.assert(
      fc.property(loads, (tasks) => {
        const byDay = loadByDay(tasks, days);
        const byWeek = sumByWeek(
          tasks.map((one) => loadOf(one, days, weeks)),
          weeks,
        );
        const summed = weeks.map((monday, index) =>
          [...byDay]
            .filter(([on]) => on >= monday && on < (weeks[index + 1] ?? '9999'))
            .reduce((sum, [, minutes]) => sum + minutes, 0),
        );
        expect(summed.slice(0, -1)).toEqual(byWeek.weeks.slice(0, -1));
        expect([...byDay.values()].reduce((sum, minutes) => sum + minutes, 0)).toBe(
          byWeek.weeks.reduce((sum, minutes) => sum + minutes, byWeek.later),
        );
      }),
    );
  });

  it('can be given as the weeks say, too', () => {
    const away = new Set(['2026-12-10']);
    const ofDays = weeks.map((monday) =>
      Array.from({ length: 7 }, (_, index) => day(monday).add({ days: index }).toString()).reduce(
        (sum, on) => sum + capacityOn(30, new Set(days), away, on),
        0,
      ),
    );
    expect(ofDays).toEqual(capacityByWeek(30, days, away, weeks).map(({ minutes }) => minutes));
  });

  it('are those of a usual day where somebody has none of their own', () => {
    expect([minutesPerDay(40), minutesPerDay(20), minutesPerDay(0)]).toEqual([480, 240, 480]);
  });
});
