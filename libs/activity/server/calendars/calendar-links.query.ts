import { Injectable } from '@nestjs/common';
import { leadScope } from '@planerka/agency/domain';
import type { CurrentMember } from '@planerka/agency/server';
import { parsePlainYearMonth, type Id } from '@planerka/platform/domain';
import { Reader } from '@planerka/platform/server';
import { sql } from 'kysely';
import type { CalendarLinkObject } from './calendar-link.object';

/** Long dead ones say nothing any more; the journal keeps that they were. */
const rememberedDays = 30;

type Row = Omit<CalendarLinkObject, 'month'> & { readonly month: string | null };

@Injectable()
export class CalendarLinksQuery {
  constructor(private readonly reader: Reader) {}

  /** One's own and those of clients one leads; the owner's everybody's. The living first, the newest first. */
  list(viewer: CurrentMember): Promise<CalendarLinkObject[]> {
    return this.rows(viewer, sql`true`);
  }

  async one(viewer: CurrentMember, id: Id): Promise<CalendarLinkObject> {
    const [link] = await this.rows(viewer, sql`link.id = ${id}`);
    if (!link) throw new Error(`The calendar ${id} is gone`);
    return link;
  }

  private async rows(viewer: CurrentMember, condition: ReturnType<typeof sql>): Promise<CalendarLinkObject[]> {
    const scope = leadScope(viewer);
    const led = scope.kind === 'all' ? sql`true` : sql`client.squad_id = ANY(${[...scope.squadIds]}::uuid[])`;
    const mine = viewer.role === 'owner' ? sql`true` : sql`link.member_id = ${viewer.memberId}`;
    const rows = await this.reader.ask<Row>(
      viewer,
      sql`SELECT link.id, link.kind, link.name, link.shows, link.hint, member.name AS "memberName",
            link.member_id = ${viewer.memberId} AS "isOwn", link.client_id AS "clientId", client.name AS "clientName",
            to_char(link.month, 'YYYY-MM') AS month, link.created_at AS "createdAt", link.last_used_at AS "lastUsedAt",
            link.revoked_at AS "revokedAt",
            link.revoked_at IS NULL AND (link.kind <> 'member' OR member.deactivated_at IS NULL) AS "isAlive"
          FROM calendar_link link
          JOIN member ON member.agency_id = link.agency_id AND member.id = link.member_id
          LEFT JOIN client ON client.agency_id = link.agency_id AND client.id = link.client_id
          WHERE link.agency_id = ${viewer.agencyId} AND ${condition}
            AND CASE WHEN link.client_id IS NULL THEN ${mine} ELSE ${led} END
            AND (link.revoked_at IS NULL OR link.revoked_at > now() - ${rememberedDays} * interval '1 day')
          ORDER BY "isAlive" DESC, "isOwn" DESC, link.created_at DESC, link.id LIMIT 300`,
    );
    return rows.map(({ month, ...row }) => ({ ...row, month: monthIn(month) }));
  }
}

function monthIn(text: string | null) {
  const month = text === null ? null : parsePlainYearMonth(text);
  return month?.ok ? month.value : null;
}
