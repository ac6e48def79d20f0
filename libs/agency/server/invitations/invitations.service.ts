import { createHmac, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  can,
  invitationExpiry,
  invitationInput,
  newcomerInput,
  openInvitation,
  type InvitationUnusable,
} from '@planerka/agency/domain';
import {
  changesBetween,
  changesOfNew,
  err,
  isId,
  issue,
  newId,
  ok,
  parseInput,
  type Changes,
  type Id,
  type Result,
} from '@planerka/platform/domain';
import {
  CONFIG,
  fromDbInstant,
  hashToken,
  invalidInput,
  Mailer,
  newSecretToken,
  notFound,
  publicUrl,
  Reader,
  toDbInstant,
  UnitOfWork,
  type CommandError,
  type Config,
  type GraphQLContext,
  type Tx,
} from '@planerka/platform/server';
import { sql } from 'kysely';
import { AccountsService, type LetterSent, type RegisterError, type SignedInAs } from '../agency/accounts.service';
import { actorOf, type CurrentMember, type SignedInUser } from '../auth/current-member';
import { invitationLetter } from './invitation-letter';

export type InviteError = Exclude<CommandError, { kind: 'IllegalTransition' | 'StaleVersion' }>;
export type AcceptError =
  RegisterError | LetterSent | InvitationUnusable | { readonly kind: 'NotFound'; readonly entity: string };

/** The link is told once, to the inviter; only its hash is kept. */
export interface Invited {
  readonly id: Id;
  readonly url: string;
}

interface Found {
  readonly agencyId: Id;
  readonly id: Id;
}

