import { describe, expect, it } from '@jest/globals';
import { parseInput, Temporal } from '@planerka/platform/domain';
import fc from 'fast-check';
import { absenceInput, awayOn, daysAway, overlaps } from './absence';

const day = (text: string) => Temporal.PlainDate.from(text);
const period = (startsOn: string, endsOn: string) => ({ startsOn: day(startsOn), endsOn: day(endsOn) });
const good = {
  memberId: '01a21900-0000-7000-8000-000000000000',
  kind: 'vacation',
  startsOn: '2026-12-01',
  endsOn: '2026-12-05',
};

describe('Days away', () => {
  it.each([
    ['a day', { endsOn: '2026-12-01' }, null],
    ['no note', {}, ''],
    ['an end before its beginning', { endsOn: '2026-11-30' }, 'endsOn not_after_start'],
    ['a slip of the year', { endsOn: '2062-12-05' }, 'endsOn too_large'],
    ['no day', { startsOn: '' }, 'startsOn required'],
    ['no such day', { startsOn: '2026-02-30' }, 'startsOn not_a_date'],
    ['no such kind', { kind: 'strike' }, 'kind not_an_option'],
    ['a long note', { note: 'а'.repeat(501) }, 'note too_long'],
  ])('with %s', (_, changes, problem) => {
    const parsed = parseInput(absenceInput, { ...good, ...changes });
    if (parsed.ok) expect(problem ?? '').toBe('');
    else expect(parsed.error.map(({ path, code }) => `${path.join('.')} ${code}`)).toContain(problem);
  });

  it.each([
    ['2026-12-01', '2026-12-05', '2026-12-05', '2026-12-09', true],
    ['2026-12-01', '2026-12-05', '2026-12-06', '2026-12-09', false],
    ['2026-12-01', '2026-12-31', '2026-12-06', '2026-12-09', true],
  ])('from %s to %s and from %s to %s overlap: %s', (one, oneEnd, other, otherEnd, expected) => {
    expect(overlaps(period(one, oneEnd), period(other, otherEnd))).toBe(expected);
    expect(overlaps(period(other, otherEnd), period(one, oneEnd))).toBe(expected);
  });

  it('are both ends and all between, from the day asked for on', () => {
    expect([...daysAway([period('2026-11-20', '2026-11-27')], day('2026-11-26'))]).toEqual([
      '2026-11-26',
      '2026-11-27',
    ]);
    expect(daysAway([period('2026-11-20', '2026-11-25')], day('2026-11-26')).size).toBe(0);
  });

  it('are exactly the days that an absence holds', () => {
    const start = day('2026-11-26');
    const shift = fc.integer({ min: -30, max: 60 });
    fc.assert(
      fc.property(shift, fc.integer({ min: 0, max: 40 }), shift, (begin, length, asked) => {
        const startsOn = start.add({ days: begin });
        const one = { startsOn, endsOn: startsOn.add({ days: length }) };
        const on = start.add({ days: Math.abs(asked) });
        expect(daysAway([one], start).has(on.toString())).toBe(awayOn([one], on) === one);
      }),
    );
  });
});
