import { Injectable } from '@nestjs/common';
import {
  can,
  clientLimitOf,
  type Discipline,
  type Employment,
  type RateUnit,
  type Role,
} from '@planerka/agency/domain';
import type { Id } from '@planerka/platform/domain';
import { Clock, Reader, toDbInstant, toMoneyObject, type ReadTransaction } from '@planerka/platform/server';
import { sql } from 'kysely';
import type { CurrentMember } from '../auth/current-member';
import type { InvitationObject, MemberObject, RateObject, SquadObject, TeamObject } from './member.object';
import { clientsLedBy } from './clients-led';
import { workLeftBehind } from './left-behind';

interface RateRow {
  readonly id: Id;
  readonly memberId: Id | null;
  readonly discipline: Discipline;
  readonly deliverableType: string | null;
  readonly unit: RateUnit;
  readonly amountMinor: string;
  readonly currency: string;
  readonly validFrom: string;
}

const presentRate = ({ amountMinor, currency, ...rate }: RateRow): RateObject => ({
  ...rate,
  amount: toMoneyObject(amountMinor, currency),
});

/** Everybody of the agency, with what the viewer may know of them. */
@Injectable()
export class TeamQuery {
  constructor(
    private readonly reader: Reader,
    private readonly clock: Clock,
  ) {}

  team(viewer: CurrentMember): Promise<TeamObject> {
    return this.reader.read(viewer, async (db) => ({
      members: await this.members(db, viewer),
      squads: await this.squads(db, viewer),
      invitations: viewer.role === 'specialist' ? [] : await this.invitations(db, viewer),
      agencyRates: can(viewer, 'agency.manage') ? await this.agencyRates(db, viewer) : [],
    }));
  }

  async member(viewer: CurrentMember, id: Id): Promise<MemberObject | null> {
    const [found] = await this.reader.read(viewer, (db) => this.members(db, viewer, id));
    return found ?? null;
  }

  async squad(viewer: CurrentMember, id: Id): Promise<SquadObject | null> {
    const found = await this.reader.read(viewer, (db) => this.squads(db, viewer));
    return found.find((squad) => squad.id === id) ?? null;
  }

  private async members(db: ReadTransaction, viewer: CurrentMember, id?: Id): Promise<MemberObject[]> {
    const { rows } = await sql<{
      id: Id;
      name: string;
      email: string;
      role: Role;
      disciplines: Discipline[];
      employment: Employment;
      weeklyHours: number;
      clientLimit: number | null;
      isActive: boolean;
      version: number;
      hasSecondFactor: boolean;
      leftBehind: number;
      led: number;
      fullTimeClients: number;
      partTimeClients: number;
      squads: MemberObject['squads'];
      rates: RateRow[];
    }>`
      SELECT m.id, m.name, m.email, m.role, m.disciplines::text[] AS disciplines, m.employment,
        m.weekly_hours AS "weeklyHours", m.client_limit AS "clientLimit", m.deactivated_at IS NULL AS "isActive", m.version,
        CASE WHEN m.deactivated_at IS NULL THEN 0 ELSE ${workLeftBehind(sql`m`)} END AS "leftBehind",
        ${clientsLedBy(sql`m`)} AS led, g.full_time_clients AS "fullTimeClients", g.part_time_clients AS "partTimeClients",
        (SELECT two_factor_enabled FROM app_user u WHERE u.id = m.user_id) AS "hasSecondFactor",
        coalesce((SELECT json_agg(json_build_object('id', s.id, 'name', s.name, 'isLead', sm.is_lead) ORDER BY s.name)
          FROM squad_member sm JOIN squad s ON s.agency_id = sm.agency_id AND s.id = sm.squad_id
          WHERE sm.agency_id = m.agency_id AND sm.member_id = m.id), '[]') AS squads,
        coalesce((SELECT json_agg(json_build_object('id', r.id, 'memberId', r.member_id, 'discipline', r.discipline,
            'deliverableType', r.deliverable_type, 'unit', r.unit, 'amountMinor', r.amount_minor::text,
            'currency', r.currency, 'validFrom', r.valid_from) ORDER BY r.discipline, r.unit, r.deliverable_type NULLS FIRST, r.valid_from DESC)
          FROM rate r WHERE r.agency_id = m.agency_id AND r.member_id = m.id), '[]') AS rates
      FROM member m JOIN agency g ON g.id = m.agency_id
      WHERE m.agency_id = ${viewer.agencyId} ${id ? sql`AND m.id = ${id}` : sql``}
      ORDER BY m.deactivated_at IS NOT NULL, m.role, m.name`.execute(db);
    return rows.map(
      ({ rates, employment, hasSecondFactor, leftBehind, led, fullTimeClients, partTimeClients, ...member }) => {
        const facts = { memberId: member.id };
        return {
          ...member,
          clientsLed:
            member.role === 'manager'
              ? { count: led, limit: clientLimitOf(member, { fullTimeClients, partTimeClients }) }
              : null,
          employment: can(viewer, 'rate.view', facts) ? employment : null,
          hasSecondFactor: can(viewer, 'member.profile.edit', facts) ? hasSecondFactor : null,
          rates: can(viewer, 'rate.view', facts) ? rates.map(presentRate) : [],
          leftBehind: can(viewer, 'member.manage', facts) ? leftBehind : 0,
          viewerCanManage: can(viewer, 'member.manage', facts),
        };
      },
    );
  }

