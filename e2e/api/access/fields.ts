import type { Action } from '@planerka/agency/domain';
import { leads, members, owner, worksOn } from './expectations';

export interface SensitiveField {
  /** The right that shows it; null where it is no secret among those who see what it stands in. */
  readonly right: Action | null;
  /** Who of the agency and its guests is shown a value of it somewhere. */
  readonly seenBy: string;
}

/** What is looked at more closely: by its type, or by what it is called. */
export const isSensitive = (name: string, type: string): boolean =>
  type === 'Money' ||
  /email|phone|telegram|margin|revenue|profit|salary|fee|rate|price|employment|internal|note|ipAddress|userAgent|pin|token|secret|password/i.test(
    name,
  );

const shown = (right: Action | null, seenBy: string, ...fields: readonly string[]): [string, SensitiveField][] =>
  fields.map((field) => [field, { right, seenBy }]);

const withAds = `${leads} targetologist`;

/** Every field that is sensitive: one without a line here fails the matrix. */
export const sensitiveFields: Readonly<Record<string, SensitiveField>> = Object.fromEntries([
  ...shown('fee.view', worksOn, 'Task.fee', 'Task.committed', 'ItemTask.fee'),
  ...shown('task.edit', leads, 'BriefDraft.fee', 'BriefDraft.suggestedFee'),
  ...shown('task.create', leads, 'ChainCandidate.fee'),
  ...shown('rate.view', 'owner assignee', 'Rate.amount', 'Member.rates'),
  ...shown('agency.manage', owner, 'Team.agencyRates', 'Agency.marginGoal'),
  ...shown('member.profile.edit', 'owner assignee', 'Absence.note'),
  ...shown('time.view', 'assignee', 'TimeEntry.note'),
  // Everybody sees their own.
  ...shown('rate.view', members, 'Member.employment'),
  ...shown('payout.view', worksOn, 'Payout.total', 'Payout.employment', 'MemberPayables.total'),
  ...shown('payout.view', worksOn, 'MemberPayables.employment', 'PayableWork.amount'),

  ...shown('retainer.view', owner, 'Retainer.fee', 'Retainer.extraRound', 'RetainerService.price'),
  ...shown('service.view', owner, 'Service.price'),
  ...shown('margin.view', owner, 'MarginFigures.cost', 'MarginFigures.profit', 'MarginFigures.revenue'),
  ...shown('margin.view', owner, 'MonthMargin.margin', 'Overview.margin', 'OverviewClient.margin'),
  ...shown('margin.view', owner, 'ClientReason.feeForGoal', 'SimulatedMoney.cost', 'SimulatedMoney.feeForGoal'),
  ...shown('margin.view', owner, 'SimulatedMoney.profit', 'SimulatedMoney.marginGoal', 'SimulatedMoney.marginPercent'),
  ...shown('overview.view', owner, 'Overview.available'),

  ...shown('plan.edit', leads, 'RolledLine.amount', 'RollOverFees.total', 'RollOverFees.withoutPrice'),
  ...shown('plan.edit', leads, 'RollOverFeeShare.amount', 'RollOverFeeShare.available', 'RollOverFeeShare.missing'),
  ...shown('plan.edit', leads, 'RollOverPersonFee.amount'),
  ...shown('budget.view', leads, 'LedgerEntry.amount', 'LedgerEntry.availableAfter', 'BudgetLine.pendingChange'),
  ...shown('budget.view', leads, 'BudgetRevision.plannedAfter', 'BudgetRevision.plannedBefore'),
  ...shown('budget.view', leads, 'BudgetRevision.decisionNote', 'BudgetRevisionLine.change'),
  ...shown('budget.view', leads, 'BudgetRevisionLine.newTotal', 'BudgetRevisionLine.previous'),
  // A targetologist sees the line of ad spend, and its figures alone: `planted.ts` has a plan of another line.
  ...shown('budget.line.view', withAds, 'BudgetFigures.planned', 'BudgetFigures.available', 'BudgetFigures.committed'),
  ...shown('budget.line.view', withAds, 'BudgetFigures.payable', 'BudgetFigures.spent', 'AdSpend.amount'),
  ...shown('budget.line.view', withAds, 'AdSpend.note', 'AdSpendDay.amount', 'AdSpendDay.total', 'AdSpendPace.spent'),
  ...shown('budget.line.view', withAds, 'AdSpendPace.expected', 'AdSpendPace.limit', 'AdSpendPace.perDay'),
  ...shown('budget.line.view', withAds, 'AdSpendPace.shortage', 'ItemMeasurement.spend', 'ItemFigures.spend'),
  ...shown('budget.line.view', withAds, 'ItemFigures.cpm', 'ItemFigures.cpc', 'PublicationResult.spend'),
  ...shown('budget.line.view', leads, 'TaskBudgetLine.planned', 'TaskBudgetLine.available', 'TaskBudgetLine.spent'),
  ...shown('budget.line.view', leads, 'TaskBudgetLine.committed', 'TaskBudgetLine.payable'),
  ...shown('budget.view', leads, 'TodayRow.amount'),
  ...shown('changeRequest.decide', leads, 'ChangeRequest.price', 'ChangeRequest.decisionNote'),

  ...shown('client.contacts.view', leads, 'Contact.email', 'Contact.phone', 'Contact.telegram'),
  ...shown('approval.send', leads, 'ApproverChoice.email'),
  ...shown('fee.view', leads, 'TaskReschedule.fee'),
  ...shown('client.edit', leads, 'OnboardingStep.note', 'ClientDate.note'),
  ...shown('comment.internal.view', worksOn, 'Discussion.internal', 'Deliverable.note'),
  ...shown('approval.send', leads, 'PlanLink.hasPin'),
  ...shown('approval.view', leads, 'ApprovalDecision.ipAddress', 'ApprovalDecision.userAgent', 'ApprovalLink.hasPin'),
  ...shown('approval.view', leads, 'ApprovalLinkUse.ipAddress', 'ApprovalLinkUse.userAgent'),

  // Colleagues write to each other.
  ...shown('member.view', members, 'Member.email'),
  ...shown(
    null,
    members,
    'Viewer.email',
    'Agency.killFeePercent',
    'Account.email',
    'Account.isEmailVerified',
    'Account.canConfirmEmail',
    'Account.hasPassword',
  ),
  ...shown('member.invite', leads, 'Invitation.email'),
]);

