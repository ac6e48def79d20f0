import { Injectable } from '@nestjs/common';
import { can } from '@planerka/agency/domain';
import { actorOf, type CurrentMember } from '@planerka/agency/server';
import { ideaSchema } from '@planerka/content-plan/domain';
import { err, isId, newId, ok, parseInput, type Id, type Result } from '@planerka/platform/domain';
import { invalidInput, notFound, toDbInstant, UnitOfWork, type CommandError } from '@planerka/platform/server';
import type { CaptureIdeaInput } from './idea.inputs';

type IdeaError = Extract<CommandError, { kind: 'InvalidInput' | 'NotFound' }>;

@Injectable()
export class IdeasService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Anybody who serves the client has ideas for it. */
  capture(viewer: CurrentMember, { text, clientId }: CaptureIdeaInput): Promise<Result<Id, IdeaError>> {
    return this.unitOfWork.run(viewer, async ({ db, agencyId, at, emit }): Promise<Result<Id, IdeaError>> => {
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
      emit({
        type: 'idea.captured',
        entity: { type: 'Idea', id },
        actor: actorOf(viewer),
        audience: { clientId: client?.id, squadId: client?.squadId, memberIds: [viewer.memberId] },
        related: { clientId: client?.id ?? null },
      });
      return ok(id);
    });
  }

  /** By whoever had it, or whoever leads its client. */
  archive(viewer: CurrentMember, id: Id): Promise<Result<Id, Extract<IdeaError, { kind: 'NotFound' }>>> {
    return this.unitOfWork.run(viewer, async ({ db, agencyId, at }) => {
      const idea = isId(id) ? await db.idea.findFirst({ where: { agencyId, id, archivedAt: null } }) : null;
      if (!idea) return err(notFound('Idea'));
      const client = idea.clientId
        ? await db.client.findFirst({ where: { agencyId, id: idea.clientId }, select: { squadId: true } })
        : null;
      const isTheirs = idea.createdById === viewer.memberId || (client !== null && can(viewer, 'plan.edit', client));
      if (!isTheirs) return err(notFound('Idea'));
      await db.idea.updateMany({ where: { agencyId, id }, data: { archivedAt: toDbInstant(at) } });
      return ok(id);
    });
  }
}
