import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { beginsBy, queueOf, reasonOf, type QueueTask } from './queue';

const hour = 3_600_000;
const now = 1_000 * hour;
const aTask = (id: string, more: Partial<QueueTask> = {}): QueueTask => ({
  id,
  isBegun: false,
  dueAt: now + 100 * hour,
  estimatedMinutes: 120,
  isAsked: false,
  isWaiting: false,
  unlocks: 0,
  ...more,
});

describe('The queue of a specialist', () => {
  it.each([
    ['overdue', { dueAt: now - hour }],
    ['time_to_begin', { dueAt: now + 6 * hour }],
    ['next', { dueAt: now + 7 * hour }],
    ['others_wait', { unlocks: 2 }],
    ['begun', { isBegun: true }],
    ['no_due', { dueAt: null }],
    ['waits', { isWaiting: true, dueAt: now - hour }],
    ['asked', { isAsked: true, isWaiting: true }],
  ] as const)('tells %s', (reason, more) => {
    expect(reasonOf(aTask('a', more), now)).toBe(reason);
  });

  it('begins with what is late, goes by the last moment to begin, and ends with what cannot go on', () => {
    const queue = queueOf(
      [
        aTask('asked', { isAsked: true, dueAt: now - 50 * hour }),
        aTask('none', { dueAt: null }),
        aTask('short', { dueAt: now + 30 * hour, estimatedMinutes: 60 }),
        aTask('long', { dueAt: now + 40 * hour, estimatedMinutes: 600 }),
        aTask('late', { dueAt: now - hour }),
        aTask('later', { dueAt: now - 9 * hour }),
      ],
      now,
    );
    expect(queue.map(({ task }) => task.id)).toEqual(['later', 'late', 'long', 'short', 'none', 'asked']);
  });

  it('puts what others wait for, then what is begun, before its equals', () => {
    const queue = queueOf([aTask('a'), aTask('b', { isBegun: true }), aTask('c', { unlocks: 1 })], now);
    expect(queue.map(({ task }) => task.id)).toEqual(['c', 'b', 'a']);
  });

  it('holds every task once, in the same order whatever order they come in', () => {
    const some = fc.record({
      isBegun: fc.boolean(),
      dueAt: fc.option(fc.integer({ min: now - 99 * hour, max: now + 99 * hour })),
      estimatedMinutes: fc.option(fc.integer({ min: 0, max: 6_000 })),
      isAsked: fc.boolean(),
      isWaiting: fc.boolean(),
      unlocks: fc.nat(3),
    });
    fc.assert(
      fc.property(fc.array(some, { maxLength: 12 }), (list) => {
        const tasks = list.map((task, index) => ({ ...task, id: `task-${String(index).padStart(2, '0')}` }));
        const queue = queueOf(tasks, now);
        expect(queueOf(tasks.toReversed(), now)).toEqual(queue);
        expect(queue.map(({ task }) => task.id).toSorted()).toEqual(tasks.map(({ id }) => id));
        const free = queue.filter(({ reason }) => !['overdue', 'waits', 'asked'].includes(reason));
        const moments = free.map(({ task }) => beginsBy(task));
        expect(moments).toEqual(moments.toSorted((one, other) => (one === other ? 0 : one - other)));
      }),
    );
  });
});
