import type { Id } from '@planerka/platform/domain';
import type { DomainEvent, Tx } from '@planerka/platform/server';

/** Who hears of a campaign's money, owners always, and the managers whose squad serves the client; and what it is called. */
export async function campaignTold(
  { db, agencyId }: Tx,
  campaignId: Id,
): Promise<{ readonly audience: DomainEvent['audience']; readonly title: string }> {
  const { name, clientId, client } = await db.campaign.findUniqueOrThrow({
    where: { agencyId_id: { agencyId, id: campaignId } },
    select: { name: true, clientId: true, client: { select: { squadId: true } } },
  });
  return { audience: { clientId, squadId: client.squadId }, title: name };
}

/** No specialist is among them. */
export const leadersOf = async (tx: Tx, campaignId: Id): Promise<DomainEvent['audience']> =>
  (await campaignTold(tx, campaignId)).audience;
