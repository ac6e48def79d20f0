import { describe, expect, it } from '@jest/globals';
import { parseInput, Temporal } from '@planerka/platform/domain';
import fc from 'fast-check';
import { taskStates } from './task-state';
import {
  durationText,
  isForgotten,
  mayTimeWork,
  mayTrackTime,
  minutesOver,
  minutesSince,
  parseDuration,
  resumedFrom,
  timeInput,
} from './time-spent';

const at = (text: string) => Temporal.Instant.from(text);

describe('Time spent', () => {
  it.each([
    [0, 180, 0],
    [180, 180, 0],
    [195, 180, 15],
    [195, null, 0],
  ])('of %s minutes against %s is %s over', (spent, estimated, over) => {
    expect(minutesOver(spent, estimated)).toBe(over);
  });

  it.each([
    ['1:30', 90],
    ['0:05', 5],
    ['1,5', 90],
    ['1.5 ч', 90],
    ['2', 120],
    ['12', 720],
    ['45', 45],
    ['90 мин', 90],
    ['1 ч 30 мин', 90],
    ['1ч 5м', 65],
    ['2h', 120],
    ['1 hour 15 min', 75],
    [' 3 часа ', 180],
    ['', null],
    ['0', null],
    ['0:00', null],
    ['1:75', null],
    ['25 ч', null],
    ['долго', null],
    ['-1', null],
    ['1:30:00', null],
  ])('is read from «%s»: %s', (text, minutes) => {
    expect(parseDuration(text)).toBe(minutes);
  });

  it('is read back as it is shown', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1440 }), (minutes) => {
        expect(parseDuration(durationText(minutes))).toBe(minutes);
      }),
    );
  });

  it('is whole minutes between one and a day', () => {
    const began = at('2026-11-26T09:00:00Z');
    expect(minutesSince(began, at('2026-11-26T09:00:10Z'))).toBe(1);
    expect(minutesSince(began, at('2026-11-26T10:29:31Z'))).toBe(90);
    expect(minutesSince(began, at('2026-12-26T10:29:31Z'))).toBe(1440);
  });

  it('of a timer that nobody stopped is asked about', () => {
    const began = at('2026-11-26T09:00:00Z');
    expect(isForgotten(began, at('2026-11-26T19:00:00Z'))).toBe(false);
    expect(isForgotten(began, at('2026-11-26T19:00:01Z'))).toBe(true);
  });

  it('is written down from the acceptance on, and measured while the work is in hand', () => {
    expect(taskStates.filter(mayTrackTime)).toEqual(['in_progress', 'in_review', 'client_review', 'done']);
    expect(taskStates.filter(mayTimeWork)).toEqual(['in_progress']);
  });

  it('goes on as if there had been no pause', () => {
    const now = at('2026-11-26T12:00:00Z');
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1440 }), fc.integer({ min: 0, max: 60 }), (minutes, more) => {
        const later = now.add({ minutes: more });
        expect(minutesSince(resumedFrom(minutes, now), later)).toBe(Math.min(1440, minutes + more));
      }),
    );
  });

  it.each([
    [{ spentOn: '2026-11-27' }, 'spentOn', 'in_the_future'],
    [{ spentOn: '2020-11-27' }, 'spentOn', 'not_an_option'],
    [{ spentOn: '' }, 'spentOn', 'required'],
    [{ minutes: 0 }, 'minutes', 'too_small'],
    [{ minutes: 1441 }, 'minutes', 'too_large'],
    [{ note: 'а'.repeat(301) }, 'note', 'too_long'],
  ])('%j is refused at its field', (change, path, code) => {
    const today = Temporal.PlainDate.from('2026-11-26');
    const read = parseInput(timeInput(today), { spentOn: '2026-11-26', minutes: 30, note: '', ...change });
    expect(read).toMatchObject({ ok: false, error: [{ path: [path], code }] });
  });
});
