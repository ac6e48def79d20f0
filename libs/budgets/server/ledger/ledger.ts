import { Injectable } from '@nestjs/common';
import { crossedThresholds, plannedOf, type LedgerAccount, type LedgerKind } from '@planerka/budgets/domain';
import { err, Money, newId, ok, type Id, type Result } from '@planerka/platform/domain';
import {
  tables,
  toDbInstant,
  UnitOfWork,
  type DomainEvent,
  type TenantScope,
  type Tx,
} from '@planerka/platform/server';
import { sql, type RawBuilder } from 'kysely';
import { campaignTold, leadersOf } from './leaders';
import { lineColumns, Lines, toLine, type CampaignLine, type LineRow } from './lines';
import type { BudgetExceeded, Posted, Posting, TaskPosting } from './posting';

interface Movement {
  readonly kind: LedgerKind;
  readonly from: LedgerAccount;
  readonly to: LedgerAccount;
}

const movements = {
  commit: { kind: 'commitment', from: 'available', to: 'committed' },
  release: { kind: 'release', from: 'committed', to: 'available' },
  killFee: { kind: 'kill_fee', from: 'committed', to: 'payable' },
  makePayable: { kind: 'payable', from: 'committed', to: 'payable' },
  undoPayable: { kind: 'reversal', from: 'payable', to: 'committed' },
  pay: { kind: 'payout', from: 'payable', to: 'spent' },
  adSpend: { kind: 'ad_spend', from: 'available', to: 'spent' },
  expense: { kind: 'expense', from: 'available', to: 'spent' },
  raise: { kind: 'revision', from: 'plan', to: 'available' },
  lower: { kind: 'revision', from: 'available', to: 'plan' },
} as const satisfies Record<string, Movement>;

/**
 * The book. Every movement of money is a transaction with its transfers, appended and never changed, and the line's
 * balances, kept by the same database transaction. A hard line is guarded by the condition of the UPDATE itself: of two
 * that race for its last money, the second sees the first's balance and is refused, whatever either had read before.
 */
