import type { Action } from '@planerka/agency/domain';
import {
  asks,
  leads,
  list,
  managers,
  own,
  owner,
  signedIn,
  squad,
  thing,
  worksOn,
  type Expectations,
} from './expectations';
import { agency } from './roots-of-agency';

const rub = (amount: string) => ({ amount, currency: 'RUB' });
const guests = { outside: 'not found' } as const;
const withAds = 'owner manager targetologist';

const clients: Expectations = {
  'Query.clients': list('client.view', squad, asks('{ clients { __typename } }')),
  'Query.client': thing('client.view', squad),
  'Query.servingSquads': list('client.edit', leads, asks('{ servingSquads { __typename } }')),
  'Query.services': list('service.view', owner, asks('{ services { __typename } }')),
  'Mutation.createService': own('service.edit', `${owner} foreigner`, {
    ...asks('mutation ($input: CreateServiceInput!) { createService(input: $input) { __typename } }', {
      input: { name: 'Пост', price: rub('1.00') },
    }),
  }),
  'Mutation.updateService': thing('service.edit', owner),
  'Mutation.archiveService': thing('service.edit', owner),
  'Mutation.createClient': thing('client.edit', leads),
  'Mutation.updateClient': thing('client.edit', leads),
  'Mutation.setClientLogo': thing('client.edit', leads, {
    operation: ({ client: clientId }) => ({
      document: 'mutation ($input: SetClientLogoInput!) { setClientLogo(input: $input) { __typename } }',
      variables: { input: { clientId, expectedVersion: 1, fileId: null } },
    }),
  }),
  'Mutation.saveBrandProfile': thing('client.edit', leads),
  'Mutation.createChannel': thing('client.edit', leads),
  'Mutation.updateChannel': thing('client.edit', leads),
  'Mutation.archiveChannel': thing('client.edit', leads),
  'Mutation.createContact': thing('client.edit', leads),
  'Mutation.updateContact': thing('client.edit', leads),
  'Mutation.archiveContact': thing('client.edit', leads),
  'Mutation.createResearch': thing('client.edit', leads),
  'Mutation.updateResearch': thing('client.edit', leads),
  'Mutation.deleteResearch': thing('client.edit', leads),
  'Mutation.setChannelFrequencies': thing('client.edit', leads),
  'Mutation.createClientDate': thing('client.edit', leads),
  'Mutation.updateClientDate': thing('client.edit', leads),
  'Mutation.deleteClientDate': thing('client.edit', leads),
  'Mutation.markOnboardingStep': thing('client.edit', leads),
  'Mutation.saveRetainer': thing('retainer.edit', owner),
  'Mutation.removeRetainer': thing('retainer.edit', owner),
};

const campaigns: Expectations = {
  'Query.campaigns': list('campaign.view', squad),
  'Query.campaign': thing('campaign.view', squad),
  'Mutation.createCampaign': thing('campaign.edit', leads),
  'Mutation.updateCampaign': thing('campaign.edit', leads),
  'Mutation.startCampaign': thing('campaign.edit', leads),
  'Mutation.closeCampaign': thing('campaign.close', leads),
  'Mutation.reopenCampaign': thing('campaign.close', leads),
};

const budgets: Expectations = {
  'Query.budgets': list('budget.line.view', withAds),
  'Query.budget': thing('budget.line.view', withAds),
  'Query.ledgerEntries': list('budget.view', leads),
  'Query.adSpend': list('adSpend.enter', withAds),
  'Query.payables': list('payout.view', worksOn),
  'Query.payouts': list('payout.view', worksOn),
  'Query.overview': thing('overview.view', owner, { but: { foreigner: 'absent' } }),
  'Mutation.requestBudgetRevision': thing('budget.request', leads),
  'Mutation.approveBudgetRevision': thing('budget.decide', owner),
  'Mutation.refuseBudgetRevision': thing('budget.decide', owner),
  'Mutation.withdrawBudgetRevision': thing('budget.withdraw', 'manager'),
  'Mutation.remindBudgetRevision': thing('budget.request', leads),
  'Mutation.updateBudgetLine': thing('budget.decide', owner),
  'Mutation.enterAdSpend': thing('adSpend.enter', withAds),
  'Mutation.reverseAdSpend': thing('adSpend.enter', withAds),
  'Mutation.preparePayouts': thing('payout.prepare', leads, {
    operation: ({ assignee }) => ({
      document: 'mutation ($input: PreparePayoutsInput!) { preparePayouts(input: $input) { __typename } }',
      variables: { input: { memberIds: [assignee] } },
    }),
  }),
  'Mutation.discardPayout': thing('payout.prepare', leads),
  'Mutation.approvePayouts': thing('payout.approve', owner),
  'Mutation.returnPayout': thing('payout.approve', owner),
  'Mutation.markPayoutPaid': thing('payout.pay', owner),
};

