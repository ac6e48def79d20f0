import { Injectable } from '@nestjs/common';
import { can, type AbsenceKind, type Discipline, type Role } from '@planerka/agency/domain';
import { MembersService, type CurrentMember, type MemberError } from '@planerka/agency/server';
import { err, isId, issue, ok, type Id, type InputIssue, type Result } from '@planerka/platform/domain';
import { Clock, invalidInput, notFound, Reader, staleVersion, UnitOfWork, type Tx } from '@planerka/platform/server';
import { canLead, canTake, mayBeHandedOver, type TaskState } from '@planerka/tasks/domain';
import { sql } from 'kysely';
import { loadTask } from '../workflow/loaded-task';
import type { TaskRefusal } from '../workflow/task-refusal';
import { TaskWorkflow } from '../workflow/task-workflow';
import type { HandOverTaskInput } from '../workload/workload.object';
import type { HandOverObject, HandOverTasksInput } from './hand-over.object';

interface Colleague {
  readonly id: Id;
  readonly name: string;
  readonly role: Role;
  readonly disciplines: readonly Discipline[];
  readonly openTasks: number;
  readonly awayUntil: string | null;
  readonly awayKind: AbsenceKind | null;
}

interface OpenTask {
  readonly id: Id;
  readonly title: string;
  readonly clientName: string;
  readonly state: TaskState;
  readonly discipline: Discipline;
}

type HandOverRefusal = TaskRefusal | MemberError;

