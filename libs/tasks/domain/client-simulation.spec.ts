import { describe, expect, it } from '@jest/globals';
import { disciplines } from '@planerka/agency/domain';
import { Money, russianCalendar, Temporal } from '@planerka/platform/domain';
import fc from 'fast-check';
import { costOf, marginOf } from './client-cost';
import { demandByWeek, minutesOf, normFor, workOf } from './client-offer';
import { forecast, verdictOn, type SquadHands } from './client-simulation';
import { byDiscipline, type ByDiscipline } from './share-out';
import { weeksFrom, workingDaysFrom } from './workload';

const rub = (rubles: number) => Money.of(BigInt(rubles) * 100n, 'RUB');
const none = byDiscipline(() => 0);
const noHours = { hours: none };

describe('What a client wants', () => {
  it('is work by the kinds that publications are made of', () => {
    expect(workOf({ publications: { post: 8, carousel: 2, ad: 1 } })).toEqual([
      { discipline: 'copy', type: 'post', count: 10 },
      { discipline: 'design', type: 'image', count: 8 },
      { discipline: 'design', type: 'carousel', count: 2 },
      { discipline: 'copy', type: 'ad_text', count: 1 },
      { discipline: 'design', type: 'banner', count: 1 },
      { discipline: 'targeting', type: 'ad_setup', count: 1 },
    ]);
  });

  it.each([
    ['as long as it took here', [{ basis: 'spent', count: 4, medianMinutes: 95 }], { minutes: 95, basis: 'spent' }],
    [
      'by what was spent before what was estimated',
      [
        { basis: 'estimate', count: 40, medianMinutes: 180 },
        { basis: 'spent', count: 3, medianMinutes: 95 },
      ],
      { minutes: 95, basis: 'spent' },
    ],
    ['by estimates', [{ basis: 'estimate', count: 9, medianMinutes: 180 }], { minutes: 180, basis: 'estimate' }],
    [
      'as usual, where two tasks are all there is',
      [{ basis: 'spent', count: 2, medianMinutes: 9 }],
      { basis: 'usual' },
    ],
  ] as const)('takes %s', (_, experience, expected) => {
    const known = experience.map((each) => ({ discipline: 'copy' as const, type: 'post', ...each }));
    expect(normFor('post', known)).toMatchObject(expected);
  });

  it('is hours of publications and further hours', () => {
    const offer = { publications: { post: 4 }, hours: { ...none, copy: 1.5, targeting: 20 } };
    expect(minutesOf(offer, ({ type }) => (type === 'post' ? 100 : 60))).toEqual({
      copy: 490,
      design: 240,
      targeting: 1200,
    });
  });

  it('lies on the working days of its months, none of it lost, and none before the beginning', () => {
    const calendar = russianCalendar([2026, 2027]);
    const begins = Temporal.PlainDate.from('2026-12-01');
    const weeks = weeksFrom(begins);
    const days = workingDaysFrom(calendar, begins);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 30 }), (copy, late) => {
        const beginsOn = begins.add({ days: late }).toString();
        const all = demandByWeek({ ...none, copy }, days, weeks, begins.toString());
        const december = all.slice(0, 5).reduce((sum, week) => sum + week.copy, 0);
        // The fifth of them is the New Year's week, of which no day of January is a working one.
        expect(december).toBe(copy);
        const later = demandByWeek({ ...none, copy }, days, weeks, beginsOn);
        later.forEach((week, index) => expect(week.copy).toBeLessThanOrEqual(all[index]?.copy ?? 0));
      }),
    );
  });
});

const minutes = fc.integer({ min: 0, max: 2400 });
const week = fc.record({ capacity: minutes, planned: minutes, usual: minutes });
const weekCount = 3;
const squads = fc.array(
  fc.record({
    id: fc.uuid(),
    disciplines: fc.subarray([...disciplines], { minLength: 1 }),
    weeks: fc.array(week, { minLength: weekCount, maxLength: weekCount }),
  }),
  { maxLength: 5 },
);
const perWeek = fc.array(fc.record({ copy: minutes, design: minutes, targeting: minutes }), {
  minLength: weekCount,
  maxLength: weekCount,
});
const noHelp = [none, none, none];
/** The second week has two days off. */
const minutesPerHour = [60, 36, 60];
const answer = (
  squad: readonly SquadHands[],
  demand: readonly ByDiscipline<number>[],
  help: readonly ByDiscipline<number>[] = noHelp,
  more: Partial<Parameters<typeof verdictOn>[0]> = {},
) =>
  verdictOn({
    forecast: forecast(squad, demand, help),
    minutesPerHour,
    manager: { clients: 2, limit: 10 },
    margin: null,
    ...more,
  });
const order = { yes: 0, yes_if: 1, no: 2 } as const;

