import { err, ok, type Id, type Money, type Result } from '@planerka/platform/domain';
import {
  applyTransfer,
  plannedOf,
  type BudgetLine,
  type LedgerAccount,
  type LedgerKind,
  type Transfer,
} from './ledger';

/** A hard line has not enough: what there is, what is asked for, and what is lacking. */
export interface BudgetExceeded {
  readonly kind: 'BudgetExceeded';
  readonly lineId: Id;
  readonly available: Money;
  readonly needed: Money;
  readonly missing: Money;
}

/** A ledger transaction to be written, and the line as it is after it. */
export interface Movement {
  readonly kind: LedgerKind;
  readonly transfers: readonly Transfer[];
  readonly line: BudgetLine;
}

export type MovementResult = Result<Movement, BudgetExceeded>;

/**
 * Movements of money on one line. Amounts are positive. What would overdraw a hard line is refused as data; moving
 * more out of committed, payable or spent than is there is a mistake of the caller and throws.
 */

/** Sets the approved total: the owner's decision on a revision. */
export function approveTotal(line: BudgetLine, newTotal: Money): MovementResult {
  if (newTotal.isNegative) throw new RangeError('A total is not negative');
  const change = newTotal.minus(plannedOf(line.balances));
  if (change.isZero) return ok({ kind: 'revision', transfers: [], line });
  return change.isPositive
    ? move(line, 'revision', 'plan', 'available', change)
    : move(line, 'revision', 'available', 'plan', change.negated());
}

/** The fee of a task that is being accepted, or what a revised fee has grown by. */
export const commit = (line: BudgetLine, amount: Money): MovementResult =>
  move(line, 'commitment', 'available', 'committed', amount);

/** A promise taken back: cancelled, declined, or what a revised fee has shrunk by. */
export const release = (line: BudgetLine, amount: Money): MovementResult =>
  move(line, 'release', 'committed', 'available', amount);

/** Brings what a task has committed from `current` to `fee` and moves the difference only; null where there is none. */
export function recommit(line: BudgetLine, current: Money, fee: Money): MovementResult | null {
  const change = fee.minus(current);
  if (change.isZero) return null;
  return change.isPositive ? commit(line, change) : release(line, change.negated());
}

/** The task is done: the fee is owed. */
export const makePayable = (line: BudgetLine, amount: Money): MovementResult =>
  move(line, 'payable', 'committed', 'payable', amount);

/** The task was cancelled after acceptance: part of the fee is owed all the same. */
export const owedKillFee = (line: BudgetLine, amount: Money): MovementResult =>
  move(line, 'kill_fee', 'committed', 'payable', amount);

/** The task was reopened before its fee was paid. */
export const reversePayable = (line: BudgetLine, amount: Money): MovementResult =>
  move(line, 'reversal', 'payable', 'committed', amount);

/** A payout has been paid. */
export const pay = (line: BudgetLine, amount: Money): MovementResult =>
  move(line, 'payout', 'payable', 'spent', amount);

/** Advertising or an expense: no promise comes before it. */
export const spend = (line: BudgetLine, amount: Money, kind: 'ad_spend' | 'expense'): MovementResult =>
  move(line, kind, 'available', 'spent', amount);

/** Takes transfers back, last first. The history keeps both: nothing is ever corrected in place. */
export function reverse(line: BudgetLine, transfers: readonly Transfer[]): MovementResult {
  let after = line;
  const reversed: Transfer[] = [];
  for (const { from, to, amount } of transfers.toReversed()) {
    const step = move(after, 'reversal', to, from, amount);
    if (!step.ok) return step;
    after = step.value.line;
    reversed.push(...step.value.transfers);
  }
  return ok({ kind: 'reversal', transfers: reversed, line: after });
}

function move(
  line: BudgetLine,
  kind: LedgerKind,
  from: LedgerAccount,
  to: LedgerAccount,
  amount: Money,
): MovementResult {
  const { available } = line.balances;
  if (from === 'available' && line.isHard && available.compare(amount) < 0) {
    const missing = amount.minus(available);
    return err({ kind: 'BudgetExceeded', lineId: line.id, available, needed: amount, missing });
  }
  const transfer: Transfer = { lineId: line.id, from, to, amount };
  return ok({ kind, transfers: [transfer], line: { ...line, balances: applyTransfer(line.balances, transfer) } });
}
