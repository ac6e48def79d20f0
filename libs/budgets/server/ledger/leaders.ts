import type { Id } from '@planerka/platform/domain';
import type { DomainEvent, Tx } from '@planerka/platform/server';

/** Who hears of a campaign's money: owners always, and the managers whose squad serves the client. No specialist. */
export async function leadersOf({ db, agencyId }: Tx, campaignId: Id): Promise<DomainEvent['audience']> {
  const { clientId, client } = await db.campaign.findUniqueOrThrow({
    where: { agencyId_id: { agencyId, id: campaignId } },
    select: { clientId: true, client: { select: { squadId: true } } },
  });
  return { clientId, squadId: client.squadId };
}
