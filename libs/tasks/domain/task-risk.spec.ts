import { describe, expect, it } from '@jest/globals';
import { Temporal } from '@planerka/platform/domain';
import { taskRisk } from './task-risk';
import type { TaskState } from './task-state';

const at = Temporal.Instant.from('2026-12-08T12:00:00Z');
const after = (hours: number) => at.add({ hours });

describe('what a person has to know of a task first', () => {
  it.each<[string, TaskState, number | null, number | null, string | null]>([
    ['all is well', 'in_progress', 72, 200, null],
    ['due today', 'in_progress', 5, 200, 'due_soon warn'],
    ['late', 'issued', -1, 200, 'overdue danger'],
    ['late, but handed in', 'in_review', -1, 200, null],
    ['the client will not make it', 'in_review', -1, 30, 'client_needs_time danger'],
    ['with the client already', 'client_review', -1, 30, null],
    ['it should have been out', 'in_review', -30, -1, 'publication_passed danger'],
    ['closed', 'done', -30, -1, null],
    ['nothing is set', 'in_progress', null, null, null],
  ])('%s', (_, state, due, publish, expected) => {
    const dueAt = due === null ? null : after(due);
    const publishAt = publish === null ? null : after(publish);
    const risk = taskRisk({ state, dueAt, publishAt, wantsClientApproval: true }, at);
    expect(risk && `${risk.code} ${risk.level}`).toBe(expected);
  });
});
