import type { CurrentMember } from '@planerka/agency/server';
import type { ItemInput } from '@planerka/content-plan/domain';
import { changesOfNew, newId, type Id, type TimeZone } from '@planerka/platform/domain';
import type { Tx } from '@planerka/platform/server';
import { tellOfItem } from '../item/item-events';
import { insertItem, type ItemOrigin } from '../item/item-writes';

type Made = Omit<ItemInput, 'channelIds'> & { readonly channelIds: readonly Id[] };

/** A publication that follows from another one, from a template or from a series: with no other words than its original. */
export async function makeItem(
  tx: Tx,
  viewer: CurrentMember,
  made: Made,
  { clientId, squadId, zone }: { readonly clientId: Id; readonly squadId: Id; readonly zone: TimeZone },
  origin: ItemOrigin,
): Promise<Id> {
  const id = newId();
  const { title, idea, format, rubricId, campaignId, wantsClientApproval, publishOn, publishTime } = made;
  const words = { title, idea, format, rubricId, campaignId, wantsClientApproval, publishOn, publishTime };
  const item = { ...words, channelIds: [...made.channelIds] };
  await insertItem(tx, viewer, id, clientId, item, zone, origin);
  tellOfItem(tx, viewer, 'item.created', { ...item, id, clientId, squadId }, changesOfNew(item));
  return id;
}
