import { Injectable, Logger, type BeforeApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { isTokenScope, type MemberViewer } from '@planerka/agency/domain';
import { ok, type Id } from '@planerka/platform/domain';
import {
  ActorSources,
  cameByToken,
  hashToken,
  Reader,
  requestOrigin,
  tables,
  toDbInstant,
  UnitOfWork,
  type Credentials,
} from '@planerka/platform/server';
import { LRUCache } from 'lru-cache';
import type { MemberActor, SignedInUser } from '../auth/current-member';
import { apiTokenTexts } from './token-text';

interface TokenRow {
  readonly id: Id;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly user: SignedInUser;
  readonly member: Omit<MemberViewer, 'kind' | 'agencyId' | 'userId' | 'scopes'> & { readonly name: string };
}

/** `$1` the agency, `$2` the token's hash. A token is as alive as its member. */
const byHash = `SELECT t.id, t.name, t.scopes,
    json_build_object('id', u.id, 'name', u.name, 'email', u.email, 'locale', coalesce(u.locale, 'ru')) AS "user",
    json_build_object('memberId', m.id, 'name', m.name, 'role', m.role, 'disciplines', m.disciplines,
      'squadIds', array(SELECT s.squad_id FROM squad_member s WHERE s.agency_id = m.agency_id AND s.member_id = m.id)) AS member
  FROM api_token t
  JOIN member m ON m.agency_id = t.agency_id AND m.id = t.member_id AND m.deactivated_at IS NULL
  JOIN app_user u ON u.id = m.user_id
  WHERE t.agency_id = $1 AND t.token_hash = $2 AND t.revoked_at IS NULL AND t.expires_at > now()`;

/** A use is written down once a minute: enough to see a key that nobody uses, or somebody else does. */
const usedWithin = 60_000;

/** Finds the member behind `Authorization: Bearer plk_…`, with the scopes that the token has of what they may do. */
@Injectable()
export class MembersByToken implements OnModuleInit, BeforeApplicationShutdown {
  private readonly log = new Logger(MembersByToken.name);
  private readonly usedLately = new LRUCache<Id, true>({ max: 10_000, ttl: usedWithin });
  private readonly noting = new Set<Promise<void>>();

  constructor(
    private readonly sources: ActorSources,
    private readonly reader: Reader,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  onModuleInit(): void {
    this.sources.add((credentials) => this.find(credentials));
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.noting);
  }

  private async find({ bearer }: Credentials): Promise<MemberActor | null> {
    const agencyId = bearer === undefined ? undefined : apiTokenTexts.agencyOf(bearer);
    if (bearer === undefined || agencyId === undefined) return null;
    const [row] = await this.reader.rows<TokenRow>(
      { agencyId },
      { text: byHash, values: [agencyId, hashToken(bearer)] },
    );
    if (!row) return null;
    const { id, name, user, member } = row;
    cameByToken(name);
    this.note(agencyId, id);
    const scopes = row.scopes.filter(isTokenScope);
    return {
      kind: 'member',
      agencyId,
      tokenId: id,
      scopes,
      user,
      member: { kind: 'member', agencyId, userId: user.id, ...member, scopes },
    };
  }

  /** Nobody waits for it: whoever asks by a token pays for no write. */
  private note(agencyId: Id, id: Id): void {
    if (this.usedLately.has(id)) return;
    this.usedLately.set(id, true);
    const address = requestOrigin()?.address ?? null;
    const noted = this.unitOfWork
      .run({ agencyId }, (tx) => {
        tx.write(
          tables
            .updateTable('api_token')
            .set({ last_used_at: toDbInstant(tx.at), ...(address !== null && { last_address: address }) })
            .where('agency_id', '=', agencyId)
            .where('id', '=', id),
        );
        return Promise.resolve(ok(undefined));
      })
      .then(
        () => undefined,
        (problem: unknown) => this.log.warn(problem, `The use of token ${id} could not be written down`),
      );
    this.noting.add(noted);
    void noted.finally(() => this.noting.delete(noted));
  }
}
