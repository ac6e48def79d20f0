import { can } from '@planerka/agency/domain';
import type { CurrentMember } from '@planerka/agency/server';
import { itemActionsFor, itemStatusAt, type ItemAction, type PublicationLink } from '@planerka/content-plan/domain';
import { isId, type Id, type Instant, type PlainTime, type TimeZone } from '@planerka/platform/domain';
import { fromDbDate, fromDbInstant, type CommandError, type Prisma, type Tx } from '@planerka/platform/server';

const itemFields = {
  clientId: true,
  campaignId: true,
  rubricId: true,
  title: true,
  idea: true,
  format: true,
  status: true,
  wantsClientApproval: true,
  publishAt: true,
  publishedAt: true,
  publishedUrl: true,
  rolledFromId: true,
  templateId: true,
  seriesId: true,
  deletedAt: true,
  version: true,
  channels: { select: { channelId: true, url: true, channel: { select: { network: true } } } },
  client: { select: { squadId: true } },
  campaign: { select: { startsOn: true, endsOn: true } },
  // Whether work hangs on the item, what status follows once it is not published, and who does it.
  tasks: { select: { id: true, state: true, discipline: true, assigneeId: true, acceptedAt: true } },
} satisfies Prisma.ContentItemSelect;

type ItemRow = Prisma.ContentItemGetPayload<{ select: typeof itemFields }>;

export type LoadedItem = ReturnType<typeof loaded>;

/** At its channels, and the one that is at none. */
export const linksOf = ({
  channels,
  publishedUrl,
}: {
  readonly channels: readonly { readonly channelId: Id; readonly url: string | null }[];
  readonly publishedUrl: string | null;
}): readonly PublicationLink[] => [
  ...channels.flatMap(({ channelId, url }) => (url === null ? [] : [{ channelId, url }])),
  ...(publishedUrl === null ? [] : [{ channelId: null, url: publishedUrl }]),
];

const loaded = (id: Id, row: ItemRow) => ({
  ...row,
  id,
  squadId: row.client.squadId,
  publishAt: fromDbInstant(row.publishAt),
  publishedAt: row.publishedAt && fromDbInstant(row.publishedAt),
  channelIds: row.channels.map(({ channelId }) => channelId),
  links: linksOf(row),
  networkOf: new Map(row.channels.map(({ channelId, channel }) => [channelId, channel.network])),
  campaign: row.campaign && { startsOn: fromDbDate(row.campaign.startsOn), endsOn: fromDbDate(row.campaign.endsOn) },
});

/** The publication within the agency, if the viewer may change it; to anyone else it does not exist. */
export async function itemOf({ db, agencyId }: Tx, viewer: CurrentMember, id: Id, { isDeleted = false } = {}) {
  if (!isId(id)) return null;
  const row = await db.contentItem.findFirst({
    where: { agencyId, id, deletedAt: isDeleted ? { not: null } : null },
    select: itemFields,
  });
  if (!row || !can(viewer, 'item.edit', row.client)) return null;
  return loaded(id, row);
}

/** Those of the agency, deleted ones too, whoever may change them. */
export async function itemsOf({ db, agencyId }: Tx, ids: readonly Id[]): Promise<ReadonlyMap<Id, LoadedItem>> {
  const rows = await db.contentItem.findMany({
    where: { agencyId, id: { in: [...ids] } },
    select: { id: true, ...itemFields },
  });
  return new Map(rows.map((row) => [row.id, loaded(row.id, row)]));
}

/** Somebody works for it, or has. */
export const hasWork = ({ tasks }: Pick<LoadedItem, 'tasks'>): boolean =>
  tasks.some(({ state }) => state !== 'cancelled' && state !== 'draft');

/** Why its state does not allow the action; null where it does. */
export function refusalOf(
  item: LoadedItem,
  action: ItemAction,
  at: Instant,
): Extract<CommandError, { kind: 'IllegalTransition' }> | null {
  const status = itemStatusAt(item, at);
  const isWorkedOn = hasWork(item);
  if (itemActionsFor({ status, hasWork: isWorkedOn }).includes(action)) return null;
  return {
    kind: 'IllegalTransition',
    state: status,
    action,
    reason: action === 'delete' && isWorkedOn ? 'has_work' : null,
  };
}

export async function clientOf({ db, agencyId }: Tx, id: Id): Promise<{ squadId: Id } | null> {
  return isId(id) ? db.client.findFirst({ where: { agencyId, id }, select: { squadId: true } }) : null;
}

/** An idea of this client, or of nobody in particular, that nobody has put away. */
export async function ideaOf({ db, agencyId }: Tx, id: Id, clientId: Id): Promise<{ id: Id } | null> {
  if (!isId(id)) return null;
  return db.idea.findFirst({
    where: { agencyId, id, archivedAt: null, OR: [{ clientId }, { clientId: null }] },
    select: { id: true },
  });
}

export async function zoneOf({ db, agencyId }: Tx): Promise<TimeZone> {
  const { timeZone } = await db.agency.findUniqueOrThrow({ where: { id: agencyId }, select: { timeZone: true } });
  return timeZone;
}

export const timeOf = (at: Instant, zone: TimeZone): PlainTime => at.toZonedDateTimeISO(zone).toPlainTime();