const plan: Expectations = {
  'Query.contentPlan': thing('plan.view', squad),
  'Query.contentItem': thing('item.view', squad),
  'Query.preflightRules': thing('plan.view', squad),
  // Of a client; for the agency as a whole the owner decides: preflight.spec.ts.
  'Mutation.decidePreflightRule': thing('plan.edit', leads),
  'Mutation.resetPreflightRule': thing('plan.edit', leads),
  'Query.ideas': list('plan.view', squad),
  'Query.ideaBank': list('plan.view', squad),
  'Mutation.createContentItem': thing('plan.edit', leads),
  'Mutation.updateContentItem': thing('item.edit', leads),
  'Mutation.changeContentItems': thing('item.edit', leads),
  'Mutation.moveContentItem': thing('item.edit', leads),
  'Mutation.copyContentItem': thing('item.edit', leads),
  'Mutation.deleteContentItem': thing('item.edit', leads),
  'Mutation.restoreContentItem': thing('item.edit', leads, {
    operation: ({ deletedItem: itemId }) => ({
      document: 'mutation ($input: ContentItemVersionInput!) { restoreContentItem(input: $input) { __typename } }',
      variables: { input: { itemId, expectedVersion: 1 } },
    }),
  }),
  'Mutation.markContentItemPublished': thing('item.edit', leads),
  'Mutation.setContentItemLinks': thing('item.edit', leads),
  'Mutation.undoContentItemPublication': thing('item.edit', leads),
  'Query.planRollOver': thing('plan.edit', leads),
  'Query.rollOverFees': own('plan.edit', leads),
  'Mutation.rollOverPlan': thing('plan.edit', leads),
  'Mutation.undoRollOver': thing('item.edit', leads),
  'Query.planTemplates': list('plan.edit', leads),
  'Query.planTemplateFit': thing('plan.edit', leads),
  'Mutation.createPlanTemplate': thing('plan.edit', leads),
  'Mutation.renamePlanTemplate': thing('plan.edit', leads),
  'Mutation.archivePlanTemplate': thing('plan.edit', leads),
  'Mutation.applyPlanTemplate': thing('plan.edit', leads),
  'Query.planSeries': list('plan.edit', leads),
  'Query.planSeriesPreview': own('plan.edit', leads),
  'Mutation.createPlanSeries': thing('plan.edit', leads),
  'Mutation.changePlanSeries': thing('plan.edit', leads),
  'Mutation.pausePlanSeries': thing('plan.edit', leads),
  'Mutation.endPlanSeries': thing('plan.edit', leads),
  'Query.planImportMappings': list('plan.import', leads),
  'Mutation.changePlanImportMapping': thing('plan.import', leads),
  'Mutation.forgetPlanImportMapping': thing('plan.import', leads),
  'Mutation.createRubric': thing('plan.edit', leads),
  'Mutation.updateRubric': thing('plan.edit', leads),
  'Mutation.archiveRubric': thing('plan.edit', leads),
  'Mutation.captureIdea': thing('client.view', squad),
  'Mutation.updateIdea': thing('idea.keep', leads),
  'Mutation.archiveIdea': thing('idea.keep', leads),
  'Mutation.restoreIdea': thing('idea.keep', leads, { after: 'Mutation.archiveIdea' }),
  'Query.planViews': list('savedView.view', leads, { ...asks('{ planViews { id } }'), outside: 'refused' }),
  'Mutation.createPlanView': thing('plan.view', squad),
  'Mutation.updatePlanView': thing('savedView.edit', leads),
  'Mutation.deletePlanView': thing('savedView.edit', leads),
  'Mutation.restorePlanView': thing('savedView.edit', leads, { after: 'Mutation.deletePlanView' }),
  'Query.taskViews': list('savedView.view', leads, { ...asks('{ taskViews { id } }'), outside: 'refused' }),
  'Mutation.createTaskView': thing('client.view', squad),
  'Mutation.updateTaskView': thing('savedView.edit', leads),
  'Mutation.deleteTaskView': thing('savedView.edit', leads),
  'Mutation.restoreTaskView': thing('savedView.edit', leads, { after: 'Mutation.deleteTaskView' }),
};

