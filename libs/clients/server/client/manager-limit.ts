import { can, clientLimitOf } from '@planerka/agency/domain';
import { clientsLedBy, type CurrentMember } from '@planerka/agency/server';
import type { Id } from '@planerka/platform/domain';
import type { Tx } from '@planerka/platform/server';
import { sql, type RawBuilder } from 'kysely';

/** The manager who leads a squad, and how many clients they have and may have. */
export interface SquadManager {
  readonly squadId: Id;
  readonly memberId: Id;
  readonly name: string;
  readonly weeklyHours: number;
  readonly clientLimit: number | null;
  readonly fullTimeClients: number;
  readonly partTimeClients: number;
  readonly clients: number;
}

/** Of the squads that `which` lets through; an owner who leads one knows themself how much is too much. */
export const squadManagers = (agencyId: Id, which: RawBuilder<unknown> = sql`true`): RawBuilder<SquadManager> =>
  sql<SquadManager>`
    SELECT s.squad_id AS "squadId", m.id AS "memberId", m.name, m.weekly_hours AS "weeklyHours",
      m.client_limit AS "clientLimit", g.full_time_clients AS "fullTimeClients", g.part_time_clients AS "partTimeClients",
      ${clientsLedBy(sql`m`)} AS clients
    FROM squad_member s
    JOIN member m ON m.agency_id = s.agency_id AND m.id = s.member_id
    JOIN agency g ON g.id = m.agency_id
    WHERE s.agency_id = ${agencyId}::uuid AND s.is_lead AND m.role = 'manager' AND m.deactivated_at IS NULL AND ${which}`;

export interface ClientLimitReached {
  readonly kind: 'ClientLimitReached';
  readonly managerName: string;
  readonly clients: number;
  readonly limit: number;
  readonly mayGoOver: boolean;
}

/** Whether one client more is too many for the squad's manager; an owner may say that it is not. */
export async function whyTooMany(
  { query, agencyId }: Tx,
  viewer: CurrentMember,
  squadId: Id,
  goOverLimit: boolean,
): Promise<ClientLimitReached | null> {
  const mayGoOver = can(viewer, 'client.overLimit', { squadId });
  if (mayGoOver && goOverLimit) return null;
  // Two clients given at once are counted one after the other.
  await query(sql`
    SELECT FROM member m JOIN squad_member s ON s.agency_id = m.agency_id AND s.member_id = m.id
    WHERE m.agency_id = ${agencyId}::uuid AND s.squad_id = ${squadId}::uuid AND s.is_lead FOR NO KEY UPDATE OF m`);
  const [manager] = await query(squadManagers(agencyId, sql`s.squad_id = ${squadId}::uuid`));
  if (!manager) return null;
  const { name, clients } = manager;
  const limit = clientLimitOf(manager, manager);
  return clients < limit ? null : { kind: 'ClientLimitReached', managerName: name, clients, limit, mayGoOver };
}