@Injectable()
export class InvitationsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: Reader,
    private readonly accounts: AccountsService,
    private readonly mailer: Mailer,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  invite(context: GraphQLContext, viewer: CurrentMember, input: unknown): Promise<Result<Invited, InviteError>> {
    return this.unitOfWork.run(viewer, async (tx) => {
      const { db, agencyId } = tx;
      const parsed = parseInput(invitationInput, input);
      if (!parsed.ok) return err(invalidInput(parsed.error));
      const { email, role, squadId } = parsed.value;
      if (!can(viewer, 'member.invite', { role, squadIds: squadId ? [squadId] : [] })) return err(notFound('Squad'));
      const squad = squadId && (await db.squad.findUnique({ where: { agencyId_id: { agencyId, id: squadId } } }));
      if (squadId && !squad) return err(notFound('Squad'));
      const isMember = await db.member.findFirst({ where: { agencyId, email }, select: { id: true } });
      if (isMember) return err(invalidInput([issue(['email'], 'already_member')]));
      // One open invitation for one address: a second one replaces it, and the link of the first works no more.
      const open = await db.invitation.findFirst({
        where: { agencyId, email, acceptedAt: null, revokedAt: null },
        select: { id: true },
      });
      // Somebody whom another leads, or who was invited to more than the viewer may give.
      if (open && !(await this.pending(tx, viewer, open.id)))
        return err(invalidInput([issue(['email'], 'already_invited')]));
      return ok(await this.issue(tx, context, viewer, open?.id ?? newId(), parsed.value));
    });
  }

  /** A new link for the same invitation; the old one works no more. */
  renew(context: GraphQLContext, viewer: CurrentMember, id: Id): Promise<Result<Invited, InviteError>> {
    return this.unitOfWork.run(viewer, async (tx) => {
      const invitation = await this.pending(tx, viewer, id);
      return invitation ? ok(await this.issue(tx, context, viewer, id, invitation)) : err(notFound('Invitation'));
    });
  }

  revoke(viewer: CurrentMember, id: Id): Promise<Result<Id, InviteError>> {
    return this.unitOfWork.run(viewer, async (tx) => {
      const { db, agencyId, at } = tx;
      const invitation = await this.pending(tx, viewer, id);
      if (!invitation) return err(notFound('Invitation'));
      const data = { revokedAt: toDbInstant(at) };
      await db.invitation.update({ where: { agencyId_id: { agencyId, id } }, data });
      this.tell(tx, viewer, 'invitation.revoked', invitation, changesBetween(invitation, data));
      return ok(id);
    });
  }

  /** What the page behind the link shows before anything is typed. */
  async preview(token: string, user: SignedInUser | null) {
    const found = await this.find(token);
    if (!found) return null;
    return this.reader.read(found, (db) =>
      db
        .selectFrom('invitation')
        .innerJoin('agency', 'agency.id', 'invitation.agency_id')
        .select(['agency.name as agencyName', 'invitation.email', 'invitation.name', 'invitation.role'])
        .select(
          sql<boolean>`EXISTS (SELECT FROM member m
            WHERE m.agency_id = ${found.agencyId} AND m.user_id = ${user?.id ?? null}::uuid)`.as('isViewerMember'),
        )
        .select(['invitation.expires_at', 'invitation.accepted_at', 'invitation.revoked_at'])
        .where('invitation.agency_id', '=', found.agencyId)
        .where('invitation.id', '=', found.id)
        .executeTakeFirst(),
    );
  }

  /** Joins the person who is signed in, or makes a new one with the password they chose. */
  async accept(
    context: GraphQLContext,
    user: SignedInUser | null,
    input: { readonly token: string; readonly mailed?: string | null },
  ): Promise<Result<SignedInAs & Found, AcceptError>> {
    const found = await this.find(input.token);
    if (!found) return err(notFound('Invitation'));
    const open = await this.unitOfWork.run(found, (tx) => this.open(tx, found.id));
    if (!open.ok) return open;
    const person = user ? ok({ user }) : await this.newcomer(context, open.value.email, input);
    if (!person.ok) return person;
    return this.unitOfWork.run(found, async (tx) => {
      // Looked at again under a lock: the same link opened in two tabs lets one person in once.
      const still = await this.open(tx, found.id);
      if (!still.ok) return still;
      // The link opened by whoever sent it: it stays for the one it was meant for.
      if (await isMemberOf(tx, person.value.user)) return err(invalidInput([issue(['email'], 'already_member')]));
      await this.join(tx, person.value.user, still.value);
      return ok({ ...person.value, ...found });
    });
  }

  private async newcomer(
    context: GraphQLContext,
    email: string,
    input: { readonly token: string; readonly mailed?: string | null },
  ): Promise<Result<SignedInAs, RegisterError | LetterSent>> {
    const parsed = parseInput(newcomerInput, input);
    if (!parsed.ok) return err(invalidInput(parsed.error));
    const person = { email, ...parsed.value };
    if (this.mailer.isConfigured && this.cameByLetter(input)) return this.accounts.signUpVerified(context, person);
    const made = await this.accounts.signUp(context, person, `/invite/${input.token}`);
    return made.ok && this.mailer.isConfigured ? err({ kind: 'LetterSent', email }) : made;
  }

  /** The inviter holds the link as well, but not what its letter adds to it. */
  private letterProof(token: string): string {
    return createHmac('sha256', this.config.secret).update(`invitation letter ${token}`).digest('base64url');
  }

  private cameByLetter({ token, mailed }: { readonly token: string; readonly mailed?: string | null }): boolean {
    const [given, own] = [Buffer.from(mailed ?? ''), Buffer.from(this.letterProof(token))];
    return given.length === own.length && timingSafeEqual(given, own);
  }

  private async find(token: string): Promise<Found | null> {
    const tokenHash = hashToken(token);
    const row = await this.reader.read({ tokenHash }, (db) =>
      db
        .selectFrom('invitation')
        .select(['agency_id as agencyId', 'id'])
        .where('token_hash', '=', tokenHash)
        .executeTakeFirst(),
    );
    return row ?? null;
  }

  private async open({ db, agencyId, at }: Tx, id: Id) {
    await db.$queryRaw`SELECT 1 FROM invitation WHERE agency_id = ${agencyId}::uuid AND id = ${id}::uuid FOR UPDATE`;
    const row = await db.invitation.findUniqueOrThrow({ where: { agencyId_id: { agencyId, id } } });
    const { expiresAt, acceptedAt, revokedAt, ...invitation } = row;
    return openInvitation(
      {
        ...invitation,
        expiresAt: fromDbInstant(expiresAt),
        acceptedAt: acceptedAt && fromDbInstant(acceptedAt),
        revokedAt: revokedAt && fromDbInstant(revokedAt),
      },
      at,
    );
  }

  private async pending({ db, agencyId }: Tx, viewer: CurrentMember, id: Id) {
    const invitation = isId(id) && (await db.invitation.findUnique({ where: { agencyId_id: { agencyId, id } } }));
    if (!invitation || invitation.acceptedAt || invitation.revokedAt) return null;
    const squadIds = invitation.squadId ? [invitation.squadId] : [];
    return can(viewer, 'member.invite', { role: invitation.role, squadIds }) ? invitation : null;
  }

  private async issue(
    tx: Tx,
    context: GraphQLContext,
    viewer: CurrentMember,
    id: Id,
    {
      email,
      name,
      role,
      disciplines,
      squadId,
    }: Pick<
      NonNullable<Awaited<ReturnType<InvitationsService['pending']>>>,
      'email' | 'name' | 'role' | 'disciplines' | 'squadId'
    >,
  ): Promise<Invited> {
    const { db, agencyId, at } = tx;
    const { token, hash } = newSecretToken();
    const link = { tokenHash: new Uint8Array(hash), expiresAt: toDbInstant(invitationExpiry(at)) };
    const known = await db.invitation.findUnique({ where: { agencyId_id: { agencyId, id } } });
    const offer = { email, name, role, disciplines, squadId };
    await db.invitation.upsert({
      where: { agencyId_id: { agencyId, id } },
      create: { agencyId, id, ...offer, invitedById: viewer.memberId, ...link },
      update: { ...offer, ...link },
    });
    const url = publicUrl(this.config, context, `/invite/${token}`);
    const mailed = `${url}?mailed=${this.letterProof(token)}`;
    const agency = await db.agency.findUniqueOrThrow({ where: { id: agencyId } });
    const letter = { to: email, agencyName: agency.name, inviterName: viewer.name, url: mailed, locale: agency.locale };
    await this.mailer.send(tx, invitationLetter(letter));
    // That the link is another one is told, the link is not.
    this.tell(tx, viewer, 'invitation.sent', { id, email }, changesBetween(known ?? {}, { ...offer, ...link }));
    return { id, url };
  }

  private async join(
    { db, agencyId, at, emit }: Tx,
    user: SignedInUser,
    invitation: {
      id: Id;
      name: string | null;
      role: 'owner' | 'manager' | 'specialist';
      disciplines: ('copy' | 'design' | 'targeting')[];
      squadId: Id | null;
    },
  ): Promise<void> {
    const { id, role, disciplines, squadId } = invitation;
    await db.invitation.update({ where: { agencyId_id: { agencyId, id } }, data: { acceptedAt: toDbInstant(at) } });
    const memberId = newId();
    const { name, email } = user;
    await db.member.create({ data: { agencyId, id: memberId, userId: user.id, name, email, role, disciplines } });
    if (squadId) {
      const hasLead = await db.squadMember.findFirst({ where: { agencyId, squadId, isLead: true } });
      const isLead = role === 'manager' && !hasLead;
      await db.squadMember.create({ data: { agencyId, squadId, memberId, isLead } });
    }
    emit({
      type: 'member.joined',
      entity: { type: 'Member', id: memberId },
      actor: { memberId, name },
      audience: { squadId: squadId ?? undefined },
      details: { title: name },
      changes: changesOfNew({ name, email, role, disciplines, squadId }),
    });
  }

  private tell(
    tx: Tx,
    viewer: CurrentMember,
    type: string,
    { id, email }: { readonly id: Id; readonly email: string },
    changes: Changes,
  ): void {
    tx.emit({
      type,
      entity: { type: 'Invitation', id },
      actor: actorOf(viewer),
      audience: { memberIds: [viewer.memberId] },
      details: { title: email },
      changes,
    });
  }
}

async function isMemberOf({ db, agencyId }: Tx, user: SignedInUser): Promise<boolean> {
  return (await db.member.findFirst({ where: { agencyId, userId: user.id }, select: { id: true } })) !== null;
}
