import { can } from '@planerka/agency/domain';
import { actorOf, type CurrentMember } from '@planerka/agency/server';
import { isId, type Changes, type Currency, type Id } from '@planerka/platform/domain';
import type { DomainEvent, Tx } from '@planerka/platform/server';

/** A client as commands need it. */
export interface LedClient {
  readonly id: Id;
  readonly name: string;
  readonly squadId: Id;
  readonly currency: Currency;
}

/** The client, if this member may change what belongs to it; to anybody else it does not exist. */
export async function ledClient({ db, agencyId }: Tx, viewer: CurrentMember, clientId: Id): Promise<LedClient | null> {
  if (!isId(clientId)) return null;
  const client = await db.client.findFirst({
    where: { agencyId, id: clientId },
    select: { id: true, name: true, squadId: true, currency: true },
  });
  if (!client || !can(viewer, 'client.edit', client)) return null;
  return { ...client, currency: client.currency as Currency };
}

/** Something about a client has changed: everyone of its squad may hear of it. */
export const clientEvent = (
  viewer: CurrentMember,
  type: string,
  client: Pick<LedClient, 'id' | 'name' | 'squadId'>,
  details: DomainEvent['details'] = {},
  changes: Changes = {},
): DomainEvent => ({
  type,
  entity: { type: 'Client', id: client.id },
  actor: actorOf(viewer),
  audience: { clientId: client.id, squadId: client.squadId },
  related: { clientId: client.id },
  details: { clientName: client.name, ...details },
  changes,
});
