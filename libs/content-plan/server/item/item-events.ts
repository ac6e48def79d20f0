import { actorOf, type CurrentMember } from '@planerka/agency/server';
import type { Changes, Id, Instant } from '@planerka/platform/domain';
import type { DomainEvent, Tx } from '@planerka/platform/server';

interface ToldItem {
  readonly id: Id;
  readonly clientId: Id;
  readonly squadId: Id;
  readonly campaignId: Id | null;
  readonly title: string;
  /** Where it stood before. */
  readonly publishAt?: Instant;
}

/** Into the outbox, for all who see the client's plan. */
export const tellOfItem = (tx: Tx, ...told: Parameters<typeof eventOfItem>): void => tx.emit(eventOfItem(...told));

export const eventOfItem = (
  viewer: CurrentMember,
  type: string,
  { id, clientId, squadId, campaignId, title, publishAt }: ToldItem,
  changes: Changes,
): DomainEvent => ({
  type,
  entity: { type: 'ContentItem', id },
  actor: actorOf(viewer),
  audience: { clientId, squadId },
  related: { clientId, campaignId, itemId: id },
  // Of what is new its first day is told among the changes.
  details: { title, ...(publishAt && type !== 'item.created' && { publishAt: publishAt.toString() }) },
  changes,
});
