import { timingSafeEqual } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { isId, newId, type Id } from '@planerka/platform/domain';
import {
  ActorSources,
  Clock,
  FileHolders,
  fromDbInstant,
  hashToken,
  Reader,
  toDbInstant,
  UnitOfWork,
  type Credentials,
  type Tx,
} from '@planerka/platform/server';
import { linkState, openLink, type LinkUse } from '@planerka/review/domain';
import { hearing, isTokenShaped, readLink, tryPin, type Door, type LinkRow } from '../guest/link-door';
import type { PlanGuestActor, PlanVisitor } from './plan-visitor';

type User = Pick<PlanVisitor, 'agencyId' | 'linkId' | 'ipAddress' | 'userAgent'>;

/** In the transaction of what was done: what failed was not done. */
export async function keepPlanUse(
  { db, agencyId, at }: Tx,
  user: Omit<User, 'agencyId'>,
  kind: LinkUse,
): Promise<void> {
  const { linkId, ipAddress, userAgent } = user;
  await db.planLinkUse.create({
    data: { agencyId, id: newId(), linkId, kind, ipAddress, userAgent, at: toDbInstant(at) },
  });
}

/** Finds whom a month's plan was shown to, by the link's token. */
@Injectable()
export class PlanGuestsByLink implements OnModuleInit {
  constructor(
    private readonly sources: ActorSources,
    private readonly reader: Reader,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly holders: FileHolders,
  ) {}

  onModuleInit(): void {
    this.sources.add((credentials) => this.find(credentials));
    this.holders.add((agencyId, linkId) => this.isOpen(agencyId, linkId));
  }

  private async find(credentials: Credentials): Promise<PlanGuestActor | null> {
    const { guestToken, guestPin, ipAddress } = credentials;
    if (!guestToken || !isTokenShaped(guestToken)) return null;
    const found = await this.linkOf(hashToken(guestToken));
    if (!found) return null;
    const user: User = { ...found, ipAddress, userAgent: credentials.userAgent.slice(0, 300) };
    const { link, ...visitor } = await this.visitorOf(user);
    const door = await this.knock(user, link, guestPin);
    const refusal = door.ok ? null : door.error;
    const { agencyId, linkId } = user;
    return {
      kind: 'planGuest',
      agencyId,
      ...hearing(refusal, linkId, () => this.isOpen(agencyId, linkId)),
      visitor: { ...user, ...visitor, expiresAt: fromDbInstant(link.expiresAt), refusal },
    };
  }

  /** Row-level security shows the row to its own token alone; the hashes are compared in constant time all the same. */
  private async linkOf(tokenHash: Buffer): Promise<Pick<User, 'agencyId' | 'linkId'> | null> {
    const row = await this.reader.read({ tokenHash }, (db) =>
      db
        .selectFrom('plan_link')
        .select(['agency_id as agencyId', 'id as linkId', 'token_hash as kept'])
        .where('token_hash', '=', tokenHash)
        .executeTakeFirst(),
    );
    if (!row || !timingSafeEqual(row.kept, tokenHash)) return null;
    return { agencyId: row.agencyId, linkId: row.linkId };
  }

  private async visitorOf({ agencyId, linkId, ipAddress, userAgent }: User) {
    const { lastVisitAt, dueAt, expiresAt, revokedAt, pinHash, pinAttempts, ...visitor } = await this.reader.read(
      { agencyId },
      (db) =>
        db
          .selectFrom('plan_link as k')
          .innerJoin('agency as g', 'g.id', 'k.agency_id')
          .select(['g.name as agencyName', 'g.locale', 'k.name', 'k.message', 'k.client_id as clientId'])
          .select(['k.asks_approval as asksApproval', 'k.created_by_id as createdById'])
          .select(['k.is_final as isFinal', 'k.due_at as dueAt'])
          .select(['k.expires_at as expiresAt', 'k.revoked_at as revokedAt', 'k.pin_hash as pinHash'])
          .select('k.pin_attempts as pinAttempts')
          .select((eb) => eb.cast<string>('k.month', 'text').as('month'))
          .select((eb) =>
            eb
              .selectFrom('plan_link_use as u')
              .select('u.at')
              .whereRef('u.agency_id', '=', 'k.agency_id')
              .whereRef('u.link_id', '=', 'k.id')
              .where('u.kind', '=', 'opened')
              .where('u.ip_address', '=', ipAddress)
              .where('u.user_agent', '=', userAgent)
              .orderBy('u.at', 'desc')
              .limit(1)
              .as('lastVisitAt'),
          )
          .where('k.agency_id', '=', agencyId)
          .where('k.id', '=', linkId)
          .executeTakeFirstOrThrow(),
    );
    return {
      ...visitor,
      lastVisitAt: lastVisitAt && fromDbInstant(lastVisitAt),
      dueAt: dueAt && fromDbInstant(dueAt),
      link: { expiresAt, revokedAt, pinHash, pinAttempts },
    };
  }

  /** Pictures open by an address that was given out only as long as the link does. */
  private async isOpen(agencyId: Id, linkId: Id): Promise<boolean> {
    if (!isId(linkId)) return false;
    const row = await this.reader.read({ agencyId }, (db) =>
      db
        .selectFrom('plan_link')
        .select(['expires_at as expiresAt', 'revoked_at as revokedAt', 'pin_hash as pinHash'])
        .select('pin_attempts as pinAttempts')
        .where('agency_id', '=', agencyId)
        .where('id', '=', linkId)
        .executeTakeFirst(),
    );
    return row !== undefined && linkState(readLink(row), this.clock.now()) === 'open';
  }

  private async knock(user: User, link: LinkRow, pin: string | undefined): Promise<Door> {
    const at = this.clock.now();
    if (link.pinHash === null || !pin) return openLink(readLink(link), 'absent', at);
    const { agencyId, linkId } = user;
    const where = { agencyId_id: { agencyId, id: linkId } };
    const guarded = {
      agencyId,
      lock: async ({ db }: Tx) => {
        await db.$queryRaw`SELECT 1 FROM plan_link WHERE agency_id = ${agencyId}::uuid AND id = ${linkId}::uuid FOR UPDATE`;
        return db.planLink.findUniqueOrThrow({ where });
      },
      keepAttempts: ({ db }: Tx, pinAttempts: number) => db.planLink.update({ where, data: { pinAttempts } }),
      keepUse: (tx: Tx, kind: LinkUse) => keepPlanUse(tx, user, kind),
    };
    return tryPin(this.unitOfWork, guarded, pin, at);
  }
}
