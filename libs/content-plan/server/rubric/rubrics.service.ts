import { Injectable } from '@nestjs/common';
import { can } from '@planerka/agency/domain';
import { actorOf, type CurrentMember } from '@planerka/agency/server';
import { rubricSchema } from '@planerka/content-plan/domain';
import {
  changesBetween,
  err,
  isId,
  issue,
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
  staleVersion,
  toDbInstant,
  UnitOfWork,
  type CommandError,
  type Tx,
} from '@planerka/platform/server';
import type { ArchiveRubricInput, CreateRubricInput, UpdateRubricInput } from './rubric.inputs';
import type { RubricObject } from './rubric.object';

type RubricError = Exclude<CommandError, { kind: 'IllegalTransition' }>;

/** The topic lines of a client's plan. */
@Injectable()
export class RubricsService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  create(
    viewer: CurrentMember,
    { clientId, ...fields }: CreateRubricInput,
  ): Promise<Result<RubricObject, RubricError>> {
    return this.unitOfWork.run(viewer, async (tx): Promise<Result<RubricObject, RubricError>> => {
      const { db, agencyId } = tx;
      const client = isId(clientId)
        ? await db.client.findFirst({ where: { agencyId, id: clientId }, select: { squadId: true } })
        : null;
      if (!client || !can(viewer, 'plan.edit', client)) return err(notFound('Client'));
      const parsed = parseInput(rubricSchema, fields);
      if (!parsed.ok) return err(invalidInput(parsed.error));
      const namesake = await namesakeOf(tx, clientId, parsed.value.name);
      if (namesake && namesake.archivedAt === null) return err(invalidInput([issue(['name'], 'name_taken')]));
      const position = await db.rubric.count({ where: { agencyId, clientId } });
      // A rubric once put away comes back under its name with all that was published in it.
      const rubric = namesake
        ? await db.rubric.update({
            where: { agencyId_id: { agencyId, id: namesake.id } },
            data: { ...parsed.value, archivedAt: null, version: { increment: 1 } },
          })
        : await db.rubric.create({ data: { ...parsed.value, agencyId, id: newId(), clientId, position } });
      const changes = changesBetween(namesake ?? {}, { ...parsed.value, archivedAt: null });
      tell(tx, viewer, 'rubric.created', rubric, client.squadId, changes);
      return ok(rubric);
    });
  }

  update(
    viewer: CurrentMember,
    { rubricId, expectedVersion, ...fields }: UpdateRubricInput,
  ): Promise<Result<RubricObject, RubricError>> {
    return this.unitOfWork.run(viewer, async (tx): Promise<Result<RubricObject, RubricError>> => {
      const before = await rubricOf(tx, viewer, rubricId);
      if (!before) return err(notFound('Rubric'));
      const parsed = parseInput(rubricSchema, fields);
      if (!parsed.ok) return err(invalidInput(parsed.error));
      const namesake = await namesakeOf(tx, before.clientId, parsed.value.name);
      if (namesake && namesake.id !== rubricId) return err(invalidInput([issue(['name'], 'name_taken')]));
      const stale = await write(tx, rubricId, expectedVersion, parsed.value);
      if (stale) return err(stale);
      tell(tx, viewer, 'rubric.updated', before, before.client.squadId, changesBetween(before, parsed.value));
      return ok({ id: rubricId, clientId: before.clientId, ...parsed.value, version: expectedVersion + 1 });
    });
  }

  /** Put away: what was planned in it keeps it, nothing new is planned in it. */
  archive(viewer: CurrentMember, { rubricId, expectedVersion }: ArchiveRubricInput): Promise<Result<Id, RubricError>> {
    return this.unitOfWork.run(viewer, async (tx): Promise<Result<Id, RubricError>> => {
      const rubric = await rubricOf(tx, viewer, rubricId);
      if (!rubric) return err(notFound('Rubric'));
      const data = { archivedAt: toDbInstant(tx.at) };
      const stale = await write(tx, rubricId, expectedVersion, data);
      if (stale) return err(stale);
      tell(tx, viewer, 'rubric.archived', rubric, rubric.client.squadId, changesBetween(rubric, data));
      return ok(rubricId);
    });
  }
}

async function rubricOf({ db, agencyId }: Tx, viewer: CurrentMember, id: Id) {
  if (!isId(id)) return null;
  const rubric = await db.rubric.findFirst({
    where: { agencyId, id, archivedAt: null },
    include: { client: { select: { squadId: true } } },
  });
  return rubric && can(viewer, 'plan.edit', rubric.client) ? rubric : null;
}

const namesakeOf = ({ db, agencyId }: Tx, clientId: Id, name: string) =>
  db.rubric.findFirst({ where: { agencyId, clientId, name } });

async function write({ db, agencyId }: Tx, id: Id, version: number, data: object) {
  const { count } = await db.rubric.updateMany({
    where: { agencyId, id, version },
    data: { ...data, version: { increment: 1 } },
  });
  if (count > 0) return null;
  const current = await db.rubric.findFirst({ where: { agencyId, id }, select: { version: true } });
  return staleVersion(current?.version ?? 0);
}

function tell(
  tx: Tx,
  viewer: CurrentMember,
  type: string,
  { id, clientId, name }: { id: Id; clientId: Id; name: string },
  squadId: Id,
  changes: Changes,
): void {
  tx.emit({
    type,
    entity: { type: 'Rubric', id },
    actor: actorOf(viewer),
    audience: { clientId, squadId },
    related: { clientId },
    details: { name },
    changes,
  });
}
