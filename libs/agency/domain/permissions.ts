import type { Id } from '@planerka/platform/domain';
import type {
  NoFacts,
  OfApproval,
  OfAudit,
  OfComment,
  OfIdea,
  OfInvitation,
  OfLine,
  OfMember,
  OfPayout,
  OfSavedView,
  OfRevision,
  OfSquad,
  OfTask,
} from './facts';
import { isManager, isOwner, isSpecialist, type GuestViewer, type MemberViewer, type Viewer } from './viewer';

type Rule<Facts> = (viewer: Viewer, facts: Facts) => boolean;

const rule = <Facts>(allows: Rule<Facts>): Rule<Facts> => allows;
const member = <Facts>(allows: (viewer: MemberViewer, facts: Facts) => boolean): Rule<Facts> =>
  rule((viewer, facts) => viewer.kind === 'member' && allows(viewer, facts));
const guest = <Facts>(allows: (viewer: GuestViewer, facts: Facts) => boolean): Rule<Facts> =>
  rule((viewer, facts) => viewer.kind === 'guest' && allows(viewer, facts));
const either = <Facts>(...rules: readonly Rule<Facts>[]): Rule<Facts> =>
  rule((viewer, facts) => rules.some((allows) => allows(viewer, facts)));

const serves = (viewer: MemberViewer, { squadId }: OfSquad): boolean => viewer.squadIds.includes(squadId);
const isAssignee = (viewer: MemberViewer, { assigneeId }: OfTask): boolean => assigneeId === viewer.memberId;
const isTargetologist = (viewer: MemberViewer): boolean => viewer.disciplines.includes('targeting');

/** Of every client that it names. */
const seesAll = (viewer: MemberViewer, { squadIds }: { readonly squadIds: readonly Id[] }): boolean =>
  isOwner(viewer) || squadIds.every((id) => viewer.squadIds.includes(id));

const anyMember = member<NoFacts>(() => true);
const owner = <Facts>(): Rule<Facts> => member((viewer) => isOwner(viewer));
/** The owner, and the manager of the squad that serves the client. */
const leads = <Facts extends OfSquad>(): Rule<Facts> =>
  member((viewer, facts) => isOwner(viewer) || (isManager(viewer) && serves(viewer, facts)));
/** The owner, and everyone of the squad. */
const squad = <Facts extends OfSquad>(): Rule<Facts> =>
  member((viewer, facts) => isOwner(viewer) || serves(viewer, facts));
const assignee = member<OfTask>(isAssignee);
const self = member<OfMember>((viewer, { memberId }) => memberId === viewer.memberId);
/** Whoever leads the client; and whoever does the task, in their own squad or not. */
const worksOn = either<OfTask>(leads(), assignee);
const targetologist = member<OfSquad>(
  (viewer, facts) => isSpecialist(viewer) && isTargetologist(viewer) && serves(viewer, facts),
);

const agency = {
  'agency.view': anyMember,
  'agency.manage': owner<NoFacts>(),
  'agency.export': owner<NoFacts>(),
  'member.view': anyMember,
  'member.invite': member<OfInvitation>(
    (viewer, { role, squadIds }) =>
      isOwner(viewer) ||
      (isManager(viewer) &&
        role === 'specialist' &&
        squadIds.length > 0 &&
        squadIds.every((squadId) => viewer.squadIds.includes(squadId))),
  ),
  'member.manage': owner<OfMember>(),
  'member.profile.edit': either(owner<OfMember>(), self),
  'token.create': anyMember,
  'token.revoke': either(owner<OfMember>(), self),
  'squad.manage': owner<NoFacts>(),
  'rate.view': either(owner<OfMember>(), self),
  'rate.edit': owner<OfMember>(),
};

const clients = {
  'client.create': member<NoFacts>((viewer) => isOwner(viewer) || (isManager(viewer) && viewer.squadIds.length > 0)),
  'client.view': squad<OfSquad>(),
  'client.edit': leads<OfSquad>(),
  'client.contacts.view': leads<OfSquad>(),
  'client.assign': owner<OfSquad>(),
  // More clients for a manager than their limit.
  'client.overLimit': owner<OfSquad>(),
  'client.simulate': leads<OfSquad>(),
  'retainer.view': owner<OfSquad>(),
  'retainer.edit': owner<OfSquad>(),
  'service.view': owner<NoFacts>(),
  'service.edit': owner<NoFacts>(),
};

const campaigns = {
  'campaign.view': squad<OfSquad>(),
  'campaign.edit': leads<OfSquad>(),
  'campaign.close': leads<OfSquad>(),
};

