import { describe, expect, it } from '@jest/globals';
import { isWorkingDay, parseInput, russianCalendar, Temporal } from '@planerka/platform/domain';
import fc from 'fast-check';
import { answeringCalendar, clientDateSchema, occurrencesOf } from './client-date';

const day = (text: string) => Temporal.PlainDate.from(text);
const dated = (startsOn: string, endsOn = startsOn, isYearly = false) => ({
  startsOn: day(startsOn),
  endsOn: day(endsOn),
  isYearly,
});
const found = (date: ReturnType<typeof dated>, from: string, to: string) =>
  occurrencesOf([date], day(from), day(to)).map(({ startsOn, endsOn }) => `${startsOn} ${endsOn}`);

describe('when an important date falls', () => {
  it.each<[string, ReturnType<typeof dated>, string, string, string[]]>([
    ['once', dated('2026-12-12'), '2026-12-01', '2026-12-31', ['2026-12-12 2026-12-12']],
    ['once, and not again', dated('2025-12-12'), '2026-12-01', '2026-12-31', []],
    ['every year', dated('2021-12-12', '2021-12-12', true), '2026-12-01', '2026-12-31', ['2026-12-12 2026-12-12']],
    ['not before its first year', dated('2027-12-12', '2027-12-12', true), '2026-12-01', '2026-12-31', []],
    ['over New Year', dated('2020-12-28', '2021-01-08', true), '2027-01-01', '2027-01-31', ['2026-12-28 2027-01-08']],
    [
      'a part of it is enough',
      dated('2026-11-28', '2026-12-02'),
      '2026-12-01',
      '2026-12-31',
      ['2026-11-28 2026-12-02'],
    ],
    ['a leap day', dated('2024-02-29', '2024-02-29', true), '2027-02-01', '2027-02-28', ['2027-02-28 2027-02-28']],
  ])('%s', (_name, date, from, to, expected) => {
    expect(found(date, from, to)).toEqual(expected);
  });

  const someDay = fc.integer({ min: 0, max: 3_000 }).map((days) => day('2022-01-01').add({ days }));

  it('holds every day of a yearly one in every later year, and nothing outside of what was asked', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 0, max: 90 }), someDay, fc.nat(60), (startsOn, length, from, span) => {
        const date = { startsOn, endsOn: startsOn.add({ days: length }), isYearly: true };
        const to = from.add({ days: span });
        const periods = occurrencesOf([date], from, to);
        for (const period of periods) {
          expect(Temporal.PlainDate.compare(period.startsOn, to)).toBeLessThanOrEqual(0);
          expect(Temporal.PlainDate.compare(period.endsOn, from)).toBeGreaterThanOrEqual(0);
          expect(period.startsOn.until(period.endsOn, { largestUnit: 'day' }).days).toBe(length);
        }
        const nextYear = startsOn.add({ years: 1 });
        expect(occurrencesOf([date], nextYear, nextYear).length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('the days on which a client answers', () => {
  const calendar = russianCalendar([2026, 2027]);
  it('are the working days without those away', () => {
    const own = answeringCalendar(calendar, [dated('2020-12-07', '2020-12-11', true)], [2026, 2027]);
    expect(isWorkingDay(own, day('2026-12-08'))).toBe(false);
    expect(isWorkingDay(own, day('2027-12-08'))).toBe(false);
    expect(isWorkingDay(own, day('2026-12-14'))).toBe(true);
    expect(isWorkingDay(own, day('2026-12-12'))).toBe(false);
  });
});

describe('an important date from outside', () => {
  const good = { title: 'День рождения бренда', kind: 'occasion', startsOn: '2026-12-12', endsOn: '2026-12-12' };
  it.each<[string, object, string]>([
    ['without a name', { title: ' ' }, 'title required'],
    ['without a day', { startsOn: '' }, 'startsOn required'],
    ['on a day that is not', { startsOn: '2026-02-30' }, 'startsOn not_a_date'],
    ['that ends before it begins', { endsOn: '2026-12-11' }, 'endsOn not_after_start'],
    ['of half a year', { endsOn: '2027-06-12' }, 'endsOn too_large'],
    ['of a kind we do not know', { kind: 'party' }, 'kind not_an_option'],
  ])('%s is refused at its field', (_name, patch, expected) => {
    const parsed = parseInput(clientDateSchema, { ...good, ...patch });
    expect(parsed.ok ? [] : parsed.error.map(({ path, code }) => `${path.join('.')} ${code}`)).toEqual([expected]);
  });
});
