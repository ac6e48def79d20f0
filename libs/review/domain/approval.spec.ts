import { describe, expect, it } from '@jest/globals';
import { Temporal } from '@planerka/platform/domain';
import {
  approvalHash,
  approvalStates,
  decideApproval,
  overtaken,
  standing,
  stateAfterEdit,
  stateWithout,
  type ApprovalFacts,
  type Decision,
  type DecisionKind,
  type NewDecision,
} from './approval';

const at = Temporal.Instant.from('2026-12-08T09:00:00Z');
const hash = 'a'.repeat(64);
const edited = 'b'.repeat(64);

const said = (contactId: string, kind: DecisionKind, patch: Partial<Decision> = {}): Decision => ({
  contactId,
  kind,
  contentHash: hash,
  decidedAt: at,
  voidedAt: null,
  ...patch,
});

const asked = (patch: Partial<ApprovalFacts> = {}): ApprovalFacts => ({
  state: 'pending',
  mode: 'any',
  approverIds: ['irina', 'pavel'],
  finalContactId: null,
  contentHash: hash,
  decisions: [],
  ...patch,
});

const says = (contactId: string, kind: DecisionKind, patch: Partial<NewDecision> = {}): NewDecision => ({
  contactId,
  kind,
  contentHash: hash,
  comment: kind === 'approve' ? '' : 'Цена не та',
  openComments: 0,
  ...patch,
});

describe('who ends a request', () => {
  const approve = 'approve' as const;
  const changes = 'request_changes' as const;

  it.each<[string, Partial<ApprovalFacts>, NewDecision, string]>([
    ['any: the first word', {}, says('irina', approve), 'approved'],
    ['any: the first word, a return', {}, says('irina', changes), 'changes_requested'],
    ['all: one of two', { mode: 'all' }, says('irina', approve), 'pending'],
    ['all: two of two', { mode: 'all', decisions: [said('irina', approve)] }, says('pavel', approve), 'approved'],
    [
      'all: one return is enough',
      { mode: 'all', decisions: [said('irina', approve)] },
      says('pavel', changes),
      'changes_requested',
    ],
    ['the last word is not said yet', { finalContactId: 'pavel' }, says('irina', approve), 'pending'],
    ['the last word is not said yet, a return', { finalContactId: 'pavel' }, says('irina', changes), 'pending'],
    ['the last word', { finalContactId: 'pavel' }, says('pavel', approve), 'approved'],
    [
      'the last word against another’s',
      { finalContactId: 'pavel', mode: 'all', decisions: [said('irina', changes)] },
      says('pavel', approve),
      'approved',
    ],
    [
      'the last word returns it',
      { finalContactId: 'pavel', decisions: [said('irina', approve)] },
      says('pavel', changes),
      'changes_requested',
    ],
    [
      'a voided word counts no more',
      { mode: 'all', decisions: [said('irina', approve, { voidedAt: at })] },
      says('pavel', approve),
      'pending',
    ],
    [
      'a word about other content counts no more',
      { mode: 'all', decisions: [said('irina', approve, { contentHash: edited })] },
      says('pavel', approve),
      'pending',
    ],
    ['pinned remarks are a reason', {}, says('irina', changes, { comment: '', openComments: 1 }), 'changes_requested'],
  ])('%s', (_name, patch, decision, state) => {
    expect(decideApproval(asked(patch), decision)).toEqual({ ok: true, value: { state } });
  });

  it.each(approvalStates.filter((state) => state !== 'pending'))('nobody, when it is %s', (state) => {
    expect(decideApproval(asked({ state }), says('irina', approve))).toEqual({
      ok: false,
      error: { kind: 'ApprovalClosed', state },
    });
  });

  it.each<[string, Partial<ApprovalFacts>, NewDecision, object]>([
    ['a stranger', {}, says('oleg', approve), { kind: 'NotAsked' }],
    ['twice', { mode: 'all', decisions: [said('irina', approve)] }, says('irina', changes), { kind: 'NotAsked' }],
    [
      'about what is no more',
      {},
      says('irina', approve, { contentHash: edited }),
      { kind: 'ContentChanged', contentHash: hash },
    ],
    [
      'a return without a reason',
      {},
      says('irina', changes, { comment: ' ' }),
      { kind: 'InvalidInput', issues: [{ path: ['comment'], code: 'required', params: {} }] },
    ],
  ])('not %s', (_name, patch, decision, error) => {
    expect(decideApproval(asked(patch), decision)).toEqual({ ok: false, error });
  });
});

describe('an edit afterwards', () => {
  it.each([
    ['pending', 'voided'],
    ['approved', 'voided'],
    ['changes_requested', 'changes_requested'],
    ['withdrawn', 'withdrawn'],
    ['expired', 'expired'],
    ['voided', 'voided'],
  ] as const)('of what is %s leaves it %s', (state, after) => {
    expect(stateAfterEdit(asked({ state }), edited)).toBe(after);
    expect(stateAfterEdit(asked({ state }), hash)).toBe(state);
  });

  it('finds the decisions it overtakes, each once', () => {
    const decisions = [said('irina', 'approve'), said('pavel', 'approve', { voidedAt: at })];
    expect(overtaken(decisions, edited)).toEqual([decisions[0]]);
    expect(overtaken(decisions, hash)).toEqual([]);
    expect(standing({ decisions, contentHash: hash })).toEqual([decisions[0]]);
  });

  it('of any subject changes the hash of the request', () => {
    const subjects = [
      { taskId: 't1', contentHash: hash },
      { taskId: 't2', contentHash: hash },
    ];
    const before = approvalHash(subjects);
    expect(approvalHash(structuredClone(subjects))).toBe(before);
    expect(approvalHash([subjects[0]!, { taskId: 't2', contentHash: edited }])).not.toBe(before);
    expect(approvalHash(subjects.toReversed())).not.toBe(before);
  });
});

describe('Without one who is asked no more, a request', () => {
  const all = { mode: 'all' as const };
  it.each<[string, Partial<ApprovalFacts>, string]>([
    ['of all waits for the others', all, 'pending'],
    ['of all is approved where the others agree', { ...all, decisions: [said('irina', 'approve')] }, 'approved'],
    ['of all does not count the yes of who is gone', { ...all, decisions: [said('pavel', 'approve')] }, 'pending'],
    ['of all is nobody’s where nobody is left', { ...all, approverIds: ['pavel'] }, 'pending'],
    [
      'of all does not count a yes to other content',
      { ...all, decisions: [said('irina', 'approve', { contentHash: edited })] },
      'pending',
    ],
    ['waits on for the last word', { ...all, finalContactId: 'irina', decisions: [] }, 'pending'],
    ['of any waits for a first word', {}, 'pending'],
    ['that is decided stays so', { ...all, state: 'changes_requested' }, 'changes_requested'],
  ])('%s', (_, patch, state) => {
    expect(stateWithout(asked(patch), 'pavel')).toBe(state);
  });
});
