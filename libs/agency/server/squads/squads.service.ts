import { Injectable } from '@nestjs/common';
import { can, squadInput } from '@planerka/agency/domain';
import {
  changesBetween,
  err,
  isId,
  issue,
  newId,
  ok,
  parseInput,
  type Id,
  type Result,
} from '@planerka/platform/domain';
import {
  invalidInput,
  notFound,
  staleVersion,
  UnitOfWork,
  type CommandError,
  type Tx,
} from '@planerka/platform/server';
import { actorOf, type CurrentMember } from '../auth/current-member';

export type SquadError = Exclude<CommandError, { kind: 'IllegalTransition' }>;

/** A manager and the specialists they lead. Only the owner forms them. */
@Injectable()
export class SquadsService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  create(viewer: CurrentMember, input: unknown): Promise<Result<Id, SquadError>> {
    return this.unitOfWork.run(viewer, async (tx) => this.save(tx, viewer, newId(), null, input));
  }

  update(
    viewer: CurrentMember,
    input: { readonly squadId: Id; readonly expectedVersion: number },
  ): Promise<Result<Id, SquadError>> {
    return this.unitOfWork.run(viewer, async (tx) => {
      const { db, agencyId } = tx;
      const squad =
        isId(input.squadId) && (await db.squad.findUnique({ where: { agencyId_id: { agencyId, id: input.squadId } } }));
      if (!squad) return err(notFound('Squad'));
      return this.save(tx, viewer, squad.id, input.expectedVersion, input);
    });
  }

  private async save(
    tx: Tx,
    viewer: CurrentMember,
    id: Id,
    expectedVersion: number | null,
    input: unknown,
  ): Promise<Result<Id, SquadError>> {
    const { db, agencyId } = tx;
    if (!can(viewer, 'squad.manage')) return err(notFound('Squad'));
    const parsed = parseInput(squadInput, input);
    if (!parsed.ok) return err(invalidInput(parsed.error));
    const { name, leadId, memberIds } = parsed.value;
    const known = await db.member.findMany({
      where: { agencyId, id: { in: memberIds }, deactivatedAt: null },
      select: { id: true, role: true },
    });
    if (known.length !== memberIds.length) {
      const isLead = known.length === memberIds.length - 1 && !known.some((member) => member.id === leadId);
      return err(invalidInput([issue([leadId && isLead ? 'leadId' : 'memberIds'], 'unknown_member')]));
    }
    if (leadId && known.find((member) => member.id === leadId)?.role === 'specialist') {
      return err(invalidInput([issue(['leadId'], 'lead_is_specialist')]));
    }
    const namesake = await db.squad.findFirst({ where: { agencyId, name, NOT: { id } }, select: { id: true } });
    if (namesake) return err(invalidInput([issue(['name'], 'name_taken')]));
    const before = await this.factsOf(tx, id);
    if (expectedVersion === null) await db.squad.create({ data: { agencyId, id, name } });
    else {
      const { count } = await db.squad.updateMany({
        where: { agencyId, id, version: expectedVersion },
        data: { name, version: { increment: 1 } },
      });
      if (count === 0) return err(staleVersion(before?.version ?? 0));
    }
    await db.squadMember.deleteMany({ where: { agencyId, squadId: id } });
    await db.squadMember.createMany({
      data: memberIds.map((memberId) => ({ agencyId, squadId: id, memberId, isLead: memberId === leadId })),
    });
    tx.emit({
      type: expectedVersion === null ? 'squad.created' : 'squad.updated',
      entity: { type: 'Squad', id },
      actor: actorOf(viewer),
      audience: { memberIds },
      details: { title: name },
      changes: changesBetween(before ?? {}, { name, leadId, memberIds: memberIds.toSorted() }),
    });
    return ok(id);
  }

  private async factsOf({ db, agencyId }: Tx, id: Id) {
    const squad = await db.squad.findUnique({
      where: { agencyId_id: { agencyId, id } },
      include: { members: { select: { memberId: true, isLead: true } } },
    });
    if (!squad) return null;
    const { name, version, members } = squad;
    const leadId = members.find(({ isLead }) => isLead)?.memberId ?? null;
    return { name, version, leadId, memberIds: members.map(({ memberId }) => memberId).toSorted() };
  }
}
