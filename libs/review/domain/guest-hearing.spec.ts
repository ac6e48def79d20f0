import { describe, expect, it } from '@jest/globals';
import { changesPage, mayCloseLink, type GuestPlace, type Happened } from './guest-hearing';

const approval: GuestPlace = {
  kind: 'approval',
  approvalId: 'approval',
  taskIds: new Set(['copy', 'design']),
  itemIds: new Set(['post']),
};
const plan: GuestPlace = { kind: 'plan', clientId: 'sosna', month: '2026-12' };

const happened = (type: string, more: Partial<Happened> & { readonly id?: string } = {}): Happened => {
  const { id = 'thing', ...rest } = more;
  return { type, entity: { type: 'Thing', id }, audience: { clientId: 'sosna' }, ...rest };
};
const said = (visibility: string, taskId: string) => ({ related: { taskId }, details: { visibility } });
const nothing = { from: null, to: null };
const title = { title: nothing };
const stood = (day: string) => ({ details: { publishAt: `${day}T09:00:00Z` } });
const moved = (from: string, to: string) => ({
  ...stood(from),
  changes: { publishAt: { from: `${from}T09:00:00.000Z`, to: `${to}T09:00:00.000Z` } },
});
const ofPost = { related: { itemId: 'post' } };

describe('The page of a request', () => {
  it.each([
    ['a colleague’s word', happened('approval.answered', { id: 'approval' })],
    ['its end', happened('approval.voided', { id: 'approval' })],
    ['a colleague who is asked no more', happened('approval.link_revoked', { id: 'approval' })],
    ['a remark for the client', happened('comment.added', said('client', 'copy'))],
    ['a remark that is settled', happened('comment.resolved', said('client', 'design'))],
    ['another day', happened('item.moved', ofPost)],
    ['another title', happened('item.updated', { ...ofPost, changes: title })],
    ['a picture beside it that is ready', happened('task.done', ofPost)],
  ])('hears of %s', (_, event) => {
    expect(changesPage(approval, event)).toBe(true);
  });

  it.each([
    ['another request', happened('approval.approved', { id: 'another' })],
    ['a colleague who looks', happened('approval.opened', { id: 'approval' })],
    ['an internal remark', happened('comment.added', said('internal', 'copy'))],
    ['a remark of which nobody says for whom', happened('comment.made_criterion', { related: { taskId: 'copy' } })],
    ['a remark on other work', happened('comment.added', said('client', 'another'))],
    ['another publication', happened('item.moved', { related: { itemId: 'another' } })],
    ['what only the agency sees of it', happened('item.updated', { ...ofPost, changes: { campaignId: nothing } })],
    ['a fee', happened('task.brief_saved', ofPost)],
    ['the month', happened('plan.remarked', { details: { month: '2026-12' } })],
  ])('does not hear of %s', (_, event) => {
    expect(changesPage(approval, event)).toBe(false);
  });
});

describe('The page of a month', () => {
  it.each([
    ['a publication more', happened('item.created')],
    ['one fewer', happened('item.deleted')],
    ['another idea', happened('item.updated', { changes: { idea: nothing } })],
    ['an import', happened('plan.imported')],
    ['a word about it', happened('plan.remarked', { details: { month: '2026-12' } })],
    ['somebody who has the last word now', happened('plan.shared', { details: { month: '2026-12' } })],
    ['a rubric by another name', happened('rubric.updated')],
    ['a post that is ready', happened('task.done', ofPost)],
    ['another day within it', happened('item.moved', moved('2026-12-04', '2026-12-20'))],
    ['one that comes into it', happened('item.moved', moved('2027-02-04', '2026-12-20'))],
    ['one that leaves it', happened('item.moved', moved('2026-12-04', '2027-02-20'))],
  ])('hears of %s', (_, event) => {
    expect(changesPage(plan, event)).toBe(true);
  });

  it.each([
    ['another client', { ...happened('item.created'), audience: { clientId: 'lada' } }],
    ['another month', happened('plan.remarked', { details: { month: '2027-01' } })],
    ['a publication of another month', happened('item.updated', { ...stood('2027-02-04'), changes: title })],
    ['a day of another month', happened('item.moved', moved('2027-02-04', '2027-02-20'))],
    ['an export', happened('plan.exported')],
    ['work that is on no publication', happened('task.done', { related: { itemId: null } })],
    ['a remark on a version', happened('comment.added', said('client', 'copy'))],
    ['money', happened('budget.revisionApproved')],
    ['what only the agency sees of a publication', happened('item.updated', { changes: { note: nothing } })],
  ])('does not hear of %s', (_, event) => {
    expect(changesPage(plan, event)).toBe(false);
  });
});

it('A link may be closed by what is done to the links of its own page alone', () => {
  expect(mayCloseLink(approval, happened('approval.link_renewed', { id: 'approval' }))).toBe(true);
  expect(mayCloseLink(approval, happened('approval.link_revoked', { id: 'another' }))).toBe(false);
  expect(mayCloseLink(plan, happened('plan.link_revoked'))).toBe(true);
  expect(mayCloseLink(plan, happened('approval.link_revoked', { id: 'approval' }))).toBe(false);
});