  private async squads(db: ReadTransaction, viewer: CurrentMember): Promise<SquadObject[]> {
    const { rows } = await sql<SquadObject>`
      SELECT s.id, s.name, s.version,
        (SELECT member_id FROM squad_member l WHERE l.agency_id = s.agency_id AND l.squad_id = s.id AND l.is_lead) AS "leadId",
        array(SELECT member_id FROM squad_member m WHERE m.agency_id = s.agency_id AND m.squad_id = s.id) AS "memberIds",
        (SELECT count(*)::int FROM client c WHERE c.agency_id = s.agency_id AND c.squad_id = s.id AND c.state <> 'archived') AS clients
      FROM squad s WHERE s.agency_id = ${viewer.agencyId} ORDER BY s.created_at, s.name`.execute(db);
    return rows;
  }

  private async invitations(db: ReadTransaction, viewer: CurrentMember): Promise<InvitationObject[]> {
    const rows = await db
      .selectFrom('invitation')
      .select(['id', 'email', 'name', 'role', 'squad_id', 'expires_at'])
      .select(sql<Discipline[]>`disciplines::text[]`.as('disciplines'))
      .where('agency_id', '=', viewer.agencyId)
      .where('accepted_at', 'is', null)
      .where('revoked_at', 'is', null)
      .orderBy('created_at', 'desc')
      .execute();
    const now = toDbInstant(this.clock.now());
    return rows
      .filter(({ role, squad_id }) => can(viewer, 'member.invite', { role, squadIds: squad_id ? [squad_id] : [] }))
      .map(({ squad_id: _, expires_at, ...invitation }) => ({
        ...invitation,
        expiresAt: expires_at,
        isExpired: expires_at <= now,
      }));
  }

  private async agencyRates(db: ReadTransaction, viewer: CurrentMember): Promise<RateObject[]> {
    const { rows } = await sql<RateRow>`
      SELECT id, member_id AS "memberId", discipline, deliverable_type AS "deliverableType", unit,
        amount_minor::text AS "amountMinor", currency, valid_from AS "validFrom"
      FROM rate WHERE agency_id = ${viewer.agencyId} AND member_id IS NULL
      ORDER BY discipline, unit, deliverable_type NULLS FIRST, valid_from DESC`.execute(db);
    return rows.map(presentRate);
  }
}
