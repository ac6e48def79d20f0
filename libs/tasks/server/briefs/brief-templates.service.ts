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
  readonly isForClient: boolean;
}

type Answer = Promise<Result<Id, CommandError>>;

/** Briefs worth writing once: made from any brief, poured into any draft of the same discipline. */
@Injectable()
export class BriefTemplatesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: Reader,
  ) {}

  /** Those of every client, and of this one where the viewer leads it. */
  list(
    viewer: CurrentMember,
    discipline: Discipline | null,
    clientId: Id | null = null,
  ): Promise<readonly BriefTemplate[]> {
    if (!can(viewer, 'template.view')) return Promise.resolve([]);
    return this.reader.read(viewer, async (db) => {
      const client =
        clientId !== null && isId(clientId)
          ? await db
              .selectFrom('client')
              .select(['id', 'squad_id as squadId'])
              .where('agency_id', '=', viewer.agencyId)
              .where('id', '=', clientId)
              .executeTakeFirst()
          : undefined;
      const own = client && can(viewer, 'client.edit', client) ? client.id : null;
      const templates = db
        .selectFrom('brief_template')
        .select(['id', 'discipline', 'name', 'data', 'client_id as clientId'])
        .where('agency_id', '=', viewer.agencyId)
        .where((eb) => eb.or([eb('client_id', 'is', null), ...(own === null ? [] : [eb('client_id', '=', own)])]))
        .orderBy('name')
        .orderBy('id')
        .limit(200);
      const found = await (discipline ? templates.where('discipline', '=', discipline) : templates).execute();
      return found.map(({ clientId: of, ...template }) => ({ ...template, isForClient: of !== null }));
    });
  }

  /** What belongs to one occasion (files, dates) stays behind; the way of asking is kept. */
  createFrom(
    viewer: CurrentMember,
    { isForClient, ...input }: { readonly taskId: Id; readonly name: string; readonly isForClient: boolean },
  ): Answer {
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
        clientId: isForClient ? task.clientId : null,
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
          ? await db.briefTemplate.findFirst({
              where: { agencyId, id: input.templateId, discipline: task.discipline, ...forClient(task.clientId) },
            })
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

/** Those of every client, and its own. */
export const forClient = (clientId: Id) => ({ OR: [{ clientId: null }, { clientId }] });

const draftOf = (db: Prisma.TransactionClient, agencyId: Id, taskId: Id) =>
  db.briefVersion.findUniqueOrThrow({
    where: { agencyId_taskId_number: { agencyId, taskId, number: 0 } },
    select: { data: true, version: true },
  });
