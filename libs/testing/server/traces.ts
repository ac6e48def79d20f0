import { randomInt } from 'node:crypto';
import { newId, type Id } from '@planerka/platform/domain';
import type { Prisma } from '@planerka/platform/server';
import type { TestAgency } from './agency';
import type { Ids } from './everything';

type Account = 'plan' | 'available' | 'payable' | 'spent';

interface Cause {
  readonly lineId?: Id;
  readonly taskId?: Id;
  readonly adSpendId?: Id;
}

/** What work leaves behind and no operation names: with it, an agency has a row in every table. */
export async function makeTraces(
  db: Prisma.TransactionClient,
  { agencyId, manager, channel }: TestAgency,
  ids: Ids,
): Promise<void> {
  const at = new Date();
  const month = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), 1));
  const post = async (
    kind: 'revision' | 'payable' | 'ad_spend',
    [fromAccount, toAccount]: readonly [Account, Account],
    amountMinor: bigint,
    { lineId = ids.line, ...cause }: Cause = {},
  ): Promise<void> => {
    const transactionId = newId();
    await db.ledgerTransaction.create({ data: { agencyId, id: transactionId, kind, postedAt: month, ...cause } });
    const movement = { fromAccount, toAccount, amountMinor, availableAfterMinor: 2_400_000n, postedAt: month };
    await db.ledgerTransfer.create({ data: { agencyId, id: newId(), transactionId, lineId, ...movement } });
  };
  await post('revision', ['plan', 'available'], 3_000_000n);
  await post('payable', ['available', 'payable'], 250_000n, { taskId: ids.doneTask });
  await post('payable', ['available', 'payable'], 250_000n, { taskId: ids.owedTask });
  await post('revision', ['plan', 'available'], 1_000_000n, { lineId: ids.adLine });
  await post('ad_spend', ['available', 'spent'], 100_000n, { lineId: ids.adLine, adSpendId: ids.adSpend });
  await db.budgetRevisionLine.create({
    data: {
      agencyId,
      id: newId(),
      revisionId: ids.revision,
      lineId: ids.line,
      newTotalMinor: 3_500_000n,
      previousMinor: 3_000_000n,
    },
  });
  await db.payoutItem.create({
    data: {
      agencyId,
      id: newId(),
      payoutId: ids.payout,
      taskId: ids.doneTask,
      lineId: ids.line,
      amountMinor: 250_000n,
    },
  });
  await db.planImportMapping.create({
    data: {
      agencyId,
      clientId: ids.client,
      signature: 'f'.repeat(64),
      columns: ['date', '', 'title'],
      headers: ['Число', '', 'Что'],
      usedAt: at,
    },
  });
  await db.onboardingStep.create({
    data: { agencyId, clientId: ids.client, key: 'contract_signed', doneAt: at, doneById: manager.memberId },
  });
  await db.itemChannel.create({ data: { agencyId, itemId: ids.item, channelId: channel.id } });
  await db.itemMeasurement.create({
    data: {
      agencyId,
      itemId: ids.item,
      channelId: channel.id,
      day: new Date('2026-11-20T00:00:00Z'),
      reach: 1000,
      views: 1500,
      likes: 40,
      clicks: 25,
      spendMinor: 150_000n,
      enteredById: manager.memberId,
    },
  });
  await db.ownMetric.create({
    data: { agencyId, id: newId(), key: `own_${ids.client.slice(-6)}`, nameRu: 'Записи', nameEn: 'Bookings' },
  });
  await db.taskDependency.create({ data: { agencyId, taskId: ids.task, afterTaskId: ids.doneTask } });
  await db.taskTransition.create({
    data: {
      agencyId,
      id: newId(),
      // Of work that is over: whose turn it is, and since when, stays the same however late somebody asks.
      taskId: ids.doneTask,
      action: 'approve',
      fromState: 'in_review',
      toState: 'done',
      actorMemberId: manager.memberId,
      actorName: manager.name,
      at,
    },
  });
  await db.deliverableFile.create({
    data: { agencyId, deliverableId: ids.deliverable, fileId: ids.file, position: 0 },
  });
  await db.approvalDecision.create({
    data: {
      agencyId,
      id: newId(),
      approvalId: ids.approval,
      linkId: ids.link,
      contactId: ids.contact,
      contactName: 'Марина Дубова',
      kind: 'request_changes',
      contentHash: 'aa',
      ipAddress: '203.0.113.7',
      decidedAt: at,
      voidedAt: at,
      voidReason: 'content_changed',
    },
  });
  await db.agencyExport.create({
    data: {
      agencyId,
      id: ids.agencyExport,
      state: 'ready',
      requestedByName: manager.name,
      requestedAt: at,
      readyAt: at,
    },
  });
  await db.approvalLinkUse.create({
    data: { agencyId, id: newId(), linkId: ids.link, kind: 'opened', ipAddress: '203.0.113.7', at },
  });
  await db.planLinkUse.create({
    data: { agencyId, id: newId(), linkId: ids.planLink, kind: 'opened', ipAddress: '203.0.113.7', at },
  });
  const firstDay = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), 1));
  const ofPlan = { agencyId, clientId: ids.client, month: firstDay };
  await db.planRemark.create({
    data: {
      ...ofPlan,
      id: newId(),
      authorLinkId: ids.planLink,
      authorName: 'Марина Дубова',
      body: 'А выходные?',
      createdAt: at,
    },
  });
  await db.planDecision.create({
    data: {
      ...ofPlan,
      id: newId(),
      linkId: ids.planLink,
      name: 'Марина Дубова',
      kind: 'approve',
      contentHash: 'aa',
      verdicts: [],
      ipAddress: '203.0.113.7',
      decidedAt: at,
    },
  });
  // Where the log of the agency begins; what happens to it goes on from there.
  await db.auditChain.upsert({
    where: { agencyId },
    create: { agencyId, sequence: 0, hash: new Uint8Array(32) },
    update: {},
  });
  await db.auditEntry.create({
    data: {
      agencyId,
      id: newId(),
      at,
      actorMemberId: manager.memberId,
      actorName: manager.name,
      action: 'task.submitted',
      entityType: 'Task',
      entityId: ids.task,
      clientId: ids.client,
      // Beside the chain, which begins with what the agency really does.
      sequence: randomInt(1_000_000_000, 2_000_000_000),
      previousHash: new Uint8Array(32),
      hash: new Uint8Array(32),
    },
  });
  await db.adMarking.create({
    data: {
      ...{ agencyId, id: newId(), itemId: ids.item, key: 'ad', erid: '2VtzqwK7sn4' },
      ...{ markedById: manager.memberId, markedByName: manager.name, markedAt: at },
    },
  });
  await db.preflightOverride.create({
    data: {
      ...{ agencyId, scopeId: ids.client, clientId: ids.client, rule: 'emoji', limit: 3, reason: 'Бренд сдержанный' },
      ...{ setById: manager.memberId, setByName: manager.name, setAt: at },
    },
  });
  await db.idempotencyKey.create({ data: { agencyId, key: newId(), command: 'none' } });
  // Dispatched already: nothing is told of it.
  await db.outboxEvent.create({
    data: { agencyId, id: newId(), type: 'task.submitted', payload: {}, dispatchedAt: at },
  });
  await makeIndexed(db, agencyId, ids);
}

/** What the index would hold, of a thing that is not there: the indexer never meets it. */
async function makeIndexed(db: Prisma.TransactionClient, agencyId: Id, { client }: Ids): Promise<void> {
  const [documentId, word] = [newId(), newId()];
  await db.searchDocument.create({
    data: {
      agencyId,
      id: documentId,
      kind: 'client',
      entityId: newId(),
      audience: 'squad',
      clientId: client,
      isOpen: true,
      at: new Date(),
    },
  });
  await db.searchText.create({ data: { agencyId, documentId, body: word, words: [word], weights: [1] } });
  await db.searchWord.create({ data: { agencyId, word, stem: word } });
  await db.searchTrigram.create({ data: { agencyId, trigram: word, stem: word } });
  await db.searchPosting.create({ data: { agencyId, word, documentId, weight: 1 } });
  await db.searchPending.create({ data: { agencyId, kind: 'client', entityId: client } });
}
