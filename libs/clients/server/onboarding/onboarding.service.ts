import { Injectable } from '@nestjs/common';
import type { CurrentMember } from '@planerka/agency/server';
import { onboardingMarkSchema } from '@planerka/clients/domain';
import { changesBetween, err, ok, parseInput } from '@planerka/platform/domain';
import { invalidInput, notFound, toDbInstant, UnitOfWork } from '@planerka/platform/server';
import type { ClientCommand } from '../client/clients.service';
import { clientEvent, ledClient } from '../client/led-client';
import type { MarkOnboardingStepInput } from './onboarding.inputs';

@Injectable()
export class OnboardingService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Ticking twice changes nothing: who ticked first, and when, stays. */
  mark(viewer: CurrentMember, { clientId, ...input }: MarkOnboardingStepInput): ClientCommand {
    return this.unitOfWork.run(viewer, async (tx) => {
      const { db, agencyId, at, emit } = tx;
      const client = await ledClient(tx, viewer, clientId);
      if (!client) return err(notFound('Client'));
      const parsed = parseInput(onboardingMarkSchema, input);
      if (!parsed.ok) return err(invalidInput(parsed.error));
      const { key, isDone, note } = parsed.value;
      const id = { agencyId, clientId: client.id, key };
      const step = await db.onboardingStep.findUnique({ where: { agencyId_clientId_key: id } });
      const wasDone = step?.doneAt != null;
      const mark = isDone ? { doneAt: toDbInstant(at), doneById: viewer.memberId } : { doneAt: null, doneById: null };
      const data = { note, ...(wasDone === isDone ? {} : mark) };
      await db.onboardingStep.upsert({
        where: { agencyId_clientId_key: id },
        create: { ...id, ...data },
        update: data,
      });
      const changes = changesBetween(step ?? {}, data);
      const type = wasDone === isDone ? 'onboarding.noted' : isDone ? 'onboarding.done' : 'onboarding.reopened';
      if (Object.keys(changes).length > 0) emit(clientEvent(viewer, type, client, { key }, changes));
      return ok(client.id);
    });
  }
}