const tasks: Expectations = {
  'Query.today': own(null, signedIn, asks('{ today { __typename } }')),
  'Query.waiting': own(null, signedIn, asks('{ waiting }')),
  'Query.task': thing('task.view', worksOn),
  'Query.tasks': list('task.view', worksOn),
  'Query.taskBoard': list('task.view', worksOn, {
    // Columns of lists: what is in the lists of a task, `tasks` shows.
    lists: 2,
  }),
  'Query.taskOptions': list(null, `${worksOn} otherManager`),
  'Query.briefTemplates': list('template.view', managers),
  'Mutation.createTask': thing('task.create', leads),
  'Query.taskChain': thing('task.create', leads),
  'Mutation.createTaskChain': thing('task.create', leads),
  'Query.myQueue': own(null, signedIn, asks('{ myQueue { __typename } }')),
  'Query.workload': list('workload.view', worksOn),
  'Query.workloadTasks': thing('workload.view', worksOn),
  'Query.taskTimeline': list('task.view', worksOn),
  'Query.taskReschedule': thing('task.edit', leads),
  'Mutation.rescheduleTask': thing('task.edit', leads),
  'Query.taskTime': thing('time.sum.view', worksOn),
  // Of whoever has one: to the others there is none.
  'Query.runningTimer': own(null, 'assignee', asks('{ runningTimer { __typename } }')),
  'Mutation.startTimer': thing('time.enter', 'assignee'),
  'Mutation.stopTimer': thing('time.view', 'assignee'),
  'Mutation.resumeTimer': thing('time.view', 'assignee'),
  'Mutation.enterTime': thing('time.enter', 'assignee'),
  'Mutation.changeTime': thing('time.view', 'assignee'),
  'Mutation.removeTime': thing('time.view', 'assignee'),
  'Query.clientSimulation': thing('client.simulate', leads),
  'Mutation.handOverTask': thing('task.edit', leads),
  // Of a publication; a task's are its assignee's, too: marking.spec.ts.
  'Query.markingRegister': list('item.edit', leads),
  'Mutation.markAd': thing('item.edit', leads),
  'Mutation.saveBriefDraft': thing('task.edit', leads),
  'Mutation.createBriefTemplate': thing('task.edit', leads),
  'Mutation.applyBriefTemplate': thing('task.edit', leads),
  'Mutation.issueTask': thing('task.issue', leads),
  'Mutation.acceptTask': thing('task.accept', 'assignee'),
  'Mutation.declineTask': thing('task.decline', 'assignee'),
  'Mutation.reviseTask': thing('task.revise', leads),
  'Mutation.submitTask': thing('task.submit', 'assignee'),
  'Mutation.requestTaskChanges': thing('task.review', leads),
  'Mutation.approveTask': thing('task.review', leads),
  'Mutation.withdrawTask': thing('task.withdraw', leads),
  'Mutation.cancelTask': thing('task.cancel', leads),
  'Mutation.reopenTask': thing('task.reopen', leads),
  'Mutation.askTaskQuestion': thing('task.ask', 'assignee'),
  'Mutation.answerTaskQuestion': thing('task.answer', leads),
  'Mutation.tickCriterion': thing('task.review', leads),
};

const review: Expectations = {
  'Mutation.addComment': thing('comment.internal.write', worksOn),
  'Mutation.replyToComment': thing('comment.internal.write', worksOn),
  'Mutation.editComment': thing('comment.edit', 'manager'),
  'Mutation.resolveComment': thing('comment.internal.write', worksOn),
  'Mutation.reopenComment': thing('comment.internal.write', worksOn),
  'Mutation.makeCommentCriterion': thing('task.edit', leads),
  'Query.approvals': list('approval.view', leads),
  'Query.approval': thing('approval.view', leads),
  'Query.approvalCertificate': thing('approval.view', leads),
  'Query.approvalDraft': thing('approval.send', leads),
  'Mutation.sendForApproval': thing('approval.send', leads),
  'Mutation.withdrawApproval': thing('approval.revoke', leads),
  'Mutation.renewApprovalLink': thing('approval.revoke', leads),
  'Mutation.revokeApprovalLink': thing('approval.revoke', leads),
  'Query.planSharing': thing('approval.send', leads),
  'Query.planApprovals': list('approval.view', leads, asks('{ planApprovals { clientName month } }')),
  'Mutation.sharePlan': thing('approval.send', leads),
  'Mutation.revokePlanLink': thing('approval.send', leads),
  'Mutation.addPlanRemark': thing('approval.send', leads),
  // By the link to a plan alone, which nobody here holds: e2e/api/plan-links.spec.ts.
  'Query.guestPlan': list(null, '', { ...asks('{ guestPlan { __typename } }'), outside: 'absent' }),
  'Mutation.guestPlanRemark': own(null, '', {
    ...asks('mutation ($input: GuestPlanRemarkInput!) { guestPlanRemark(input: $input) { __typename } }', {
      input: { body: 'А выходные?' },
    }),
    outside: 'not found',
  }),
  'Mutation.guestPlanDecide': own(null, '', {
    ...asks('mutation ($input: GuestPlanDecideInput!) { guestPlanDecide(input: $input) { __typename } }', {
      input: { contentHash: 'не то, что на экране' },
    }),
    outside: 'not found',
  }),
  'Query.changeRequests': list('changeRequest.decide', leads),
  'Mutation.confirmChangeRequest': thing('changeRequest.decide', leads),
  'Mutation.waiveChangeRequest': thing('changeRequest.decide', leads),
  'Query.guestApproval': list('approval.view', 'guest', {
    ...asks('{ guestApproval { __typename } }'),
    outside: 'absent',
  }),
  // By an open link alone: `guest-live.spec.ts`.
  'Subscription.guestChanged': own(null, 'guest', asks('subscription { guestChanged { __typename } }')),
  'Mutation.guestDecide': thing('approval.decide', 'guest', {
    ...asks('mutation ($input: GuestDecideInput!) { guestDecide(input: $input) { __typename } }', {
      input: { decision: 'APPROVE', contentHash: 'не то, что на экране' },
    }),
    outside: 'not found',
  }),
  'Mutation.guestComment': thing('approval.comment', 'guest', {
    operation: ({ subject }) => ({
      document: 'mutation ($input: GuestCommentInput!) { guestComment(input: $input) { __typename } }',
      variables: { input: { subjectId: subject, body: 'А можно светлее?' } },
    }),
    outside: 'not found',
  }),
};