/** Somebody leaves, or is away: what they had in hand goes to others, and their access may end by the same step. */
@Injectable()
export class HandOverService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: Reader,
    private readonly members: MembersService,
    private readonly workflow: TaskWorkflow,
    private readonly clock: Clock,
  ) {}

  /** What would move, and to whom it could; null for whoever may not manage that member. */
  async preview(viewer: CurrentMember, memberId: Id): Promise<HandOverObject | null> {
    if (!isId(memberId) || !can(viewer, 'member.manage', { memberId })) return null;
    const { agencyId } = viewer;
    const [[found], tasks, colleagues] = await this.reader.askAll<[{ led: number }, OpenTask, Colleague]>(viewer, [
      sql<{ led: number }>`
        SELECT (SELECT count(*)::int FROM task t WHERE t.agency_id = m.agency_id AND t.manager_id = m.id
            AND t.state NOT IN ('done', 'cancelled') AND t.assignee_id IS DISTINCT FROM m.id) AS led
        FROM member m WHERE m.agency_id = ${agencyId}::uuid AND m.id = ${memberId}::uuid`,
      sql<OpenTask>`
        SELECT t.id, t.title, t.state, t.discipline, c.name AS "clientName"
        FROM task t JOIN client c ON c.agency_id = t.agency_id AND c.id = t.client_id
        WHERE t.agency_id = ${agencyId}::uuid AND t.assignee_id = ${memberId}::uuid AND t.state NOT IN ('done', 'cancelled')
        ORDER BY t.due_at NULLS LAST, t.id`,
      sql<Colleague>`
        SELECT m.id, m.name, m.role, m.disciplines::text[] AS disciplines,
          (SELECT count(*)::int FROM task t WHERE t.agency_id = m.agency_id AND t.assignee_id = m.id
            AND t.state IN ('draft', 'issued', 'in_progress')) AS "openTasks",
          a.ends_on::text AS "awayUntil", a.kind AS "awayKind"
        FROM member m
        JOIN agency g ON g.id = m.agency_id
        LEFT JOIN absence a ON a.agency_id = m.agency_id AND a.member_id = m.id
          AND (${this.clock.now().toString()}::timestamptz AT TIME ZONE g.time_zone)::date BETWEEN a.starts_on AND a.ends_on
        WHERE m.agency_id = ${agencyId}::uuid AND m.id <> ${memberId}::uuid AND m.deactivated_at IS NULL
        ORDER BY m.role = 'specialist' DESC, "openTasks", m.name, m.id`,
    ]);
    if (!found) return null;
    return {
      tasks: tasks.map((task) => ({
        ...task,
        moves: mayBeHandedOver(task.state),
        candidateIds: colleagues.filter((one) => canTake(one, task.discipline)).map(({ id }) => id),
      })),
      ledTasks: found.led,
      candidates: colleagues,
      leadIds: colleagues.filter(canLead).map(({ id }) => id),
    };
  }

  /** All or nothing: a task that changed meanwhile, or one colleague too few, and everything stays as it was. */
  handOver(viewer: CurrentMember, input: HandOverTasksInput): Promise<Result<number, HandOverRefusal>> {
    const { memberId } = input;
    return this.unitOfWork.run<Result<number, HandOverRefusal>>(viewer, async (tx) => {
      const member = isId(memberId) && (await this.colleague(tx, memberId));
      if (!member || !can(viewer, 'member.manage', { memberId })) return err(notFound('Member'));
      if (member.version !== input.expectedVersion) return err(staleVersion(member.version));
      const problems = await this.problemsOf(tx, input);
      if (problems.length > 0) return err(invalidInput(problems));
      const actor = { memberId: viewer.memberId, name: viewer.name };
      for (const { taskId, toMemberId } of input.moves) {
        const moved = await this.workflow.handOver(tx, actor, { taskId, fromMemberId: memberId, toMemberId });
        if (!moved.ok) return moved;
      }
      if (input.leadId) await leadInstead(tx, memberId, input.leadId);
      if (input.deactivate) {
        const left = await this.members.setActiveWithin(tx, viewer, input, false);
        if (!left.ok) return left;
      }
      return ok(input.moves.length);
    });
  }

  /** One task to somebody else; a draft may be left to nobody, as it was before. */
  handOverOne(
    viewer: CurrentMember,
    { taskId, expectedVersion, toMemberId = null }: HandOverTaskInput,
  ): Promise<Result<Id, TaskRefusal>> {
    return this.unitOfWork.run(viewer, async (tx) => {
      const task = await loadTask(tx, taskId);
      if (!task || !can(viewer, 'task.edit', task)) return err(notFound('Task'));
      if (task.version !== expectedVersion) return err(staleVersion(task.version));
      const to = toMemberId !== null && isId(toMemberId) ? await this.colleague(tx, toMemberId) : null;
      const isRight = toMemberId === null ? task.state === 'draft' : to && isActive(to) && canTake(to, task.discipline);
      if (!isRight || toMemberId === task.assigneeId)
        return err(invalidInput([issue(['toMemberId'], 'not_an_option')]));
      const actor = { memberId: viewer.memberId, name: viewer.name };
      return this.workflow.handOver(tx, actor, { taskId, fromMemberId: task.assigneeId, toMemberId });
    });
  }

  private async problemsOf(tx: Tx, { memberId, moves, leadId }: HandOverTasksInput): Promise<readonly InputIssue[]> {
    const problems: InputIssue[] = [];
    for (const [index, { taskId, toMemberId }] of moves.entries()) {
      const to = isId(toMemberId) && toMemberId !== memberId ? await this.colleague(tx, toMemberId) : null;
      const task =
        isId(taskId) &&
        (await tx.db.task.findUnique({
          where: { agencyId_id: { agencyId: tx.agencyId, id: taskId } },
          select: { discipline: true },
        }));
      const isRight = to && isActive(to) && (!task || canTake(to, task.discipline));
      if (!isRight) problems.push(issue(['moves', index, 'toMemberId'], 'not_an_option'));
    }
    if (leadId) {
      const lead = isId(leadId) && leadId !== memberId ? await this.colleague(tx, leadId) : null;
      if (!lead || !isActive(lead) || !canLead(lead)) problems.push(issue(['leadId'], 'not_an_option'));
    }
    return problems;
  }

  private colleague({ db, agencyId }: Tx, id: Id) {
    return db.member.findUnique({
      where: { agencyId_id: { agencyId, id } },
      select: { role: true, disciplines: true, deactivatedAt: true, version: true },
    });
  }
}

const isActive = ({ deactivatedAt }: { readonly deactivatedAt: Date | null }): boolean => deactivatedAt === null;

const leadInstead = ({ db, agencyId }: Tx, managerId: Id, leadId: Id) =>
  db.task.updateMany({
    where: { agencyId, managerId, state: { notIn: ['done', 'cancelled'] } },
    data: { managerId: leadId, version: { increment: 1 } },
  });
