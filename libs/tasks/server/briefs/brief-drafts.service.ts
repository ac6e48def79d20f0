import { Injectable } from '@nestjs/common';
import { can } from '@planerka/agency/domain';
import { actorOf, type CurrentMember } from '@planerka/agency/server';
import {
  changesBetween,
  err,
  issue,
  ok,
  parseDecimal,
  parseInput,
  under,
  type Id,
  type InputIssue,
  type Instant,
  type Result,
} from '@planerka/platform/domain';
import {
  invalidInput,
  notFound,
  staleVersion,
  toDbInstant,
  UnitOfWork,
  type CommandError,
  type Tx,
} from '@planerka/platform/server';
import { filesOf, isBriefOpen, parseBrief, wouldCycle, type Brief } from '@planerka/tasks/domain';
import { draftInput, type DraftChange } from '../tasks/task-input';
import { loadTask, type LoadedTask } from '../workflow/loaded-task';
import { audienceOf, relatedOf } from '../workflow/task-workflow';
import { toJson } from './brief-versions';

export interface SaveDraft {
  readonly taskId: Id;
  /** Of the draft, not of the task: work goes on while a manager writes the next version of its brief. */
  readonly expectedVersion: number;
  readonly dueAt?: Instant | null;
  readonly data?: unknown;
  readonly fee?: { readonly amount: string; readonly currency: string } | null;
}

interface Change extends DraftChange {
  readonly brief?: Brief;
  readonly feeMinor?: bigint;
}

