import type { BudgetCategory } from '@planerka/budgets/domain';
import { newId, type Id } from '@planerka/platform/domain';
import type { TestAgency } from './agency';
import { within } from './tenant-writer';

export interface TestLine {
  readonly id: Id;
  readonly category: BudgetCategory;
  /** First day of this month. */
  readonly month: string;
}

interface LineFacts {
  readonly category?: BudgetCategory;
  readonly isHard?: boolean;
  /** In rubles. */
  readonly planned?: number;
  readonly payable?: number;
  readonly committed?: number;
}

/** This month's line of the agency's campaign, with its money in the book. */
export async function aLine(agency: TestAgency, facts: LineFacts = {}): Promise<TestLine> {
  const { agencyId, campaign } = agency;
  const { category = 'copy', isHard = true, planned = 50_000, payable = 0, committed = 0 } = facts;
  const id = newId();
  const today = new Date();
  const month = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), 1));
  const minor = (rubles: number): bigint => BigInt(rubles) * 100n;
  await within(agencyId, async (db) => {
    await db.budgetLine.create({
      data: {
        agencyId,
        id,
        campaignId: campaign.id,
        category,
        month,
        isHard,
        currency: 'RUB',
        plannedMinor: minor(planned),
        availableMinor: minor(planned - payable - committed),
        committedMinor: minor(committed),
        payableMinor: minor(payable),
      },
    });
    const transactionId = newId();
    await db.ledgerTransaction.create({
      data: {
        agencyId,
        id: transactionId,
        kind: 'revision',
        memo: 'Бюджет кампании',
        actorName: agency.owner.name,
        postedAt: month,
      },
    });
    await db.ledgerTransfer.create({
      data: {
        agencyId,
        id: newId(),
        transactionId,
        lineId: id,
        fromAccount: 'plan',
        toAccount: 'available',
        amountMinor: minor(planned),
        availableAfterMinor: minor(planned),
        postedAt: month,
      },
    });
  });
  return { id, category, month: month.toISOString().slice(0, 10) };
}