const results: Expectations = {
  'Query.ownMetrics': own('agency.view', signedIn, asks('{ ownMetrics { __typename } }')),
  'Query.casePage': thing('case.view', leads),
  'Mutation.saveFacts': thing('kpi.enter', withAds),
  'Mutation.saveItemMeasurement': thing('kpi.enter', withAds),
  'Mutation.removeItemMeasurement': thing('kpi.enter', withAds),
  'Mutation.createCase': thing('case.edit', leads),
  'Mutation.updateCase': thing('case.edit', leads),
  'Mutation.refreshCaseFigures': thing('case.edit', leads),
};

const activity: Expectations = {
  'Query.auditLog': list('audit.view', leads),
  'Query.webhooks': list('webhook.manage', owner, asks('{ webhooks { __typename } }')),
  'Query.webhookDeliveries': list('webhook.manage', owner),
  'Query.webhookDelivery': thing('webhook.manage', owner),
  'Mutation.createWebhook': own('webhook.manage', `${owner} foreigner`, {
    ...asks('mutation ($input: CreateWebhookInput!) { createWebhook(input: $input) { __typename } }', {
      input: { name: '', url: '', events: [] },
    }),
  }),
  'Mutation.updateWebhook': thing('webhook.manage', owner),
  'Mutation.setWebhookActive': thing('webhook.manage', owner),
  'Mutation.rotateWebhookSecret': thing('webhook.manage', owner),
  'Mutation.deleteWebhook': thing('webhook.manage', owner),
  'Mutation.testWebhook': thing('webhook.manage', owner),
  'Mutation.replayWebhookDelivery': thing('webhook.manage', owner),
  'Query.search': list('client.view', squad, asks('{ search(query: "Сосна") { groups { __typename } } }')),
  'Query.file': thing('task.view', worksOn, guests),
  // Who hears of what, `happened.spec.ts` says.
  'Subscription.happened': own(null, signedIn, asks('subscription { happened { __typename } }')),
};

/** Every root field of the schema: one that is missing here fails the matrix. */
export const roots: Expectations = {
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

/** Rights that decide no field of their own; where they are tested. */
export const askedElsewhere: Partial<Record<Action, string>> = {
  'agency.view': 'a member of an agency sees it: every field that members have',
  'agency.export': 'nothing of the API yet',
  'client.assign': '`updateClient` that hands a client over: clients.spec.ts',
  'client.overLimit': '`createClient` and `updateClient` past a manager’s limit: client-simulation.spec.ts',
  'client.create': 'a client of one’s own squad: clients.spec.ts; here it is created for the first squad',
  'comment.client.view': 'comments.spec.ts',
  'comment.client.write': 'comments.spec.ts',
  'idea.add': 'an idea for any client; here it is for the first squad’s',
  'savedView.share': '`createPlanView` with `isShared`: saved-views.spec.ts',
  'template.edit':
    '`createBriefTemplate`, which wants `task.edit`, too, and templates of the plan, which want `plan.edit`',
  'kpi.view': '`campaign` shows them to whoever sees the campaign',
};
