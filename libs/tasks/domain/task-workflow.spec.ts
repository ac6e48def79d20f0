import { describe, expect, it } from '@jest/globals';
import { blocker } from '@planerka/platform/domain';
import { actionsIn, decide, transition, type TaskCommand } from './task-decision';
import type { TaskFacts } from './task-facts';
import { courtOf, taskActions, taskStates, type TaskAction, type TaskState } from './task-state';
import { member, rub, task, viewerNames, viewers, type ViewerName } from './testing/task';

const leads = 'owner manager';

/** product.md's table, written once more by hand: what the code says is compared with it cell by cell. */
const table: Record<TaskAction, { from: string; to: TaskState; who: string; events: string[] }> = {
  issue: { from: 'draft', to: 'issued', who: leads, events: ['task.issued'] },
  accept: { from: 'issued', to: 'in_progress', who: 'assignee', events: ['task.accepted'] },
  decline: { from: 'issued', to: 'draft', who: 'assignee', events: ['task.declined'] },
  revise: { from: 'issued in_progress', to: 'issued', who: leads, events: ['task.revised'] },
  submit: { from: 'in_progress', to: 'in_review', who: 'assignee', events: ['task.submitted'] },
  request_changes: { from: 'in_review', to: 'in_progress', who: leads, events: ['task.changes_requested'] },
  approve: { from: 'in_review', to: 'client_review', who: leads, events: ['task.approved'] },
  client_approve: { from: 'client_review', to: 'done', who: 'guest', events: ['task.client_approved', 'task.done'] },
  client_request_changes: {
    from: 'client_review',
    to: 'in_progress',
    who: 'guest',
    events: ['task.client_requested_changes'],
  },
  withdraw: { from: 'client_review', to: 'in_review', who: leads, events: ['task.withdrawn'] },
  reopen: { from: 'done', to: 'in_progress', who: leads, events: ['task.reopened'] },
  cancel: {
    from: 'draft issued in_progress in_review client_review',
    to: 'cancelled',
    who: leads,
    events: ['task.cancelled'],
  },
};

const every = taskStates.flatMap((state) =>
  taskActions.flatMap((action) => viewerNames.map((viewer) => [state, action, viewer] as const)),
);

const command = (action: TaskAction, patch: Partial<TaskCommand> = {}): TaskCommand => ({
  action,
  reason: 'Причина',
  ...patch,
});

function move(facts: TaskFacts, action: TaskAction, patch: Partial<TaskCommand> = {}) {
  const result = transition(facts, command(action, patch));
  if (!result.ok) throw new Error(result.error.kind);
  return result.value;
}

describe('every state × action × viewer', () => {
  it.each(every)('%s: %s by %s', (state, action, viewer) => {
    const expected = table[action];
    const result = decide(task({ state }), command(action), viewers[viewer]);
    if (!expected.who.split(' ').includes(viewer)) {
      expect(result).toEqual({ ok: false, error: { kind: 'NotFound' } });
    } else if (!expected.from.split(' ').includes(state)) {
      const error = { kind: 'IllegalTransition', action, state, because: 'state', waitsFor: [] };
      expect(result).toEqual({ ok: false, error });
    } else {
      expect(result).toMatchObject({
        ok: true,
        value: { from: state, to: expected.to, events: expected.events, reason: 'Причина' },
      });
    }
    expect(actionsIn(state).includes(action)).toBe(expected.from.split(' ').includes(state));
  });

  it('ends where the client’s word is not wanted', () => {
    const approved = move(task({ state: 'in_review', wantsClientApproval: false, committed: rub(7_500) }), 'approve');
    expect(approved).toMatchObject({
      to: 'done',
      events: ['task.approved', 'task.done'],
      effects: [{ kind: 'make_payable', amount: rub(7_500) }],
    });
  });

  it('lets nobody review their own work: the owner does', () => {
    const own = task({ state: 'in_review', assigneeId: 'anna' });
    const verdict = (viewer: ViewerName) => decide(own, command('approve'), viewers[viewer]).ok;
    expect([verdict('manager'), verdict('owner')]).toEqual([false, true]);
    expect(decide({ ...own, assigneeId: 'olga' }, command('approve'), viewers.owner).ok).toBe(false);
    expect(decide({ ...own, state: 'in_progress' }, command('submit'), member('manager', 'anna')).ok).toBe(true);
  });

  it('hears no client without a request', () => {
    const facts = task({ state: 'client_review', approvalId: null });
    expect(decide(facts, command('client_approve'), viewers.guest)).toEqual({ ok: false, error: { kind: 'NotFound' } });
  });

  it('knows whose move it is', () => {
    expect(taskStates.map((state) => courtOf[state])).toEqual([
      'manager',
      'specialist',
      'specialist',
      'manager',
      'client',
      'nobody',
      'nobody',
    ]);
  });
});

