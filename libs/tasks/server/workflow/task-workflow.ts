import { Injectable } from '@nestjs/common';
import { can, type Viewer } from '@planerka/agency/domain';
import { ItemProduction } from '@planerka/content-plan/server';
import {
  changesBetween,
  err,
  newId,
  ok,
  type Changes,
  type Finding,
  type Id,
  type Instant,
  type Result,
} from '@planerka/platform/domain';
import { notFound, staleVersion, tables, toDbInstant, type Tables, type Tx } from '@planerka/platform/server';
import { decide, handOver, transition, type TaskCommand, type TaskTransition } from '@planerka/tasks/domain';
import { sql, type Updateable } from 'kysely';
import { briefReadiness } from '../briefs/brief-readiness';
import { BriefVersions } from '../briefs/brief-versions';
import { Deliverables } from '../deliverables/deliverables';
import { loadTask, type ItemOfTask, type LoadedTask, type Terms } from './loaded-task';
import { TaskFees } from './task-fees';
import { TaskHooks, type TaskActor } from './task-hooks';
import { toRefusal, type TaskRefusal } from './task-refusal';

/** On whose behalf: their rights are asked, and their name is kept. */
export interface ActingViewer {
  readonly viewer: Viewer;
  readonly name: string;
}

export interface TaskStep {
  readonly taskId: Id;
  /** The version the person looked at; left out where the step follows from another decision. */
  readonly expectedVersion?: number;
}

type Step<Extra = object> = TaskStep & Extra;
type StepResult = Promise<Result<Id, TaskRefusal>>;

/** From whom to whom; null is nobody. */
interface HandOverStep {
  readonly taskId: Id;
  readonly fromMemberId: Id | null;
  readonly toMemberId: Id | null;
}

/** What a submission brings along, parsed and checked. */
export interface Submission {
  readonly content: unknown;
  readonly note: string;
}

/**
 * Every action of the workflow, inside the caller's transaction. Each takes the same way: the task's row is locked,
 * the pure table decides, what it says about brief, content and money is done, the row moves on by its version, and
 * activity, event, the item's status and the hooks follow, all or nothing.
 */
@Injectable()
export class TaskWorkflow {
  constructor(
    private readonly fees: TaskFees,
    private readonly briefs: BriefVersions,
    private readonly deliverables: Deliverables,
    private readonly items: ItemProduction,
    private readonly hooks: TaskHooks,
  ) {}

  issue(tx: Tx, by: ActingViewer, step: Step): StepResult {
    return this.act(tx, by, step, (task) => this.withFindings(tx, task, { action: 'issue' }));
  }

  /** A new version of the brief: whoever works by it has to accept again. */
  revise(tx: Tx, by: ActingViewer, step: Step<{ readonly reason?: string }>): StepResult {
    return this.act(tx, by, step, (task) => this.withFindings(tx, task, { action: 'revise', ...reasonOf(step) }));
  }

  accept(tx: Tx, by: ActingViewer, step: Step): StepResult {
    return this.act(tx, by, step, { action: 'accept' });
  }

  decline(tx: Tx, by: ActingViewer, step: Step<{ readonly reason: string }>): StepResult {
    return this.act(tx, by, step, { action: 'decline', reason: step.reason });
  }

  submit(tx: Tx, by: ActingViewer, step: Step<Submission>): StepResult {
    return this.act(tx, by, step, { action: 'submit', reason: step.note }, { content: step.content, note: step.note });
  }

  requestChanges(tx: Tx, by: ActingViewer, step: Step<{ readonly reason?: string }>): StepResult {
    return this.act(tx, by, step, { action: 'request_changes', ...reasonOf(step) });
  }

  /** The manager's word alone finishes the work. What wants the client's word goes by `sendToClient`. */
  approve(tx: Tx, by: ActingViewer, step: Step): StepResult {
    return this.act(tx, by, step, (task) =>
      task.wantsClientApproval && can(by.viewer, 'task.review', task)
        ? 'client_approval_wanted'
        : { action: 'approve' },
    );
  }

  /** For review, in the transaction that makes the approval request. */
  sendToClient(tx: Tx, by: ActingViewer, step: Step): StepResult {
    return this.act(tx, by, step, (task) =>
      task.wantsClientApproval || !can(by.viewer, 'task.review', task)
        ? { action: 'approve' }
        : 'no_client_approval_wanted',
    );
  }

