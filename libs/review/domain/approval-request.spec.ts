import { describe, expect, it } from '@jest/globals';
import { parseInput, Temporal } from '@planerka/platform/domain';
import { couldApprove, type ApprovalFacts } from './approval';
import { approvalRequestInput, checkRequest, expiryOf, verdictsOf, type ApprovalRequest } from './approval-request';

const at = Temporal.Instant.from('2026-12-08T09:00:00Z');
const hours = (count: number) => at.add({ hours: count });
const [task, contact] = ['01890000-0000-7000-8000-000000000001', '01890000-0000-7000-8000-000000000002'];

const request = (patch: Partial<ApprovalRequest> = {}): ApprovalRequest => ({
  taskIds: [task],
  itemIds: [],
  contactIds: [contact],
  mode: 'any',
  message: '',
  changes: [],
  ...patch,
});

describe('a request to the client', () => {
  it.each<[string, Partial<ApprovalRequest>, string[]]>([
    ['of work to somebody', {}, []],
    ['of nothing', { taskIds: [] }, ['taskIds required']],
    ['with the final word of somebody who is not asked', { finalContactId: task }, ['finalContactId not_an_option']],
    ['due in the past', { dueAt: hours(-1) }, ['dueAt in_past']],
    ['that closes before it is due', { dueAt: hours(48), expiresAt: hours(24) }, ['expiresAt before_due']],
    ['that stays open for years', { expiresAt: hours(24 * 800) }, ['expiresAt too_late']],
    ['with a PIN that anybody guesses', { pin: '1111' }, ['pin pin_too_simple']],
  ])('%s', (_, patch, expected) => {
    expect(checkRequest(request(patch), at).map(({ path, code }) => `${path.join('.')} ${code}`)).toEqual(expected);
  });

  it('asks somebody', () => {
    const parsed = parseInput(approvalRequestInput, { taskIds: [task], contactIds: [] });
    expect(parsed).toMatchObject({ ok: false, error: [{ path: ['contactIds'], code: 'required' }] });
  });

  it('opens two weeks longer than the answer is waited for', () => {
    expect(expiryOf({}, at)).toEqual(hours(14 * 24));
    expect(expiryOf({ dueAt: hours(240) }, at)).toEqual(hours(240 + 14 * 24));
    expect(expiryOf({ expiresAt: hours(5) }, at)).toEqual(hours(5));
  });
});

describe('what a closed request means for its tasks', () => {
  const tasks = ['text', 'picture'];
  const closing = { state: 'changes_requested', changesIn: ['picture'], couldApprove: true } as const;
  const decisions = (more: Partial<typeof closing> | object = {}) =>
    verdictsOf(tasks, { ...closing, ...more }).map(({ decision }) => decision);

  it('returns what is named and finishes the rest, where that person could have approved it alone', () => {
    expect(decisions()).toEqual(['approve', 'request_changes']);
    expect(decisions({ couldApprove: false })).toEqual(['request_changes', 'request_changes']);
    expect(decisions({ changesIn: [] })).toEqual(['request_changes', 'request_changes']);
    expect(decisions({ state: 'approved', changesIn: [] })).toEqual(['approve', 'approve']);
  });

  it('knows whose yes would have been enough', () => {
    const asked: ApprovalFacts = {
      state: 'pending',
      mode: 'all',
      approverIds: ['irina', 'pavel'],
      finalContactId: null,
      contentHash: 'a',
      decisions: [],
    };
    expect(couldApprove(asked, 'irina')).toBe(false);
    expect(couldApprove({ ...asked, mode: 'any' }, 'irina')).toBe(true);
    expect(couldApprove({ ...asked, finalContactId: 'irina' }, 'irina')).toBe(true);
    expect(couldApprove({ ...asked, finalContactId: 'irina' }, 'pavel')).toBe(false);
  });
});
