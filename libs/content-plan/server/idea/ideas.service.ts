import { Injectable } from '@nestjs/common';
import { can } from '@planerka/agency/domain';
import { actorOf, type CurrentMember } from '@planerka/agency/server';
import { ideaSchema, type IdeaInput } from '@planerka/content-plan/domain';
import {
  changesBetween,
  changesOfNew,
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
  type Prisma,
  type Tx,
} from '@planerka/platform/server';
import type { CaptureIdeaInput, UpdateIdeaInput } from './idea.inputs';
import { takePicture } from './idea-pictures';

type NotFound = Extract<CommandError, { kind: 'NotFound' }>;
type IdeaError = Extract<CommandError, { kind: 'InvalidInput' | 'NotFound' }>;
type UpdateError = Exclude<CommandError, { kind: 'IllegalTransition' }>;

@Injectable()
export class IdeasService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Anybody who serves the client has ideas for it. */
  capture(viewer: CurrentMember, input: CaptureIdeaInput): Promise<Result<Id, IdeaError>> {
    return this.unitOfWork.run(viewer, async (tx): Promise<Result<Id, IdeaError>> => {
      const { db, agencyId, at } = tx;
      if (!can(viewer, 'idea.add')) return err(notFound('Client'));
      const id = newId();
      const wish = await ideaIn(tx, viewer, id, input, null);
      if (!wish.ok) return wish;
      const { squadId, ...idea } = wish.value;
      await db.idea.create({
        data: { ...idea, agencyId, id, createdById: viewer.memberId, createdAt: toDbInstant(at) },
      });
      tell(tx, viewer, 'idea.captured', { id, clientId: idea.clientId, squadId }, changesOfNew(idea));
      return ok(id);
    });
  }

  /** One that waits for its day. What was caught for any client gets one so. */
  update(
    viewer: CurrentMember,
    { ideaId, expectedVersion, ...input }: UpdateIdeaInput,
  ): Promise<Result<Id, UpdateError>> {
    return this.unitOfWork.run(viewer, async (tx): Promise<Result<Id, UpdateError>> => {
      const { db, agencyId } = tx;
      const before = await ideaToKeep(tx, viewer, ideaId, { archivedAt: null });
      if (!before) return err(notFound('Idea'));
      if (before.version !== expectedVersion) return err(staleVersion(before.version));
      const wish = await ideaIn(tx, viewer, ideaId, input, before);
      if (!wish.ok) return wish;
      const { squadId, ...idea } = wish.value;
      const { count } = await db.idea.updateMany({
        where: { agencyId, id: ideaId, version: expectedVersion },
        data: { ...idea, version: { increment: 1 } },
      });
      if (count === 0) return err(staleVersion(expectedVersion + 1));
      tell(tx, viewer, 'idea.updated', { id: ideaId, clientId: idea.clientId, squadId }, changesBetween(before, idea));
      return ok(ideaId);
    });
  }

  /** Put away, not lost: it can be brought back. */
  archive(viewer: CurrentMember, id: Id): Promise<Result<Id, NotFound>> {
    return this.unitOfWork.run(viewer, async (tx) => {
      const idea = await ideaToKeep(tx, viewer, id, { archivedAt: null });
      if (!idea) return err(notFound('Idea'));
      const archivedAt = toDbInstant(tx.at);
      // Of a publication that was deleted: it is not to come back with that.
      await write(tx, id, { archivedAt, itemId: null });
      tell(tx, viewer, 'idea.archived', idea, changesBetween(idea, { archivedAt }));
      return ok(id);
    });
  }

  /** One that was put away; what has become a publication lives there. */
  restore(viewer: CurrentMember, id: Id): Promise<Result<Id, NotFound>> {
    return this.unitOfWork.run(viewer, async (tx) => {
      const idea = await ideaToKeep(tx, viewer, id, { archivedAt: { not: null }, itemId: null });
      if (!idea) return err(notFound('Idea'));
      await write(tx, id, { archivedAt: null });
      tell(tx, viewer, 'idea.restored', idea, changesBetween(idea, { archivedAt: null }));
      return ok(id);
    });
  }
}

interface ToldIdea {
  readonly id: Id;
  readonly clientId: Id | null;
  readonly squadId: Id | null;
}

/** What is right in it: of a client that the viewer serves, with a rubric of that client and a picture of one's own. */
async function ideaIn(
  tx: Tx,
  viewer: CurrentMember,
  id: Id,
  input: object,
  before: { readonly fileId: Id | null; readonly clientId: Id | null } | null,
): Promise<Result<IdeaInput & { readonly squadId: Id | null }, IdeaError>> {
  const { db, agencyId } = tx;
  const parsed = parseInput(ideaSchema, input);
  if (!parsed.ok) return err(invalidInput(parsed.error));
  const { clientId, rubricId } = parsed.value;
  const client = clientId
    ? await db.client.findFirst({
        where: { agencyId, id: clientId },
        select: { squadId: true, rubrics: { select: { id: true } } },
      })
    : null;
  // Whose it is already, it may stay: who had the idea need not serve the client any more.
  const isServed = client !== null && (clientId === before?.clientId || can(viewer, 'client.view', client));
  if (clientId !== null && !isServed) return err(notFound('Client'));
  if (rubricId !== null && !client?.rubrics.some((rubric) => rubric.id === rubricId))
    return err(invalidInput([issue(['rubricId'], 'unknown_rubric')]));
  const issues = await takePicture(tx, viewer, id, parsed.value, before?.fileId ?? null);
  if (issues.length > 0) return err(invalidInput(issues));
  return ok({ ...parsed.value, squadId: client?.squadId ?? null });
}

/** By whoever had it, or whoever leads its client. */
async function ideaToKeep({ db, agencyId }: Tx, viewer: CurrentMember, id: Id, which: Prisma.IdeaWhereInput) {
  const idea = isId(id) ? await db.idea.findFirst({ where: { agencyId, id, ...which } }) : null;
  if (!idea) return null;
  const client = idea.clientId
    ? await db.client.findFirst({ where: { agencyId, id: idea.clientId }, select: { squadId: true } })
    : null;
  const squadId = client?.squadId ?? null;
  return can(viewer, 'idea.keep', { authorId: idea.createdById, squadId }) ? { ...idea, squadId } : null;
}

const write = ({ db, agencyId }: Tx, id: Id, data: Prisma.IdeaUncheckedUpdateManyInput) =>
  db.idea.updateMany({ where: { agencyId, id }, data: { ...data, version: { increment: 1 } } });

function tell(tx: Tx, viewer: CurrentMember, type: string, idea: ToldIdea, changes: Changes): void {
  const { id, clientId, squadId } = idea;
  tx.emit({
    type,
    entity: { type: 'Idea', id },
    actor: actorOf(viewer),
    audience: { clientId: clientId ?? undefined, squadId: squadId ?? undefined, memberIds: [viewer.memberId] },
    related: { clientId },
    changes,
  });
}
