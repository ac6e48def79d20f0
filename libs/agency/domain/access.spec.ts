import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { actions, can, clientScope, leadScope, taskScope, type Action } from './access';
import type { Discipline, Role } from './role';
import type { GuestViewer, MemberViewer, Viewer } from './viewer';

const member = (role: Role, memberId: string, squadIds: string[], disciplines: Discipline[] = []): MemberViewer => ({
  kind: 'member',
  userId: `user-${memberId}`,
  agencyId: 'agency',
  memberId,
  role,
  disciplines,
  squadIds,
});

const guest = (approvalId: string): GuestViewer => ({
  kind: 'guest',
  agencyId: 'agency',
  approvalId,
  linkId: 'link',
  contactId: 'contact',
  clientId: 'client',
});

/** The thing: a task of squad «sever», done by «timur», asked about in approval «approval». */
const facts = {
  squadId: 'sever',
  squadIds: ['sever'],
  assigneeId: 'timur',
  memberId: 'timur',
  approvalId: 'approval',
  requestedById: 'anna',
  role: 'specialist',
  category: 'ad_spend',
  authorId: 'anna',
  authorMemberId: 'anna',
  isShared: true,
};

const viewers: Record<string, Viewer> = {
  owner: member('owner', 'olga', []),
  manager: member('manager', 'anna', ['sever']),
  otherManager: member('manager', 'boris', ['yug']),
  assignee: member('specialist', 'timur', ['sever'], ['design']),
  targetologist: member('specialist', 'lev', ['sever'], ['targeting']),
  copywriter: member('specialist', 'maria', ['sever'], ['copy']),
  outsider: member('specialist', 'igor', ['yug'], ['targeting']),
  guest: guest('approval'),
  otherGuest: guest('another'),
};

const everyone = 'owner manager otherManager assignee targetologist copywriter outsider';
const squad = 'owner manager assignee targetologist copywriter';
const leads = 'owner manager';

const table: Record<Action, string> = {
  'agency.view': everyone,
  'agency.manage': 'owner',
  'agency.export': 'owner',
  'member.view': everyone,
  'member.invite': leads,
  'member.manage': 'owner',
  'member.profile.edit': 'owner assignee',
  'token.create': everyone,
  'token.revoke': 'owner assignee',
  'squad.manage': 'owner',
  'rate.view': 'owner assignee',
  'rate.edit': 'owner',
  'client.create': 'owner manager otherManager',
  'client.view': squad,
  'client.edit': leads,
  'client.contacts.view': leads,
  'client.assign': 'owner',
  'client.overLimit': 'owner',
  'client.simulate': leads,
  'retainer.view': 'owner',
  'retainer.edit': 'owner',
  'service.view': 'owner',
  'service.edit': 'owner',
  'campaign.view': squad,
  'campaign.edit': leads,
  'campaign.close': leads,
  'budget.view': leads,
  'budget.line.view': 'owner manager targetologist',
  'budget.request': leads,
  'budget.withdraw': 'manager',
  'budget.decide': 'owner',
  'adSpend.enter': 'owner manager targetologist',
  'payout.view': 'owner manager assignee',
  'time.enter': 'assignee',
  'time.view': 'assignee',
  'time.sum.view': 'owner manager assignee',
  'workload.view': 'owner manager assignee',
  'payout.prepare': leads,
  'payout.approve': 'owner',
  'payout.pay': 'owner',
  'overview.view': 'owner',
  'margin.view': 'owner',
  'plan.view': squad,
  'plan.edit': leads,
  'plan.import': leads,
  'plan.export': leads,
  'item.view': squad,
  'item.edit': leads,
  'idea.add': everyone,
  'idea.keep': leads,
  'savedView.view': leads,
  'savedView.share': 'owner manager otherManager',
  'savedView.edit': leads,
  'task.view': 'owner manager assignee',
  'task.create': leads,
  'task.edit': leads,
  'task.issue': leads,
  'task.accept': 'assignee',
  'task.decline': 'assignee',
  'task.revise': leads,
  'task.submit': 'assignee',
  'task.ask': 'assignee',
  'task.answer': leads,
  'task.review': leads,
  'task.withdraw': leads,
  'task.cancel': leads,
  'task.reopen': leads,
  'fee.view': 'owner manager assignee',
  'template.view': 'owner manager otherManager',
  'template.edit': 'owner manager otherManager',
  'comment.internal.view': 'owner manager assignee',
  'comment.internal.write': 'owner manager assignee',
  'comment.edit': 'manager',
  'comment.client.view': 'owner manager assignee',
  'comment.client.write': leads,
  'approval.view': 'owner manager guest',
  'approval.send': leads,
  'approval.revoke': leads,
  'changeRequest.decide': leads,
  'approval.decide': 'guest',
  'approval.comment': 'guest',
  'kpi.view': squad,
  'kpi.enter': 'owner manager targetologist',
  'case.view': leads,
  'case.edit': leads,
  'audit.view': leads,
  'webhook.manage': 'owner',
  'calendar.revoke': 'owner assignee',
  'calendar.give': leads,
};

