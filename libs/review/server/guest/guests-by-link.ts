import { timingSafeEqual } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { isId, type Id, type Instant } from '@planerka/platform/domain';
import {
  ActorSources,
  Clock,
  FileHolders,
  fromDbInstant,
  hashToken,
  Reader,
  UnitOfWork,
  type Credentials,
} from '@planerka/platform/server';
import { linkState, openLink, type GuestLink } from '@planerka/review/domain';
import type { GuestActor } from './guest-visitor';
import { hearing, isTokenShaped, readLink, tryPin, type Door } from './link-door';
import { keepUse, type LinkUser } from './link-uses';

interface FoundLink extends LinkUser {
  readonly agencyId: Id;
}

/** Finds the contact behind a link's token, and whether the link lets them in. */
@Injectable()
export class GuestsByLink implements OnModuleInit {
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

  private async find({ guestToken, guestPin, ipAddress, userAgent: agent }: Credentials): Promise<GuestActor | null> {
    if (!guestToken || !isTokenShaped(guestToken)) return null;
    const userAgent = agent.slice(0, 300);
    const found = await this.linkOf(hashToken(guestToken), { ipAddress, userAgent });
    if (!found) return null;
    const { agencyId, linkId } = found;
    const visitor = await this.visitorOf(found);
    const { link, agencyName, locale, name, approvalId, contactId, clientId, lastVisitAt } = visitor;
    const door = await this.knock(found, link, guestPin);
    const refusal = door.ok ? null : door.error;
    const place = {
      expiresAt: link.expiresAt,
      agencyName,
      locale,
      name,
      approvalId,
      contactId,
      clientId,
      lastVisitAt,
      ipAddress,
      userAgent,
    };
    return {
      kind: 'guest',
      agencyId,
      ...hearing(refusal, linkId, () => this.isOpen(agencyId, linkId)),
      guest: { kind: 'guest', agencyId, linkId, refusal, ...place },
    };
  }

  /**
   * The one row that is found before its agency is known: row-level security shows it to its own token alone. The index
   * takes as long as it takes, which could tell of a hash, and not of a token that would make it; the hashes are compared in
   * constant time all the same.
   */
  private async linkOf(tokenHash: Buffer, from: Omit<LinkUser, 'linkId'>): Promise<FoundLink | null> {
    const row = await this.reader.read({ tokenHash }, (db) =>
      db
        .selectFrom('approval_link')
        .select(['agency_id as agencyId', 'id as linkId', 'token_hash as kept'])
        .where('token_hash', '=', tokenHash)
        .executeTakeFirst(),
    );
    if (!row || !timingSafeEqual(row.kept, tokenHash)) return null;
    return { agencyId: row.agencyId, linkId: row.linkId, ...from };
  }

  private async visitorOf({ agencyId, linkId, ipAddress, userAgent }: FoundLink) {
    const row = await this.reader.read({ agencyId }, (db) =>
      db
        .selectFrom('approval_link as k')
        .innerJoin('approval as a', (join) =>
          join.onRef('a.agency_id', '=', 'k.agency_id').onRef('a.id', '=', 'k.approval_id'),
        )
        .innerJoin('contact as n', (join) =>
          join.onRef('n.agency_id', '=', 'k.agency_id').onRef('n.id', '=', 'k.contact_id'),
        )
        .innerJoin('agency as g', 'g.id', 'k.agency_id')
        .select([
          'g.name as agencyName',
          'g.locale',
          'n.name',
          'n.id as contactId',
          'a.id as approvalId',
          'a.client_id as clientId',
        ])
        .select(['k.expires_at', 'k.revoked_at', 'k.pin_hash', 'k.pin_attempts'])
        .select((eb) =>
          eb
            .selectFrom('approval_link_use as u')
            .select('u.at')
            .whereRef('u.agency_id', '=', 'k.agency_id')
            .whereRef('u.link_id', '=', 'k.id')
            .where('u.kind', '=', 'opened')
            .where('u.ip_address', '=', ipAddress)
            .where('u.user_agent', '=', userAgent)
            .orderBy('u.at', 'desc')
            .limit(1)
            .as('last_visit_at'),
        )
        .where('k.agency_id', '=', agencyId)
        .where('k.id', '=', linkId)
        .executeTakeFirstOrThrow(),
    );
    const { expires_at, revoked_at, pin_hash, pin_attempts, last_visit_at, ...place } = row;
    return {
      ...place,
      lastVisitAt: last_visit_at && fromDbInstant(last_visit_at),
      link: readLink({ expiresAt: expires_at, revokedAt: revoked_at, pinHash: pin_hash, pinAttempts: pin_attempts }),
    };
  }

  /** Where nothing was revoked or locked since an address was given out. */
  private async isOpen(agencyId: Id, linkId: Id): Promise<boolean> {
    if (!isId(linkId)) return false;
    const row = await this.reader.read({ agencyId }, (db) =>
      db
        .selectFrom('approval_link')
        .select(['expires_at as expiresAt', 'revoked_at as revokedAt', 'pin_hash as pinHash'])
        .select('pin_attempts as pinAttempts')
        .where('agency_id', '=', agencyId)
        .where('id', '=', linkId)
        .executeTakeFirst(),
    );
    return row !== undefined && linkState(readLink(row), this.clock.now()) === 'open';
  }

  private async knock(found: FoundLink, link: GuestLink, pin: string | undefined): Promise<Door> {
    const at = this.clock.now();
    return link.hasPin && pin ? this.tryPin(found, pin, at) : openLink(link, 'absent', at);
  }

  private tryPin(found: FoundLink, pin: string, at: Instant): Promise<Door> {
    const { agencyId, linkId } = found;
    const where = { agencyId_id: { agencyId, id: linkId } };
    return tryPin(
      this.unitOfWork,
      {
        agencyId,
        lock: async ({ db }) => {
          await db.$queryRaw`SELECT 1 FROM approval_link WHERE agency_id = ${agencyId}::uuid AND id = ${linkId}::uuid FOR UPDATE`;
          return db.approvalLink.findUniqueOrThrow({ where });
        },
        keepAttempts: ({ db }, pinAttempts) => db.approvalLink.update({ where, data: { pinAttempts } }),
        keepUse: (tx, kind) => keepUse(tx, found, kind),
      },
      pin,
      at,
    );
  }
}
