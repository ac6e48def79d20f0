import { newId } from '@planerka/platform/domain';
import type { Prisma } from '@planerka/platform/server';
import type { Ids } from '@planerka/testing/server';
import type { ActorName } from '../access/actors';
import type { Operation } from '../tenancy/cases';

type Db = Prisma.TransactionClient;

/** One of everything, and what is on the client's screen. */
export type Things = Ids & { readonly contentHash: string };

interface Scenario {
  readonly as?: ActorName;
  /** What must stand so that it succeeds; under the row-level security of the agency. */
  readonly before?: (db: Db, things: Ids) => Promise<unknown>;
  /** Where the case of the matrix is one that is refused. */
  readonly operation?: (things: Things) => Operation;
}

const asks = (name: string, type: string, input: (things: Things) => object) => (things: Things) => ({
  document: `mutation ($input: ${type}!) { ${name}(input: $input) { __typename } }`,
  variables: { input: input(things) },
});

/** The task as if it stood in another state. */
const taskIn = (data: Prisma.TaskUncheckedUpdateManyInput) => (db: Db, things: Ids) =>
  db.task.updateMany({ where: { id: things.task }, data });
const due = (db: Db, things: Ids) =>
  db.briefVersion.updateMany({ where: { taskId: things.task, number: 0 }, data: { dueAt: soon } });
const running = (db: Db, { webhook }: Ids) =>
  db.webhook.updateMany({ where: { id: webhook }, data: { pausedAt: null, pausedBecause: null } });
const soon = new Date(Date.now() + 3_600_000);
const first = { expectedVersion: 1 };
/** Of the squad that is renamed: everybody stays. */
let squadMembers: readonly string[] = [];