@Injectable()
export class Ledger {
  constructor(
    private readonly lines: Lines,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** The fee of a task that is being accepted, or what a revised fee has grown by. */
  commit(tx: Tx, posting: TaskPosting): Promise<Result<Posted, BudgetExceeded>> {
    return this.move(tx, movements.commit, posting);
  }

  /** A promise taken back: cancelled, revised, or what a fee has shrunk by. */
  release(tx: Tx, posting: TaskPosting): Promise<Result<Posted, BudgetExceeded>> {
    return this.move(tx, movements.release, posting);
  }

  /** Accepted work was cancelled: this much of the promise is owed all the same. The rest is `release`d by the caller. */
  killFee(tx: Tx, posting: TaskPosting): Promise<Result<Posted, BudgetExceeded>> {
    return this.move(tx, movements.killFee, posting);
  }

  /** The task is done: its fee is owed. */
  makePayable(tx: Tx, posting: TaskPosting): Promise<Result<Posted, BudgetExceeded>> {
    return this.move(tx, movements.makePayable, posting);
  }

  /**
   * The task was reopened. What stands in a draft payout leaves it; what is approved or paid already stays so, and
   * then nothing moves: the fee was earned once and is not promised again. `amount` says what is committed now.
   */
  async undoPayable(tx: Tx, posting: TaskPosting): Promise<Result<Posted, BudgetExceeded>> {
    const lines = await this.lines.lock(tx, [posting.lineId]);
    const line = lineOf(lines, posting.lineId);
    const isSettled = await this.isSettled(tx, posting.taskId);
    if (isSettled) return ok({ transactionId: null, amount: Money.zero(posting.amount.currency), line });
    await this.leaveDraftPayouts(tx, posting.taskId);
    return this.move(tx, movements.undoPayable, posting);
  }

  /** A payout has been paid. It takes nothing from what is available, so no line can refuse it. */
  async payAll(tx: Tx, owed: readonly TaskPosting[]): Promise<void> {
    const postings = owed.filter(({ amount }) => amount.isPositive);
    if (postings.length === 0) return;
    const lines = await this.lines.lock(
      tx,
      postings.map(({ lineId }) => lineId),
    );
    const { from, to } = movements.pay;
    for (const [lineId, ofLine] of Map.groupBy(postings, (posting) => posting.lineId)) {
      const { currency } = lineOf(lines, lineId);
      const total = Money.sum(
        ofLine.map(({ amount }) => amount),
        currency,
      );
      tx.write(balances(tx.agencyId, lineId, from, to, total));
    }
    this.append(
      tx,
      movements.pay,
      postings.map((posting) => ({ ...posting, line: lineOf(lines, posting.lineId) })),
    );
  }

  /** Advertising or an expense: no promise comes before it. */
  spend(tx: Tx, posting: Posting, kind: 'ad_spend' | 'expense'): Promise<Result<Posted, BudgetExceeded>> {
    return this.move(tx, kind === 'ad_spend' ? movements.adSpend : movements.expense, posting);
  }

  /** The owner's decision on a revision: the line's approved total is `newTotal` from now on. `amount` is not asked. */
  async approve(
    tx: Tx,
    { newTotal, ...posting }: Omit<Posting, 'amount'> & { readonly newTotal: Money },
  ): Promise<Result<Posted, BudgetExceeded>> {
    const line = lineOf(await this.lines.lock(tx, [posting.lineId]), posting.lineId);
    const change = newTotal.minus(plannedOf(line.balances));
    return change.isNegative
      ? this.move(tx, movements.lower, { ...posting, amount: change.negated() })
      : this.move(tx, movements.raise, { ...posting, amount: change });
  }

  /** Takes a whole transaction back by one that moves the same sums the other way. Both stay in the book. */
  async reverse(
    tx: Tx,
    transactionId: Id,
    why: Pick<Posting, 'memo' | 'actor' | 'adSpendId'>,
  ): Promise<Result<Posted, BudgetExceeded>> {
    const transaction = await tx.db.ledgerTransaction.findUniqueOrThrow({
      where: { agencyId_id: { agencyId: tx.agencyId, id: transactionId } },
      include: { transfers: { include: { line: { select: { currency: true } } } } },
    });
    const [transfer, ...more] = transaction.transfers;
    if (!transfer || more.length > 0) throw new Error(`Transaction ${transactionId} is not one movement`);
    const { lineId, amountMinor, fromAccount, toAccount, line } = transfer;
    await this.lines.lock(tx, [lineId]);
    const earlier = await tx.db.ledgerTransaction.count({
      where: { agencyId: tx.agencyId, reversesId: transactionId },
    });
    if (earlier > 0) throw new Error(`Transaction ${transactionId} has been reversed before`);
    const amount = Money.of(amountMinor, line.currency as Money['currency']);
    const { taskId, revisionId, payoutId } = transaction;
    return this.move(
      tx,
      { kind: 'reversal', from: toAccount, to: fromAccount },
      { ...why, lineId, amount, ...given({ taskId, revisionId, payoutId }), reversesId: transactionId },
    );
  }

  /**
   * Tells owners and the client's managers of work that could not be accepted. The refusing transaction has rolled
   * back with everything it would have emitted, so this is a unit of work of its own, run after it.
   */
  async reportRefusal(
    scope: TenantScope & { readonly agencyId: Id },
    refusal: BudgetExceeded,
    task: { readonly id: Id; readonly title: string },
    actor: DomainEvent['actor'],
  ): Promise<void> {
    await this.unitOfWork.run(scope, async (tx) => {
      const audience = await leadersOf(tx, refusal.campaignId);
      tx.emit({
        type: 'budget.refused',
        entity: { type: 'BudgetLine', id: refusal.lineId },
        actor,
        audience,
        related: { campaignId: refusal.campaignId, taskId: task.id },
        details: {
          title: task.title,
          category: refusal.category,
          month: refusal.month.toString(),
          available: refusal.available.toDecimal(),
          missing: refusal.missing.toDecimal(),
          currency: refusal.available.currency,
        },
      });
      return ok(undefined);
    });
  }

  private async move(
    tx: Tx,
    { kind, from, to }: Movement,
    posting: Posting & { readonly reversesId?: Id },
  ): Promise<Result<Posted, BudgetExceeded>> {
    const { lineId, amount, actor } = posting;
    if (amount.isNegative) throw new RangeError('Money moves forwards; the way back is a movement of its own');
    if (amount.isZero) {
      const line = lineOf(await this.lines.lock(tx, [lineId]), lineId);
      return ok({ transactionId: null, amount, line });
    }
    // Null where a hard line would fall below zero.
    const [row] = await tx.query(balances(tx.agencyId, lineId, from, to, amount));
    if (!row) return err(await this.refusal(tx, lineId, amount));
    const line = toLine(row);
    const [transactionId = null] = this.append(tx, { kind, from, to }, [{ ...posting, line }]);
    await this.tellThresholds(tx, line, { from, to, amount }, actor);
    return ok({ transactionId, amount, line });
  }

  /** What has moved as the book has it: a transaction and its transfer for each. */
  private append(
    tx: Tx,
    { kind, from, to }: Movement,
    postings: readonly (Posting & { readonly reversesId?: Id; readonly line: CampaignLine })[],
  ): readonly Id[] {
    const postedAt = toDbInstant(tx.at);
    const entries = postings.map((posting) => ({ ...posting, id: newId() }));
    tx.write(
      tables.insertInto('ledger_transaction').values(
        entries.map(({ id, memo, actor, taskId, revisionId, payoutId, adSpendId, reversesId }) => ({
          agency_id: tx.agencyId,
          id,
          kind,
          memo,
          member_id: actor.memberId,
          actor_name: actor.name,
          posted_at: postedAt,
          task_id: taskId ?? null,
          revision_id: revisionId ?? null,
          payout_id: payoutId ?? null,
          ad_spend_id: adSpendId ?? null,
          reverses_id: reversesId ?? null,
        })),
      ),
    );
    tx.write(
      tables.insertInto('ledger_transfer').values(
        entries.map(({ id, lineId, amount, line }) => ({
          agency_id: tx.agencyId,
          id: newId(),
          transaction_id: id,
          line_id: lineId,
          from_account: from,
          to_account: to,
          amount_minor: String(amount.minor),
          available_after_minor: String(line.balances.available.minor),
          posted_at: postedAt,
        })),
      ),
    );
    return entries.map(({ id }) => id);
  }

  private async refusal(tx: Tx, lineId: Id, needed: Money): Promise<BudgetExceeded> {
    const line = lineOf(await this.lines.lock(tx, [lineId]), lineId);
    const { available } = line.balances;
    return {
      kind: 'BudgetExceeded',
      lineId,
      campaignId: line.campaignId,
      category: line.category,
      month: line.month,
      available,
      needed,
      // Somebody may have freed money since the refusal; what was lacking is then told as nothing, never as less.
      missing: Money.max(needed.minus(available), Money.zero(needed.currency)),
    };
  }

  private async tellThresholds(
    tx: Tx,
    line: CampaignLine,
    { from, to, amount }: { from: LedgerAccount; to: LedgerAccount; amount: Money },
    actor: DomainEvent['actor'],
  ): Promise<void> {
    if (line.isHard || from !== 'available' || to === 'plan') return;
    const { available, ...used } = line.balances;
    const before = { ...used, available: available.plus(amount) };
    if (to !== 'available') before[to] = before[to].minus(amount);
    const threshold = crossedThresholds({ ...line, balances: before }, line).at(-1);
    if (threshold === undefined) return;
    const { audience, title } = await campaignTold(tx, line.campaignId);
    tx.emit({
      type: 'budget.thresholdCrossed',
      entity: { type: 'BudgetLine', id: line.id },
      actor,
      audience,
      related: { campaignId: line.campaignId },
      details: { title, threshold, category: line.category, month: line.month.toString() },
    });
  }

  private async isSettled({ db, agencyId }: Tx, taskId: Id): Promise<boolean> {
    const settled = await db.payoutItem.count({
      where: { agencyId, taskId, payout: { state: { in: ['approved', 'paid'] } } },
    });
    return settled > 0;
  }

  private async leaveDraftPayouts({ db, agencyId }: Tx, taskId: Id): Promise<void> {
    const items = await db.payoutItem.findMany({
      where: { agencyId, taskId, payout: { state: 'draft' } },
      select: { id: true, payoutId: true, amountMinor: true },
    });
    for (const { id, payoutId, amountMinor } of items) {
      await db.payoutItem.delete({ where: { agencyId_id: { agencyId, id } } });
      const left = await db.payoutItem.count({ where: { agencyId, payoutId } });
      const where = { agencyId_id: { agencyId, id: payoutId } };
      if (left === 0) await db.payout.delete({ where });
      else
        await db.payout.update({ where, data: { totalMinor: { decrement: amountMinor }, version: { increment: 1 } } });
    }
  }
}

/** The one statement that changes balances; it gives no row where a hard line would fall below zero. */
function balances(
  agencyId: Id,
  lineId: Id,
  from: LedgerAccount,
  to: LedgerAccount,
  amount: Money,
): RawBuilder<LineRow> {
  const change = (account: LedgerAccount): bigint =>
    (account === to ? amount.minor : 0n) - (account === from ? amount.minor : 0n);
  const available = change('available');
  return sql<LineRow>`
    UPDATE budget_line SET
      planned_minor = planned_minor - ${change('plan')}::bigint,
      available_minor = available_minor + ${available}::bigint,
      committed_minor = committed_minor + ${change('committed')}::bigint,
      payable_minor = payable_minor + ${change('payable')}::bigint,
      spent_minor = spent_minor + ${change('spent')}::bigint
    WHERE agency_id = ${agencyId}::uuid AND id = ${lineId}::uuid
      AND (NOT is_hard OR ${available}::bigint >= 0 OR available_minor + ${available}::bigint >= 0)
    RETURNING ${lineColumns}`;
}

function lineOf(lines: ReadonlyMap<Id, CampaignLine>, lineId: Id): CampaignLine {
  const line = lines.get(lineId);
  if (!line) throw new Error(`There is no budget line ${lineId}`);
  return line;
}

/** Only the causes that are there: an absent one is left to the column's null. */
function given<T extends Record<string, Id | null>>(causes: T): { [K in keyof T]?: Id } {
  return Object.fromEntries(Object.entries(causes).filter(([, id]) => id !== null)) as { [K in keyof T]?: Id };
}
