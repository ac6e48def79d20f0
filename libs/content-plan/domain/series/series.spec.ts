import { describe, expect, it } from '@jest/globals';
import { instantOf, isWorkingDay, parseInput, russianCalendar, Temporal } from '@planerka/platform/domain';
import fc from 'fast-check';
import {
  comingTurns,
  fromRRule,
  occurrencesOf,
  rhythmDays,
  rhythmSchema,
  seriesHorizon,
  seriesSchema,
  seriesStep,
  toRRule,
  type Rhythm,
  type SeriesRule,
  type SlotState,
} from './index';

const day = (text: string) => Temporal.PlainDate.from(text);
const calendar = russianCalendar([2025, 2026, 2027, 2028]);
const rhythm = (fields: Partial<Rhythm>): Rhythm => ({
  kind: 'weekly',
  interval: 1,
  weekdays: [],
  monthDay: null,
  nth: null,
  ...fields,
});
const series = (fields: Partial<Rhythm>, more: Partial<SeriesRule> = {}): SeriesRule => ({
  rule: toRRule(rhythm(fields)),
  startsOn: day('2026-12-01'),
  endsOn: null,
  times: null,
  onDayOff: 'leave',
  ...more,
});
const texts = (days: readonly { toString(): string }[]) => days.map(String);

