import { describe, expect, it } from '@jest/globals';
import { canHear } from './hearing';
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
