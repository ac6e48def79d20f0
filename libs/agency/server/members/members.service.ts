import { Injectable } from '@nestjs/common';
import { can, mayLoseOwnership, memberInput, type LastOwner } from '@planerka/agency/domain';
import {
  changesBetween,
  err,
  isId,
  ok,
  parseInput,
  type Changes,
  type Id,
  type Result,
} from '@planerka/platform/domain';
import {
  fromDbInstant,
  invalidInput,
  notFound,
  staleVersion,
  toDbInstant,
  UnitOfWork,
  type CommandError,
  type Tx,
} from '@planerka/platform/server';
import { actorOf, type CurrentMember } from '../auth/current-member';

export type MemberError = Exclude<CommandError, { kind: 'IllegalTransition' }> | LastOwner;

interface Versioned {
  readonly memberId: Id;
  readonly expectedVersion: number;
}

/** What the owner may change of people. */
@Injectable()
export class MembersService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  update(viewer: CurrentMember, input: Versioned): Promise<Result<Id, MemberError>> {
    return this.unitOfWork.run(viewer, (tx) => this.updateWithin(tx, viewer, input));
  }

  private updateWithin(tx: Tx, viewer: CurrentMember, input: Versioned): Promise<Result<Id, MemberError>> {
    return this.change(tx, viewer, input, async ({ db, agencyId }, member) => {
      const parsed = parseInput(memberInput, input);
      if (!parsed.ok) return err(invalidInput(parsed.error));
      if (parsed.value.role !== 'owner' && !member.mayLose.ok) return member.mayLose;
      await db.member.update({
        where: { agencyId_id: { agencyId, id: member.id } },
        data: { ...parsed.value, version: { increment: 1 } },
      });
      // a squad is led by a manager or an owner: whoever became a specialist stays in it, and leads it no more
      if (parsed.value.role === 'specialist') await leadNoMore(db, agencyId, member.id);
      return ok(changesBetween(member, parsed.value));
    });
  }

  /** A member who is switched off keeps their past; their sessions see the agency no more. */
  setActive(viewer: CurrentMember, input: Versioned, isActive: boolean): Promise<Result<Id, MemberError>> {
    return this.unitOfWork.run(viewer, (tx) => this.setActiveWithin(tx, viewer, input, isActive));
  }

  /** The same as a part of a larger step. */
  setActiveWithin(
    tx: Tx,
    viewer: CurrentMember,
    input: Versioned,
    isActive: boolean,
  ): Promise<Result<Id, MemberError>> {
    return this.change(tx, viewer, input, async ({ db, agencyId, at }, member) => {
      if (!isActive && !member.mayLose.ok) return member.mayLose;
      const data = { deactivatedAt: isActive ? null : toDbInstant(at) };
      await db.member.update({
        where: { agencyId_id: { agencyId, id: member.id } },
        data: { ...data, version: { increment: 1 } },
      });
      if (!isActive) await leadNoMore(db, agencyId, member.id);
      return ok(changesBetween(member, data));
    });
  }

  private async change(
    tx: Tx,
    viewer: CurrentMember,
    { memberId, expectedVersion }: Versioned,
    write: (
      tx: Tx,
      member: { readonly id: Id; readonly mayLose: Result<void, LastOwner> },
    ) => Promise<Result<Changes, MemberError>>,
  ): Promise<Result<Id, MemberError>> {
    const { db, agencyId } = tx;
    // Two owners giving up their role at once must not leave the agency without one.
    await db.$queryRaw`SELECT 1 FROM agency WHERE id = ${agencyId}::uuid FOR UPDATE`;
    const member =
      isId(memberId) && (await db.member.findUnique({ where: { agencyId_id: { agencyId, id: memberId } } }));
    if (!member || !can(viewer, 'member.manage', { memberId })) return err(notFound('Member'));
    if (member.version !== expectedVersion) return err(staleVersion(member.version));
    const activeOwners = await db.member.count({ where: { agencyId, role: 'owner', deactivatedAt: null } });
    const deactivatedAt = member.deactivatedAt && fromDbInstant(member.deactivatedAt);
    const mayLose = mayLoseOwnership({ memberId, role: member.role, deactivatedAt }, activeOwners);
    const done = await write(tx, { ...member, mayLose });
    if (!done.ok) return done;
    tx.emit({
      type: 'member.updated',
      entity: { type: 'Member', id: memberId },
      actor: actorOf(viewer),
      audience: { memberIds: [memberId] },
      details: { title: member.name },
      changes: done.value,
    });
    return ok(memberId);
  }
}

const leadNoMore = (db: Tx['db'], agencyId: Id, memberId: Id) =>
  db.squadMember.updateMany({ where: { agencyId, memberId, isLead: true }, data: { isLead: false } });
