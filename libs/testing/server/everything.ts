import { newId, type Id } from '@planerka/platform/domain';
import type { Prisma } from '@planerka/platform/server';
import type { TestAgency } from './agency';
import { within } from './tenant-writer';

/** One id of every kind of thing that an operation may name. */
export interface Ids {
  readonly agency: Id;
  readonly member: Id;
  readonly squad: Id;
  readonly invitation: Id;
  readonly rate: Id;
  readonly client: Id;
  readonly contact: Id;
  readonly channel: Id;
  readonly research: Id;
  readonly service: Id;
  readonly retainer: Id;
  readonly campaign: Id;
  readonly kpiTarget: Id;
  readonly kpiFact: Id;
  readonly casePage: Id;
  readonly line: Id;
  readonly revision: Id;
  readonly payout: Id;
  readonly adSpend: Id;
  readonly rubric: Id;
  readonly item: Id;
  readonly idea: Id;
  readonly task: Id;
  readonly brief: Id;
  readonly template: Id;
  readonly criterion: Id;
  readonly question: Id;
  readonly deliverable: Id;
  readonly file: Id;
  readonly comment: Id;
  readonly approval: Id;
  readonly link: Id;
  readonly changeRequest: Id;
  readonly notification: Id;
}

/** Ids of nothing. */
export const absentIds = (): Ids => new Proxy({}, { get: () => newId() }) as Ids;

/** Makes one of everything in an agency, in states where most commands would do something. */
export async function everythingOf(agency: TestAgency): Promise<Ids> {
  const { agencyId, client, contact, channel, campaign, rubric, manager, copywriter } = agency;
  const fresh = Object.fromEntries(newKinds.map((kind) => [kind, newId()])) as Record<(typeof newKinds)[number], Id>;
  const ids: Ids = {
    ...fresh,
    agency: agencyId,
    member: copywriter.memberId,
    squad: agency.squadId,
    client: client.id,
    contact: contact.id,
    channel: channel.id,
    campaign: campaign.id,
    rubric: rubric.id,
  };
  await within(agencyId, async (db) => {
    await makePeopleAndMoney(db, agency, ids);
    await makeWork(db, agency, ids, manager.memberId, copywriter.memberId);
  });
  return ids;
}

const newKinds = [
  'invitation',
  'rate',
  'research',
  'service',
  'retainer',
  'kpiTarget',
  'kpiFact',
  'casePage',
  'line',
  'revision',
  'payout',
  'adSpend',
  'item',
  'idea',
  'task',
  'brief',
  'template',
  'criterion',
  'question',
  'deliverable',
  'file',
  'comment',
  'approval',
  'link',
  'changeRequest',
  'notification',
] as const;

const now = new Date();
const month = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1));
const soon = new Date(now.getTime() + 3 * 86_400_000);
const hash = Buffer.alloc(32, 7);

async function makePeopleAndMoney(db: Prisma.TransactionClient, agency: TestAgency, ids: Ids): Promise<void> {
  const { agencyId, manager, copywriter } = agency;
  const currency = 'RUB';
  await db.invitation.create({
    data: {
      agencyId,
      id: ids.invitation,
      email: 'new@mayak.example',
      role: 'specialist',
      tokenHash: hash,
      invitedById: manager.memberId,
      expiresAt: soon,
    },
  });
  await db.rate.create({
    data: {
      agencyId,
      id: ids.rate,
      memberId: copywriter.memberId,
      discipline: 'copy',
      unit: 'deliverable',
      amountMinor: 250_000n,
      currency,
      validFrom: month,
    },
  });
  await db.research.create({
    data: { agencyId, id: ids.research, clientId: ids.client, kind: 'trend', title: 'Тихие ролики' },
  });
  await db.service.create({ data: { agencyId, id: ids.service, name: 'Пост', priceMinor: 300_000n, currency } });
  await db.retainer.create({
    data: {
      agencyId,
      id: ids.retainer,
      clientId: ids.client,
      validFrom: month,
      feeMinor: 14_500_000n,
      currency,
      includedItems: 20,
      includedRounds: 3,
    },
  });
  await db.kpiTarget.create({
    data: { agencyId, id: ids.kpiTarget, campaignId: ids.campaign, metric: 'leads', target: 120 },
  });
  await db.kpiFact.create({
    data: {
      agencyId,
      id: ids.kpiFact,
      campaignId: ids.campaign,
      metric: 'leads',
      day: month,
      value: 5,
      enteredById: manager.memberId,
    },
  });
  await db.casePage.create({
    data: { agencyId, id: ids.casePage, campaignId: ids.campaign, title: 'Как продали столы' },
  });
  await db.budgetLine.create({
    data: {
      agencyId,
      id: ids.line,
      campaignId: ids.campaign,
      category: 'copy',
      month,
      isHard: true,
      currency,
      plannedMinor: 3_000_000n,
      availableMinor: 3_000_000n,
    },
  });
  await db.budgetRevision.create({
    data: {
      agencyId,
      id: ids.revision,
      campaignId: ids.campaign,
      state: 'requested',
      reason: 'Больше текстов',
      requestedById: manager.memberId,
      requestedAt: now,
    },
  });
  await db.payout.create({
    data: {
      agencyId,
      id: ids.payout,
      number: 1,
      memberId: copywriter.memberId,
      state: 'draft',
      totalMinor: 250_000n,
      currency,
      preparedById: manager.memberId,
      preparedAt: now,
    },
  });
  await db.adSpend.create({
    data: {
      agencyId,
      id: ids.adSpend,
      lineId: ids.line,
      day: month,
      amountMinor: 100_000n,
      currency,
      enteredById: manager.memberId,
    },
  });
  await db.notification.create({
    data: { agencyId, id: ids.notification, memberId: manager.memberId, type: 'task.submitted', payload: {} },
  });
}