const budgets = {
  'budget.view': leads<OfSquad>(),
  'budget.line.view': either<OfLine>(
    leads(),
    member((viewer, facts) => facts.category === 'ad_spend' && targetologist(viewer, facts)),
  ),
  'budget.request': leads<OfSquad>(),
  'budget.withdraw': member<OfRevision>((viewer, { requestedById }) => requestedById === viewer.memberId),
  'budget.decide': owner<OfSquad>(),
  'adSpend.enter': either(leads<OfSquad>(), targetologist),
  'payout.view': either<OfPayout>(
    owner(),
    self,
    member((viewer, { squadIds }) => isManager(viewer) && squadIds.some((id) => viewer.squadIds.includes(id))),
  ),
  'payout.prepare': member<OfPayout>(
    (viewer, { squadIds }) =>
      isOwner(viewer) ||
      (isManager(viewer) && squadIds.length > 0 && squadIds.every((id) => viewer.squadIds.includes(id))),
  ),
  'payout.approve': owner<OfPayout>(),
  'payout.pay': owner<OfPayout>(),
  'overview.view': owner<NoFacts>(),
  'margin.view': owner<NoFacts>(),
};

const plan = {
  'plan.view': squad<OfSquad>(),
  'plan.edit': leads<OfSquad>(),
  'plan.import': leads<OfSquad>(),
  'plan.export': leads<OfSquad>(),
  'item.view': squad<OfSquad>(),
  'item.edit': leads<OfSquad>(),
  'idea.add': anyMember,
  'idea.keep': member<OfIdea>(
    (viewer, { authorId, squadId }) =>
      authorId === viewer.memberId || (squadId !== null && leads()(viewer, { squadId })),
  ),
  'savedView.view': member<OfSavedView>(
    (viewer, view) =>
      seesAll(viewer, view) && (view.authorId === viewer.memberId || (view.isShared && !isSpecialist(viewer))),
  ),
  'savedView.share': member<NoFacts>((viewer) => !isSpecialist(viewer)),
  'savedView.edit': member<OfSavedView>(
    (viewer, view) =>
      seesAll(viewer, view) && (view.authorId === viewer.memberId || (view.isShared && isOwner(viewer))),
  ),
};

const tasks = {
  'task.view': worksOn,
  'task.create': leads<OfSquad>(),
  'task.edit': leads<OfTask>(),
  'task.issue': leads<OfTask>(),
  'task.accept': assignee,
  'task.decline': assignee,
  'task.revise': leads<OfTask>(),
  'task.submit': assignee,
  'task.ask': assignee,
  'task.answer': leads<OfTask>(),
  // Nobody approves their own work: what a manager did, the owner reviews (and the other way round).
  'task.review': member<OfTask>((viewer, facts) => leads<OfTask>()(viewer, facts) && !isAssignee(viewer, facts)),
  'task.withdraw': leads<OfTask>(),
  'task.cancel': leads<OfTask>(),
  'task.reopen': leads<OfTask>(),
  'fee.view': worksOn,
  'time.enter': assignee,
  // Entries are whoever worked's own; whoever leads the task sees what they come to.
  'time.view': self,
  'time.sum.view': worksOn,
  // How much a colleague has to do, and when: whoever shares work out needs it.
  'workload.view': either<OfPayout>(
    owner(),
    self,
    member((viewer, { squadIds }) => isManager(viewer) && squadIds.some((id) => viewer.squadIds.includes(id))),
  ),
  'template.view': member<NoFacts>((viewer) => !isSpecialist(viewer)),
  'template.edit': member<NoFacts>((viewer) => !isSpecialist(viewer)),
};

const review = {
  'comment.internal.view': worksOn,
  'comment.internal.write': worksOn,
  'comment.edit': member<OfComment>((viewer, { authorMemberId }) => authorMemberId === viewer.memberId),
  'comment.client.view': worksOn,
  'comment.client.write': leads<OfTask>(),
  'approval.view': either(
    leads<OfApproval>(),
    guest((viewer, facts) => viewer.approvalId === facts.approvalId),
  ),
  'approval.send': leads<OfSquad>(),
  'approval.revoke': leads<OfApproval>(),
  'changeRequest.decide': leads<OfSquad>(),
  'approval.decide': guest<OfApproval>((viewer, { approvalId }) => viewer.approvalId === approvalId),
  'approval.comment': guest<OfApproval>((viewer, { approvalId }) => viewer.approvalId === approvalId),
};

const results = {
  'kpi.view': squad<OfSquad>(),
  'kpi.enter': either(leads<OfSquad>(), targetologist),
  'case.view': leads<OfSquad>(),
  'case.edit': leads<OfSquad>(),
};

const activity = {
  'audit.view': member<OfAudit>(
    (viewer, { squadId }) =>
      isOwner(viewer) || (isManager(viewer) && squadId !== null && viewer.squadIds.includes(squadId)),
  ),
  'webhook.manage': owner<NoFacts>(),
  'calendar.revoke': either(owner<OfMember>(), self),
  'calendar.give': leads<OfSquad>(),
};

/**
 * Who may do what, in one place, by domain: product.md's table. Ask it with `can(viewer, action, facts)` on loaded data.
 * A refusal is never told: what a viewer may not see does not exist for them.
 */
export const catalogue = {
  agency,
  clients,
  campaigns,
  budgets,
  plan,
  tasks,
  review,
  results,
  activity,
} satisfies Record<string, Record<string, Rule<never>>>;

export const permissions = {
  ...agency,
  ...clients,
  ...campaigns,
  ...budgets,
  ...plan,
  ...tasks,
  ...review,
  ...results,
  ...activity,
};
