import { describe, expect, it } from '@jest/globals';
import { canHear, changesViewer } from './hearing';
import type { MemberViewer } from './viewer';

const viewer = (role: MemberViewer['role'], squadIds: string[] = ['ours']): MemberViewer => ({
  kind: 'member',
  agencyId: 'a',
  userId: 'u',
  memberId: 'me',
  role,
  disciplines: [],
  squadIds,
});

describe('Who hears of an event', () => {
  it.each([
    ['owner', { squadId: 'theirs' }, true],
    ['owner', { ownersOnly: true }, true],
    ['manager', { squadId: 'ours' }, true],
    ['manager', { squadId: 'theirs' }, false],
    ['manager', { squadId: 'ours', ownersOnly: true }, false],
    ['manager', {}, false],
    ['specialist', { squadId: 'ours' }, false],
    ['specialist', { squadId: 'theirs', memberIds: ['me'] }, true],
    ['specialist', { squadId: 'ours', memberIds: ['another'] }, false],
  ] as const)('%s, %j: %s', (role, audience, hears) => {
    expect(canHear(viewer(role), audience)).toBe(hears);
  });

  it('tells a guest nothing', () => {
    const guest = {
      kind: 'guest',
      agencyId: 'a',
      approvalId: 'p',
      linkId: 'l',
      contactId: 'c',
      clientId: 'k',
    } as const;
    expect(canHear(guest, { squadId: 'ours', memberIds: ['c'] })).toBe(false);
  });
});

describe('What makes a viewer another one', () => {
  it.each([
    ['member.updated', 'me', [], true],
    ['account.sessions_ended', 'me', ['me'], true],
    ['account.sessions_ended', 'another', ['another'], false],
    ['member.updated', 'another', ['me'], false],
    ['squad.updated', 'ours', ['another'], true],
    ['squad.updated', 'theirs', ['me'], true],
    ['squad.created', 'new', ['me', 'another'], true],
    ['squad.updated', 'theirs', ['another'], false],
    ['task.accepted', 'me', ['me'], false],
  ] as const)('%s of %s, told to %j: %s', (type, id, memberIds, changes) => {
    expect(changesViewer(viewer('manager'), { type, entity: { id }, audience: { memberIds } })).toBe(changes);
  });
});
