import { Injectable } from '@nestjs/common';
import { agencySettings, can } from '@planerka/agency/domain';
import { changesBetween, err, issue, ok, parseInput, type Id, type Result } from '@planerka/platform/domain';
import {
  invalidInput,
  notFound,
  staleVersion,
  UnitOfWork,
  type CommandError,
  type Tx,
} from '@planerka/platform/server';
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
      const { requiresSecondFactor, fullTimeClients, partTimeClients, ...settings } = parsed.value;
      const before = await db.agency.findUniqueOrThrow({
        where: { id: agencyId },
      });
      const requires = requiresSecondFactor ?? before.requiresSecondFactor;
      // An owner without one would shut themself out with the rest.
      if (requires && !before.requiresSecondFactor && !(await hasSecondFactor(db, viewer.userId)))
        return err(invalidInput([issue(['requiresSecondFactor'], 'second_factor_first')]));
      const limits = {
        fullTimeClients: fullTimeClients ?? before.fullTimeClients,
        partTimeClients: partTimeClients ?? before.partTimeClients,
      };
      const data = { ...settings, ...limits, requiresSecondFactor: requires };
      const { count } = await db.agency.updateMany({
        where: { id: agencyId, version: input.expectedVersion },
        data: { ...data, version: { increment: 1 } },
      });
      if (count === 0) return err(staleVersion(before.version));
      emit({
        type: 'agency.updated',
        entity: { type: 'Agency', id: agencyId },
        actor: actorOf(viewer),
        audience: { ownersOnly: true },
        changes: changesBetween(before, data),
      });
      if (requires && !before.requiresSecondFactor)
        emit({
          type: 'agency.second_factor_required',
          entity: { type: 'Agency', id: agencyId },
          actor: actorOf(viewer),
          audience: { ownersOnly: true },
        });
      return ok(agencyId);
    });
  }
}

const hasSecondFactor = async (db: Tx['db'], userId: Id): Promise<boolean> =>
  (await db.user.count({ where: { id: userId, twoFactorEnabled: true } })) > 0;