describe('conditions', () => {
  it.each(['issue', 'revise'] as const)('%s: only a ready brief', (action) => {
    const state = action === 'issue' ? 'draft' : 'in_progress';
    const findings = [blocker('goal', 'field_missing')];
    expect(transition(task({ state }), command(action, { findings }))).toEqual({
      ok: false,
      error: { kind: 'BriefNotReady', findings },
    });
    const advised = [{ ...blocker('goal', 'field_missing'), blocks: false }];
    expect(transition(task({ state }), command(action, { findings: advised })).ok).toBe(true);
  });

  it.each(['decline', 'request_changes', 'client_request_changes', 'reopen', 'cancel'] as const)(
    '%s: only with a reason',
    (action) => {
      const [state] = table[action].from.split(' ') as [TaskState];
      const refused = {
        ok: false,
        error: { kind: 'InvalidInput', issues: [{ path: ['reason'], code: 'required', params: {} }] },
      };
      expect(transition(task({ state }), { action })).toEqual(refused);
      expect(transition(task({ state }), { action, reason: '  ' })).toEqual(refused);
    },
  );

  it('request_changes: open comments are a reason', () => {
    expect(transition(task({ state: 'in_review', openComments: 2 }), { action: 'request_changes' }).ok).toBe(true);
  });

  it('accept: not before what it starts after', () => {
    const predecessors = (['done', 'in_review', 'cancelled', 'draft'] as const).map((state) => ({ id: state, state }));
    expect(transition(task({ state: 'issued', predecessors }), command('accept'))).toEqual({
      ok: false,
      error: {
        kind: 'IllegalTransition',
        action: 'accept',
        state: 'issued',
        because: 'predecessors',
        waitsFor: ['in_review', 'draft'],
      },
    });
    expect(transition(task({ state: 'draft', predecessors }), command('issue')).ok).toBe(true);
    const over = predecessors.filter(({ state }) => state === 'done' || state === 'cancelled');
    expect(transition(task({ state: 'issued', predecessors: over }), command('accept')).ok).toBe(true);
  });
});

describe('what a transition brings', () => {
  const committed = rub(7_500);

  it.each<[string, Partial<TaskFacts>, TaskAction, object[]]>([
    ['issue freezes the brief', {}, 'issue', [{ kind: 'snapshot_brief' }]],
    ['accept commits the fee', { state: 'issued' }, 'accept', [{ kind: 'commit', amount: rub(7_500) }]],
    [
      'accept of a raised fee commits the difference',
      { state: 'issued', committed: rub(5_000) },
      'accept',
      [{ kind: 'commit', amount: rub(2_500) }],
    ],
    [
      'accept of a lowered fee releases it',
      { state: 'issued', committed: rub(9_000) },
      'accept',
      [{ kind: 'release', amount: rub(1_500) }],
    ],
    ['accept of an unchanged fee moves nothing', { state: 'issued', committed }, 'accept', []],
    ['accept without a fee moves nothing', { state: 'issued', fee: rub(0) }, 'accept', []],
    ['decline of fresh work moves nothing', { state: 'issued' }, 'decline', []],
    [
      'decline of a revision releases what was committed',
      { state: 'issued', committed },
      'decline',
      [{ kind: 'release', amount: committed }],
    ],
    [
      'revise keeps the commitment until it is accepted again',
      { state: 'in_progress', committed },
      'revise',
      [{ kind: 'snapshot_brief' }],
    ],
    ['submit stores a version', { state: 'in_progress' }, 'submit', [{ kind: 'add_deliverable' }]],
    ['approve towards the client moves nothing', { state: 'in_review', committed }, 'approve', []],
    [
      'the client’s yes makes the fee payable',
      { state: 'client_review', committed },
      'client_approve',
      [{ kind: 'make_payable', amount: committed }],
    ],
    [
      'the first return is counted',
      { state: 'client_review' },
      'client_request_changes',
      [{ kind: 'count_round', round: 1 }],
    ],
    [
      'the last included return is counted',
      { state: 'client_review', rounds: 1 },
      'client_request_changes',
      [{ kind: 'count_round', round: 2 }],
    ],
    [
      'a return past them is priced',
      { state: 'client_review', rounds: 2 },
      'client_request_changes',
      [
        { kind: 'count_round', round: 3 },
        { kind: 'draft_change_request', round: 3 },
      ],
    ],
    ['withdraw tells the link', { state: 'client_review' }, 'withdraw', [{ kind: 'withdraw_approval' }]],
    [
      'reopen takes back what is owed',
      { state: 'done', payable: committed },
      'reopen',
      [{ kind: 'reverse_payable', amount: committed }],
    ],
    ['reopen of paid work moves nothing', { state: 'done' }, 'reopen', []],
    ['cancel of a draft moves nothing', { approvalId: null }, 'cancel', []],
    [
      'cancel releases the commitment and the client',
      { state: 'client_review', committed },
      'cancel',
      [{ kind: 'release', amount: committed }, { kind: 'withdraw_approval' }],
    ],
  ])('%s', (_name, facts, action, effects) => {
    expect(move(task(facts), action).effects).toEqual(effects);
  });

  it.each([
    [
      30,
      [
        { kind: 'kill_fee', amount: rub(2_250) },
        { kind: 'release', amount: rub(5_250) },
      ],
    ],
    [100, [{ kind: 'kill_fee', amount: committed }]],
    [0, [{ kind: 'release', amount: committed }]],
  ])('cancel with a kill fee of %s percent', (killFeePercent, effects) => {
    const facts = task({ state: 'in_progress', committed, approvalId: null });
    expect(move(facts, 'cancel', { killFeePercent }).effects).toEqual(effects);
  });

  it.each([-1, 101, 0.5])('takes no kill fee of %s percent', (killFeePercent) => {
    expect(() => move(task({ state: 'in_progress' }), 'cancel', { killFeePercent })).toThrow(RangeError);
  });
});