describe('«Can we take this client?»', () => {
  const copywriter = (planned: number, usual = 0): SquadHands => ({
    id: 'vera',
    disciplines: ['copy'],
    weeks: [1, 2, 3].map(() => ({ capacity: 2400, planned, usual })),
  });
  const copy = (count: number) => [1, 2, 3].map(() => ({ ...none, copy: count }));

  it.each([
    ['yes, where there is time', copywriter(1000), 1400, 'yes', []],
    ['yes, if some hours are found', copywriter(1000), 1700, 'yes_if', [{ code: 'hours', minutes: 300, weeks: 3 }]],
    ['no, where a day a week has nobody', copywriter(1000), 1880, 'no', [{ code: 'hours', minutes: 480 }]],
    [
      'no, where weeks are usually full, though little is planned yet',
      copywriter(0, 2400),
      1000,
      'no',
      [{ code: 'hours' }],
    ],
  ] as const)('%s', (_, person, wanted, expected, reasons) => {
    const told = answer([person], copy(wanted));
    expect(told.answer).toBe(expected);
    expect(told.reasons).toMatchObject([...reasons]);
  });

  it('says when nobody of the squad does such work', () => {
    expect(answer([copywriter(0)], [{ ...none, design: 60 }, none, none]).reasons).toEqual([
      { code: 'hours', discipline: 'design', minutes: 60, week: 0, weeks: 1, helpHours: 1, isMissing: true },
    ]);
  });

  it('says when the manager has enough clients, when there is none, and when the fee is too small', () => {
    const free = [copywriter(0)];
    expect(answer(free, copy(60), noHelp, { manager: { clients: 10, limit: 10 } })).toEqual({
      answer: 'yes_if',
      reasons: [{ code: 'client_limit', clients: 10, limit: 10 }],
    });
    expect(answer(free, copy(60), noHelp, { manager: null }).reasons).toEqual([{ code: 'no_manager' }]);
    const margin = { isBelowGoal: true, feeForGoal: rub(100) };
    expect(answer(free, copy(60), noHelp, { margin }).reasons).toEqual([{ code: 'margin', feeForGoal: rub(100) }]);
  });

  it('has reasons whenever it is not a plain yes, and none when it is', () => {
    fc.assert(
      fc.property(squads, perWeek, perWeek, (squad, demand, help) => {
        const told = answer(squad, demand, help);
        expect(told.reasons.length === 0).toBe(told.answer === 'yes');
      }),
    );
  });

  it('is never worse with more help, nor for less work, nor with more people', () => {
    fc.assert(
      fc.property(squads, perWeek, perWeek, perWeek, squads, (squad, demand, help, more, others) => {
        const first = order[answer(squad, demand, help).answer];
        const add = (one: typeof help, other: typeof help, sign: 1 | -1) =>
          one.map((each, index) =>
            byDiscipline((discipline) => Math.max(0, each[discipline] + sign * (other[index]?.[discipline] ?? 0))),
          );
        expect(order[answer(squad, demand, add(help, more, 1)).answer]).toBeLessThanOrEqual(first);
        expect(order[answer(squad, add(demand, more, -1), help).answer]).toBeLessThanOrEqual(first);
        expect(order[answer([...squad, ...others], demand, help).answer]).toBeLessThanOrEqual(first);
      }),
    );
  });

  it('becomes a yes with the help that it names', () => {
    fc.assert(
      fc.property(squads, perWeek, (squad, demand) => {
        const lacks = answer(squad, demand).reasons.flatMap((reason) => (reason.code === 'hours' ? [reason] : []));
        const hours = byDiscipline((each) => lacks.find(({ discipline }) => discipline === each)?.helpHours ?? 0);
        const help = minutesPerHour.map((minutes) => byDiscipline((each) => hours[each] * minutes));
        expect(answer(squad, demand, help).answer).toBe('yes');
      }),
    );
  });

  it('takes nobody past what they can give', () => {
    fc.assert(
      fc.property(squads, perWeek, (squad, demand) => {
        forecast(squad, demand, noHelp).people.forEach(({ added }, index) =>
          added.forEach((count, at) => {
            const own = squad[index]?.weeks[at] ?? { capacity: 0, planned: 0, usual: 0 };
            expect(count).toBeLessThanOrEqual(Math.max(0, own.capacity - Math.max(own.planned, own.usual)));
          }),
        );
      }),
    );
  });
});

describe('What a client costs', () => {
  const on = Temporal.PlainDate.from('2026-12-01');
  const since = Temporal.PlainDate.from('2026-01-01');
  const rates = [
    {
      memberId: 'vera',
      discipline: 'copy',
      deliverableType: 'post',
      unit: 'deliverable',
      amount: rub(1500),
      validFrom: since,
    },
    {
      memberId: null,
      discipline: 'copy',
      deliverableType: null,
      unit: 'deliverable',
      amount: rub(1000),
      validFrom: since,
    },
    {
      memberId: null,
      discipline: 'targeting',
      deliverableType: null,
      unit: 'hour',
      amount: rub(800),
      validFrom: since,
    },
  ] as const;
  const post = { discipline: 'copy', type: 'post', count: 10, minutes: 120 } as const;
  const facts = { work: [post], ...noHours, rates, on, currency: 'RUB' } as const;

  it('is each one’s part at their own rate', () => {
    const shares = [
      { memberId: 'vera', minutes: { ...none, copy: 300 } },
      { memberId: null, minutes: { ...none, copy: 100 } },
    ];
    expect(costOf({ ...facts, shares }).cost).toEqual(rub(13_750));
  });

  it('is by the agency’s rate where nobody can do it yet, by hours where they are wanted, and names what has no rate', () => {
    const image = { discipline: 'design', type: 'image', count: 4, minutes: 60 } as const;
    expect(costOf({ ...facts, work: [post, image], hours: { ...none, targeting: 2.5 }, shares: [] })).toEqual({
      cost: rub(12_000),
      uncounted: ['design'],
    });
  });

  it.each([
    [100, 60, 40, { percent: 40, isBelowGoal: false, feeForGoal: rub(100) }],
    [99, 60, 40, { percent: 39.4, isBelowGoal: true, feeForGoal: rub(100) }],
    [50, 60, null, { percent: -20, isBelowGoal: true, feeForGoal: rub(60) }],
    [0, 0, 40, { percent: null, isBelowGoal: false }],
  ] as const)('of %s and a cost of %s, with a goal of %s, leaves its margin', (fee, cost, goal, expected) => {
    expect(marginOf(rub(fee), rub(cost), goal)).toMatchObject(expected);
  });
});
