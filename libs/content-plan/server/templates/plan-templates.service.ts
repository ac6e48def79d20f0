import { Injectable } from '@nestjs/common';
import { can } from '@planerka/agency/domain';
import { actorOf, type CurrentMember } from '@planerka/agency/server';
import {
  patternsSchema,
  rollOverLimit,
  templateNameSchema,
  type ItemPattern,
  type TemplateKind,
} from '@planerka/content-plan/domain';
import {
  changesBetween,
  changesOfNew,
  err,
  isId,
  issue,
  newId,
  ok,
  parseInput,
  type Id,
  type InputIssue,
  type Result,
} from '@planerka/platform/domain';
import {
  invalidInput,
  notFound,
  Reader,
  staleVersion,
  toDbInstant,
  UnitOfWork,
  type CommandError,
  type Prisma,
  type Tx,
} from '@planerka/platform/server';
import { clientOf } from '../item/loaded-item';
import { patternsOf } from './captured-items';
import type {
  ArchivePlanTemplateInput,
  CreatePlanTemplateInput,
  PlanTemplateObject,
  RenamePlanTemplateInput,
} from './plan-template.object';
import { ItemWork } from '../production/item-work';

type Answer = Promise<Result<PlanTemplateObject, CommandError>>;

/** Publications and months worth keeping: of one client, or of all of the agency's. */
@Injectable()
export class PlanTemplatesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: Reader,
    private readonly work: ItemWork,
  ) {}

  /** Those that can be used for the client; none for whoever may not plan for it. */
  list(viewer: CurrentMember, clientId: Id): Promise<readonly PlanTemplateObject[]> {
    if (!isId(clientId) || !can(viewer, 'template.view')) return Promise.resolve([]);
    return this.reader.read(viewer, async (db) => {
      const client = await db
        .selectFrom('client')
        .select('squad_id as squadId')
        .where('agency_id', '=', viewer.agencyId)
        .where('id', '=', clientId)
        .executeTakeFirst();
      if (!client || !can(viewer, 'plan.edit', client)) return [];
      const rows = await db
        .selectFrom('plan_template')
        .select(['id', 'kind', 'name', 'client_id as clientId', 'item_count as itemCount'])
        .select(['task_count as taskCount', 'version'])
        .where('agency_id', '=', viewer.agencyId)
        .where('archived_at', 'is', null)
        .where((eb) => eb.or([eb('client_id', 'is', null), eb('client_id', '=', clientId)]))
        .orderBy('name')
        .orderBy('id')
        .limit(mostTemplates)
        .execute();
      return rows.map(toObject);
    });
  }

  create(viewer: CurrentMember, { itemId = null, month = null, ...input }: CreatePlanTemplateInput): Answer {
    return this.unitOfWork.run(viewer, async (tx) => {
      const { db, agencyId, at } = tx;
      const client = await clientOf(tx, input.clientId);
      if (!client || !can(viewer, 'plan.edit', client) || !can(viewer, 'template.edit')) return err(notFound('Client'));
      const parsed = parseInput(templateNameSchema, { name: input.name });
      const issues: InputIssue[] = parsed.ok ? [] : [...parsed.error];
      if ((itemId === null) === (month === null)) issues.push(issue(['itemId'], 'required'));
      if (!parsed.ok || issues.length > 0) return err(invalidInput(issues));
      if (itemId !== null && !isId(itemId)) return err(notFound('ContentItem'));
      const patterns = await patternsOf(tx, this.work, { clientId: input.clientId, itemId, month });
      if (patterns.length === 0)
        return err(itemId === null ? invalidInput([issue(['month'], 'nothing_to_keep')]) : notFound('ContentItem'));
      if (patterns.length > rollOverLimit)
        return err(invalidInput([issue(['month'], 'too_many', { max: rollOverLimit })]));
      const kept = await db.planTemplate.count({ where: { agencyId, archivedAt: null } });
      if (kept >= mostTemplates) return err(invalidInput([issue(['name'], 'too_many', { max: mostTemplates })]));
      const kind: TemplateKind = itemId === null ? 'month' : 'item';
      const template = {
        id: newId(),
        clientId: input.isForClient ? input.clientId : null,
        kind,
        name: parsed.value.name,
        itemCount: patterns.length,
        taskCount: patterns.reduce((count, { tasks }) => count + tasks.length, 0),
        version: 1,
      };
      await db.planTemplate.create({
        data: { ...template, agencyId, data: toJson(patterns), createdAt: toDbInstant(at) },
      });
      this.tell(tx, viewer, 'plan_template.created', template, changesOfNew(template));
      return ok(toObject(template));
    });
  }

  rename(viewer: CurrentMember, { templateId, expectedVersion, ...input }: RenamePlanTemplateInput): Answer {
    return this.unitOfWork.run(viewer, async (tx) => {
      const template = await templateOf(tx, viewer, templateId);
      if (!template) return err(notFound('PlanTemplate'));
      const parsed = parseInput(templateNameSchema, input);
      if (!parsed.ok) return err(invalidInput(parsed.error));
      const { name } = parsed.value;
      const { count } = await tx.db.planTemplate.updateMany({
        where: { agencyId: tx.agencyId, id: template.id, version: expectedVersion },
        data: { name, version: { increment: 1 } },
      });
      if (count === 0) return err(staleVersion(template.version));
      const after = { ...template, name, version: template.version + 1 };
      this.tell(tx, viewer, 'plan_template.renamed', after, changesBetween({ name: template.name }, { name }));
      return ok(toObject(after));
    });
  }

  /** What was made by it stays; it can be brought back. */
  archive(viewer: CurrentMember, { templateId, isArchived }: ArchivePlanTemplateInput): Answer {
    return this.unitOfWork.run(viewer, async (tx) => {
      const template = await templateOf(tx, viewer, templateId, { isArchived: !isArchived });
      if (!template) return err(notFound('PlanTemplate'));
      const data = { archivedAt: isArchived ? toDbInstant(tx.at) : null };
      await tx.db.planTemplate.updateMany({ where: { agencyId: tx.agencyId, id: template.id }, data });
      const type = isArchived ? 'plan_template.archived' : 'plan_template.restored';
      this.tell(tx, viewer, type, template, changesBetween(template, data));
      return ok(toObject(template));
    });
  }

  private tell(
    tx: Tx,
    viewer: CurrentMember,
    type: string,
    { id, name, clientId }: { readonly id: Id; readonly name: string; readonly clientId: Id | null },
    changes: ReturnType<typeof changesOfNew>,
  ): void {
    tx.emit({
      type,
      entity: { type: 'PlanTemplate', id },
      actor: actorOf(viewer),
      audience: clientId === null ? {} : { clientId },
      related: clientId === null ? {} : { clientId },
      details: { name },
      changes,
    });
  }
}

