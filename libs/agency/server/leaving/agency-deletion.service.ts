import { Injectable } from '@nestjs/common';
import { can } from '@planerka/agency/domain';
import { changesBetween, err, issue, ok, type Id, type Result } from '@planerka/platform/domain';
import { invalidInput, notFound, toDbInstant, UnitOfWork, type CommandError } from '@planerka/platform/server';
import { actorOf, type CurrentMember } from '../auth/current-member';
import { DeletionLetters } from './deletion-letters';

/** Time in which an owner may think better of it. */
export const graceDays = 14;

type Refusal = Extract<CommandError, { kind: 'InvalidInput' | 'NotFound' }>;

/** An owner asks for the end of the agency, and may take it back until the day comes. */
@Injectable()
export class AgencyDeletionService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly letters: DeletionLetters,
  ) {}

  /** The name must be typed as it is written: nobody ends an agency by a slip. */
  ask(viewer: CurrentMember, typedName: string): Promise<Result<Id, Refusal>> {
    return this.unitOfWork.run(viewer, async (tx) => {
      const { db, agencyId, at, emit } = tx;
      if (!can(viewer, 'agency.manage')) return err(notFound('Agency'));
      const agency = await db.agency.findUniqueOrThrow({
        where: { id: agencyId },
        select: { name: true, deletionDueAt: true },
      });
      if (typedName.trim() !== agency.name.trim()) return err(invalidInput([issue(['agencyName'], 'name_differs')]));
      if (agency.deletionDueAt) return ok(agencyId);
      const data = { deletionDueAt: toDbInstant(at.add({ hours: graceDays * 24 })) };
      await db.agency.update({ where: { id: agencyId }, data });
      emit({
        type: 'agency.deletionAsked',
        entity: { type: 'Agency', id: agencyId },
        actor: actorOf(viewer),
        audience: { ownersOnly: true },
        changes: changesBetween(agency, data),
      });
      await this.letters.send(tx, 'asked', viewer.name);
      return ok(agencyId);
    });
  }

  cancel(viewer: CurrentMember): Promise<Result<Id, Refusal>> {
    return this.unitOfWork.run(viewer, async (tx) => {
      const { db, agencyId, emit } = tx;
      if (!can(viewer, 'agency.manage')) return err(notFound('Agency'));
      const before = await db.agency.findUniqueOrThrow({ where: { id: agencyId }, select: { deletionDueAt: true } });
      const data = { deletionDueAt: null };
      const { count } = await db.agency.updateMany({ where: { id: agencyId, deletionDueAt: { not: null } }, data });
      if (count === 0) return ok(agencyId);
      emit({
        type: 'agency.deletionCancelled',
        entity: { type: 'Agency', id: agencyId },
        actor: actorOf(viewer),
        audience: { ownersOnly: true },
        changes: changesBetween(before, data),
      });
      await this.letters.send(tx, 'cancelled', viewer.name);
      return ok(agencyId);
    });
  }
}
