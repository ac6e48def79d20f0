import { Money, type Currency, type Id, type PlainYearMonth } from '@planerka/platform/domain';
import type { BudgetCategory } from './category';

/** `plan` is where a line's money comes from: its balance is minus the approved sum. */
export const ledgerAccounts = ['plan', 'available', 'committed', 'payable', 'spent'] as const;
export type LedgerAccount = (typeof ledgerAccounts)[number];

/** The order in which money stands in bars, columns and legends, after the plan. */
export const moneyOrder = ['spent', 'payable', 'committed', 'available'] as const;

export const ledgerKinds = [
  'revision',
  'commitment',
  'release',
  'kill_fee',
  'payable',
  'payout',
  'ad_spend',
  'expense',
  'reversal',
] as const;
export type LedgerKind = (typeof ledgerKinds)[number];

/** One movement within a line. A positive amount from one account to another sums to zero by construction. */
export interface Transfer {
  readonly lineId: Id;
  readonly from: LedgerAccount;
  readonly to: LedgerAccount;
  readonly amount: Money;
}

/** The four figures of a line. Their sum is what was planned (approved). */
export interface Balances {
  readonly available: Money;
  readonly committed: Money;
  readonly payable: Money;
  readonly spent: Money;
}

export interface BudgetLine {
  readonly id: Id;
  readonly category: BudgetCategory;
  readonly month: PlainYearMonth;
  /** Never below zero. A soft line may be overdrawn, and warns. */
  readonly isHard: boolean;
  readonly currency: Currency;
  readonly balances: Balances;
}

export function noBalances(currency: Currency): Balances {
  const zero = Money.zero(currency);
  return { available: zero, committed: zero, payable: zero, spent: zero };
}

export function plannedOf({ available, committed, payable, spent }: Balances): Money {
  return available.plus(committed).plus(payable).plus(spent);
}

/** What is gone or promised: planned less available. */
export const usedOf = ({ committed, payable, spent }: Balances): Money => committed.plus(payable).plus(spent);

export function addBalances(one: Balances, other: Balances): Balances {
  return {
    available: one.available.plus(other.available),
    committed: one.committed.plus(other.committed),
    payable: one.payable.plus(other.payable),
    spent: one.spent.plus(other.spent),
  };
}

/** The balances after a transfer. What has been promised, is owed or was paid cannot fall below zero. */
export function applyTransfer(balances: Balances, { from, to, amount }: Omit<Transfer, 'lineId'>): Balances {
  if (!amount.isPositive || from === to) throw new RangeError('A transfer moves something from one account to another');
  const after = { ...balances };
  if (from !== 'plan') after[from] = after[from].minus(amount);
  if (to !== 'plan') after[to] = after[to].plus(amount);
  if (after.committed.isNegative || after.payable.isNegative || after.spent.isNegative) {
    throw new RangeError(`There is not that much in ${from}`);
  }
  return after;
}

/** The model: balances are nothing but the history added up. The database's are compared with these. */
export function replay(history: readonly Transfer[], currency: Currency): ReadonlyMap<Id, Balances> {
  const lines = new Map<Id, Balances>();
  for (const transfer of history) {
    lines.set(transfer.lineId, applyTransfer(lines.get(transfer.lineId) ?? noBalances(currency), transfer));
  }
  return lines;
}

/** Balance of every account after a history; their sum is zero for any history. */
export function accountBalances(
  history: readonly Transfer[],
  currency: Currency,
): Readonly<Record<LedgerAccount, Money>> {
  const zero = Money.zero(currency);
  const accounts = { plan: zero, available: zero, committed: zero, payable: zero, spent: zero };
  for (const { from, to, amount } of history) {
    accounts[from] = accounts[from].minus(amount);
    accounts[to] = accounts[to].plus(amount);
  }
  return accounts;
}
