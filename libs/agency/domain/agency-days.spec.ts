import { describe, expect, it } from '@jest/globals';
import { parseInput } from '@planerka/platform/domain';
import { agencyDays, pastedDays } from './agency-days';

const days = (more: object = {}) => ({ daysOff: [], workedDays: [], calendarYears: [], ...more });

describe('An agency’s own calendar', () => {
  it('keeps each day once, in order', () => {
    const parsed = parseInput(
      agencyDays,
      days({ daysOff: ['2027-03-08', '2027-02-22', '2027-03-08'], calendarYears: [2028, 2027, 2028] }),
    );
    expect(parsed.ok && parsed.value.daysOff.map(String)).toEqual(['2027-02-22', '2027-03-08']);
    expect(parsed.ok && parsed.value.calendarYears).toEqual([2027, 2028]);
  });

  it.each<[string, object, readonly string[], string]>([
    ['no day', { daysOff: ['2027-02-22', '2027-02-30'] }, ['daysOff', '1'], 'not_a_date'],
    ['a day of another century', { workedDays: ['0227-02-20'] }, ['workedDays', '0'], 'not_an_option'],
    [
      'a day both off and at work',
      { daysOff: ['2027-02-20'], workedDays: ['2027-02-20'] },
      ['workedDays', '0'],
      'day_off_and_worked',
    ],
    ['a year of another century', { calendarYears: [27] }, ['calendarYears', '0'], 'too_small'],
  ])('refuses %s at its place', (_, more, path, code) => {
    const parsed = parseInput(agencyDays, days(more));
    expect(parsed.ok ? [] : parsed.error.map((issue) => [issue.path.map(String), issue.code])).toEqual([[path, code]]);
  });

  it.each<[string, readonly string[], readonly string[]]>([
    ['22.02, 24.02.2027; 2027-03-08', ['2027-02-22', '2027-02-24', '2027-03-08'], []],
    ['1.5.2028\n3/5\t3/5', ['2027-05-03', '2028-05-01'], []],
    ['30.02, завтра 22.02', ['2027-02-22'], ['30.02', 'завтра']],
    ['  ', [], []],
  ])('reads the list «%s»', (text, read, unread) => {
    expect(pastedDays(text, 2027)).toEqual({ days: read, unread });
  });
});