/** How each succeeds, where the cases of `tenancy` and `access` want to be refused or come too late. */
export const scenarios: Readonly<Record<string, Scenario>> = {
  acceptTask: { before: taskIn({ state: 'issued' }) },
  declineTask: { before: taskIn({ state: 'issued' }) },
  submitTask: {
    before: async (db, things) => {
      const { agency: agencyId, task: taskId } = things;
      const draft = await db.briefVersion.findFirstOrThrow({ where: { taskId, number: 0 } });
      const brief = { agencyId, id: newId(), taskId, number: 1, data: draft.data ?? {}, feeMinor: draft.feeMinor };
      await db.briefVersion.create({ data: brief });
      await taskIn({ state: 'in_progress', briefNumber: 1, deliverableNumber: 1 })(db, things);
    },
  },
  issueTask: { before: async (db, things) => [await taskIn({ state: 'draft' })(db, things), await due(db, things)] },
  reviseTask: {
    before: async (db, things) => [await taskIn({ state: 'in_progress' })(db, things), await due(db, things)],
  },
  withdrawApproval: { before: taskIn({ state: 'client_review' }) },
  deleteContentItem: {
    before: (db, { item }) => db.task.updateMany({ where: { itemId: item }, data: { state: 'cancelled' } }),
  },
  undoRollOver: {
    before: async (db, { item }) => {
      await db.task.updateMany({ where: { itemId: item }, data: { itemId: null } });
      await db.contentItem.updateMany({ where: { id: item }, data: { rolledFromId: item } });
    },
  },
  saveBriefDraft: { before: taskIn({ state: 'draft' }) },
  applyBriefTemplate: { before: taskIn({ state: 'draft' }) },
  withdrawTask: { before: taskIn({ state: 'client_review' }) },
  reopenTask: { before: taskIn({ state: 'done' }) },
  guestDecide: {
    before: taskIn({ state: 'client_review' }),
    operation: asks('guestDecide', 'GuestDecideInput', ({ contentHash }) => ({
      decision: 'REQUEST_CHANGES',
      contentHash,
      comment: 'Светлее',
    })),
  },
  approveTask: { before: taskIn({ wantsClientApproval: false }) },
  reopenCampaign: {
    before: (db, { campaign }) => db.campaign.updateMany({ where: { id: campaign }, data: { state: 'closed' } }),
  },
  startCampaign: {
    before: (db, { campaign }) => db.campaign.updateMany({ where: { id: campaign }, data: { state: 'draft' } }),
  },
  closeCampaign: {
    before: (db, { campaign }) => db.task.updateMany({ where: { campaignId: campaign }, data: { state: 'done' } }),
  },
  returnPayout: {
    before: (db, { payout }) => db.payout.updateMany({ where: { id: payout }, data: { state: 'approved' } }),
  },
  markPayoutPaid: {
    before: (db, { payout }) => db.payout.updateMany({ where: { id: payout }, data: { state: 'approved' } }),
  },
  undoContentItemPublication: {
    before: (db, { item }) =>
      db.contentItem.updateMany({ where: { id: item }, data: { status: 'published', publishedAt: new Date() } }),
  },
  setContentItemLinks: {
    before: (db, { item }) =>
      db.contentItem.updateMany({ where: { id: item }, data: { status: 'published', publishedAt: new Date() } }),
  },
  saveItemMeasurement: {
    before: (db, { item }) =>
      db.contentItem.updateMany({
        where: { id: item },
        data: { status: 'published', publishedAt: new Date(Date.now() - 3 * 86_400_000) },
      }),
    operation: asks('saveItemMeasurement', 'SaveItemMeasurementInput', ({ item, channel }) => ({
      itemId: item,
      channelId: channel,
      day: new Date().toISOString().slice(0, 10),
      views: 5,
      expectedVersion: 0,
    })),
  },
  removeItemMeasurement: {
    operation: asks('removeItemMeasurement', 'RemoveItemMeasurementInput', ({ item, channel }) => ({
      itemId: item,
      channelId: channel,
      day: '2026-11-20',
      ...first,
    })),
  },
  restoreIdea: {
    before: (db, { idea }) => db.idea.updateMany({ where: { id: idea }, data: { archivedAt: new Date() } }),
  },
  restorePlanView: {
    before: (db, { planView }) => db.savedView.updateMany({ where: { id: planView }, data: { deletedAt: new Date() } }),
  },
  restoreTaskView: {
    before: (db, { taskView }) => db.savedView.updateMany({ where: { id: taskView }, data: { deletedAt: new Date() } }),
  },
  reopenComment: {
    before: (db, { comment }) => db.comment.updateMany({ where: { id: comment }, data: { resolvedAt: new Date() } }),
  },
  updateAgency: {
    before: (db, { agency }) => db.agency.updateMany({ where: { id: agency }, data: { version: 1 } }),
    operation: asks('updateAgency', 'UpdateAgencyInput', () => ({
      ...first,
      name: 'Маяк и Ко',
      timeZone: 'Europe/Moscow',
      locale: 'ru',
      killFeePercent: 10,
    })),
  },
  setAgencyDays: {
    before: (db, { agency }) => db.agency.updateMany({ where: { id: agency }, data: { calendarVersion: 1 } }),
    operation: asks('setAgencyDays', 'SetAgencyDaysInput', () => ({
      ...first,
      daysOff: ['2031-02-24'],
      workedDays: ['2031-02-22'],
      calendarYears: [2031],
    })),
  },
  askAgencyDeletion: {
    before: (db, { agency }) => db.agency.updateMany({ where: { id: agency }, data: { name: 'Маяк' } }),
    operation: asks('askAgencyDeletion', 'AskAgencyDeletionInput', () => ({ agencyName: 'Маяк' })),
  },
  cancelAgencyDeletion: {
    before: (db, { agency }) => db.agency.updateMany({ where: { id: agency }, data: { deletionDueAt: new Date() } }),
  },
  createApiToken: {
    operation: asks('createApiToken', 'CreateApiTokenInput', () => ({
      name: 'Отчёты',
      scopes: ['tasks:read'],
      expiresInDays: 30,
    })),
  },
  updateSquad: {
    before: async (db, { squad }) => {
      await db.squad.updateMany({ where: { id: squad }, data: { version: 1 } });
      const members = await db.squadMember.findMany({
        where: { squadId: squad, member: { deactivatedAt: null } },
        select: { memberId: true },
      });
      squadMembers = members.map(({ memberId }) => memberId);
    },
    operation: asks('updateSquad', 'UpdateSquadInput', ({ squad }) => ({
      ...first,
      squadId: squad,
      name: `Команда ${newId()}`,
      memberIds: squadMembers,
    })),
  },
  createSquad: {
    operation: asks('createSquad', 'CreateSquadInput', ({ member }) => ({
      name: `Команда ${newId()}`,
      memberIds: [member],
    })),
  },
  rescheduleTask: { before: taskIn({ state: 'draft', version: 1 }) },
  startTimer: { before: taskIn({ state: 'in_progress' }) },
  resumeTimer: {
    before: async (db, things) => {
      await db.timeEntry.deleteMany({ where: { id: things.runningEntry } });
      await db.timeEntry.updateMany({ where: { id: things.timeEntry }, data: { startedAt: new Date() } });
      await taskIn({ state: 'in_progress' })(db, things);
    },
  },
  handOverTask: {
    before: taskIn({ state: 'draft', version: 1 }),
    operation: asks('handOverTask', 'HandOverTaskInput', ({ task }) => ({ ...first, taskId: task, toMemberId: null })),
  },
  handOverTasks: {
    operation: asks('handOverTasks', 'HandOverTasksInput', ({ member }) => ({
      ...first,
      memberId: member,
      moves: [],
      deactivate: true,
    })),
  },
  setClientLogo: {
    before: (db, { client, file }) => db.client.updateMany({ where: { id: client }, data: { logoFileId: file } }),
  },
  markOnboardingStep: {
    operation: asks('markOnboardingStep', 'MarkOnboardingStepInput', ({ client }) => ({
      clientId: client,
      key: 'contract_signed',
      isDone: false,
    })),
  },
  requestBudgetRevision: { as: 'manager' },
  updateWebhook: {
    before: (db, { webhook }) => db.webhook.updateMany({ where: { id: webhook }, data: { name: 'Прежнее имя' } }),
  },
  setWebhookActive: { before: (db, things) => running(db, things) },
  replayWebhookDelivery: { before: (db, things) => running(db, things) },
  createWebhook: {
    // An agency has so many at most, and every case makes one.
    before: (db, { agency }) => db.webhook.deleteMany({ where: { agencyId: agency } }),
    operation: asks('createWebhook', 'CreateWebhookInput', () => ({
      name: 'CRM',
      url: 'https://crm.example/planerka',
      events: ['task.done'],
    })),
  },
};

