import { describe, expect, it } from '@jest/globals';
import { russianCalendar, Temporal } from '@planerka/platform/domain';
import { answerDeadline, onSilence, type SilentRequest } from './silence';

const due = Temporal.Instant.from('2026-12-08T15:00:00Z');
const asked = (patch: Partial<SilentRequest> = {}): SilentRequest => ({
  policy: 'approve',
  dueAt: due,
  remindedAt: null,
  wasOpened: true,
  hasObjection: false,
  ...patch,
});

describe('silence', () => {
  it.each<[string, Partial<SilentRequest>, string | null]>([
    ['that was agreed to be consent', {}, 'approve'],
    ['of somebody who has never looked', { wasOpened: false }, 'remind'],
    ['beside a word that asks for changes', { hasObjection: true }, 'remind'],
    ['that ends a request', { policy: 'expire' }, 'expire'],
    ['that ends a request nobody looked at', { policy: 'expire', wasOpened: false }, 'expire'],
    ['that wants a reminder', { policy: 'remind' }, 'remind'],
    ['that has been reminded of', { policy: 'remind', remindedAt: due }, null],
    ['reminded of, and never looked', { wasOpened: false, remindedAt: due }, null],
    ['reminded of, and then looked', { remindedAt: due }, 'approve'],
    ['that means nothing', { policy: 'nothing' }, null],
    ['without a day by which to speak', { dueAt: null }, null],
  ])('%s: %s', (_name, patch, outcome) => {
    expect(onSilence(asked(patch), due)).toBe(outcome);
  });

  it.each(['remind', 'expire', 'approve'] as const)('is nothing before its time, where it means %s', (policy) => {
    expect(onSilence(asked({ policy }), due.subtract({ milliseconds: 1 }))).toBeNull();
  });
});

it('asks for an answer by the end of a working day, where the agency is', () => {
  const calendar = russianCalendar([2026, 2027]);
  const friday = Temporal.PlainDate.from('2026-12-11');
  const by = (days: number) => answerDeadline(calendar, friday, days, 'Europe/Moscow').toString();
  expect([by(0), by(1), by(2)]).toEqual(['2026-12-11T15:00:00Z', '2026-12-14T15:00:00Z', '2026-12-15T15:00:00Z']);
});
