import { Injectable } from '@nestjs/common';
import { can, rateInput } from '@planerka/agency/domain';
import {
  changesBetween,
  changesOfGone,
  err,
  isId,
  issue,
  newId,
  ok,
  parseDecimal,
  parseInput,
  under,
  type Currency,
  type Id,
  type PlainDate,
  type Result,
} from '@planerka/platform/domain';
import { invalidInput, notFound, toDbDate, UnitOfWork, type CommandError } from '@planerka/platform/server';
import { actorOf, type CurrentMember } from '../auth/current-member';

export type RateError = Exclude<CommandError, { kind: 'IllegalTransition' | 'StaleVersion' }>;

/** The rate card. A new rate begins on its day; what was agreed before stays as it was. */
@Injectable()
export class RatesService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  set(
    viewer: CurrentMember,
    input: { readonly memberId?: Id | null; readonly amount: string; readonly validFrom: PlainDate },
  ): Promise<Result<Id | null, RateError>> {
    return this.unitOfWork.run(viewer, async ({ db, agencyId, emit }) => {
      const parsed = parseInput(rateInput, input);
      if (!parsed.ok) return err(invalidInput(parsed.error));
      const { memberId, discipline, deliverableType, unit } = parsed.value;
      const isAllowed = memberId ? can(viewer, 'rate.edit', { memberId }) : can(viewer, 'agency.manage');
      const member = memberId && (await db.member.findUnique({ where: { agencyId_id: { agencyId, id: memberId } } }));
      if (!isAllowed || (memberId && !member)) return err(notFound('Member'));
      const agency = await db.agency.findUniqueOrThrow({ where: { id: agencyId }, select: { currency: true } });
      const amount = parseDecimal(input.amount, agency.currency as Currency);
      if (!amount.ok) return err(invalidInput(under(['amount'], [issue([], amount.error.code, amount.error.params)])));
      const validFrom = toDbDate(input.validFrom);
      // A rate set twice for the same day is corrected, not doubled.
      const place = { memberId, discipline, deliverableType, unit, validFrom };
      const corrected = await db.rate.findFirst({ where: { agencyId, ...place } });
      await db.rate.deleteMany({ where: { agencyId, ...place } });
      const rate = { ...place, amountMinor: amount.value.minor, currency: agency.currency };
      await db.rate.create({ data: { ...rate, agencyId, id: newId() } });
      emit({
        type: 'rate.set',
        entity: { type: 'Member', id: memberId ?? agencyId },
        actor: actorOf(viewer),
        audience: { ownersOnly: true },
        details: { title: member ? member.name : null },
        changes: changesBetween(corrected ?? {}, rate),
      });
      return ok(memberId);
    });
  }

  remove(viewer: CurrentMember, rateId: Id): Promise<Result<Id | null, RateError>> {
    return this.unitOfWork.run(viewer, async ({ db, agencyId, emit }) => {
      const rate = isId(rateId) && (await db.rate.findUnique({ where: { agencyId_id: { agencyId, id: rateId } } }));
      if (!rate || !can(viewer, 'agency.manage')) return err(notFound('Rate'));
      await db.rate.delete({ where: { agencyId_id: { agencyId, id: rateId } } });
      emit({
        type: 'rate.removed',
        entity: { type: 'Member', id: rate.memberId ?? agencyId },
        actor: actorOf(viewer),
        audience: { ownersOnly: true },
        changes: changesOfGone(rate),
      });
      return ok(rate.memberId);
    });
  }
}
