import { Injectable } from '@nestjs/common';
import type { CurrentMember } from '@planerka/agency/server';
import { researchSchema } from '@planerka/clients/domain';
import {
  changesBetween,
  changesOfGone,
  changesOfNew,
  err,
  isId,
  newId,
  ok,
  parseInput,
  type Id,
} from '@planerka/platform/domain';
import { invalidInput, notFound, staleVersion, toDbInstant, UnitOfWork, type Tx } from '@planerka/platform/server';
import type { ClientCommand } from '../client/clients.service';
import { clientEvent, ledClient } from '../client/led-client';
import type { CreateResearchInput, DeleteResearchInput, UpdateResearchInput } from './research.inputs';

@Injectable()
export class ResearchService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  create(viewer: CurrentMember, { clientId, ...input }: CreateResearchInput): ClientCommand {
    return this.unitOfWork.run(viewer, async (tx) => {
      const client = await ledClient(tx, viewer, clientId);
      if (!client) return err(notFound('Client'));
      const parsed = parseInput(researchSchema, input);
      if (!parsed.ok) return err(invalidInput(parsed.error));
      const { db, agencyId, at, emit } = tx;
      await db.research.create({
        data: { agencyId, id: newId(), clientId: client.id, ...parsed.value, createdAt: toDbInstant(at) },
      });
      emit(clientEvent(viewer, 'research.created', client, { title: parsed.value.title }, changesOfNew(parsed.value)));
      return ok(client.id);
    });
  }

  update(viewer: CurrentMember, { researchId, expectedVersion, ...input }: UpdateResearchInput): ClientCommand {
    return this.unitOfWork.run(viewer, async (tx) => {
      const found = await ledResearch(tx, viewer, researchId);
      if (!found) return err(notFound('Research'));
      const parsed = parseInput(researchSchema, input);
      if (!parsed.ok) return err(invalidInput(parsed.error));
      const { db, agencyId, emit } = tx;
      const { count } = await db.research.updateMany({
        where: { agencyId, id: found.research.id, version: expectedVersion },
        data: { ...parsed.value, version: { increment: 1 } },
      });
      if (count === 0) return err(staleVersion(found.research.version));
      const changes = changesBetween(found.research, parsed.value);
      emit(clientEvent(viewer, 'research.updated', found.client, { title: parsed.value.title }, changes));
      return ok(found.client.id);
    });
  }

  delete(viewer: CurrentMember, { researchId }: DeleteResearchInput): ClientCommand {
    return this.unitOfWork.run(viewer, async (tx) => {
      const found = await ledResearch(tx, viewer, researchId);
      if (!found) return err(notFound('Research'));
      const { db, agencyId, emit } = tx;
      await db.research.deleteMany({ where: { agencyId, id: found.research.id } });
      const { clientId: _, ...gone } = found.research;
      emit(clientEvent(viewer, 'research.deleted', found.client, { title: gone.title }, changesOfGone(gone)));
      return ok(found.client.id);
    });
  }
}

async function ledResearch(tx: Tx, viewer: CurrentMember, id: Id) {
  if (!isId(id)) return null;
  const research = await tx.db.research.findFirst({ where: { agencyId: tx.agencyId, id } });
  const client = research && (await ledClient(tx, viewer, research.clientId));
  return research && client ? { research, client } : null;
}