/** The table asks with more facts than an action wants: its types are checked where the product calls `can`. */
const asks = can as (viewer: Viewer, action: Action, facts: object) => boolean;

describe('who may do what', () => {
  it('is said about every action', () => {
    expect(Object.keys(table).toSorted()).toEqual(actions.toSorted());
  });

  it.each(Object.entries(table) as [Action, string][])('%s: %s', (action, expected) => {
    const allowed = Object.entries(viewers).filter(([, viewer]) => asks(viewer, action, facts));
    expect(allowed.map(([name]) => name)).toEqual(expected.split(' '));
  });

  it('shows a view to its author alone until it is shared, and never without its clients', () => {
    const view = { authorId: 'maria', isShared: false, squadIds: ['sever'] };
    const [copywriter, manager, owner] = [viewers['copywriter']!, viewers['manager']!, viewers['owner']!];
    expect([copywriter, manager, owner].map((viewer) => can(viewer, 'savedView.view', view))).toEqual([
      true,
      false,
      false,
    ]);
    const shared = { ...view, authorId: 'anna', isShared: true };
    expect([copywriter, manager, owner].map((viewer) => can(viewer, 'savedView.view', shared))).toEqual([
      false,
      true,
      true,
    ]);
    const wide = { ...shared, squadIds: ['sever', 'yug'] };
    expect([manager, owner].map((viewer) => can(viewer, 'savedView.edit', wide))).toEqual([false, true]);
  });

  it('lets nobody review their own work', () => {
    const own = { squadId: 'sever', assigneeId: 'anna' };
    const manager = member('manager', 'anna', ['sever']);
    const owner = member('owner', 'olga', []);
    expect([can(manager, 'task.review', own), can(owner, 'task.review', own)]).toEqual([false, true]);
    expect(can(owner, 'task.review', { squadId: 'sever', assigneeId: 'olga' })).toBe(false);
    expect(can(manager, 'task.submit', own)).toBe(true);
  });

  it('lets a manager invite only specialists, only into their own squads', () => {
    const manager = member('manager', 'anna', ['sever', 'zapad']);
    const invites = (role: Role, squadIds: string[]) => can(manager, 'member.invite', { role, squadIds });
    expect(invites('specialist', ['sever', 'zapad'])).toBe(true);
    expect(invites('specialist', ['sever', 'yug'])).toBe(false);
    expect(invites('specialist', [])).toBe(false);
    expect(invites('manager', ['sever'])).toBe(false);
    expect(invites('owner', ['sever'])).toBe(false);
  });

  it('shows a targetologist the ad spend and no other line', () => {
    const lev = member('specialist', 'lev', ['sever'], ['targeting']);
    expect(can(lev, 'budget.line.view', { squadId: 'sever', category: 'design' })).toBe(false);
    expect(can(lev, 'budget.line.view', { squadId: 'yug', category: 'ad_spend' })).toBe(false);
  });

  it('keeps a specialist on a task that was theirs when the squad is not', () => {
    const guestStar = member('specialist', 'timur', ['yug']);
    expect(can(guestStar, 'task.view', facts)).toBe(true);
    expect(can(guestStar, 'client.view', facts)).toBe(false);
  });
});

describe('lists', () => {
  const ids = fc.constantFrom('sever', 'yug', 'zapad');
  const people = fc.constantFrom('anna', 'timur', 'olga');
  const anyone: fc.Arbitrary<Viewer> = fc.oneof(
    fc
      .record({
        role: fc.constantFrom<Role>('owner', 'manager', 'specialist'),
        id: people,
        squads: fc.uniqueArray(ids),
      })
      .map(({ role, id, squads }) => member(role, id, squads)),
    fc.constant(guest('approval')),
  );

  it('find exactly what could be opened one by one', () => {
    fc.assert(
      fc.property(anyone, ids, fc.option(people), (viewer, squadId, assigneeId) => {
        const clients = clientScope(viewer);
        expect(clients.kind === 'all' || clients.squadIds.includes(squadId)).toBe(
          can(viewer, 'client.view', { squadId }),
        );
        const leading = leadScope(viewer);
        expect(leading.kind === 'all' || leading.squadIds.includes(squadId)).toBe(
          can(viewer, 'budget.view', { squadId }),
        );
        const tasks = taskScope(viewer);
        const finds =
          tasks.kind === 'all' ||
          tasks.squadIds.includes(squadId) ||
          (assigneeId !== null && tasks.assigneeId === assigneeId);
        expect(finds).toBe(can(viewer, 'task.view', { squadId, assigneeId }));
        // What hangs on a task is read with it: what is said to everybody who sees it, its draft by its squads alone.
        if (viewer.kind === 'guest') return;
        expect(can(viewer, 'comment.internal.view', { squadId, assigneeId })).toBe(finds);
        expect(can(viewer, 'comment.client.view', { squadId, assigneeId })).toBe(finds);
        const writes = tasks.kind === 'all' || tasks.squadIds.includes(squadId);
        expect(can(viewer, 'task.edit', { squadId, assigneeId })).toBe(writes);
      }),
    );
  });
});
