import type { BudgetCategory, BudgetLine } from '@planerka/budgets/domain';
import type { Id, Money, PlainYearMonth } from '@planerka/platform/domain';

/** Why money moves: what a person reads in the book, and the row that opens when they click on it. */
export interface Posting {
  readonly lineId: Id;
  /** Not negative; a zero moves nothing and is no error, so that work without a fee needs no case of its own. */
  readonly amount: Money;
  /** The task's title, the payout's number: never a sum, never a person's fee. */
  readonly memo: string;
  /** Null member: a client by link, or the system's own round. */
  readonly actor: { readonly memberId: Id | null; readonly name: string };
  readonly taskId?: Id;
  readonly revisionId?: Id;
  readonly payoutId?: Id;
  readonly adSpendId?: Id;
}

/** What concerns a task's fee names the task. */
export type TaskPosting = Posting & { readonly taskId: Id };

export interface Posted {
  /** Null where nothing had to move. */
  readonly transactionId: Id | null;
  /** What has moved. A task keeps what of its fee is committed by it. */
  readonly amount: Money;
  /** The line as it is after it. */
  readonly line: BudgetLine;
}

/** A hard line has not enough. The figures are those of the refusing moment, under the line's lock. */
export interface BudgetExceeded {
  readonly kind: 'BudgetExceeded';
  readonly lineId: Id;
  readonly campaignId: Id;
  readonly category: BudgetCategory;
  readonly month: PlainYearMonth;
  readonly available: Money;
  readonly needed: Money;
  readonly missing: Money;
}
