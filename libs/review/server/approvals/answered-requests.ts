import { answersToCount } from '@planerka/clients/domain';
import { keepAnsweringTime } from '@planerka/clients/server';
import type { Id } from '@planerka/platform/domain';
import { fromDbInstant, type Tx } from '@planerka/platform/server';

/** The client has just answered one: how long they usually take is told anew. Silence, whatever it means, is no answer. */
export async function rememberAnswer(tx: Tx, clientId: Id): Promise<void> {
  const { db, agencyId } = tx;
  const answered = await db.approval.findMany({
    where: {
      agencyId,
      clientId,
      state: { in: ['approved', 'changes_requested'] },
      decidedAt: { not: null },
      decisions: { some: {} },
    },
    select: { sentAt: true, decidedAt: true },
    orderBy: [{ decidedAt: 'desc' }, { id: 'desc' }],
    take: answersToCount.most,
  });
  const requests = answered.flatMap(({ sentAt, decidedAt }) =>
    decidedAt ? { sentAt: fromDbInstant(sentAt), answeredAt: fromDbInstant(decidedAt) } : [],
  );
  await keepAnsweringTime(tx, clientId, requests);
}