  /** For review, when the last stage of an approval has spoken. Whoever decided has been checked there. */
  async clientDecided(
    tx: Tx,
    by: TaskActor,
    step: { readonly taskId: Id; readonly decision: 'approve' | 'request_changes'; readonly comment?: string },
  ): StepResult {
    const task = await loadTask(tx, step.taskId);
    if (!task) return err(notFound('Task'));
    const action = step.decision === 'approve' ? 'client_approve' : 'client_request_changes';
    const decided = transition(task, { action, reason: step.comment ?? '' });
    return decided.ok ? this.apply(tx, task, decided.value, by) : err(toRefusal(decided.error));
  }

  /** For review, when the client's time has passed without a word: the work is the manager's again. */
  async clientSilent(tx: Tx, by: TaskActor, step: { readonly taskId: Id; readonly reason: string }): StepResult {
    const task = await loadTask(tx, step.taskId);
    if (!task) return err(notFound('Task'));
    const decided = transition(task, { action: 'withdraw', reason: step.reason });
    return decided.ok ? this.apply(tx, task, decided.value, by) : err(toRefusal(decided.error));
  }

  withdraw(tx: Tx, by: ActingViewer, step: Step<{ readonly reason?: string }>): StepResult {
    return this.act(tx, by, step, { action: 'withdraw', ...reasonOf(step) });
  }

  reopen(tx: Tx, by: ActingViewer, step: Step<{ readonly reason: string }>): StepResult {
    return this.act(tx, by, step, { action: 'reopen', reason: step.reason });
  }

  cancel(
    tx: Tx,
    by: ActingViewer,
    step: Step<{ readonly reason: string; readonly killFeePercent?: number }>,
  ): StepResult {
    const { reason, killFeePercent = 0 } = step;
    return this.act(tx, by, step, { action: 'cancel', reason, killFeePercent });
  }

  /** Somebody else's from now on: who has it must be who is said to have it, and the next one accepts anew. */
  async handOver(tx: Tx, actor: TaskActor, { taskId, fromMemberId, toMemberId }: HandOverStep): StepResult {
    const task = await loadTask(tx, taskId);
    if (!task || task.assigneeId !== fromMemberId) return err(notFound('Task'));
    const step = handOver(task);
    if (!step) return err({ kind: 'IllegalTransition', state: task.state, action: 'hand_over' });
    const settled = await this.fees.settle(tx, task, step.effects, actor);
    // Terms that were being asked anew are asked of somebody else now.
    const terms = await this.termsOf(tx, task);
    if (!settled.ok) {
      if (settled.error !== 'no_budget_line') return err(settled.error);
      return err({ kind: 'IllegalTransition', state: task.state, action: 'hand_over', reason: settled.error });
    }
    tx.write(
      tables
        .updateTable('task')
        .set({
          ...terms,
          assignee_id: toMemberId,
          committed_minor: String(settled.value.committed.minor),
          ...(step.to !== task.state && { state: step.to, state_since: toDbInstant(tx.at), accepted_at: null }),
          version: sql`version + 1`,
        })
        .where('agency_id', '=', tx.agencyId)
        .where('id', '=', task.id),
    );
    const change = { action: 'hand_over', from: task.state, to: step.to, reason: '', events: ['task.handed_over'] };
    this.record(tx, task, change, actor, {});
    const changes = changesOf(task, change, {
      ...terms,
      assignee_id: toMemberId,
      committed_minor: String(settled.value.committed.minor),
    });
    this.tell(tx, task, change, actor, changes, toMemberId ? [toMemberId] : []);
    if (task.item) this.items.keep(tx, task.item, tasksAfter(task.item, task.id, change));
    return ok(task.id);
  }

