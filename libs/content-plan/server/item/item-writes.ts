import type { CurrentMember } from '@planerka/agency/server';
import { itemStatusOf, type ItemInput, type PublicationLink } from '@planerka/content-plan/domain';
import { instantOf, type Id, type Instant, type TimeZone } from '@planerka/platform/domain';
import { staleVersion, toDbInstant, type CommandError, type Prisma, type Tx } from '@planerka/platform/server';
import type { LoadedItem } from './loaded-item';

/** Writes under the version, so that of two people who change one thing the second is told. */
export async function writeItem(
  { db, agencyId }: Tx,
  id: Id,
  version: number,
  data: Prisma.ContentItemUncheckedUpdateManyInput,
  { isDeleted = false } = {},
): Promise<Extract<CommandError, { kind: 'StaleVersion' }> | null> {
  const { count } = await db.contentItem.updateMany({
    where: { agencyId, id, version, deletedAt: isDeleted ? { not: null } : null },
    data: { ...data, version: { increment: 1 } },
  });
  if (count > 0) return null;
  const current = await db.contentItem.findFirst({ where: { agencyId, id }, select: { version: true } });
  return staleVersion(current?.version ?? 0);
}

/** A missed publication that gets another day is what its tasks say it is. */
export const placedAt = (item: LoadedItem, publishAt: Instant) => ({
  publishAt: toDbInstant(publishAt),
  status: itemStatusOf(item, item.tasks),
});

/** What a publication was made after, where it was not written by hand. */
export interface ItemOrigin {
  readonly rolledFromId?: Id;
  readonly templateId?: Id;
  /** The turn of a series. */
  readonly seriesId?: Id;
  readonly seriesOn?: Date;
  readonly seriesVersion?: number;
}

/** It was made with others at one press, and can be taken back with them. */
export const wasMade = ({ rolledFromId, templateId }: Pick<LoadedItem, 'rolledFromId' | 'templateId'>): boolean =>
  rolledFromId !== null || templateId !== null;

export async function insertItem(
  { db, agencyId, at }: Tx,
  viewer: CurrentMember,
  id: Id,
  clientId: Id,
  { publishOn, publishTime, channelIds, ...fields }: ItemInput,
  zone: TimeZone,
  origin: ItemOrigin = {},
): Promise<void> {
  await db.contentItem.create({
    data: {
      ...fields,
      ...origin,
      agencyId,
      id,
      clientId,
      publishAt: toDbInstant(instantOf(publishOn, publishTime, zone)),
      createdById: viewer.memberId,
      createdAt: toDbInstant(at),
    },
  });
  await db.itemChannel.createMany({
    data: unique(channelIds).map((channelId) => ({ agencyId, itemId: id, channelId })),
  });
}

export async function replaceChannels({ db, agencyId }: Tx, itemId: Id, channelIds: readonly Id[]): Promise<void> {
  await db.itemChannel.deleteMany({ where: { agencyId, itemId, channelId: { notIn: [...channelIds] } } });
  await db.itemChannel.createMany({
    data: unique(channelIds).map((channelId) => ({ agencyId, itemId, channelId })),
    // A channel that stays keeps its link.
    skipDuplicates: true,
  });
}

/** All links of a publication, where it is not the first time that it has some; the one at no channel is its own column. */
export async function replaceLinks(
  { db, agencyId }: Tx,
  item: Pick<LoadedItem, 'id' | 'links'>,
  links: readonly PublicationLink[],
): Promise<void> {
  const urlIn = (of: readonly PublicationLink[], channelId: Id) =>
    of.find((link) => link.channelId === channelId)?.url ?? null;
  const linked = [...item.links, ...links].flatMap(({ channelId }) => (channelId === null ? [] : [channelId]));
  for (const channelId of new Set(linked)) {
    const url = urlIn(links, channelId);
    if (url === urlIn(item.links, channelId)) continue;
    await db.itemChannel.updateMany({ where: { agencyId, itemId: item.id, channelId }, data: { url } });
  }
}

/** The link of a publication that has no channels. */
export const looseUrl = (links: readonly PublicationLink[]): string | null =>
  links.find(({ channelId }) => channelId === null)?.url ?? null;

const unique = (ids: readonly Id[]): Id[] => [...new Set(ids)];
