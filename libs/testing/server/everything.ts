import { newId, type Id } from '@planerka/platform/domain';
import { hashToken, newSecretToken, type Prisma } from '@planerka/platform/server';
import { emptyBrief } from '@planerka/tasks/domain';
import type { TestAgency } from './agency';
import { copyOf } from './approvals';
import { makeClientThings, makeMoney } from './everything-money';
import { makePeople } from './everything-people';
import { month, now, soon } from './everything-times';
import { readyBrief } from './tasks';
import { within } from './tenant-writer';
import { makeTraces } from './traces';

/** One id of every kind of thing that an operation may name. */
export interface Ids {
  readonly agency: Id;
  readonly member: Id;
  /** Does `task`. */
  readonly assignee: Id;
  readonly squad: Id;
  readonly invitation: Id;
  readonly rate: Id;
  readonly apiToken: Id;
  /** Of `assignee`. */
  readonly calendarLink: Id;
  /** Of `assignee`, with a note. */
  readonly absence: Id;
  readonly timeEntry: Id;
  /** A timer that runs. */
  readonly runningEntry: Id;
  readonly client: Id;
  readonly contact: Id;
  readonly channel: Id;
  readonly research: Id;
  readonly clientDate: Id;
  readonly planTemplate: Id;
  readonly planSeries: Id;
  readonly service: Id;
  readonly retainer: Id;
  readonly campaign: Id;
  readonly kpiTarget: Id;
  readonly kpiFact: Id;
  readonly casePage: Id;
  readonly line: Id;
  /** Of ad spend, where `adSpend` stands. */
  readonly adLine: Id;
  readonly revision: Id;
  readonly payout: Id;
  readonly adSpend: Id;
  readonly rubric: Id;
  readonly item: Id;
  readonly deletedItem: Id;
  readonly idea: Id;
  readonly planView: Id;
  readonly taskView: Id;
  readonly task: Id;
  /** What `task` starts after; `payout` is to pay it. */
  readonly doneTask: Id;
  /** Done, owed, and in no payout yet. */
  readonly owedTask: Id;
  readonly brief: Id;
  readonly template: Id;
  readonly criterion: Id;
  readonly question: Id;
  readonly deliverable: Id;
  readonly file: Id;
  readonly comment: Id;
  readonly approval: Id;
  readonly subject: Id;
  readonly link: Id;
  readonly planLink: Id;
  readonly changeRequest: Id;
  readonly notification: Id;
  readonly agencyExport: Id;
  readonly webhook: Id;
  readonly webhookDelivery: Id;
  /** What stands in the link's address. */
  readonly linkToken: string;
  /** The same, of the plan's link. */
  readonly planLinkToken: string;
}

/** Ids of nothing. */
export const absentIds = (): Ids => new Proxy({}, { get: () => newId() }) as Ids;

/** Makes one of everything in an agency, in states where most commands would do something. */
export async function everythingOf(agency: TestAgency): Promise<Ids> {
  const { agencyId, client, contact, channel, campaign, rubric, manager, copywriter } = agency;
  const fresh = Object.fromEntries(newKinds.map((kind) => [kind, newId()])) as Record<(typeof newKinds)[number], Id>;
  const ids: Ids = {
    ...fresh,
    linkToken: newSecretToken().token,
    planLinkToken: newSecretToken().token,
    agency: agencyId,
    member: copywriter.memberId,
    assignee: copywriter.memberId,
    squad: agency.squadId,
    client: client.id,
    contact: contact.id,
    channel: channel.id,
    campaign: campaign.id,
    rubric: rubric.id,
  };
  await within(agencyId, async (db) => {
    await makePeople(db, agency, ids);
    await makeClientThings(db, agency, ids);
    await makeMoney(db, agency, ids);
    await makeWork(db, agency, ids, manager.memberId, copywriter.memberId);
    await makeTraces(db, agency, ids);
  });
  return ids;
}

