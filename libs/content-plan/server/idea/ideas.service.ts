import { Injectable } from '@nestjs/common';
import { can } from '@planerka/agency/domain';
import { actorOf, type CurrentMember } from '@planerka/agency/server';
import { ideaSchema } from '@planerka/content-plan/domain';
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
  type Prisma,
  type Tx,
} from '@planerka/platform/server';
import type { CaptureIdeaInput } from './idea.inputs';

type NotFound = Extract<CommandError, { kind: 'NotFound' }>;
type IdeaError = Extract<CommandError, { kind: 'InvalidInput' | 'NotFound' }>;

@Injectable()
export class IdeasService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Anybody who serves the client has ideas for it. */
  capture(viewer: CurrentMember, { text, clientId }: CaptureIdeaInput): Promise<Result<Id, IdeaError>> {
    return this.unitOfWork.run(viewer, async (tx): Promise<Result<Id, IdeaError>> => {
      const { db, agencyId, at } = tx;
      const client = isId(clientId)
        ? await db.client.findFirst({ where: { agencyId, id: clientId }, select: { id: true, squadId: true } })
        : null;
      if (clientId != null && (!client || !can(viewer, 'client.view', client))) return err(notFound('Client'));
      if (!can(viewer, 'idea.add')) return err(notFound('Client'));
      const parsed = parseInput(ideaSchema, { text });
      if (!parsed.ok) return err(invalidInput(parsed.error));
      const id = newId();
      await db.idea.create({
        data: {
          agencyId,
          id,
          clientId: client?.id ?? null,
          text: parsed.value.text,
          createdById: viewer.memberId,
          createdAt: toDbInstant(at),
        },
      });
      const told = { id, clientId: client?.id ?? null, squadId: client?.squadId ?? null };
      tell(tx, viewer, 'idea.captured', told, changesOfNew(parsed.value));
      return ok(id);
    });
  }

  /** Put away, not lost: it can be brought back. */
  archive(viewer: CurrentMember, id: Id): Promise<Result<Id, NotFound>> {
    return this.unitOfWork.run(viewer, async (tx) => {
      const idea = await ideaToKeep(tx, viewer, id, { archivedAt: null });
      if (!idea) return err(notFound('Idea'));
      const archivedAt = toDbInstant(tx.at);
      await write(tx, id, archivedAt);
      tell(tx, viewer, 'idea.archived', idea, changesBetween(idea, { archivedAt }));
      return ok(id);
    });
  }

  /** One that was put away; what has become a publication lives there. */
  restore(viewer: CurrentMember, id: Id): Promise<Result<Id, NotFound>> {
    return this.unitOfWork.run(viewer, async (tx) => {
      const idea = await ideaToKeep(tx, viewer, id, { archivedAt: { not: null }, itemId: null });
      if (!idea) return err(notFound('Idea'));
      await write(tx, id, null);
      tell(tx, viewer, 'idea.restored', idea, changesBetween(idea, { archivedAt: null }));
      return ok(id);
    });
  }
}

interface KeptIdea {
  readonly id: Id;
  readonly clientId: Id | null;
  readonly squadId: Id | null;
}

/** By whoever had it, or whoever leads its client. */
async function ideaToKeep(
  { db, agencyId }: Tx,
  viewer: CurrentMember,
  id: Id,
  which: Prisma.IdeaWhereInput,
): Promise<KeptIdea | null> {
  const idea = isId(id) ? await db.idea.findFirst({ where: { agencyId, id, ...which } }) : null;
  if (!idea) return null;
  const client = idea.clientId
    ? await db.client.findFirst({ where: { agencyId, id: idea.clientId }, select: { squadId: true } })
    : null;
  const squadId = client?.squadId ?? null;
  return can(viewer, 'idea.keep', { authorId: idea.createdById, squadId }) ? { ...idea, squadId } : null;
}

const write = ({ db, agencyId }: Tx, id: Id, archivedAt: Date | null) =>
  db.idea.updateMany({ where: { agencyId, id }, data: { archivedAt } });

function tell(
  tx: Tx,
  viewer: CurrentMember,
  type: string,
  { id, clientId, squadId }: KeptIdea,
  changes: Changes,
): void {
  tx.emit({
    type,
    entity: { type: 'Idea', id },
    actor: actorOf(viewer),
    audience: { clientId: clientId ?? undefined, squadId: squadId ?? undefined, memberIds: [viewer.memberId] },
    related: { clientId },
    changes,
  });
}
