import type { DemoContent, PayoutContent, Slug, TaskContent } from '../../content/types';
import { idOf } from '../ids';
import { currency, type Loading } from '../loading';
import { linesByTask, owedFor } from './lines';

/** What a payout pays for, and out of which line. */
export const payoutWorks = (
  { tasks }: DemoContent,
  lineOf: ReadonlyMap<Slug, string>,
  payout: PayoutContent,
): { task: TaskContent; lineId: string }[] =>
  payout.tasks.flatMap((slug) => {
    const task = tasks.find((one) => one.slug === slug);
    const lineId = lineOf.get(slug);
    return task && lineId ? [{ task, lineId }] : [];
  });

export async function loadPayouts(loading: Loading): Promise<void> {
  const { db, agencyId, demo, calendar } = loading;
  const lineOf = linesByTask(demo);
  const ordered = demo.payouts.toSorted(
    (one, other) => calendar.moment(one.preparedAt).getTime() - calendar.moment(other.preparedAt).getTime(),
  );
  for (const [index, payout] of ordered.entries()) {
    const items = payoutWorks(demo, lineOf, payout).map(({ task, lineId }) => ({
      taskId: idOf('task', task.slug),
      lineId,
      amountMinor: owedFor(task),
    }));
    const id = idOf('payout', payout.slug);
    const owner = idOf('member', demo.agency.owner);
    await db.payout.create({
      data: {
        agencyId,
        id,
        number: index + 1,
        memberId: idOf('member', payout.member),
        state: payout.status,
        totalMinor: items.reduce((sum, { amountMinor }) => sum + amountMinor, 0n),
        currency,
        preparedById: idOf('member', payout.preparedBy),
        preparedAt: calendar.moment(payout.preparedAt),
        approvedById: payout.approvedAt ? owner : null,
        approvedAt: payout.approvedAt ? calendar.moment(payout.approvedAt) : null,
        paidById: payout.paidAt ? owner : null,
        paidOn: payout.paidAt ? calendar.moment(payout.paidAt) : null,
        document: payout.document ?? '',
      },
    });
    await db.payoutItem.createMany({
      data: items.map((item) => ({
        agencyId,
        id: idOf('payout-item', payout.slug, item.taskId),
        payoutId: id,
        ...item,
      })),
    });
  }
}
