import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { MemberViewer } from '@planerka/agency/domain';
import { isId, type Id } from '@planerka/platform/domain';
import { ActorSources, Reader, type Credentials, type Presumed, type ScopedRead } from '@planerka/platform/server';
import { sql } from 'kysely';
import { LRUCache } from 'lru-cache';
import { sessionRenewal } from './auth';
import { AuthGateway } from './auth-gateway';
import type { CurrentMember, MemberActor, SignedInUser, UserActor } from './current-member';
import { Memberships } from './memberships';

interface SessionRow {
  readonly user: SignedInUser;
  readonly member: Omit<CurrentMember, 'kind' | 'agencyId' | 'userId'> | null;
}

/** `$1` the token, `$2` the agency, `$3` seconds after which a session is to be renewed. */
const bySession = `SELECT json_build_object(
      'user', json_build_object('id', u.id, 'name', u.name, 'email', u.email, 'locale', coalesce(u.locale, 'ru')),
      'member', (SELECT json_build_object('memberId', m.id, 'name', m.name, 'role', m.role, 'disciplines', m.disciplines,
          'squadIds', array(
            SELECT s.squad_id FROM squad_member s WHERE s.agency_id = m.agency_id AND s.member_id = m.id))
        FROM member m WHERE m.agency_id = $2 AND m.user_id = u.id AND m.deactivated_at IS NULL
          AND (u.two_factor_enabled OR NOT (SELECT requires_second_factor FROM agency WHERE id = m.agency_id))))::text AS body
    FROM session JOIN app_user u ON u.id = session.user_id
    WHERE session.token = $1 AND session.expires_at > now() AND session.updated_at > now() - make_interval(secs => $3)`;

/** What was found by a cookie for an agency, and what PostgreSQL said then. */
interface Found {
  readonly body: Buffer;
  readonly actor: MemberActor;
}

/** People who ask again soon. */
const maxFound = 1_000;

/** Finds the member behind a session cookie, in the agency that the request names or else in their first one. */
@Injectable()
export class MembersBySession implements OnModuleInit {
  private readonly found = new LRUCache<string, Found>({ max: maxFound });

  constructor(
    private readonly sources: ActorSources,
    private readonly auth: AuthGateway,
    private readonly reader: Reader,
    private readonly memberships: Memberships,
  ) {}

  onModuleInit(): void {
    this.sources.add(
      (credentials) => this.find(credentials),
      (credentials) => this.presume(credentials),
    );
  }

  /** The person as a member of the asked agency, else of their first; null where they belong to none. */
  async memberOf(userId: Id, askedAgencyId?: Id): Promise<CurrentMember | null> {
    const agencyId = askedAgencyId ?? (await this.memberships.of(userId))[0]?.agencyId;
    return agencyId ? this.memberIn(agencyId, userId) : null;
  }

  private async find(credentials: Credentials): Promise<MemberActor | UserActor | null> {
    if (credentials.bearer !== undefined || !credentials.cookie?.includes('planerka')) return null;
    const asked = isId(credentials.agencyId) ? credentials.agencyId : undefined;
    const usual = asked === undefined ? null : await this.fresh(credentials.cookie, asked);
    return usual ?? this.any(credentials.cookie, asked);
  }

  /**
   * The usual way, by one statement: a session that lasts and need not be renewed, and the agency that is asked for.
   * Null where it is not the usual way.
   */
  private async fresh(cookie: string, agencyId: Id): Promise<MemberActor | UserActor | null> {
    const token = await this.auth.tokenIn(cookie);
    if (token === undefined) return null;
    const [body] = await this.reader.bodies([{ scope: { agencyId }, ...checkOf(token, agencyId) }]);
    if (!body) return null;
    const { user, member } = JSON.parse(body.toString()) as SessionRow;
    if (!member) return { kind: 'user', agencyId: '', user };
    const actor = {
      kind: 'member',
      agencyId,
      user,
      member: { kind: 'member', agencyId, userId: user.id, ...member },
    } as const;
    this.found.set(keyOf(token, agencyId), { body, actor });
    return actor;
  }

  /** Whom the same cookie led to before, by the same statement, which is to say the same once more. */
  private async presume({ cookie, agencyId }: Credentials): Promise<Presumed | null> {
    if (!cookie?.includes('planerka') || !isId(agencyId)) return null;
    const token = await this.auth.tokenIn(cookie);
    const found = token !== undefined && this.found.get(keyOf(token, agencyId));
    if (!found) return null;
    const { body, actor } = found;
    return {
      actor,
      // Within the scope of their reading: so both are one transaction.
      check: { scope: { agencyId, userId: actor.user.id }, ...checkOf(token, agencyId) },
      holds: (now) => now?.equals(body) === true,
    };
  }

  /** What better-auth says of the session, which it may renew or end. */
  private async any(cookie: string, asked: Id | undefined): Promise<MemberActor | UserActor | null> {
    const user = await this.auth.userOf(cookie);
    if (!user) return null;
    const member = await this.memberOf(user.id, asked);
    return member ? { kind: 'member', agencyId: member.agencyId, user, member } : { kind: 'user', agencyId: '', user };
  }

  private async memberIn(agencyId: Id, userId: Id): Promise<CurrentMember | null> {
    const row = await this.reader.read({ agencyId }, (db) =>
      db
        .selectFrom('member')
        .select(['id', 'name', 'role', sql<MemberViewer['disciplines']>`disciplines::text[]`.as('disciplines')])
        .select(
          sql<Id[]>`array(
            SELECT squad_id FROM squad_member
            WHERE squad_member.agency_id = member.agency_id AND squad_member.member_id = member.id)`.as('squadIds'),
        )
        .where('agency_id', '=', agencyId)
        .where('user_id', '=', userId)
        .where('deactivated_at', 'is', null)
        .where(
          sql<boolean>`((SELECT two_factor_enabled FROM app_user WHERE id = ${userId})
            OR NOT (SELECT requires_second_factor FROM agency WHERE id = member.agency_id))`,
        )
        .executeTakeFirst(),
    );
    if (!row) return null;
    const { id, ...rest } = row;
    return { kind: 'member', agencyId, userId, memberId: id, ...rest };
  }
}

const keyOf = (token: string, agencyId: Id): string => `${token} ${agencyId}`;

const checkOf = (token: string, agencyId: Id): Omit<ScopedRead, 'scope'> => ({
  text: bySession,
  values: [token, agencyId, sessionRenewal],
});
