import { rateFor, suggestedFee, type DeliverableType, type Discipline } from '@planerka/agency/domain';
import { dateOf, Money, type Currency, type Id, type Instant } from '@planerka/platform/domain';
import { fromDbDate, type Tx } from '@planerka/platform/server';

export interface FeeQuestion {
  readonly assigneeId: Id | null;
  readonly discipline: Discipline;
  readonly deliverableType: DeliverableType | null;
  readonly estimatedMinutes: number | null;
  readonly dueAt: Instant | null;
  readonly currency: Currency;
}

/** What the rate card says the work costs on its day; null where it says nothing, or in another currency. */
export async function feeByRateCard({ db, agencyId, at }: Tx, question: FeeQuestion): Promise<Money | null> {
  const { assigneeId, currency, dueAt, ...work } = question;
  if (!assigneeId) return null;
  // One after the other: a transaction is one connection.
  const agency = await db.agency.findUniqueOrThrow({ where: { id: agencyId }, select: { timeZone: true } });
  const rows = await db.rate.findMany({
    where: { agencyId, discipline: work.discipline, currency, OR: [{ memberId: assigneeId }, { memberId: null }] },
  });
  const rates = rows.map(({ amountMinor, validFrom, ...rate }) => ({
    ...rate,
    amount: Money.of(amountMinor, currency),
    validFrom: fromDbDate(validFrom),
  }));
  const on = dateOf(dueAt ?? at, agency.timeZone);
  const rate = rateFor(rates, { ...work, memberId: assigneeId, on });
  return rate && suggestedFee(rate, work.estimatedMinutes);
}
