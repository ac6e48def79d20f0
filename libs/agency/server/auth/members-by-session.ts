import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { MemberViewer } from '@planerka/agency/domain';
import { isId, type Id } from '@planerka/platform/domain';
import { ActorSources, Reader, type Credentials } from '@planerka/platform/server';
import { sql } from 'kysely';
import { AuthGateway } from './auth-gateway';
import type { CurrentMember, MemberActor, UserActor } from './current-member';

/** Finds the member behind a session cookie, in the agency that the request names or else in their first one. */
@Injectable()
export class MembersBySession implements OnModuleInit {
  constructor(
    private readonly sources: ActorSources,
    private readonly auth: AuthGateway,
    private readonly reader: Reader,
  ) {}

  onModuleInit(): void {
    this.sources.add((credentials) => this.find(credentials));
  }

  /** The person as a member of the asked agency, else of their first; null where they belong to none. */
  async memberOf(userId: Id, askedAgencyId?: Id): Promise<CurrentMember | null> {
    const agencyId = askedAgencyId ?? (await this.firstAgencyOf(userId));
    return agencyId ? this.memberIn(agencyId, userId) : null;
  }

  private async find(credentials: Credentials): Promise<MemberActor | UserActor | null> {
    if (!credentials.cookie?.includes('planerka')) return null;
    const user = await this.auth.userOf(credentials.cookie);
    if (!user) return null;
    const asked = isId(credentials.agencyId) ? credentials.agencyId : undefined;
    const member = await this.memberOf(user.id, asked);
    return member ? { kind: 'member', agencyId: member.agencyId, user, member } : { kind: 'user', agencyId: '', user };
  }

  private async firstAgencyOf(userId: Id): Promise<Id | null> {
    const first = await this.reader.read({ userId }, (db) =>
      db
        .selectFrom('member')
        .select('agency_id')
        .where('user_id', '=', userId)
        .where('deactivated_at', 'is', null)
        .orderBy('created_at')
        .limit(1)
        .executeTakeFirst(),
    );
    return first?.agency_id ?? null;
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
        .executeTakeFirst(),
    );
    if (!row) return null;
    const { id, ...rest } = row;
    return { kind: 'member', agencyId, userId, memberId: id, ...rest };
  }
}
