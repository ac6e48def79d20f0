import { Injectable } from '@nestjs/common';
import { agencySettings, can } from '@planerka/agency/domain';
import { err, ok, parseInput, type Id, type Result } from '@planerka/platform/domain';
import { invalidInput, notFound, staleVersion, UnitOfWork, type CommandError } from '@planerka/platform/server';
import { actorOf, type CurrentMember } from '../auth/current-member';

/** Settings of the agency itself. */
@Injectable()
export class AgencyService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  update(
    viewer: CurrentMember,
    input: { readonly expectedVersion: number },
  ): Promise<Result<Id, Exclude<CommandError, { kind: 'IllegalTransition' }>>> {
    return this.unitOfWork.run(viewer, async ({ db, agencyId, emit }) => {
      if (!can(viewer, 'agency.manage')) return err(notFound('Agency'));
      const parsed = parseInput(agencySettings, input);
      if (!parsed.ok) return err(invalidInput(parsed.error));
      const { count } = await db.agency.updateMany({
        where: { id: agencyId, version: input.expectedVersion },
        data: { ...parsed.value, version: { increment: 1 } },
      });
      if (count === 0) {
        const { version } = await db.agency.findUniqueOrThrow({ where: { id: agencyId }, select: { version: true } });
        return err(staleVersion(version));
      }
      emit({
        type: 'agency.updated',
        entity: { type: 'Agency', id: agencyId },
        actor: actorOf(viewer),
        audience: { ownersOnly: true },
      });
      return ok(agencyId);
    });
  }
}
