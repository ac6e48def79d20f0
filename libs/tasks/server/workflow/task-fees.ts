import { Injectable } from '@nestjs/common';
import { categoryOf } from '@planerka/budgets/domain';
import { Ledger, Lines, type BudgetExceeded } from '@planerka/budgets/server';
import { monthOf, ok, type Id, type Instant, type Money, type Result } from '@planerka/platform/domain';
import type { Tx } from '@planerka/platform/server';
import type { TaskEffect } from '@planerka/tasks/domain';
import type { LoadedTask } from './loaded-task';
import type { TaskActor } from './task-hooks';

type MoneyEffect = Extract<TaskEffect, { readonly amount: Money }>;

export const isMoneyEffect = (effect: TaskEffect): effect is MoneyEffect => 'amount' in effect;

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
    task: Pick<LoadedTask, 'campaignId' | 'discipline'>,
    dueAt: Instant | null,
  ): Promise<Id | null> {
    if (!task.campaignId || !dueAt) return null;
    const { timeZone } = await tx.db.agency.findUniqueOrThrow({
      where: { id: tx.agencyId },
      select: { timeZone: true },
    });
    const line = await this.lines.find(tx, {
      campaignId: task.campaignId,
      category: categoryOf(task.discipline),
      month: monthOf(dueAt, timeZone),
    });
    return line?.id ?? null;
  }

  /** Does what a transition says about money. Answers what then stands committed. */
  async settle(
    tx: Tx,
    task: LoadedTask,
    effects: readonly TaskEffect[],
    actor: TaskActor,
  ): Promise<Result<Money, BudgetExceeded>> {
    let committed = task.committed;
    for (const effect of effects.filter(isMoneyEffect)) {
      const moved = await this.post(tx, task, effect, actor);
      if (!moved.ok) return moved;
      const { amount } = moved.value;
      const isPromised = effect.kind === 'commit' || effect.kind === 'reverse_payable';
      committed = isPromised ? committed.plus(amount) : committed.minus(amount);
    }
    return ok(committed);
  }

  /** Takes the whole promise back from its line, where the work moves to another one. */
  async leaveLine(tx: Tx, task: LoadedTask, actor: TaskActor): Promise<void> {
    if (!task.budgetLineId || !task.committed.isPositive) return;
    const { id: taskId, budgetLineId: lineId, committed: amount, title: memo } = task;
    await this.ledger.release(tx, { taskId, lineId, amount, memo, actor });
  }

  private async post(tx: Tx, task: LoadedTask, effect: MoneyEffect, actor: TaskActor) {
    // The brief is not ready without a line for its fee, so there is one by the time money moves.
    if (!task.budgetLineId) throw new Error(`Task ${task.id} has a fee and no budget line`);
    const posting = { taskId: task.id, lineId: task.budgetLineId, amount: effect.amount, memo: task.title, actor };
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
