import { randomInt } from 'node:crypto';
import { newId, type Id } from '@planerka/platform/domain';
import { hashToken, newSecretToken, type Prisma } from '@planerka/platform/server';
import { emptyBrief } from '@planerka/tasks/domain';
import type { TestAgency } from './agency';
import { copyOf } from './approvals';
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
    await makePeopleAndMoney(db, agency, ids);
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

const now = new Date();
const month = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1));
const soon = new Date(now.getTime() + 3 * 86_400_000);

async function makePeopleAndMoney(db: Prisma.TransactionClient, agency: TestAgency, ids: Ids): Promise<void> {
  const { agencyId, manager, copywriter } = agency;
  const currency = 'RUB';
  await db.invitation.create({
    data: {
      agencyId,
      id: ids.invitation,
      email: 'new@mayak.example',
      role: 'specialist',
      squadId: ids.squad,
      tokenHash: new Uint8Array(newSecretToken().hash),
      invitedById: manager.memberId,
      expiresAt: soon,
    },
  });
  await db.apiToken.create({
    data: {
      agencyId,
      id: ids.apiToken,
      memberId: copywriter.memberId,
      name: 'Отчёты',
      scopes: ['tasks:read'],
      tokenHash: new Uint8Array(newSecretToken().hash),
      hint: 'AAAA',
      expiresAt: soon,
    },
  });
  await db.calendarLink.create({
    data: {
      agencyId,
      id: ids.calendarLink,
      kind: 'member',
      memberId: copywriter.memberId,
      name: 'Телефон',
      shows: ['tasks'],
      tokenHash: new Uint8Array(newSecretToken().hash),
      hint: 'BBBB',
    },
  });
  await db.absence.create({
    data: {
      agencyId,
      id: ids.absence,
      memberId: copywriter.memberId,
      kind: 'other',
      startsOn: new Date('2031-01-10'),
      endsOn: new Date('2031-01-12'),
      note: 'Переезд',
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
  await db.clientDate.create({
    data: {
      agencyId,
      id: ids.clientDate,
      clientId: ids.client,
      kind: 'away',
      title: 'Отпуск',
      startsOn: new Date('2031-01-10'),
      endsOn: new Date('2031-01-12'),
      note: 'Согласует заместитель',
    },
  });
  await db.planTemplate.create({
    data: {
      agencyId,
      id: ids.planTemplate,
      clientId: ids.client,
      kind: 'item',
      name: 'Отзыв недели',
      data: [
        {
          key: ids.item,
          title: 'Отзыв недели',
          idea: '',
          format: 'post',
          rubric: null,
          channels: [],
          wantsClientApproval: true,
          wasOn: '2026-12-08',
          time: '12:00',
          tasks: [],
        },
      ],
      itemCount: 1,
      taskCount: 0,
    },
  });
  await db.planSeries.create({
    data: {
      agencyId,
      id: ids.planSeries,
      clientId: ids.client,
      campaignId: ids.campaign,
      rule: 'FREQ=WEEKLY;INTERVAL=1;WKST=MO;BYDAY=TU',
      startsOn: new Date('2031-01-01'),
      onDayOff: 'leave',
      data: {
        key: ids.planSeries,
        title: 'Отзыв недели',
        idea: '',
        format: 'post',
        rubric: null,
        channels: [],
        wantsClientApproval: true,
        wasOn: '2026-12-08',
        time: '12:00',
        tasks: [],
      },
      madeUntil: new Date('2031-01-01'),
      createdById: manager.memberId,
    },
  });
  await db.channelFrequency.create({ data: { agencyId, channelId: ids.channel, validFrom: month, items: 12 } });
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
      availableMinor: 2_500_000n,
      payableMinor: 500_000n,
    },
  });
  await db.budgetLine.create({
    data: {
      agencyId,
      id: ids.adLine,
      campaignId: ids.campaign,
      category: 'ad_spend',
      month,
      isHard: false,
      currency,
      plannedMinor: 1_000_000n,
      availableMinor: 900_000n,
      spentMinor: 100_000n,
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
      number: randomInt(1_000_000_000),
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
      lineId: ids.adLine,
      day: month,
      amountMinor: 100_000n,
      currency,
      enteredById: manager.memberId,
    },
  });
  await db.notification.create({
    data: { agencyId, id: ids.notification, memberId: manager.memberId, type: 'task.submitted', payload: {} },
  });
  const asked = new Date();
  await db.agencyExport.create({
    data: {
      agencyId,
      id: newId(),
      state: 'ready',
      requestedByName: 'Ирина',
      requestedAt: asked,
      readyAt: asked,
      size: 1n,
    },
  });
  await db.webhook.create({
    data: {
      agencyId,
      id: ids.webhook,
      name: 'CRM',
      url: 'https://crm.example/planerka',
      events: ['task.done'],
      secret: 'sealed',
      pausedAt: now,
      pausedBecause: 'owner',
    },
  });
  await db.webhookDelivery.create({
    data: {
      agencyId,
      id: ids.webhookDelivery,
      webhookId: ids.webhook,
      eventId: newId(),
      type: 'task.done',
      body: '{}',
      state: 'failed',
      createdAt: now,
      finishedAt: now,
    },
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
