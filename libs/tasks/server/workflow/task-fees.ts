import { Injectable } from '@nestjs/common';
import { categoryOf } from '@planerka/budgets/domain';
import { Ledger, Lines, type BudgetExceeded } from '@planerka/budgets/server';
import { err, Money, ok, type Id, type Instant, type Result } from '@planerka/platform/domain';
import type { Tx } from '@planerka/platform/server';
import { settleFee, type TaskEffect } from '@planerka/tasks/domain';
import type { LoadedTask, Terms } from './loaded-task';
import type { TaskActor } from './task-hooks';

type MoneyEffect = Extract<TaskEffect, { readonly amount: Money }>;

export const isMoneyEffect = (effect: TaskEffect): effect is MoneyEffect => 'amount' in effect;

/** What stands once the money has moved. */
export interface Settled {
  readonly committed: Money;
  readonly budgetLineId: Id | null;
}

/** The fee's way through the book: which line it comes from, and what of it stands committed. */
@Injectable()
export class TaskFees {
  constructor(
    private readonly ledger: Ledger,
    private readonly lines: Lines,
  ) {}

  /** The line of the task's discipline in the month of its due day; null where none is planned. */
  async lineFor(
    tx: Tx,
    { campaignId, discipline }: Pick<LoadedTask, 'campaignId' | 'discipline'>,
    dueAt: Instant | null,
  ): Promise<Id | null> {
    if (!campaignId || !dueAt) return null;
    return this.lines.findDue(tx, { campaignId, category: categoryOf(discipline), dueAt });
  }

  /** Does what a transition says about money. Refused where the line has not enough, or is no longer there. */
  async settle(
    tx: Tx,
    task: LoadedTask,
    effects: readonly TaskEffect[],
    actor: TaskActor,
  ): Promise<Result<Settled, BudgetExceeded | 'no_budget_line'>> {
    const movements = effects.filter(isMoneyEffect);
    if (movements.length === 0) return ok({ committed: task.committed, budgetLineId: task.budgetLineId });
    // Money goes where it came from; a task that has none yet asks its month's line.
    const budgetLineId = task.budgetLineId ?? (await this.lineFor(tx, task, task.dueAt));
    if (!budgetLineId) return err('no_budget_line');
    let { committed } = task;
    for (const effect of movements) {
      const moved = await this.post(tx, task, budgetLineId, effect, actor);
      if (!moved.ok) return moved;
      const { amount } = moved.value;
      const isPromised = effect.kind === 'commit' || effect.kind === 'reverse_payable';
      committed = isPromised ? committed.plus(amount) : committed.minus(amount);
    }
    return ok({ committed, budgetLineId });
  }

  /** New terms of work that was accepted before: what its fee grew or shrank by, or all of it where another month's line pays. */
  async settleTerms(
    tx: Tx,
    task: LoadedTask,
    terms: Terms,
    actor: TaskActor,
  ): Promise<Result<Settled, BudgetExceeded | 'no_budget_line'>> {
    const budgetLineId = await this.lineFor(tx, task, terms.dueAt);
    if (budgetLineId === task.budgetLineId || !task.budgetLineId) {
      return this.settle(tx, { ...task, dueAt: terms.dueAt }, settleFee(task), actor);
    }
    const { id: taskId, budgetLineId: lineId, committed: amount, title: memo } = task;
    if (amount.isPositive) await this.ledger.release(tx, { taskId, lineId, amount, memo, actor });
    const moved = { ...task, budgetLineId, dueAt: terms.dueAt, committed: Money.zero(amount.currency) };
    return this.settle(tx, moved, settleFee(moved), actor);
  }

  private post(tx: Tx, task: LoadedTask, lineId: Id, effect: MoneyEffect, actor: TaskActor) {
    const posting = { taskId: task.id, lineId, amount: effect.amount, memo: task.title, actor };
    switch (effect.kind) {
      case 'commit':
        return this.ledger.commit(tx, posting);
      case 'release':
        return this.ledger.release(tx, posting);
      case 'make_payable':
        return this.ledger.makePayable(tx, posting);
      case 'kill_fee':
        return this.ledger.killFee(tx, posting);
      case 'reverse_payable':
        return this.ledger.undoPayable(tx, posting);
    }
  }
}
