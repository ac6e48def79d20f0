import { describe, expect, it } from '@jest/globals';
import type { Answering } from '@planerka/content-plan/domain';
import { businessCalendar, dateOf, Temporal } from '@planerka/platform/domain';
import { taskRisk } from './task-risk';
import type { TaskState } from './task-state';

// A Tuesday.
const at = Temporal.Instant.from('2026-12-08T12:00:00Z');
const calendar = businessCalendar();
const usual: Answering = { days: 2, calendar };
const after = (hours: number | null) => (hours === null ? null : at.add({ hours }));
const dayOf = (hours: number | null) => (hours === null ? null : dateOf(at.add({ hours }), 'UTC'));

function riskOf(
  state: TaskState,
  [due, publish, since = 0]: readonly [number | null, number | null, number?],
  answering = usual,
  wantsClientApproval = true,
) {
  return taskRisk(
    {
      state,
      dueAt: after(due),
      dueOn: dayOf(due),
      publishAt: after(publish),
      publishOn: dayOf(publish),
      stateSinceOn: dateOf(at.add({ hours: since }), 'UTC'),
      wantsClientApproval,
    },
    { at, today: dateOf(at, 'UTC'), calendar, answering },
  );
}

describe('what a person has to know of a task first', () => {
  it.each<[string, TaskState, [number | null, number | null, number?], string | null]>([
    ['all is well', 'in_progress', [72, 200], null],
    ['due today', 'in_progress', [5, 200], 'due_soon warn'],
    ['late', 'issued', [-1, 200], 'overdue danger'],
    ['late, but handed in', 'in_review', [-1, 200], null],
    ['the client will not make it', 'in_review', [-1, 30], 'client_needs_time danger'],
    ['the client makes it without a day to spare', 'in_review', [-1, 48], 'client_needs_time warn'],
    ['due too late for the client', 'issued', [120, 150], 'client_needs_time danger'],
    ['a draft that is due too late for the client', 'draft', [120, 150], 'client_needs_time danger'],
    ['due today comes before a client without a day to spare', 'in_progress', [5, 48], 'due_soon warn'],
    ['with the client, who will not make it', 'client_review', [-1, 30], 'client_needs_time danger'],
    ['with the client for long enough', 'client_review', [-100, 48, -100], null],
    ['it should have been out', 'in_review', [-30, -1], 'publication_passed danger'],
    ['closed', 'done', [-30, -1], null],
    ['nothing is set', 'in_progress', [null, null], null],
  ])('%s', (_, state, hours, expected) => {
    const risk = riskOf(state, hours);
    expect(risk && `${risk.code} ${risk.level}`).toBe(expected);
  });

  it('gives each client the days that they usually take, but not those on which they are away', () => {
    const inReview = (answering: Answering) => riskOf('in_review', [-1, 80], answering);
    expect(inReview({ days: 1, calendar })).toBeNull();
    expect(inReview({ days: 4, calendar })).toMatchObject({ level: 'danger', answer: { days: 4 } });
    const away = businessCalendar({ nonWorkingDays: ['2026-12-09', '2026-12-10', '2026-12-11'] });
    const risk = inReview({ days: 1, calendar: away });
    expect(risk?.level).toBe('danger');
    expect(risk?.answer?.expectedOn.toString()).toBe('2026-12-14');
    expect(risk?.answer?.sendBy.toString()).toBe('2026-12-08');
  });

  it('asks nothing of a client whose word is not wanted', () => {
    expect(riskOf('in_review', [-1, 30], usual, false)).toBeNull();
  });
});
