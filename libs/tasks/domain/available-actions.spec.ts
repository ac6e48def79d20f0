import { describe, expect, it } from '@jest/globals';
import { Temporal } from '@planerka/platform/domain';
import { availableActions } from './available-actions';
import { courtTime } from './court-time';
import { decide } from './task-decision';
import { isBlocked, isOverdue, waitsFor, wouldCycle, type TaskFacts } from './task-facts';
import { taskStates, type TaskState } from './task-state';
import { member, task, viewerNames, viewers, type ViewerName } from './testing/task';

/** «!» marks the filled button. */
const offered = (facts: Partial<TaskFacts>, viewer: ViewerName) =>
  availableActions(task(facts), viewers[viewer])
    .map(({ action, isPrimary, count }) => `${action}${count === null ? '' : `·${count}`}${isPrimary ? '!' : ''}`)
    .join(' ');

describe('available actions', () => {
  it.each<[TaskState, ViewerName, string, Partial<TaskFacts>?]>([
    ['draft', 'manager', 'issue! cancel'],
    ['draft', 'assignee', ''],
    ['issued', 'manager', 'revise cancel'],
    ['issued', 'assignee', 'accept! decline ask'],
    ['issued', 'assignee', 'decline ask', { predecessors: [{ id: 'copy', state: 'in_review' }] }],
    ['issued', 'manager', 'answer·1! revise cancel', { openQuestions: 1 }],
    ['in_progress', 'assignee', 'submit! ask'],
    ['in_progress', 'manager', 'revise cancel'],
    ['in_progress', 'manager', 'answer·2! revise cancel', { openQuestions: 2 }],
    ['in_review', 'manager', 'approve! request_changes cancel'],
    ['in_review', 'manager', 'request_changes·2! approve cancel', { openComments: 2 }],
    ['in_review', 'assignee', ''],
    ['client_review', 'manager', 'withdraw cancel'],
    ['client_review', 'guest', 'client_approve! client_request_changes'],
    ['client_review', 'otherGuest', ''],
    ['done', 'manager', 'reopen'],
    ['done', 'assignee', ''],
    ['cancelled', 'owner', ''],
    ['in_review', 'otherManager', ''],
    ['in_review', 'otherSpecialist', ''],
  ])('%s, %s: %s', (state, viewer, expected, facts = {}) => {
    expect(offered({ state, ...facts }, viewer)).toBe(expected);
  });

  it('says where approving leads', () => {
    const end = (wantsClientApproval: boolean) =>
      availableActions(task({ state: 'in_review', wantsClientApproval }), viewers.manager)[0]?.to;
    expect([end(true), end(false)]).toEqual(['client_review', 'done']);
  });

  it('shows a manager who did the work themself no review', () => {
    const own = task({ state: 'in_review', assigneeId: 'anna' });
    expect(availableActions(own, member('manager', 'anna')).map(({ action }) => action)).toEqual(['cancel']);
  });

  it('offers nothing that would be refused, in any state and to anyone', () => {
    for (const state of taskStates) {
      for (const name of viewerNames) {
        for (const { action } of availableActions(task({ state }), viewers[name])) {
          if (action === 'ask' || action === 'answer') continue;
          expect(decide(task({ state }), { action, reason: 'Причина' }, viewers[name]).ok).toBe(true);
        }
      }
    }
  });
});

describe('facts about a task', () => {
  const due = Temporal.Instant.from('2026-12-07T16:00:00Z');
  const second = { seconds: 1 };

  it('is late only while it is with the specialist', () => {
    const late = taskStates.filter((state) => isOverdue({ state, dueAt: due }, due.add(second)));
    expect(late).toEqual(['issued', 'in_progress']);
    expect(isOverdue({ state: 'in_progress', dueAt: due }, due)).toBe(false);
    expect(isOverdue({ state: 'in_progress', dueAt: null }, due)).toBe(false);
  });

  it('is blocked by a question while it is open', () => {
    expect(isBlocked({ state: 'in_progress', openQuestions: 1 })).toBe(true);
    expect(isBlocked({ state: 'in_progress', openQuestions: 0 })).toBe(false);
    expect(isBlocked({ state: 'cancelled', openQuestions: 1 })).toBe(false);
  });

  it('knows in whose court the ball was, and how long', () => {
    const at = (hour: number) => Temporal.Instant.from('2026-12-08T00:00:00Z').add({ hours: hour });
    const changes = (['issued', 'in_progress', 'in_review', 'client_review', 'in_progress', 'done'] as const).map(
      (to, index) => ({ to, at: at(index * index) }),
    );
    const hours = Object.entries(courtTime(changes, at(30))).map(([court, time]) => `${court} ${time / 3_600_000}`);
    expect(hours).toEqual(['manager 5', 'specialist 13', 'client 7', 'nobody 5']);
    expect(courtTime([], at(1)).manager).toBe(0);
  });

  it('waits for what is open', () => {
    const predecessors = taskStates.map((state) => ({ id: state, state }));
    expect(waitsFor({ predecessors })).toEqual(['draft', 'issued', 'in_progress', 'in_review', 'client_review']);
  });

  it('never waits for itself, however long the way round', () => {
    const edges = [
      { taskId: 'design', afterTaskId: 'copy' },
      { taskId: 'ads', afterTaskId: 'design' },
      { taskId: 'ads', afterTaskId: 'copy' },
    ];
    expect(wouldCycle(edges, { taskId: 'copy', afterTaskId: 'ads' })).toBe(true);
    expect(wouldCycle(edges, { taskId: 'copy', afterTaskId: 'copy' })).toBe(true);
    expect(wouldCycle(edges, { taskId: 'video', afterTaskId: 'ads' })).toBe(false);
  });
});
