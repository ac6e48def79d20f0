import { randomInt } from 'node:crypto';
import type { Prisma } from '@planerka/platform/server';
import type { TestAgency } from './agency';
import type { Ids } from './everything';
import { month, now } from './everything-times';

/** Of a client: what is known of them and agreed with them. */
export async function makeClientThings(db: Prisma.TransactionClient, agency: TestAgency, ids: Ids): Promise<void> {
  const { agencyId, manager } = agency;
  const currency = 'RUB';
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
}

/** Of a campaign: aims and money. */
export async function makeMoney(db: Prisma.TransactionClient, agency: TestAgency, ids: Ids): Promise<void> {
  const { agencyId, manager, copywriter } = agency;
  const currency = 'RUB';
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
}