describe('The days of a rhythm', () => {
  it.each<[string, Partial<Rhythm>, Partial<SeriesRule>, string[]]>([
    [
      'Tuesdays and Thursdays',
      { weekdays: [2, 4] },
      { endsOn: day('2026-12-11') },
      ['2026-12-01', '2026-12-03', '2026-12-08', '2026-12-10'],
    ],
    [
      'every two weeks, from the middle of one',
      { weekdays: [2, 4], interval: 2 },
      { startsOn: day('2026-12-03'), endsOn: day('2026-12-31') },
      ['2026-12-03', '2026-12-15', '2026-12-17', '2026-12-29', '2026-12-31'],
    ],
    ['every three days', { kind: 'daily', interval: 3 }, { times: 3 }, ['2026-12-01', '2026-12-04', '2026-12-07']],
    [
      'the 31st, else the last day',
      { kind: 'month_day', monthDay: 31 },
      { times: 4 },
      ['2026-12-31', '2027-01-31', '2027-02-28', '2027-03-31'],
    ],
    [
      'the 30th, in February its last day, too',
      { kind: 'month_day', monthDay: 30 },
      { startsOn: day('2028-01-01'), times: 3 },
      ['2028-01-30', '2028-02-29', '2028-03-30'],
    ],
    [
      'the 15th of every second month',
      { kind: 'month_day', monthDay: 15, interval: 2 },
      { times: 2 },
      ['2026-12-15', '2027-02-15'],
    ],
    [
      'the last day of a month',
      { kind: 'month_day', monthDay: -1 },
      { times: 3 },
      ['2026-12-31', '2027-01-31', '2027-02-28'],
    ],
    [
      'the first Monday',
      { kind: 'month_weekday', nth: 1, weekdays: [1] },
      { times: 3 },
      ['2026-12-07', '2027-01-04', '2027-02-01'],
    ],
    [
      'the last Friday',
      { kind: 'month_weekday', nth: -1, weekdays: [5] },
      { times: 3 },
      ['2026-12-25', '2027-01-29', '2027-02-26'],
    ],
  ])('%s', (_, fields, more, expected) => {
    expect(texts(rhythmDays(series(fields, more), day('2026-01-01'), day('2028-12-31')))).toEqual(expected);
  });

  const anyRhythm = fc.oneof(
    fc.record({ kind: fc.constant('daily' as const), interval: fc.integer({ min: 1, max: 9 }) }),
    fc.record({
      kind: fc.constant('weekly' as const),
      interval: fc.integer({ min: 1, max: 4 }),
      weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
    }),
    fc.record({
      kind: fc.constant('month_day' as const),
      interval: fc.integer({ min: 1, max: 3 }),
      monthDay: fc.oneof(fc.constant(-1), fc.integer({ min: 1, max: 31 })),
    }),
    fc.record({
      kind: fc.constant('month_weekday' as const),
      interval: fc.integer({ min: 1, max: 3 }),
      nth: fc.constantFrom(1, 2, 3, 4, -1),
      weekdays: fc.tuple(fc.integer({ min: 1, max: 7 })),
    }),
  );
  const anyStart = fc.integer({ min: 0, max: 700 }).map((days) => day('2025-06-01').add({ days }));
  const anySeries = fc
    .record({
      fields: anyRhythm,
      startsOn: anyStart,
      lasts: fc.option(fc.integer({ min: 0, max: 500 })),
      times: fc.option(fc.integer({ min: 1, max: 60 })),
      onDayOff: fc.constantFrom('leave' as const, 'next' as const, 'skip' as const),
    })
    .map(({ fields, startsOn, lasts, times, onDayOff }) =>
      series(
        { ...fields, weekdays: 'weekdays' in fields ? fields.weekdays.toSorted() : [] },
        {
          startsOn,
          endsOn: lasts === null ? null : startsOn.add({ days: lasts }),
          times: lasts === null ? times : null,
          onDayOff,
        },
      ),
    );

  it('are read again as they were written', () => {
    fc.assert(
      fc.property(anySeries, ({ rule }) => {
        expect(toRRule(fromRRule(rule))).toBe(rule);
      }),
    );
  });

  it('lie within its bounds, each once, and no more of them than it has turns', () => {
    fc.assert(
      fc.property(anySeries, (one) => {
        const found = occurrencesOf(
          one,
          one.startsOn.subtract({ days: 40 }),
          one.startsOn.add({ days: 400 }),
          calendar,
        );
        const places = found.flatMap(({ publishOn }) => (publishOn ? [publishOn.toString()] : []));
        expect(new Set(places).size).toBe(places.length);
        expect(new Set(found.map(({ on }) => on.toString())).size).toBe(found.length);
        if (one.times !== null) expect(found.length).toBeLessThanOrEqual(one.times);
        for (const place of [...places, ...texts(found.map(({ on }) => on))]) {
          expect(place >= one.startsOn.toString()).toBe(true);
          if (one.endsOn) expect(place <= one.endsOn.toString()).toBe(true);
        }
        if (one.onDayOff !== 'leave') for (const place of places) expect(isWorkingDay(calendar, day(place))).toBe(true);
      }),
    );
  });

  it('are the same whether asked for at once or month by month', () => {
    fc.assert(
      fc.property(anySeries, fc.integer({ min: 1, max: 60 }), (one, cut) => {
        const from = one.startsOn;
        const to = from.add({ days: 90 });
        const middle = from.add({ days: cut });
        const whole = occurrencesOf(one, from, to, calendar);
        const parts = [
          ...occurrencesOf(one, from, middle, calendar),
          ...occurrencesOf(one, middle.add({ days: 1 }), to, calendar),
        ];
        expect(parts.map(({ on, publishOn }) => `${on} ${publishOn}`)).toEqual(
          whole.map(({ on, publishOn }) => `${on} ${publishOn}`),
        );
      }),
    );
  });

  it('keep their time of the wall clock through every change of clocks', () => {
    fc.assert(
      fc.property(
        anySeries,
        fc.constantFrom('Europe/Moscow', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu'),
        fc.integer({ min: 4, max: 23 }),
        (one, zone, hour) => {
          const time = Temporal.PlainTime.from({ hour, minute: 30 });
          for (const { publishOn } of occurrencesOf(one, one.startsOn, one.startsOn.add({ days: 200 }), calendar)) {
            if (!publishOn) continue;
            const shown = instantOf(publishOn, time, zone).toZonedDateTimeISO(zone);
            expect(shown.toPlainDateTime().toString()).toBe(publishOn.toPlainDateTime(time).toString());
          }
        },
      ),
    );
  });
});

describe('A day off', () => {
  const weekend = (onDayOff: SeriesRule['onDayOff'], weekdays: number[]) =>
    occurrencesOf(series({ weekdays }, { onDayOff }), day('2026-12-05'), day('2026-12-14'), calendar).map(
      ({ on, publishOn }) => `${on} ${publishOn ?? '–'}`,
    );

  it('is left, left out, or moves its turn to the next working day', () => {
    expect(weekend('leave', [6])).toEqual(['2026-12-05 2026-12-05', '2026-12-12 2026-12-12']);
    expect(weekend('skip', [6])).toEqual(['2026-12-05 –', '2026-12-12 –']);
    expect(weekend('next', [6])).toEqual(['2026-12-05 2026-12-07', '2026-12-12 2026-12-14']);
  });

  it('moves no turn to where another stands', () => {
    expect(weekend('next', [1, 6])).toEqual([
      '2026-12-05 –',
      '2026-12-07 2026-12-07',
      '2026-12-12 –',
      '2026-12-14 2026-12-14',
    ]);
  });
});

describe('A step of a series', () => {
  const there = (on: string, state: SlotState) => ({ id: on, on, state });
  it.each<[SlotState, boolean, string]>([
    ['untouched', true, 'write'],
    ['untouched', false, 'withdraw'],
    ['touched', true, 'stay'],
    ['touched', false, 'stay'],
    ['deleted', true, 'nothing'],
    ['deleted', false, 'nothing'],
    ['withdrawn', true, 'write'],
    ['withdrawn', false, 'nothing'],
  ])('with a turn that is %s, wanted: %s, does: %s', (state, isWanted, expected) => {
    const step = seriesStep(isWanted ? [{ on: '2026-12-08' }] : [], [there('2026-12-08', state)]);
    expect(step.make).toEqual([]);
    const done = (['write', 'withdraw', 'stay'] as const).filter((part) => step[part].length > 0);
    expect(done).toEqual(expected === 'nothing' ? [] : [expected]);
  });

  it('makes what is not there, and once more makes nothing', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 10, max: 31 })),
        fc.uniqueArray(
          fc.tuple(
            fc.integer({ min: 10, max: 31 }),
            fc.constantFrom<SlotState>('untouched', 'touched', 'deleted', 'withdrawn'),
          ),
          {
            selector: ([on]) => on,
          },
        ),
        (days, slots) => {
          const wanted = days.map((on) => ({ on: `2026-12-${on}` }));
          const before = slots.map(([on, state]) => there(`2026-12-${on}`, state));
          const step = seriesStep(wanted, before);
          const after = [...before, ...step.make.map(({ on }) => there(on, 'untouched'))];
          expect(seriesStep(wanted, after).make).toEqual([]);
          expect(step.make.length + before.filter(({ on }) => days.includes(Number(on.slice(8)))).length).toBe(
            days.length,
          );
        },
      ),
    );
  });
});

