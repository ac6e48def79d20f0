import { Injectable } from '@nestjs/common';
import { can, type Discipline } from '@planerka/agency/domain';
import { actorOf, type CurrentMember } from '@planerka/agency/server';
import {
  changesBetween,
  changesOfNew,
  err,
  isId,
  newId,
  ok,
  parseInput,
  type Id,
  type Result,
} from '@planerka/platform/domain';
import {
  invalidInput,
  notFound,
  Reader,
  staleVersion,
  UnitOfWork,
  type CommandError,
  type Prisma,
} from '@planerka/platform/server';
import { briefSchema, reusable } from '@planerka/tasks/domain';
import { templateInput } from '../tasks/task-input';
import { loadTask } from '../workflow/loaded-task';
import { audienceOf, relatedOf } from '../workflow/task-workflow';
import { toJson } from './brief-versions';

export interface BriefTemplate {
  readonly id: Id;
  readonly discipline: Discipline;
  readonly name: string;
  readonly data: unknown;
}

type Answer = Promise<Result<Id, CommandError>>;

/** Briefs worth writing once: made from any brief, poured into any draft of the same discipline. */
@Injectable()
export class BriefTemplatesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: Reader,
  ) {}

  list(viewer: CurrentMember, discipline: Discipline | null): Promise<readonly BriefTemplate[]> {
    if (!can(viewer, 'template.view')) return Promise.resolve([]);
    return this.reader.read(viewer, (db) => {
      const templates = db
        .selectFrom('brief_template')
        .select(['id', 'discipline', 'name', 'data'])
        .where('agency_id', '=', viewer.agencyId)
        .orderBy('name')
        .orderBy('id')
        .limit(200);
      return (discipline ? templates.where('discipline', '=', discipline) : templates).execute();
    });
  }

  /** What belongs to one occasion (files, dates) stays behind; the way of asking is kept. */
  createFrom(viewer: CurrentMember, input: { readonly taskId: Id; readonly name: string }): Answer {
    return this.unitOfWork.run(viewer, async (tx) => {
      const task = await loadTask(tx, input.taskId);
      if (!task || !can(viewer, 'template.edit') || !can(viewer, 'task.edit', task)) return err(notFound('Task'));
      const parsed = parseInput(templateInput, input);
      if (!parsed.ok) return err(invalidInput(parsed.error));
      const draft = await draftOf(tx.db, tx.agencyId, task.id);
      const template = {
        agencyId: tx.agencyId,
        id: newId(),
        discipline: task.discipline,
        name: parsed.value.name,
        data: toJson(reusable(briefSchema.parse(draft.data))),
      };
      await tx.db.briefTemplate.create({ data: template });
      tx.emit({
        type: 'template.created',
        entity: { type: 'BriefTemplate', id: template.id },
        actor: actorOf(viewer),
        audience: {},
        details: { name: template.name },
        changes: changesOfNew({ name: template.name, discipline: template.discipline, data: template.data }),
      });
      return ok(template.id);
    });
  }

  /** Replaces the draft's fields; the task's own (title, day, fee) stay. */
  apply(
    viewer: CurrentMember,
    input: { readonly taskId: Id; readonly templateId: Id; readonly expectedVersion: number },
  ): Answer {
    return this.unitOfWork.run(viewer, async (tx) => {
      const { db, agencyId } = tx;
      const task = await loadTask(tx, input.taskId);
      if (!task || !can(viewer, 'task.edit', task)) return err(notFound('Task'));
      const template =
        isId(input.templateId) && can(viewer, 'template.view')
          ? await db.briefTemplate.findFirst({ where: { agencyId, id: input.templateId, discipline: task.discipline } })
          : null;
      if (!template) return err(notFound('BriefTemplate'));
      const draft = await draftOf(db, agencyId, task.id);
      const { count } = await db.briefVersion.updateMany({
        where: { agencyId, taskId: task.id, number: 0, version: input.expectedVersion },
        data: { data: template.data as Prisma.InputJsonValue, version: { increment: 1 } },
      });
      if (count === 0) return err(staleVersion(draft.version));
      tx.emit({
        type: 'task.brief_saved',
        entity: { type: 'Task', id: task.id },
        actor: actorOf(viewer),
        audience: audienceOf({ ...task, assigneeId: null }),
        related: relatedOf(task),
        details: { title: task.title },
        changes: changesBetween({ data: draft.data }, { data: template.data }),
      });
      return ok(task.id);
    });
  }
}

const draftOf = (db: Prisma.TransactionClient, agencyId: Id, taskId: Id) =>
  db.briefVersion.findUniqueOrThrow({
    where: { agencyId_taskId_number: { agencyId, taskId, number: 0 } },
    select: { data: true, version: true },
  });
