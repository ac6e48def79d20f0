import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import type { CalendarContent, CalendarKind } from '@planerka/activity/domain';
import type { MemberViewer } from '@planerka/agency/domain';
import type { PlanLocale } from '@planerka/content-plan/domain';
import { ok, type Id, type TimeZone } from '@planerka/platform/domain';
import { hashToken, Reader, tables, toDbInstant, UnitOfWork } from '@planerka/platform/server';
import { LRUCache } from 'lru-cache';
import { calendarTexts } from './calendar-address';

interface LinkRow {
  readonly id: Id;
  readonly kind: CalendarKind;
  readonly clientId: Id | null;
  /** Its first day. */
  readonly month: string | null;
  readonly shows: readonly CalendarContent[];
  readonly agencyName: string;
  readonly zone: TimeZone;
  readonly locale: PlanLocale;
  readonly member: Omit<MemberViewer, 'kind' | 'agencyId'>;
}

/** An address that answers, and for whom. */
export interface OpenCalendar extends Omit<LinkRow, 'member'> {
  readonly agencyId: Id;
  /** Whose own it is, with what they may see now; null for a client's, which is nobody's. */
  readonly viewer: MemberViewer | null;
}

/** `$1` the agency, `$2` the hash. One's own is as alive as they are; a client's, as the client. */
const byHash = `SELECT k.id, k.kind, k.client_id AS "clientId", k.month::text AS month, k.shows,
    g.name AS "agencyName", g.time_zone AS zone,
    CASE WHEN coalesce(CASE WHEN k.kind = 'member' THEN u.locale END, g.locale) = 'en' THEN 'en' ELSE 'ru' END AS locale,
    json_build_object('memberId', m.id, 'userId', m.user_id, 'role', m.role, 'disciplines', m.disciplines,
      'squadIds', array(SELECT s.squad_id FROM squad_member s WHERE s.agency_id = m.agency_id AND s.member_id = m.id)) AS member
  FROM calendar_link k
  JOIN agency g ON g.id = k.agency_id
  JOIN member m ON m.agency_id = k.agency_id AND m.id = k.member_id
  JOIN app_user u ON u.id = m.user_id
  WHERE k.agency_id = $1 AND k.token_hash = $2 AND k.revoked_at IS NULL
    AND (k.kind <> 'member' OR m.deactivated_at IS NULL)`;

/** Programs ask every hour or so: that they do is worth knowing, and not each time. */
const usedWithin = 5 * 60_000;

/** Finds what an address opens, and keeps that it is read. */
@Injectable()
export class CalendarDoor implements BeforeApplicationShutdown {
  private readonly log = new Logger(CalendarDoor.name);
  private readonly usedLately = new LRUCache<Id, true>({ max: 10_000, ttl: usedWithin });
  private readonly noting = new Set<Promise<void>>();

  constructor(
    private readonly reader: Reader,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.noting);
  }

  async open(text: string): Promise<OpenCalendar | null> {
    const agencyId = calendarTexts.agencyOf(text);
    if (agencyId === undefined) return null;
    const [row] = await this.reader.rows<LinkRow>({ agencyId }, { text: byHash, values: [agencyId, hashToken(text)] });
    if (!row) return null;
    const { member, ...link } = row;
    this.note(agencyId, link.id);
    return { ...link, agencyId, viewer: link.kind === 'member' ? { kind: 'member', agencyId, ...member } : null };
  }

  /** Nobody waits for it. */
  private note(agencyId: Id, id: Id): void {
    if (this.usedLately.has(id)) return;
    this.usedLately.set(id, true);
    const noted = this.unitOfWork
      .run({ agencyId }, (tx) => {
        tx.write(
          tables
            .updateTable('calendar_link')
            .set({ last_used_at: toDbInstant(tx.at) })
            .where('agency_id', '=', agencyId)
            .where('id', '=', id),
        );
        return Promise.resolve(ok(undefined));
      })
      .then(
        () => undefined,
        (problem: unknown) => this.log.warn(problem, `The use of calendar ${id} could not be written down`),
      );
    this.noting.add(noted);
    void noted.finally(() => this.noting.delete(noted));
  }
}