/** Far more than anybody finds their way in. */
const mostTemplates = 200;

/** One that the viewer may use and change: of a client that they plan for, or of the agency. */
export async function templateOf(tx: Tx, viewer: CurrentMember, id: Id, { isArchived = false } = {}) {
  if (!isId(id) || !can(viewer, 'template.edit')) return null;
  const template = await tx.db.planTemplate.findFirst({
    where: { agencyId: tx.agencyId, id, archivedAt: isArchived ? { not: null } : null },
  });
  if (!template || template.clientId === null) return template;
  const client = await clientOf(tx, template.clientId);
  return client && can(viewer, 'plan.edit', client) ? template : null;
}

/** What is kept was written by us; a field that has come since has its default. */
export const patternsIn = ({ data }: { readonly data: unknown }): readonly ItemPattern[] => patternsSchema.parse(data);

const toJson = (patterns: readonly ItemPattern[]): Prisma.InputJsonValue =>
  JSON.parse(JSON.stringify(patterns)) as Prisma.InputJsonValue;

interface TemplateRow {
  readonly id: Id;
  readonly kind: TemplateKind;
  readonly name: string;
  readonly clientId: Id | null;
  readonly itemCount: number;
  readonly taskCount: number;
  readonly version: number;
}

const toObject = ({ id, kind, name, clientId, itemCount, taskCount, version }: TemplateRow): PlanTemplateObject => ({
  id,
  kind,
  name,
  isForClient: clientId !== null,
  itemCount,
  taskCount,
  version,
});
