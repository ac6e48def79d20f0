import { itemStatusAt, type PlanBook, type PlanItem, type PublicationLink } from '@planerka/content-plan/domain';
import type { Id, TimeZone } from '@planerka/platform/domain';
import { fromDbDate, fromDbInstant, type Tx } from '@planerka/platform/server';
import { linksOf } from '../item/loaded-item';

export interface VersionedPlanItem extends PlanItem {
  readonly version: number;
  readonly isPublished: boolean;
}

export interface ClientPlan {
  readonly name: string;
  readonly agencyName: string;
  readonly squadId: Id;
  readonly zone: TimeZone;
  readonly book: PlanBook;
  /** 1–5 by rubric. */
  readonly rubricColours: ReadonlyMap<Id, number>;
  /** By time. */
  readonly items: readonly VersionedPlanItem[];
}

/**
 * A client's whole plan as a table knows it. Archived rubrics and channels and closed campaigns are among what it may
 * refer to: old publications do.
 */
export async function clientPlanOf({ db, agencyId, at }: Tx, clientId: Id): Promise<ClientPlan | null> {
  const client = await db.client.findFirst({
    where: { agencyId, id: clientId },
    select: { name: true, squadId: true },
  });
  if (!client) return null;
  const { name: agencyName, timeZone: zone } = await db.agency.findUniqueOrThrow({
    where: { id: agencyId },
    select: { name: true, timeZone: true },
  });
  const own = { where: { agencyId, clientId } };
  const channels = await db.channel.findMany({
    ...own,
    select: { id: true, title: true, network: true, url: true },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  });
  const rubrics = await db.rubric.findMany({ ...own, select: { id: true, name: true, colour: true } });
  const campaigns = await db.campaign.findMany({
    ...own,
    select: { id: true, name: true, startsOn: true, endsOn: true },
  });
  const rows = await db.contentItem.findMany({
    where: { agencyId, clientId, deletedAt: null },
    include: { channels: { select: { channelId: true, url: true } } },
    orderBy: [{ publishAt: 'asc' }, { id: 'asc' }],
  });
  const placeOf = ({ channelId }: PublicationLink): number => {
    const place = channels.findIndex(({ id }) => id === channelId);
    return place === -1 ? channels.length : place;
  };
  const items = rows.map((row) => {
    const publishAt = fromDbInstant(row.publishAt);
    const local = publishAt.toZonedDateTimeISO(zone);
    return {
      id: row.id,
      date: local.toPlainDate(),
      time: local.toPlainTime(),
      channelIds: row.channels.map(({ channelId }) => channelId),
      rubricId: row.rubricId,
      format: row.format,
      title: row.title,
      idea: row.idea,
      campaignId: row.campaignId,
      links: linksOf(row).toSorted((one, other) => placeOf(one) - placeOf(other)),
      status: itemStatusAt({ status: row.status, publishAt }, at),
      version: row.version,
      isPublished: row.publishedAt !== null,
    };
  });
  const periods = campaigns.map(({ startsOn, endsOn, ...campaign }) => ({
    ...campaign,
    startsOn: fromDbDate(startsOn),
    endsOn: fromDbDate(endsOn),
  }));
  const rubricColours = new Map(rubrics.map(({ id, colour }) => [id, colour]));
  return { ...client, agencyName, zone, book: { channels, rubrics, campaigns: periods }, rubricColours, items };
}