  private async act(
    tx: Tx,
    { viewer, name }: ActingViewer,
    { taskId, expectedVersion }: TaskStep,
    toCommand: TaskCommand | ((task: LoadedTask) => TaskCommand | string | Promise<TaskCommand>),
    submission?: Submission,
  ): StepResult {
    const task = await loadTask(tx, taskId);
    if (!task || !can(viewer, 'task.view', task)) return err(notFound('Task'));
    const command = typeof toCommand === 'function' ? await toCommand(task) : toCommand;
    if (typeof command === 'string') {
      return err({ kind: 'IllegalTransition', state: task.state, action: 'approve', reason: command });
    }
    const decided = decide(task, command, viewer);
    if (!decided.ok) return err(toRefusal(decided.error));
    if (expectedVersion !== undefined && expectedVersion !== task.version) return err(staleVersion(task.version));
    const actor = { memberId: viewer.kind === 'member' ? viewer.memberId : null, name };
    return this.apply(tx, task, decided.value, actor, submission);
  }

  private async withFindings(tx: Tx, task: LoadedTask, command: TaskCommand): Promise<TaskCommand> {
    const draft = await briefReadiness(tx, task.id);
    return { ...command, findings: draft?.findings ?? noBrief };
  }

  private async apply(
    tx: Tx,
    task: LoadedTask,
    change: TaskTransition,
    actor: TaskActor,
    submission?: Submission,
  ): StepResult {
    const done = await this.doEffects(tx, task, change, actor, submission);
    if (!done.ok) return done;
    const { data, details, contentHash, deliverableId } = done.value;
    // The row is locked: its version is what was read, and nobody else's.
    tx.write(
      tables
        .updateTable('task')
        .set({
          ...data,
          ...milestones(change, tx.at),
          state: change.to,
          state_since: toDbInstant(tx.at),
          version: sql`version + 1`,
        })
        .where('agency_id', '=', tx.agencyId)
        .where('id', '=', task.id),
    );
    this.record(tx, task, change, actor, details);
    this.tell(tx, task, change, actor, changesOf(task, change, data));
    if (task.item) this.items.keep(tx, task.item, tasksAfter(task.item, task.id, change));
    if (contentHash && deliverableId) {
      await this.hooks.contentChanged(tx, { task, deliverableId, contentHash, actor });
    }
    await this.hooks.stateChanged(tx, { task, transition: change, actor });
    return ok(task.id);
  }

  private async doEffects(
    tx: Tx,
    task: LoadedTask,
    change: TaskTransition,
    actor: TaskActor,
    submission?: Submission,
  ): Promise<Result<Done, TaskRefusal>> {
    const kinds = new Set(change.effects.map(({ kind }) => kind));
    if (kinds.has('snapshot_brief')) return ok(await this.freezeBrief(tx, task, actor));
    if (kinds.has('add_deliverable')) {
      const added = await this.deliverables.add(tx, task, submission ?? { content: null, note: '' }, actor);
      if (!added.ok) return added;
      const { number, id, contentHash } = added.value;
      return ok({ data: { deliverable_number: number }, details: { version: number }, deliverableId: id, contentHash });
    }
    const isReaccepted = change.action === 'accept' && task.proposed !== null;
    const settled = isReaccepted
      ? await this.fees.settleTerms(tx, task, task.proposed, actor)
      : await this.fees.settle(tx, task, change.effects, actor);
    if (!settled.ok) {
      return settled.error === 'no_budget_line'
        ? err({ kind: 'IllegalTransition', state: task.state, action: change.action, reason: settled.error })
        : err(settled.error);
    }
    const { committed, budgetLineId } = settled.value;
    const round = change.effects.find((effect) => effect.kind === 'count_round');
    if (change.action === 'accept') this.briefs.accepted(tx, task);
    return ok({
      data: {
        committed_minor: String(committed.minor),
        budget_line_id: budgetLineId,
        ...(isReaccepted && termColumns(task.proposed)),
        // Back with the manager the task is what its draft says.
        ...(change.action === 'decline' && (await this.termsOf(tx, task))),
        ...(round && { rounds: round.round }),
      },
      details: { ...(round && { round: round.round }) },
    });
  }

  /** Of work that somebody has accepted the fee and the day stand until they accept the new ones. */
  private async freezeBrief(tx: Tx, task: LoadedTask, actor: TaskActor): Promise<Done> {
    const { number, terms } = await this.briefs.freeze(tx, task, actor);
    const stands = task.acceptedAt !== null;
    return {
      data: {
        brief_number: number,
        decline_reason: null,
        ...(!stands && {
          ...termColumns(terms),
          budget_line_id: await this.fees.lineFor(tx, task, terms.dueAt),
        }),
      },
      details: { brief: number },
    };
  }