describe('A series that is asked for', () => {
  const asked = {
    title: 'Отзыв недели',
    format: 'post',
    publishTime: '12:00',
    rhythm: { kind: 'weekly', weekdays: [4, 2, 4] },
    startsOn: '2026-12-01',
    onDayOff: 'leave',
  };
  const codes = (input: object) => {
    const parsed = parseInput(seriesSchema, { ...asked, ...input });
    return parsed.ok ? [] : parsed.error.map(({ path, code }) => `${path.join('.')} ${code}`);
  };

  it('has its weekdays in their order, each once', () => {
    const parsed = parseInput(rhythmSchema, asked.rhythm);
    expect(parsed.ok && parsed.value.weekdays).toEqual([2, 4]);
  });

  it.each([
    [{}, []],
    [{ rhythm: { kind: 'weekly' } }, ['rhythm.weekdays required']],
    [{ rhythm: { kind: 'month_day' } }, ['rhythm.monthDay required']],
    [{ rhythm: { kind: 'month_day', monthDay: 0 } }, ['rhythm.monthDay required']],
    [{ rhythm: { kind: 'month_weekday', weekdays: [1] } }, ['rhythm.nth required']],
    [{ rhythm: { kind: 'month_weekday', weekdays: [1, 2], nth: 1 } }, ['rhythm.weekdays too_many']],
    [{ rhythm: { kind: 'daily', interval: 0 } }, ['rhythm.interval too_small']],
    [{ endsOn: '2026-11-30' }, ['endsOn not_after_start']],
    [{ endsOn: '2026-12-30', times: 3 }, ['times one_end']],
    [{ title: ' ' }, ['title required']],
  ])('is refused at its field: %j', (input, expected) => {
    expect(codes(input)).toEqual(expected);
  });
});

it('stands in the plan up to the end of the next month', () => {
  expect(seriesHorizon(day('2026-12-31')).toString()).toBe('2027-01-31');
  expect(seriesHorizon(day('2027-01-31')).toString()).toBe('2027-02-28');
});

describe('What series are going to make', () => {
  const digest = (more: Partial<SeriesRule> = {}) => ({
    ...series({ weekdays: [5] }, more),
    madeUntil: day('2027-01-31'),
    title: 'Дайджест недели',
    channelIds: ['vk'],
  });
  const made = (from: string, to: string, more?: Partial<SeriesRule>) =>
    texts(comingTurns([digest(more)], day(from), day(to), calendar).map(({ date }) => date));

  it.each([
    ['only what is not made yet', '2027-01-01', '2027-02-12', {}, ['2027-02-05', '2027-02-12']],
    ['nothing after its end', '2027-02-01', '2027-03-31', { endsOn: day('2027-02-10') }, ['2027-02-05']],
    [
      'where a holiday moves it',
      '2028-02-24',
      '2028-02-29',
      { onDayOff: 'next', rule: toRRule(rhythm({ weekdays: [3] })) },
      ['2028-02-24'],
    ],
  ] as const)('%s', (_, from, to, more, expected) => {
    expect(made(from, to, more)).toEqual(expected);
  });
});