const account = 'of an account: sign-ins.spec.ts of this folder; by letters and a provider: entry.spec.ts beside it';

/** These leave no entry, and why. */
export const changesNothing: Readonly<Record<string, string>> = {
  beginSecondFactor: 'nothing is asked at sign-in before it is confirmed',
  requestPasswordReset: 'the answer must not know whether there is such an account; `resetPassword` is told',
  sendEmailConfirmation: 'a letter to oneself; nothing is different before its link is opened',
  signInWithProvider: 'shows where the browser goes; whoever comes back is told',
};

/** Of accounts and agencies that this world has none of. */
export const toldElsewhere: Readonly<Record<string, string>> = {
  signIn: account,
  signOut: account,
  verifySecondFactor: account,
  registerAgency: account,
  acceptInvitation: account,
  updateProfile: account,
  changePassword: account,
  endSession: account,
  endOtherSessions: account,
  confirmSecondFactor: account,
  endSecondFactor: account,
  renewRecoveryCodes: account,
  resetPassword: account,
  verifyEmail: account,
  guestPlanRemark: 'by the link to a plan: plan-links.spec.ts',
  guestPlanDecide: 'by the link to a plan: plan-links.spec.ts',
};

/** These are told and change no field. */
export const tellsOnly: Readonly<Record<string, string>> = {
  testWebhook: 'a delivery that tries the address',
  replayWebhookDelivery: 'the same delivery once more',
  remindBudgetRevision: 'puts a request before the owners once more',
  createResetLink: 'a link that changes nothing before it is used',
  requestAgencyExport: 'what is asked for is a copy',
};
