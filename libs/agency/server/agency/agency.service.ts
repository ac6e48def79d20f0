import { Injectable } from '@nestjs/common';
import { agencyDays, agencySettings, can } from '@planerka/agency/domain';
import { changesBetween, err, issue, ok, parseInput, type Id, type Result } from '@planerka/platform/domain';
import {
  invalidInput,
  notFound,
  staleVersion,
  toDbDate,
  UnitOfWork,
  type CommandError,
  type Tx,
} from '@planerka/platform/server';
import { actorOf, type CurrentMember } from '../auth/current-member';
import { toOwnDays } from './own-days';

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

  /** Its own calendar, by which every rule counts working days from now on. */
  setDays(
    viewer: CurrentMember,
    input: { readonly expectedVersion: number },
  ): Promise<Result<Id, Exclude<CommandError, { kind: 'IllegalTransition' }>>> {
    return this.unitOfWork.run(viewer, async ({ db, agencyId, emit }) => {
      if (!can(viewer, 'agency.manage')) return err(notFound('Agency'));
      const parsed = parseInput(agencyDays, input);
      if (!parsed.ok) return err(invalidInput(parsed.error));
      const { daysOff, workedDays, calendarYears } = parsed.value;
      const before = await db.agency.findUniqueOrThrow({
        where: { id: agencyId },
        select: { calendarVersion: true, extraDaysOff: true, workedDays: true, calendarYears: true },
      });
      const { count } = await db.agency.updateMany({
        where: { id: agencyId, calendarVersion: input.expectedVersion },
        data: {
          extraDaysOff: daysOff.map(toDbDate),
          workedDays: workedDays.map(toDbDate),
          calendarYears,
          calendarVersion: { increment: 1 },
        },
      });
      if (count === 0) return err(staleVersion(before.calendarVersion));
      const was = toOwnDays(before);
      emit({
        type: 'agency.days_set',
        entity: { type: 'Agency', id: agencyId },
        actor: actorOf(viewer),
        audience: { ownersOnly: true },
        changes: changesBetween(
          { daysOff: was.off, workedDays: was.worked, calendarYears: was.years },
          { daysOff: daysOff.map(String), workedDays: workedDays.map(String), calendarYears },
        ),
      });
      return ok(agencyId);
    });
  }
}

const hasSecondFactor = async (db: Tx['db'], userId: Id): Promise<boolean> =>
  (await db.user.count({ where: { id: userId, twoFactorEnabled: true } })) > 0;
