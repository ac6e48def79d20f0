import { Injectable } from '@nestjs/common';
import { can } from '@planerka/agency/domain';
import { actorOf, type CurrentMember } from '@planerka/agency/server';
import {
  changesBetween,
  changesOfNew,
  err,
  isId,
  newId,
  ok,
  parseInput,
  type Changes,
  type Id,
  type Result,
} from '@planerka/platform/domain';
import {
  invalidInput,
  notFound,
  toDbInstant,
  UnitOfWork,
  type CommandError,
  type DomainEvent,
  type Tx,
} from '@planerka/platform/server';
import { isClosed } from '@planerka/tasks/domain';
import { loadTask, type LoadedTask } from '../workflow/loaded-task';
import { audienceOf, relatedOf } from '../workflow/task-workflow';
import { answerInput, questionInput } from './task-input';

type Answer = Promise<Result<Id, CommandError>>;

/** What people settle beside the workflow: questions to the manager, and ticks on the acceptance checklist. */
@Injectable()
export class TaskTalkService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  ask(viewer: CurrentMember, input: { readonly taskId: Id; readonly question: string }): Answer {
    return this.unitOfWork.run(viewer, async (tx) => {
      const task = await loadTask(tx, input.taskId);
      if (!task || !can(viewer, 'task.ask', task)) return err(notFound('Task'));
      const parsed = parseInput(questionInput, input);
      if (!parsed.ok) return err(invalidInput(parsed.error));
      if (isClosed(task.state)) return err({ kind: 'IllegalTransition', state: task.state, action: 'ask' });
      const { db, agencyId, at } = tx;
      await db.taskQuestion.create({
        data: {
          agencyId,
          id: newId(),
          taskId: task.id,
          ...parsed.value,
          askedById: viewer.memberId,
          askedAt: toDbInstant(at),
        },
      });
      await this.countOpen(tx, task);
      const details = { question: parsed.value.question.slice(0, 200) };
      tell(tx, viewer, task, 'task.asked', details, changesOfNew(parsed.value));
      return ok(task.id);
    });
  }

  /** An answer may be corrected until the work is closed: the last one counts. */
  answer(
    viewer: CurrentMember,
    input: { readonly taskId: Id; readonly questionId: Id; readonly answer: string },
  ): Answer {
    return this.unitOfWork.run(viewer, async (tx) => {
      const task = await loadTask(tx, input.taskId);
      if (!task || !can(viewer, 'task.answer', task)) return err(notFound('Task'));
      const parsed = parseInput(answerInput, input);
      if (!parsed.ok) return err(invalidInput(parsed.error));
      if (!isId(input.questionId)) return err(notFound('TaskQuestion'));
      const where = { agencyId: tx.agencyId, taskId: task.id, id: input.questionId };
      const asked = await tx.db.taskQuestion.findFirst({ where });
      if (!asked) return err(notFound('TaskQuestion'));
      await tx.db.taskQuestion.updateMany({
        where,
        data: { ...parsed.value, answeredById: viewer.memberId, answeredAt: toDbInstant(tx.at) },
      });
      await this.countOpen(tx, task);
      const details = { answer: parsed.value.answer.slice(0, 200) };
      tell(tx, viewer, task, 'task.answered', details, changesBetween(asked, parsed.value));
      return ok(task.id);
    });
  }

  /** The reviewer's tick; who does the work does not tick it off themself. */
  tick(
    viewer: CurrentMember,
    input: { readonly taskId: Id; readonly criterionId: Id; readonly isMet: boolean },
  ): Answer {
    return this.unitOfWork.run(viewer, async (tx) => {
      const task = await loadTask(tx, input.taskId);
      if (!task || !can(viewer, 'task.review', task)) return err(notFound('Task'));
      if (isClosed(task.state)) return err({ kind: 'IllegalTransition', state: task.state, action: 'tick' });
      if (!isId(input.criterionId)) return err(notFound('Criterion'));
      const where = { agencyId: tx.agencyId, taskId: task.id, id: input.criterionId };
      const criterion = await tx.db.criterion.findFirst({ where });
      if (!criterion) return err(notFound('Criterion'));
      await tx.db.criterion.updateMany({
        where,
        data: input.isMet
          ? { checkedAt: toDbInstant(tx.at), checkedById: viewer.memberId }
          : { checkedAt: null, checkedById: null },
      });
      // Which one it is stands in the field's name: a task has many.
      const changes = changesBetween(
        { criteria: { [criterion.text]: criterion.checkedAt !== null } },
        { criteria: { [criterion.text]: input.isMet } },
      );
      tell(tx, viewer, task, input.isMet ? 'task.criterion_met' : 'task.criterion_unmet', {}, changes);
      return ok(task.id);
    });
  }

  /** The open question is a fact about the task and no edit of it, so nobody's version goes stale. */
  private async countOpen({ db, agencyId }: Tx, task: LoadedTask): Promise<void> {
    const openQuestions = await db.taskQuestion.count({ where: { agencyId, taskId: task.id, answeredAt: null } });
    await db.task.update({ where: { agencyId_id: { agencyId, id: task.id } }, data: { openQuestions } });
  }
}

function tell(
  tx: Tx,
  viewer: CurrentMember,
  task: LoadedTask,
  type: string,
  details: NonNullable<DomainEvent['details']>,
  changes: Changes,
): void {
  tx.emit({
    type,
    entity: { type: 'Task', id: task.id },
    actor: actorOf(viewer),
    audience: audienceOf(task),
    related: relatedOf(task),
    details: { title: task.title, ...details },
    changes,
  });
}