/** The working draft of a brief, saved as it is typed. */
@Injectable()
export class BriefDraftsService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  save(viewer: CurrentMember, input: SaveDraft): Promise<Result<Id, CommandError>> {
    return this.unitOfWork.run(viewer, (tx) => this.saveWithin(tx, viewer, input));
  }

  /** For another command, inside its transaction; without a version it is written over whatever stands there. */
  async saveWithin(
    tx: Tx,
    viewer: CurrentMember,
    input: Omit<SaveDraft, 'expectedVersion'> & Partial<Pick<SaveDraft, 'expectedVersion'>>,
  ): Promise<Result<Id, CommandError>> {
    const task = await loadTask(tx, input.taskId);
    if (!task || !can(viewer, 'task.edit', task)) return err(notFound('Task'));
    if (!isBriefOpen(task.state)) return err({ kind: 'IllegalTransition', state: task.state, action: 'edit' });
    const change = this.parse(input, task);
    if (!change.ok) return err(invalidInput(change.error));
    const problems = await this.problemsOf(tx, task, change.value);
    if (problems.length > 0) return err(invalidInput(problems));
    const draft = await tx.db.briefVersion.findUniqueOrThrow({
      where: { agencyId_taskId_number: { agencyId: tx.agencyId, taskId: task.id, number: 0 } },
      select: { data: true, feeMinor: true, dueAt: true, version: true },
    });
    const isWritten = await this.writeDraft(tx, task, input.expectedVersion ?? draft.version, change.value);
    if (!isWritten) return err(staleVersion(draft.version));
    await this.writeTask(tx, task, change.value);
    tx.emit({
      type: 'task.brief_saved',
      entity: { type: 'Task', id: task.id },
      actor: actorOf(viewer),
      audience: audienceOf({ ...task, assigneeId: null }),
      related: relatedOf(task),
      details: { title: change.value.title ?? task.title },
      changes: changesBetween(
        { ...factsOf(task), ...draft },
        { ...change.value, ...(change.value.brief && { data: change.value.brief }), brief: undefined },
      ),
    });
    return ok(task.id);
  }

  private parse(input: Omit<SaveDraft, 'expectedVersion'>, task: LoadedTask): Result<Change, readonly InputIssue[]> {
    const fields = parseInput(draftInput, input);
    const brief = input.data == null ? undefined : parseBrief(input.data);
    const fee = input.fee == null ? undefined : parseDecimal(input.fee.amount, task.fee.currency);
    const issues = [
      ...(fields.ok ? [] : fields.error),
      ...(brief && !brief.ok ? under(['data'], brief.error) : []),
      ...(brief?.ok && brief.value.discipline !== task.discipline
        ? [issue(['data', 'discipline'], 'not_an_option')]
        : []),
      ...(fee && !fee.ok ? [issue(['fee'], fee.error.code, fee.error.params)] : []),
      ...(input.fee && input.fee.currency !== task.fee.currency ? [issue(['fee'], 'other_currency')] : []),
    ];
    if (!fields.ok || issues.length > 0) return err(issues);
    return ok({
      ...fields.value,
      ...(brief?.ok && { brief: brief.value }),
      ...(fee?.ok && { feeMinor: fee.value.minor }),
    });
  }

  private async problemsOf(tx: Tx, task: LoadedTask, change: Change): Promise<InputIssue[]> {
    const { db, agencyId } = tx;
    const problems: InputIssue[] = [];
    const { assigneeId, brief } = change;
    if (assigneeId !== undefined && assigneeId !== task.assigneeId) {
      const isThere =
        !assigneeId || (await db.member.count({ where: { agencyId, id: assigneeId, deactivatedAt: null } }));
      if (!isThere) problems.push(issue(['assigneeId'], 'not_an_option'));
      else if (task.state !== 'draft') problems.push(issue(['assigneeId'], 'assignee_is_working'));
    }
    const fileIds = brief ? filesOf(brief) : [];
    const files = fileIds.length > 0 ? await db.file.count({ where: { agencyId, id: { in: [...fileIds] } } }) : 0;
    if (files !== fileIds.length) problems.push(issue(['data', 'references'], 'file_not_ready'));
    problems.push(...(await this.problemsOfOrder(tx, task, change)));
    return problems;
  }

  private async problemsOfOrder({ db, agencyId }: Tx, task: LoadedTask, { startAfter }: Change): Promise<InputIssue[]> {
    if (!startAfter || startAfter.length === 0) return [];
    const known = await db.task.count({ where: { agencyId, clientId: task.clientId, id: { in: [...startAfter] } } });
    if (known !== new Set(startAfter).size) return [issue(['startAfter'], 'not_an_option')];
    const edges = await db.taskDependency.findMany({
      where: { agencyId, task: { clientId: task.clientId }, taskId: { not: task.id } },
      select: { taskId: true, afterTaskId: true },
    });
    const isCircle = startAfter.some((afterTaskId) => wouldCycle(edges, { taskId: task.id, afterTaskId }));
    return isCircle ? [issue(['startAfter'], 'waits_for_itself')] : [];
  }

  /** False where somebody else's text stands there now. */
  private async writeDraft(
    { db, agencyId }: Tx,
    task: LoadedTask,
    expectedVersion: number,
    { brief, feeMinor, dueAt }: Change,
  ): Promise<boolean> {
    const { count } = await db.briefVersion.updateMany({
      where: { agencyId, taskId: task.id, number: 0, version: expectedVersion },
      data: {
        ...(brief && { data: toJson(brief) }),
        ...(feeMinor !== undefined && { feeMinor }),
        ...(dueAt !== undefined && { dueAt: dueAt && toDbInstant(dueAt) }),
        version: { increment: 1 },
      },
    });
    return count > 0;
  }

  /** Before the first issue the task shows what its draft says; afterwards fee and day change by a revision only. */
  private async writeTask({ db, agencyId }: Tx, task: LoadedTask, change: Change): Promise<void> {
    const { title, assigneeId, estimatedMinutes, wantsClientApproval, startAfter, dueAt, feeMinor } = change;
    const isDraft = task.state === 'draft';
    await db.task.update({
      where: { agencyId_id: { agencyId, id: task.id } },
      data: {
        ...(title !== undefined && { title }),
        ...(assigneeId !== undefined && { assigneeId }),
        ...(estimatedMinutes !== undefined && { estimatedMinutes }),
        ...(wantsClientApproval !== undefined && { wantsClientApproval }),
        ...(isDraft && dueAt !== undefined && { dueAt: dueAt && toDbInstant(dueAt) }),
        ...(isDraft && feeMinor !== undefined && { feeMinor }),
      },
    });
    if (!startAfter) return;
    await db.taskDependency.deleteMany({ where: { agencyId, taskId: task.id } });
    await db.taskDependency.createMany({
      data: [...new Set(startAfter)].map((afterTaskId) => ({ agencyId, taskId: task.id, afterTaskId })),
    });
  }
}

/** What of the task a draft may change, for the journal. */
const factsOf = ({ title, assigneeId, estimatedMinutes, wantsClientApproval, predecessors, fee }: LoadedTask) => ({
  title,
  assigneeId,
  estimatedMinutes,
  wantsClientApproval,
  startAfter: predecessors.map(({ id }) => id),
  currency: fee.currency,
});
