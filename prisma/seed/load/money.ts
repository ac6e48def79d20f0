import type { LedgerAccount } from '@planerka/budgets/domain';
import type { Prisma } from '@planerka/platform/server';
import { idOf } from './ids';
import { currency, inBatches, type Loading } from './loading';
import { adSpendRows } from './money/ad-spend';
import { lineIdOf } from './money/lines';
import { movementsOf, type Movement } from './money/movements';
import { loadPayouts } from './money/payouts';
import { loadRevisions } from './money/revisions';

/** Lines, requests, payouts and ad spend, and the book that says how each balance came to be. */
export async function loadMoney(loading: Loading): Promise<void> {
  const { db } = loading;
  const book = postAll(loading, movementsOf(loading));
  await db.budgetLine.createMany({ data: book.lines });
  await loadRevisions(loading);
  await loadPayouts(loading);
  await inBatches(adSpendRows(loading), (data) => db.adSpend.createMany({ data }));
  await inBatches(book.transactions, (data) => db.ledgerTransaction.createMany({ data }));
  await inBatches(book.transfers, (data) => db.ledgerTransfer.createMany({ data }));
}

/** The tasks need their lines before they are loaded, so the lines go first, empty, and are filled here. */
function postAll({ agencyId, demo }: Loading, movements: readonly Movement[]) {
  const balances = new Map<string, Record<LedgerAccount, bigint>>();
  const of = (line: string): Record<LedgerAccount, bigint> => {
    const known = balances.get(line) ?? { plan: 0n, available: 0n, committed: 0n, payable: 0n, spent: 0n };
    balances.set(line, known);
    return known;
  };
  const transactions: Prisma.LedgerTransactionCreateManyInput[] = [];
  const transfers: Prisma.LedgerTransferCreateManyInput[] = [];
  for (const [index, { at, line, kind, from, to, minor, memo, actor, cause }] of movements.entries()) {
    const balance = of(line);
    balance[from] -= minor;
    balance[to] += minor;
    const transactionId = idOf('transaction', index);
    const member = demo.agency.members.find(({ slug }) => slug === actor);
    transactions.push({
      agencyId,
      id: transactionId,
      kind,
      memo,
      memberId: member ? idOf('member', actor) : null,
      actorName: member?.name ?? actor,
      postedAt: at,
      ...cause,
    });
    transfers.push({
      agencyId,
      id: idOf('transfer', index),
      transactionId,
      lineId: line,
      fromAccount: from,
      toAccount: to,
      amountMinor: minor,
      availableAfterMinor: balance.available,
      postedAt: at,
    });
  }
  const lines = demo.budgetLines.map((line) => {
    const { plan, available, committed, payable, spent } = of(lineIdOf(line));
    return {
      agencyId,
      id: lineIdOf(line),
      campaignId: idOf('campaign', line.campaign),
      category: line.category,
      month: new Date(`${line.month}-01T00:00:00Z`),
      isHard: line.strictness === 'hard',
      currency,
      plannedMinor: -plan,
      availableMinor: available,
      committedMinor: committed,
      payableMinor: payable,
      spentMinor: spent,
    };
  });
  return { transactions, transfers, lines };
}