async function makeWork(
  db: Prisma.TransactionClient,
  { agencyId }: TestAgency,
  ids: Ids,
  managerId: Id,
  assigneeId: Id,
): Promise<void> {
  const currency = 'RUB';
  await db.contentItem.create({
    data: {
      agencyId,
      id: ids.item,
      clientId: ids.client,
      campaignId: ids.campaign,
      title: 'Стол, за которым поместятся все',
      format: 'carousel',
      publishAt: soon,
    },
  });
  await db.idea.create({ data: { agencyId, id: ids.idea, text: 'Показать мастерскую', createdById: managerId } });
  await db.task.create({
    data: {
      agencyId,
      id: ids.task,
      clientId: ids.client,
      campaignId: ids.campaign,
      itemId: ids.item,
      discipline: 'copy',
      title: 'Текст к карусели',
      state: 'in_review',
      assigneeId,
      managerId,
      feeMinor: 250_000n,
      currency,
      budgetLineId: ids.line,
      briefNumber: 1,
      deliverableNumber: 1,
      dueAt: soon,
      stateSince: now,
    },
  });
  await db.briefVersion.create({
    data: { agencyId, id: ids.brief, taskId: ids.task, number: 0, data: { discipline: 'copy' }, feeMinor: 250_000n },
  });
  await db.briefTemplate.create({ data: { agencyId, id: ids.template, discipline: 'copy', name: 'Пост', data: {} } });
  await db.criterion.create({
    data: { agencyId, id: ids.criterion, taskId: ids.task, position: 0, text: 'Без ошибок' },
  });
  await db.taskQuestion.create({
    data: {
      agencyId,
      id: ids.question,
      taskId: ids.task,
      question: 'Можно называть породу дерева?',
      askedById: assigneeId,
      askedAt: now,
    },
  });
  await db.file.create({
    data: {
      agencyId,
      id: ids.file,
      clientId: ids.client,
      taskId: ids.task,
      name: 'стол.png',
      mime: 'image/png',
      size: 1n,
      storageKey: 'none',
      state: 'ready',
    },
  });
  await db.deliverable.create({
    data: {
      agencyId,
      id: ids.deliverable,
      taskId: ids.task,
      number: 1,
      data: {},
      contentHash: 'aa',
      submittedById: assigneeId,
      submittedAt: now,
    },
  });
  await db.comment.create({
    data: {
      agencyId,
      id: ids.comment,
      taskId: ids.task,
      deliverableId: ids.deliverable,
      visibility: 'internal',
      authorMemberId: managerId,
      authorName: 'Анна Белова',
      body: 'Цену не ставим на первый слайд',
    },
  });
  await db.approval.create({
    data: {
      agencyId,
      id: ids.approval,
      clientId: ids.client,
      title: 'Пост на пятницу',
      includedRounds: 3,
      sentById: managerId,
      sentAt: now,
    },
  });
  await db.approvalSubject.create({
    data: {
      agencyId,
      id: newId(),
      approvalId: ids.approval,
      taskId: ids.task,
      itemId: ids.item,
      deliverableId: ids.deliverable,
      contentHash: 'aa',
    },
  });
  await db.approvalLink.create({
    data: {
      agencyId,
      id: ids.link,
      approvalId: ids.approval,
      contactId: ids.contact,
      tokenHash: hash,
      expiresAt: soon,
    },
  });
  await db.changeRequest.create({
    data: {
      agencyId,
      id: ids.changeRequest,
      taskId: ids.task,
      clientId: ids.client,
      round: 4,
      priceMinor: 600_000n,
      currency,
    },
  });
}