/** Sensitive, and not to be met in this world; where it is tested instead. */
export const elsewhere: Readonly<Record<string, string>> = {
  'ApiTokenCreated.apiToken': 'told to whoever made it: api-tokens.spec.ts',
  'ApiTokenCreated.token': 'told once to whoever made it: api-tokens.spec.ts',
  'ApiTokenRevoked.apiToken': 'told to whoever may revoke it: api-tokens.spec.ts',
  'AuditEntry.tokenName': 'nothing in this world came by a token: journal.spec.ts',
  'AccountSession.ipAddress': 'one’s own sessions: account.spec.ts',
  'BriefVersion.fee': 'who may see the task’s, and not what others were offered: brief-versions.spec.ts',
  'BudgetExceeded.available': 'a refusal tells whoever may give the command: budgets.spec.ts',
  'BudgetExceeded.missing': 'a refusal tells whoever may give the command: budgets.spec.ts',
  'BudgetExceeded.needed': 'a refusal tells whoever may give the command: budgets.spec.ts',
  'GuestRounds.price': 'the client is told what a round past the included ones costs: approvals.spec.ts',
  'LetterSent.email': 'whoever has just typed it: entry.spec.ts',
  'InvitationPreview.email': 'whoever holds the invitation: team.spec.ts',
  'Webhook.previousSecretUntil': 'a moment, told to the owner: webhooks.spec.ts',
  'WebhookCreated.secret': 'told once to the owner who asked for it: webhooks.spec.ts',
  'SecondFactorBegun.secret': 'told once to whoever gave their password: second-factor.spec.ts',
  'Overview.missingToGoal': 'the owner’s board, which `Query.overview` shows to the owner alone',
  'Overview.revenueChange': 'the owner’s board, which `Query.overview` shows to the owner alone',
};
