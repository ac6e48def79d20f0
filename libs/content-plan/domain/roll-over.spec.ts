import { describe, expect, it } from '@jest/globals';
import { compareDates, daysOf, isWithin, isWorkingDay, russianCalendar, Temporal } from '@planerka/platform/domain';
import fc from 'fast-check';
import { rolledDay, rolledDueDay, rolledDueDayFrom, runsIn } from './roll-over';

const day = (text: string) => Temporal.PlainDate.from(text);
const month = (text: string) => Temporal.PlainYearMonth.from(text);
const calendar = russianCalendar([2025, 2026, 2027, 2028]);
const aDay = fc.integer({ min: 0, max: 900 }).map((offset) => day('2025-06-01').add({ days: offset }));
const aMonth = fc.integer({ min: 0, max: 28 }).map((offset) => month('2025-07').add({ months: offset }));

describe('the day of a repeated publication', () => {
  it.each([
    ['the third Tuesday is the third Tuesday', '2026-10-20', '2026-12', '2026-12-15', null],
    ['the first of its weekday', '2026-10-01', '2026-12', '2026-12-03', null],
    ['a fifth that does not exist is the last', '2026-10-30', '2026-11', '2026-11-27', 'last_weekday'],
    ['back where no working day is left in the month', '2026-10-29', '2026-12', '2026-12-30', 'day_off'],
    ['the second Monday, when the holidays are over', '2026-10-12', '2027-01', '2027-01-11', null],
    ['the second Tuesday, when the holidays are over', '2026-12-08', '2027-01', '2027-01-12', null],
    ['what is published on Sundays stays there', '2026-10-11', '2026-12', '2026-12-13', null],
    ['the first working day after holidays', '2026-12-02', '2027-01', '2027-01-11', 'day_off'],
    ['a February of four weeks', '2027-01-29', '2027-02', '2027-02-26', 'last_weekday'],
  ])('%s: %s in %s is %s', (_, from, to, expected, because) => {
    const rolled = rolledDay(day(from), month(to), calendar);
    expect([rolled.day.toString(), rolled.because]).toEqual([expected, because]);
  });

  it('stays in the campaign', () => {
    const campaign = { startsOn: day('2026-12-10'), endsOn: day('2026-12-20') };
    const rolled = (from: string) => rolledDay(day(from), month('2026-12'), calendar, campaign);
    expect(rolled('2026-10-06')).toEqual({ day: campaign.startsOn, because: 'campaign' });
    expect(rolled('2026-10-29')).toEqual({ day: campaign.endsOn, because: 'campaign' });
    expect(rolled('2026-10-20')).toEqual({ day: day('2026-12-15'), because: null });
    expect(runsIn(campaign, month('2026-12'))).toBe(true);
    expect(runsIn(campaign, month('2027-01'))).toBe(false);
  });

  it('is of the month, and keeps its weekday and its week unless it says why', () => {
    fc.assert(
      fc.property(aDay, aMonth, (from, to) => {
        const { day: rolled, because } = rolledDay(from, to, calendar);
        expect(isWithin(rolled, daysOf(to)[0]!, daysOf(to).at(-1)!)).toBe(true);
        if (isWorkingDay(calendar, from)) expect(isWorkingDay(calendar, rolled)).toBe(true);
        if (because !== 'day_off') expect(rolled.dayOfWeek).toBe(from.dayOfWeek);
        if (because === null) expect(Math.ceil(rolled.day / 7)).toBe(Math.ceil(from.day / 7));
      }),
    );
  });

  it('is the same day in the same month', () => {
    fc.assert(
      fc.property(aDay, (from) => {
        expect(rolledDay(from, from.toPlainYearMonth(), calendar)).toEqual({ day: from, because: null });
      }),
    );
  });
});

describe('the due day of its work', () => {
  const due = (publishOn: string, dueOn: string, to: string) =>
    rolledDueDay(calendar, { publishOn: day(publishOn), dueOn: day(dueOn) }, day(to)).toString();

  it.each([
    ['three working days before', '2026-12-08', '2026-12-03', '2026-12-15', '2026-12-10'],
    ['over a weekend', '2026-12-10', '2026-12-08', '2026-12-14', '2026-12-10'],
    ['over the holidays', '2026-12-15', '2026-12-10', '2027-01-13', '2026-12-30'],
    ['on the day itself', '2026-12-08', '2026-12-08', '2026-12-13', '2026-12-13'],
    ['a publication on Saturday', '2026-12-12', '2026-12-10', '2026-12-19', '2026-12-17'],
    ['due on the Sunday before', '2026-12-14', '2026-12-13', '2026-12-21', '2026-12-18'],
    ['after it', '2026-12-08', '2026-12-09', '2026-12-11', '2026-12-14'],
  ])('%s', (_, publishOn, dueOn, to, expected) => {
    expect(due(publishOn, dueOn, to)).toBe(expected);
  });

  it('is never before today', () => {
    const late = { publishOn: day('2026-12-08'), dueOn: day('2026-12-01') };
    expect(rolledDueDayFrom(day('2026-12-12'), calendar, late, day('2026-12-15'))).toEqual(day('2026-12-14'));
    expect(rolledDueDayFrom(day('2026-12-07'), calendar, late, day('2026-12-15'))).toEqual(day('2026-12-08'));
  });

  it('is on its side of the publication, at work, and unmoved where nothing moves', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: -30, max: 10 }), aDay, (publishOn, days, to) => {
        const dueOn = publishOn.add({ days });
        const rolled = rolledDueDay(calendar, { publishOn, dueOn }, to);
        expect(compareDates(rolled, to)).toBe(compareDates(dueOn, publishOn));
        if (days !== 0) expect(isWorkingDay(calendar, rolled)).toBe(true);
        if (days < 0 && isWorkingDay(calendar, dueOn))
          expect(rolledDueDay(calendar, { publishOn, dueOn }, publishOn)).toEqual(dueOn);
      }),
    );
  });
});