  /** Those proposed, where nobody is bound to the old ones any more; nothing where there are no others. */
  private async termsOf(tx: Tx, task: LoadedTask): Promise<TaskColumns> {
    if (!task.proposed) return {};
    return { ...termColumns(task.proposed), budget_line_id: await this.fees.lineFor(tx, task, task.proposed.dueAt) };
  }

  private record(tx: Tx, task: LoadedTask, change: Recorded, actor: TaskActor, details: Details): void {
    tx.write(
      tables.insertInto('task_transition').values({
        agency_id: tx.agencyId,
        id: newId(),
        task_id: task.id,
        action: change.action,
        from_state: change.from,
        to_state: change.to,
        actor_member_id: actor.memberId,
        actor_name: actor.name,
        reason: change.reason,
        details: JSON.stringify(details),
        at: toDbInstant(tx.at),
      }),
    );
  }

  private tell(
    tx: Tx,
    task: LoadedTask,
    change: Recorded,
    actor: TaskActor,
    changes: Changes,
    besides: readonly Id[] = [],
  ): void {
    const audience = audienceOf(task);
    for (const type of change.events) {
      tx.emit({
        type,
        entity: { type: 'Task', id: task.id },
        actor,
        audience: { ...audience, memberIds: [...audience.memberIds, ...besides] },
        related: relatedOf(task),
        details: { title: task.title, from: change.from, to: change.to, reason: change.reason },
        changes,
      });
    }
  }
}

const termColumns = (terms: Terms | null): TaskColumns =>
  terms ? { due_at: terms.dueAt && toDbInstant(terms.dueAt), fee_minor: String(terms.fee.minor) } : {};

/** What is different of the task itself, out of what is written to its row. */
const changesOf = (task: LoadedTask, { to }: Pick<TaskTransition, 'to'>, data: TaskColumns): Changes =>
  changesBetween(
    { ...task, currency: task.fee.currency },
    {
      state: to,
      assigneeId: data.assignee_id,
      dueAt: data.due_at,
      feeMinor: data.fee_minor,
      committedMinor: data.committed_minor,
      rounds: data.rounds,
      briefNumber: data.brief_number,
      deliverableNumber: data.deliverable_number,
    },
  );

/** What the activity and the outbox keep of a change. */
type Recorded = Pick<TaskTransition, 'from' | 'to' | 'reason' | 'events'> & { readonly action: string };

const tasksAfter = (item: ItemOfTask, taskId: Id, { to }: Pick<TaskTransition, 'to'>): ItemOfTask['tasks'] =>
  item.tasks.map((task) => (task.id === taskId ? { ...task, state: to } : task));

type Details = Record<string, string | number>;
type TaskColumns = Updateable<Tables['task']>;

interface Done {
  readonly data: TaskColumns;
  readonly details: Details;
  readonly deliverableId?: Id;
  readonly contentHash?: string;
}

/** Who may learn of what happens to a task: those who lead the client, and whoever does the work. */
export const audienceOf = (task: Pick<LoadedTask, 'clientId' | 'squadId' | 'assigneeId' | 'managerId'>) => ({
  clientId: task.clientId,
  squadId: task.squadId,
  memberIds: [task.managerId, ...(task.assigneeId ? [task.assigneeId] : [])],
});

export const relatedOf = (task: Pick<LoadedTask, 'id' | 'campaignId' | 'itemId'>) => ({
  taskId: task.id,
  campaignId: task.campaignId,
  itemId: task.itemId,
});

const reasonOf = ({ reason }: { readonly reason?: string }) => (reason === undefined ? {} : { reason });

/** Instants that a task keeps of itself. */
function milestones({ action, to, reason }: TaskTransition, at: Instant): TaskColumns {
  const now = toDbInstant(at);
  return {
    ...(to === 'done' && { done_at: now }),
    ...(action === 'reopen' && { done_at: null }),
    ...((action === 'issue' || action === 'revise') && { issued_at: now }),
    ...(action === 'accept' && { accepted_at: now }),
    ...(action === 'submit' && { submitted_at: now }),
    ...(action === 'decline' && { decline_reason: reason, accepted_at: null }),
  };
}

const noBrief: readonly Finding[] = [{ field: '', code: 'field_missing', params: {}, blocks: true }];
