import { Injectable } from '@nestjs/common';
import { absenceInput, can } from '@planerka/agency/domain';
import {
  changesOfGone,
  changesOfNew,
  err,
  isId,
  issue,
  newId,
  ok,
  parseInput,
  type Id,
  type Result,
} from '@planerka/platform/domain';
import { invalidInput, notFound, toDbDate, UnitOfWork, type CommandError, type Tx } from '@planerka/platform/server';
import { actorOf, type CurrentMember } from '../auth/current-member';

type AbsenceError = Exclude<CommandError, { kind: 'IllegalTransition' | 'StaleVersion' }>;

/** Days away, written down by whoever is away or by an owner. */
@Injectable()
export class AbsencesService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  add(viewer: CurrentMember, input: { readonly memberId: Id }): Promise<Result<Id, AbsenceError>> {
    return this.unitOfWork.run(viewer, async (tx) => {
      const { db, agencyId } = tx;
      if (!isId(input.memberId) || !can(viewer, 'member.profile.edit', input)) return err(notFound('Member'));
      // Two that overlap must not come by two requests at once.
      const [member] = await db.$queryRaw<{ name: string }[]>`
        SELECT name FROM member WHERE agency_id = ${agencyId}::uuid AND id = ${input.memberId}::uuid FOR NO KEY UPDATE`;
      if (!member) return err(notFound('Member'));
      const parsed = parseInput(absenceInput, input);
      if (!parsed.ok) return err(invalidInput(parsed.error));
      const { memberId, kind, note } = parsed.value;
      const days = { startsOn: toDbDate(parsed.value.startsOn), endsOn: toDbDate(parsed.value.endsOn) };
      const other = await db.absence.findFirst({
        where: { agencyId, memberId, startsOn: { lte: days.endsOn }, endsOn: { gte: days.startsOn } },
        select: { id: true },
      });
      if (other) return err(invalidInput([issue(['startsOn'], 'days_overlap')]));
      const id = newId();
      await db.absence.create({ data: { agencyId, id, memberId, kind, note, ...days } });
      tell(tx, viewer, 'absence.added', memberId, member.name, changesOfNew({ kind, ...days }));
      return ok(id);
    });
  }

  remove(viewer: CurrentMember, absenceId: Id): Promise<Result<Id, AbsenceError>> {
    return this.unitOfWork.run(viewer, async (tx) => {
      const { db, agencyId } = tx;
      const where = { agencyId_id: { agencyId, id: absenceId } };
      const absence =
        isId(absenceId) && (await db.absence.findUnique({ where, include: { member: { select: { name: true } } } }));
      if (!absence || !can(viewer, 'member.profile.edit', absence)) return err(notFound('Absence'));
      await db.absence.delete({ where });
      const { memberId, kind, startsOn, endsOn } = absence;
      tell(tx, viewer, 'absence.removed', memberId, absence.member.name, changesOfGone({ kind, startsOn, endsOn }));
      return ok(absenceId);
    });
  }
}

/** The note is for two people: no log keeps it. */
function tell(
  tx: Tx,
  viewer: CurrentMember,
  type: string,
  memberId: Id,
  title: string,
  changes: ReturnType<typeof changesOfNew>,
): void {
  tx.emit({
    type,
    entity: { type: 'Member', id: memberId },
    actor: actorOf(viewer),
    audience: { memberIds: [memberId] },
    details: { title },
    changes,
  });
}