const newKinds = [
  'invitation',
  'rate',
  'apiToken',
  'calendarLink',
  'absence',
  'timeEntry',
  'runningEntry',
  'research',
  'clientDate',
  'planTemplate',
  'planSeries',
  'service',
  'retainer',
  'kpiTarget',
  'kpiFact',
  'casePage',
  'line',
  'adLine',
  'revision',
  'payout',
  'adSpend',
  'item',
  'deletedItem',
  'idea',
  'planView',
  'taskView',
  'task',
  'doneTask',
  'owedTask',
  'brief',
  'template',
  'criterion',
  'question',
  'deliverable',
  'file',
  'comment',
  'approval',
  'subject',
  'link',
  'planLink',
  'changeRequest',
  'notification',
  'agencyExport',
  'webhook',
  'webhookDelivery',
] as const;

async function makeWork(
  db: Prisma.TransactionClient,
  { agencyId }: TestAgency,
  ids: Ids,
  managerId: Id,
  assigneeId: Id,
): Promise<void> {
  const currency = 'RUB';
  const content: object = copyOf('Стол раздвигается за минуту.');
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
  await db.contentItem.create({
    data: {
      agencyId,
      id: ids.deletedItem,
      clientId: ids.client,
      title: 'Передумали',
      format: 'post',
      publishAt: soon,
      deletedAt: now,
    },
  });
  await db.idea.create({
    data: {
      agencyId,
      id: ids.idea,
      clientId: ids.client,
      rubricId: ids.rubric,
      text: 'Показать мастерскую',
      tags: ['мастерская'],
      createdById: managerId,
    },
  });
  const kept = { agencyId, clientId: ids.client, name: 'Ждут клиента', isShared: true, createdById: managerId };
  await db.savedView.createMany({
    data: [
      { ...kept, id: ids.planView, page: 'plan', shown: { layout: 'table', statuses: ['awaiting_client'] } },
      { ...kept, id: ids.taskView, page: 'tasks', shown: { layout: 'table', states: ['client_review'] } },
    ],
  });
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
  for (const id of [ids.doneTask, ids.owedTask]) {
    await db.task.create({
      data: {
        agencyId,
        id,
        clientId: ids.client,
        campaignId: ids.campaign,
        itemId: ids.item,
        discipline: 'copy',
        title: 'Подводка к карусели',
        state: 'done',
        assigneeId,
        managerId,
        feeMinor: 250_000n,
        currency,
        budgetLineId: ids.line,
        doneAt: now,
        stateSince: now,
      },
    });
  }
  const spent = { agencyId, memberId: assigneeId, spentOn: month };
  await db.timeEntry.create({
    data: { ...spent, id: ids.timeEntry, taskId: ids.task, minutes: 45, note: 'Черновик и правки' },
  });
  // Of one person one timer runs: that of an earlier everything is stopped.
  await db.timeEntry.updateMany({ where: { agencyId, memberId: assigneeId, minutes: null }, data: { minutes: 5 } });
  await db.timeEntry.create({
    data: { ...spent, id: ids.runningEntry, taskId: ids.doneTask, startedAt: now },
  });
  await db.briefVersion.create({
    data: { agencyId, id: ids.brief, taskId: ids.task, number: 0, data: readyBrief(), feeMinor: 250_000n },
  });
  await db.briefTemplate.create({
    data: { agencyId, id: ids.template, discipline: 'copy', name: 'Пост', data: emptyBrief('copy') },
  });
  await db.briefTemplate.create({
    data: {
      agencyId,
      id: newId(),
      clientId: ids.client,
      discipline: 'copy',
      name: 'Пост этого клиента',
      data: emptyBrief('copy'),
    },
  });
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
      data: content,
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
      id: ids.subject,
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
      tokenHash: new Uint8Array(hashToken(ids.linkToken)),
      expiresAt: soon,
    },
  });
  await db.planLink.create({
    data: {
      agencyId,
      id: ids.planLink,
      clientId: ids.client,
      month,
      contactId: ids.contact,
      name: 'Марина Дубова',
      tokenHash: new Uint8Array(hashToken(ids.planLinkToken)),
      asksApproval: true,
      expiresAt: soon,
      createdById: managerId,
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
