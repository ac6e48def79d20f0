import { newId } from '@planerka/platform/domain';
import { newSecretToken, type Prisma } from '@planerka/platform/server';
import type { TestAgency } from './agency';
import type { Ids } from './everything';
import { month, now, soon } from './everything-times';

/** Of people, and of what is told beside the product. */
export async function makePeople(db: Prisma.TransactionClient, agency: TestAgency, ids: Ids): Promise<void> {
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
