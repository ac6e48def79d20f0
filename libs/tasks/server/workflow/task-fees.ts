import { Injectable } from '@nestjs/common';
import { categoryOf } from '@planerka/budgets/domain';
import { Ledger, Lines, type BudgetExceeded } from '@planerka/budgets/server';
import { err, ok, type Id, type Instant, type Money, type Result } from '@planerka/platform/domain';
import type { Tx } from '@planerka/platform/server';
import type { TaskEffect } from '@planerka/tasks/domain';
import type { LoadedTask } from './loaded-task';
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

  /** Takes the whole promise back from its line, where the work moves to another one. */
  async leaveLine(tx: Tx, task: LoadedTask, actor: TaskActor): Promise<void> {
    if (!task.budgetLineId || !task.committed.isPositive) return;
    const { id: taskId, budgetLineId: lineId, committed: amount, title: memo } = task;
    await this.ledger.release(tx, { taskId, lineId, amount, memo, actor });
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
