import { describe, expect, it } from '@jest/globals';
import { disciplines, deliverableTypes, type Discipline } from '@planerka/agency/domain';
import { answeringCalendar } from '@planerka/clients/domain';
import { itemFormats, type Answering } from '@planerka/content-plan/domain';
import { compareDates, isWorkingDay, russianCalendar, Temporal } from '@planerka/platform/domain';
import fc from 'fast-check';
import { backPlan, candidatesFor, precedes, usualWork, type Candidate } from './chain';

const day = (text: string) => Temporal.PlainDate.from(text);
const calendar = russianCalendar([2025, 2026, 2027]);

describe('the work of a format', () => {
  it.each(itemFormats)('%s is priced by lines of the rate card of their own discipline', (format) => {
    const works = Object.entries(usualWork[format]);
    expect(works.length).toBeGreaterThan(0);
    for (const [discipline, type] of works) expect(deliverableTypes[type]).toBe(discipline);
  });
});

describe('what work begins after', () => {
  it.each<[Discipline, Discipline[], Discipline | null]>([
    ['copy', ['copy', 'design', 'targeting'], null],
    ['design', ['copy', 'design'], 'copy'],
    ['design', ['design', 'targeting'], null],
    ['targeting', ['copy', 'design'], 'design'],
    ['targeting', ['copy'], 'copy'],
    ['targeting', [], null],
  ])('%s where there are %j: %s', (discipline, present, expected) => {
    expect(precedes(discipline, present)).toBe(expected);
  });
});

describe('due days counted back from the publication', () => {
  const facts = { publishOn: day('2026-12-18'), wantsClientApproval: true, today: day('2026-12-01'), calendar };
  const days = (...[wanted, more]: [Discipline[], (Partial<typeof facts> & { answering?: Answering })?]) =>
    backPlan(wanted, { ...facts, ...more }).map(({ discipline, dueOn, isTight }) => [
      discipline,
      dueOn.toString(),
      isTight,
    ]);

  it('leaves the client two working days and one to put it up, and skips weekends', () => {
    expect(days(['copy', 'design'])).toEqual([
      ['copy', '2026-12-10', false],
      ['design', '2026-12-15', false],
    ]);
  });

  it('leaves a slow client the days that they take', () => {
    expect(days(['copy', 'design'], { answering: { days: 5, calendar } })).toEqual([
      ['copy', '2026-12-07', false],
      ['design', '2026-12-10', false],
    ]);
  });

  it('expects no word on days on which the client is away', () => {
    const away = { startsOn: day('2026-12-14'), endsOn: day('2026-12-16'), isYearly: false };
    const answering = { days: 2, calendar: answeringCalendar(calendar, [away], [2026]) };
    expect(days(['design'], { answering })).toEqual([['design', '2026-12-10', false]]);
  });

  it('needs no days of a client who is not asked', () => {
    expect(days(['copy'], { wantsClientApproval: false })).toEqual([['copy', '2026-12-17', false]]);
  });

  it('puts the chain in its order whatever it was asked in', () => {
    expect(days(['targeting', 'copy']).map(([discipline]) => discipline)).toEqual(['copy', 'targeting']);
  });

  it('goes around the holidays of January', () => {
    expect(days(['copy', 'design'], { publishOn: day('2027-01-12') })).toEqual([
      ['copy', '2026-12-24', false],
      ['design', '2026-12-29', false],
    ]);
  });

  it('says where there is no time for it, and never asks for yesterday', () => {
    expect(days(['copy', 'design'], { today: day('2026-12-14') })).toEqual([
      ['copy', '2026-12-14', true],
      ['design', '2026-12-15', true],
    ]);
    expect(days(['copy'], { today: day('2026-12-19') })).toEqual([['copy', '2026-12-21', true]]);
  });

  it('holds its order on working days, from today on, whenever and whatever is asked', () => {
    const date = fc.integer({ min: 0, max: 500 }).map((offset) => day('2025-06-01').add({ days: offset }));
    fc.assert(
      fc.property(fc.subarray([...disciplines]), date, date, fc.boolean(), (wanted, publishOn, today, asked) => {
        const steps = backPlan(wanted, { publishOn, today, calendar, wantsClientApproval: asked });
        expect(steps).toHaveLength(wanted.length);
        let before = today;
        for (const { dueOn } of steps) {
          expect(compareDates(before, dueOn)).toBeLessThanOrEqual(0);
          expect(isWorkingDay(calendar, dueOn)).toBe(true);
          before = dueOn;
        }
      }),
    );
  });
});

describe('who can do it', () => {
  const person = (id: string, more: Partial<Candidate> = {}): Candidate => ({
    id,
    disciplines: ['copy'],
    isOfSquad: true,
    doneForClient: 0,
    openTasks: 0,
    ...more,
  });

  it('asks the squad first, then who knows the client, then who has least to do', () => {
    const people = [
      person('guest', { isOfSquad: false, doneForClient: 9 }),
      person('busy', { openTasks: 5 }),
      person('free'),
      person('knows', { doneForClient: 1, openTasks: 7 }),
      person('draws', { disciplines: ['design'] }),
    ];
    expect(candidatesFor(people, 'copy').map(({ id }) => id)).toEqual(['knows', 'free', 'busy', 'guest']);
  });
});
