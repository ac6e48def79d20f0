import type { BudgetCategory } from '@planerka/budgets/domain';
import { newId, type Id } from '@planerka/platform/domain';
import type { TestAgency, TestMember } from './agency';
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

interface DoneTaskFacts {
  readonly assignee: TestMember;
  readonly title: string;
  /** In rubles. */
  readonly fee: number;
  readonly employment?: 'self_employed' | 'contract';
}

/** A task that was accepted and is done: its fee went from available over committed to payable of the line. */
export async function aDoneTask(
  agency: TestAgency,
  line: TestLine,
  { assignee, title, fee, employment = 'contract' }: DoneTaskFacts,
): Promise<Id> {
  const { agencyId, client, campaign, manager } = agency;
  const id = newId();
  const at = new Date();
  const amountMinor = BigInt(fee) * 100n;
  await within(agencyId, async (db) => {
    await db.member.update({ where: { agencyId_id: { agencyId, id: assignee.memberId } }, data: { employment } });
    await db.task.create({
      data: {
        agencyId,
        id,
        clientId: client.id,
        campaignId: campaign.id,
        discipline: 'copy',
        title,
        state: 'done',
        assigneeId: assignee.memberId,
        managerId: manager.memberId,
        feeMinor: amountMinor,
        currency: 'RUB',
        budgetLineId: line.id,
        stateSince: at,
        doneAt: at,
      },
    });
    for (const [kind, fromAccount, toAccount] of [
      ['commitment', 'available', 'committed'],
      ['payable', 'committed', 'payable'],
    ] as const) {
      const transactionId = newId();
      await db.ledgerTransaction.create({
        data: { agencyId, id: transactionId, kind, memo: title, taskId: id, actorName: assignee.name, postedAt: at },
      });
      await db.ledgerTransfer.create({
        data: {
          agencyId,
          id: newId(),
          transactionId,
          lineId: line.id,
          fromAccount,
          toAccount,
          amountMinor,
          availableAfterMinor: 0n,
          postedAt: at,
        },
      });
    }
    await db.budgetLine.update({
      where: { agencyId_id: { agencyId, id: line.id } },
      data: { availableMinor: { decrement: amountMinor }, payableMinor: { increment: amountMinor } },
    });
  });
  return id;
}

/** The client's monthly fee since last month, in rubles, and the margin that the owner wants, in percent. */
export async function aRetainer({ agencyId, client }: TestAgency, fee: number, marginGoal: number): Promise<void> {
  const today = new Date();
  await within(agencyId, async (db) => {
    await db.agency.update({ where: { id: agencyId }, data: { marginGoal } });
    await db.retainer.create({
      data: {
        agencyId,
        id: newId(),
        clientId: client.id,
        validFrom: new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - 1, 1)),
        feeMinor: BigInt(fee) * 100n,
        currency: 'RUB',
        includedItems: 20,
        includedRounds: 3,
      },
    });
  });
}
