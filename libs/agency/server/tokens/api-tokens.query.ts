import { Injectable } from '@nestjs/common';
import type { Id } from '@planerka/platform/domain';
import { Reader } from '@planerka/platform/server';
import { sql } from 'kysely';
import type { CurrentMember } from '../auth/current-member';
import type { ApiTokenObject } from './api-token.object';

/** Long dead ones say nothing any more; the audit log keeps that they were. */
const rememberedDays = 90;

@Injectable()
export class ApiTokensQuery {
  constructor(private readonly reader: Reader) {}

  /** One's own; the owner's everybody's. The living first, the newest first. */
  async list(viewer: CurrentMember): Promise<ApiTokenObject[]> {
    return this.rows(viewer, sql`true`);
  }

  async one(viewer: CurrentMember, id: Id): Promise<ApiTokenObject> {
    const [token] = await this.rows(viewer, sql`token.id = ${id}`);
    if (!token) throw new Error(`The token ${id} is gone`);
    return token;
  }

  private async rows(viewer: CurrentMember, condition: ReturnType<typeof sql>): Promise<ApiTokenObject[]> {
    const mine = viewer.role === 'owner' ? sql`true` : sql`token.member_id = ${viewer.memberId}`;
    const rows = await this.reader.ask<ApiTokenObject>(
      viewer,
      sql`SELECT token.id, token.name, token.scopes, token.hint, member.name AS "memberName",
            token.member_id = ${viewer.memberId} AS "isOwn", token.created_at AS "createdAt", token.expires_at AS "expiresAt",
            token.last_used_at AS "lastUsedAt", token.last_address AS "lastAddress", token.revoked_at AS "revokedAt",
            token.revoked_at IS NULL AND token.expires_at > now() AND member.deactivated_at IS NULL AS "isAlive"
          FROM api_token token
          JOIN member ON member.agency_id = token.agency_id AND member.id = token.member_id
          WHERE token.agency_id = ${viewer.agencyId} AND ${mine} AND ${condition}
            AND coalesce(token.revoked_at, token.expires_at) > now() - ${rememberedDays} * interval '1 day'
          ORDER BY "isAlive" DESC, "isOwn" DESC, token.created_at DESC, token.id LIMIT 200`,
    );
    return [...rows];
  }
}
