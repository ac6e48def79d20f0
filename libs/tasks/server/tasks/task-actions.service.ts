import { Injectable } from '@nestjs/common';
import type { CurrentMember } from '@planerka/agency/server';
import { Ledger } from '@planerka/budgets/server';
import { err, parseInput, type Id, type Result } from '@planerka/platform/domain';
import { invalidInput, Reader, UnitOfWork, type Tx } from '@planerka/platform/server';
import type { TaskRefusal } from '../workflow/task-refusal';
import { TaskWorkflow, type ActingViewer, type Submission, type TaskStep } from '../workflow/task-workflow';
import { reasonInput } from './task-input';

export interface TaskCommandInput extends TaskStep {
  readonly expectedVersion: number;
  readonly reason?: string | null;
}

type Answer = Promise<Result<Id, TaskRefusal>>;

/** The workflow's actions as commands: each a transaction of its own. */
@Injectable()
export class TaskActionsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: Reader,
    private readonly workflow: TaskWorkflow,
    private readonly ledger: Ledger,
  ) {}

  issue(viewer: CurrentMember, input: TaskCommandInput): Answer {
    return this.run(viewer, input, (tx, by, step) => this.workflow.issue(tx, by, step));
  }

  async accept(viewer: CurrentMember, input: TaskCommandInput): Answer {
    const accepted = await this.run(viewer, input, (tx, by, step) => this.workflow.accept(tx, by, step));
    // The refusal has rolled back with all it would have told, so manager and owner are told now.
    if (!accepted.ok && accepted.error.kind === 'BudgetExceeded')
      await this.report(viewer, input.taskId, accepted.error);
    return accepted;
  }

  decline(viewer: CurrentMember, input: TaskCommandInput): Answer {
    return this.run(viewer, input, (tx, by, step) => this.workflow.decline(tx, by, step));
  }

  revise(viewer: CurrentMember, input: TaskCommandInput): Answer {
    return this.run(viewer, input, (tx, by, step) => this.workflow.revise(tx, by, step));
  }

  submit(viewer: CurrentMember, input: TaskStep & Submission): Answer {
    return this.unitOfWork.run(viewer, (tx) => this.workflow.submit(tx, { viewer, name: viewer.name }, input));
  }

  requestChanges(viewer: CurrentMember, input: TaskCommandInput): Answer {
    return this.run(viewer, input, (tx, by, step) => this.workflow.requestChanges(tx, by, step));
  }

  approve(viewer: CurrentMember, input: TaskCommandInput): Answer {
    return this.run(viewer, input, (tx, by, step) => this.workflow.approve(tx, by, step));
  }

  withdraw(viewer: CurrentMember, input: TaskCommandInput): Answer {
    return this.run(viewer, input, (tx, by, step) => this.workflow.withdraw(tx, by, step));
  }

  /** The agency's own rule says what part of the fee stays payable. */
  cancel(viewer: CurrentMember, input: TaskCommandInput): Answer {
    return this.run(viewer, input, async (tx, by, step) => {
      const agency = await tx.db.agency.findUniqueOrThrow({
        where: { id: tx.agencyId },
        select: { killFeePercent: true },
      });
      return this.workflow.cancel(tx, by, { ...step, ...agency });
    });
  }

  reopen(viewer: CurrentMember, input: TaskCommandInput): Answer {
    return this.run(viewer, input, (tx, by, step) => this.workflow.reopen(tx, by, step));
  }

  private run(
    viewer: CurrentMember,
    { taskId, expectedVersion, reason }: TaskCommandInput,
    work: (tx: Tx, by: ActingViewer, step: TaskStep & { readonly reason: string }) => Answer,
  ): Answer {
    const parsed = parseInput(reasonInput, { reason: reason ?? '' });
    if (!parsed.ok) return Promise.resolve(err(invalidInput(parsed.error)));
    const by = { viewer, name: viewer.name };
    return this.unitOfWork.run(viewer, (tx) => work(tx, by, { taskId, expectedVersion, ...parsed.value }));
  }

  private async report(
    viewer: CurrentMember,
    taskId: Id,
    refusal: Extract<TaskRefusal, { kind: 'BudgetExceeded' }>,
  ): Promise<void> {
    const { title } = await this.reader.read(viewer, (db) =>
      db
        .selectFrom('task')
        .select('title')
        .where('agency_id', '=', viewer.agencyId)
        .where('id', '=', taskId)
        .executeTakeFirstOrThrow(),
    );
    await this.ledger.reportRefusal(
      viewer,
      refusal,
      { id: taskId, title },
      { memberId: viewer.memberId, name: viewer.name },
    );
  }
}
