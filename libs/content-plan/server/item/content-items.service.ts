import { Injectable } from '@nestjs/common';
import { can } from '@planerka/agency/domain';
import { actorOf, type CurrentMember } from '@planerka/agency/server';
import {
  isOutsideCampaign,
  itemActionsFor,
  itemSchema,
  itemStatusAt,
  itemStatusOf,
  publicationAddress,
  type ItemAction,
  type ItemInput,
} from '@planerka/content-plan/domain';
import {
  dateOf,
  err,
  instantOf,
  isId,
  issue,
  newId,
  ok,
  parseInput,
  parsePlainTime,
  type Id,
  type InputIssue,
  type Instant,
  type PlainDate,
  type PlainTime,
  type Result,
  type TimeZone,
} from '@planerka/platform/domain';
import {
  fromDbDate,
  fromDbInstant,
  invalidInput,
  notFound,
  Prisma,
  staleVersion,
  toDbInstant,
  UnitOfWork,
  type CommandError,
  type Tx,
} from '@planerka/platform/server';
import type {
  ContentItemVersionInput,
  CopyContentItemInput,
  CreateContentItemInput,
  MarkContentItemPublishedInput,
  MoveContentItemInput,
  UpdateContentItemInput,
} from './content-item.inputs';

type Refusal<K extends CommandError['kind'] = CommandError['kind']> = Extract<CommandError, { kind: K }>;
type ItemResult = Result<Id, CommandError>;

/** Commands on one publication. */
@Injectable()
export class ContentItemsService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  create(
    viewer: CurrentMember,
    input: CreateContentItemInput,
  ): Promise<Result<Id, Exclude<CommandError, Refusal<'IllegalTransition'>>>> {
    return this.unitOfWork.run(viewer, async (tx) => {
      const { clientId, ideaId, ...fields } = input;
      const client = await clientOf(tx, clientId);
      if (!client || !can(viewer, 'plan.edit', client)) return err(notFound('Client'));
      const parsed = parseInput(itemSchema, fields);
      if (!parsed.ok) return err(invalidInput(parsed.error));
      const issues = await referenceIssues(tx, clientId, parsed.value);
      if (issues.length > 0) return err(invalidInput(issues));
      const idea = ideaId ? await ideaOf(tx, ideaId, clientId) : null;
      if (ideaId && !idea) return err(notFound('Idea'));
      const id = newId();
      const zone = await zoneOf(tx);
      await insertItem(tx, viewer, id, clientId, parsed.value, zone);
      if (idea) {
        await tx.db.idea.updateMany({
          where: { agencyId: tx.agencyId, id: idea.id },
          data: { itemId: id, archivedAt: toDbInstant(tx.at) },
        });
      }
      tell(tx, viewer, 'item.created', {
        id,
        clientId,
        squadId: client.squadId,
        campaignId: parsed.value.campaignId,
        title: parsed.value.title,
      });
      return ok(id);
    });
  }

  update(viewer: CurrentMember, { itemId, expectedVersion, ...fields }: UpdateContentItemInput): Promise<ItemResult> {
    return this.change(viewer, itemId, expectedVersion, 'edit', 'item.updated', async (tx, item) => {
      const parsed = parseInput(itemSchema, fields);
      if (!parsed.ok) return err(invalidInput(parsed.error));
      const issues = await referenceIssues(tx, item.clientId, parsed.value, item);
      const { publishOn, publishTime, channelIds, ...rest } = parsed.value;
      const zone = await zoneOf(tx);
      const publishAt = instantOf(publishOn, publishTime, zone);
      const isMoved = !publishAt.equals(item.publishAt);
      if (isMoved && item.publishedAt) issues.push(issue(['publishOn'], 'already_published'));
      if (issues.length > 0) return err(invalidInput(issues));
      await replaceChannels(tx, itemId, channelIds);
      return ok({ ...rest, ...(isMoved && placedAt(item, publishAt)) });
    });
  }

  move(
    viewer: CurrentMember,
    { itemId, expectedVersion, publishOn, publishTime }: MoveContentItemInput,
  ): Promise<ItemResult> {
    return this.change(viewer, itemId, expectedVersion, 'move', 'item.moved', async (tx, item) => {
      const zone = await zoneOf(tx);
      const time = publishTime == null ? ok(timeOf(item.publishAt, zone)) : parsePlainTime(publishTime);
      if (!time.ok) return err(invalidInput([issue(['publishTime'], time.error.code)]));
      const outside = outsideCampaign(publishOn, item.campaign);
      if (outside) return err(invalidInput([outside]));
      return ok(placedAt(item, instantOf(publishOn, time.value, zone)));
    });
  }

  /** The plan of it, not the work on it: a copy has no tasks and is not published. */
  copy(viewer: CurrentMember, { itemId, publishOn }: CopyContentItemInput): Promise<ItemResult> {
    return this.unitOfWork.run(viewer, async (tx) => {
      const item = await itemOf(tx, viewer, itemId);
      if (!item) return err(notFound('ContentItem'));
      const zone = await zoneOf(tx);
      const day = publishOn ?? dateOf(item.publishAt, zone);
      const outside = outsideCampaign(day, item.campaign);
      if (outside) return err(invalidInput([outside]));
      const id = newId();
      const { title, idea, format, rubricId, campaignId, wantsClientApproval, channelIds, clientId } = item;
      const copy = {
        title,
        idea,
        format,
        rubricId,
        campaignId,
        wantsClientApproval,
        channelIds: [...channelIds],
        publishOn: day,
        publishTime: timeOf(item.publishAt, zone),
      };
      await insertItem(tx, viewer, id, clientId, copy, zone);
      tell(tx, viewer, 'item.created', { ...item, id });
      return ok(id);
    });
  }

  /** Stays in the database to be restored; nothing shows it. */
  delete(viewer: CurrentMember, { itemId, expectedVersion }: ContentItemVersionInput): Promise<ItemResult> {
    return this.change(viewer, itemId, expectedVersion, 'delete', 'item.deleted', ({ at }) =>
      Promise.resolve(ok({ deletedAt: toDbInstant(at) })),
    );
  }

  restore(viewer: CurrentMember, { itemId, expectedVersion }: ContentItemVersionInput): Promise<ItemResult> {
    return this.unitOfWork.run(viewer, async (tx) => {
      const item = await itemOf(tx, viewer, itemId, { isDeleted: true });
      if (!item) return err(notFound('ContentItem'));
      const stale = await write(tx, itemId, expectedVersion, { deletedAt: null }, { isDeleted: true });
      if (stale) return err(stale);
      tell(tx, viewer, 'item.restored', item);
      return ok(itemId);
    });
  }

  markPublished(
    viewer: CurrentMember,
    { itemId, expectedVersion, url, publishedAt }: MarkContentItemPublishedInput,
  ): Promise<ItemResult> {
    return this.change(viewer, itemId, expectedVersion, 'mark_published', 'item.published', ({ at }) => {
      const address = parseInput(publicationAddress, { url: url ?? '' });
      if (!address.ok) return err(invalidInput(address.error));
      const when = publishedAt ?? at;
      if (when.epochMilliseconds > at.epochMilliseconds)
        return err(invalidInput([issue(['publishedAt'], 'in_the_future')]));
      return ok({
        status: 'published' as const,
        publishedAt: toDbInstant(when),
        publishedUrl: address.value.url || null,
      });
    });
  }

  undoPublication(viewer: CurrentMember, { itemId, expectedVersion }: ContentItemVersionInput): Promise<ItemResult> {
    return this.change(viewer, itemId, expectedVersion, 'undo_publication', 'item.publication_undone', (_, item) =>
      ok({ publishedAt: null, publishedUrl: null, status: itemStatusOf({ publishedAt: null }, item.tasks) }),
    );
  }

  /** The way of every change of an existing publication: load, may they, does its state allow it, write under its version, tell. */
  private change(
    viewer: CurrentMember,
    itemId: Id,
    expectedVersion: number,
    action: ItemAction,
    event: string,
    decide: (tx: Tx, item: LoadedItem) => ItemChange | Promise<ItemChange>,
  ): Promise<ItemResult> {
    return this.unitOfWork.run(viewer, async (tx): Promise<ItemResult> => {
      const item = await itemOf(tx, viewer, itemId);
      if (!item) return err(notFound('ContentItem'));
      if (item.version !== expectedVersion) return err(staleVersion(item.version));
      const refusal = refusalOf(item, action, tx.at);
      if (refusal) return err(refusal);
      const data = await decide(tx, item);
      if (!data.ok) return data;
      const stale = await write(tx, itemId, expectedVersion, data.value);
      if (stale) return err(stale);
      tell(tx, viewer, event, item);
      return ok(itemId);
    });
  }
}

/** What is to be written, or why it must not be. */
type ItemChange = Result<Prisma.ContentItemUncheckedUpdateManyInput, CommandError>;

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
  version: true,
  channels: { select: { channelId: true } },
  client: { select: { squadId: true } },
  campaign: { select: { startsOn: true, endsOn: true } },
  // Of the tasks their state alone: whether work hangs on the item, and what status follows once it is not published.
  tasks: { select: { state: true } },
} satisfies Prisma.ContentItemSelect;

type LoadedItem = NonNullable<Awaited<ReturnType<typeof itemOf>>>;

/** The publication within the agency, if the viewer may change it; to anyone else it does not exist. */
async function itemOf({ db, agencyId }: Tx, viewer: CurrentMember, id: Id, { isDeleted = false } = {}) {
  if (!isId(id)) return null;
  const row = await db.contentItem.findFirst({
    where: { agencyId, id, deletedAt: isDeleted ? { not: null } : null },
    select: itemFields,
  });
  if (!row || !can(viewer, 'item.edit', row.client)) return null;
  return {
    ...row,
    id,
    squadId: row.client.squadId,
    publishAt: fromDbInstant(row.publishAt),
    publishedAt: row.publishedAt && fromDbInstant(row.publishedAt),
    channelIds: row.channels.map(({ channelId }) => channelId),
    campaign: row.campaign && { startsOn: fromDbDate(row.campaign.startsOn), endsOn: fromDbDate(row.campaign.endsOn) },
  };
}

function refusalOf(item: LoadedItem, action: ItemAction, at: Instant): Refusal<'IllegalTransition'> | null {
  const status = itemStatusAt(item, at);
  const hasWork = item.tasks.some(({ state }) => state !== 'cancelled' && state !== 'draft');
  if (itemActionsFor({ status, hasWork }).includes(action)) return null;
  return {
    kind: 'IllegalTransition',
    state: status,
    action,
    reason: action === 'delete' && hasWork ? 'has_work' : null,
  };
}

/** Writes under the version, so that of two people who change one thing the second is told. */
async function write(
  { db, agencyId }: Tx,
  id: Id,
  version: number,
  data: Prisma.ContentItemUncheckedUpdateManyInput,
  { isDeleted = false } = {},
): Promise<Refusal<'StaleVersion'> | null> {
  const { count } = await db.contentItem.updateMany({
    where: { agencyId, id, version, deletedAt: isDeleted ? { not: null } : null },
    data: { ...data, version: { increment: 1 } },
  });
  if (count > 0) return null;
  const current = await db.contentItem.findFirst({ where: { agencyId, id }, select: { version: true } });
  return staleVersion(current?.version ?? 0);
}

/** A missed publication that gets another day is what its tasks say it is. */
const placedAt = (item: LoadedItem, publishAt: Instant) => ({
  publishAt: toDbInstant(publishAt),
  status: itemStatusOf(item, item.tasks),
});

export async function insertItem(
  { db, agencyId, at }: Tx,
  viewer: CurrentMember,
  id: Id,
  clientId: Id,
  { publishOn, publishTime, channelIds, ...fields }: ItemInput,
  zone: TimeZone,
): Promise<void> {
  await db.contentItem.create({
    data: {
      ...fields,
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
  await db.itemChannel.deleteMany({ where: { agencyId, itemId } });
  await db.itemChannel.createMany({ data: unique(channelIds).map((channelId) => ({ agencyId, itemId, channelId })) });
}

const unique = (ids: readonly Id[]): Id[] => [...new Set(ids)];

/** What the publication refers to has to be the client's own, and the day has to lie in the campaign. */
async function referenceIssues(
  { db, agencyId }: Tx,
  clientId: Id,
  { channelIds, rubricId, campaignId, publishOn }: ItemInput,
  before?: Pick<LoadedItem, 'channelIds' | 'campaignId'>,
): Promise<InputIssue[]> {
  const issues: InputIssue[] = [];
  const own = { agencyId, clientId };
  const channels = await db.channel.findMany({
    where: { ...own, id: { in: channelIds } },
    select: { id: true, archivedAt: true },
  });
  const usable = new Set(
    channels.filter(({ id, archivedAt }) => archivedAt === null || before?.channelIds.includes(id)).map(({ id }) => id),
  );
  channelIds.forEach((id, index) => {
    if (!usable.has(id)) issues.push(issue(['channelIds', index], 'unknown_channel'));
  });
  if (rubricId !== null && (await db.rubric.count({ where: { ...own, id: rubricId } })) === 0) {
    issues.push(issue(['rubricId'], 'unknown_rubric'));
  }
  if (campaignId === null) return issues;
  const campaign = await db.campaign.findFirst({
    where: { ...own, id: campaignId },
    select: { startsOn: true, endsOn: true, state: true },
  });
  if (!campaign) return [...issues, issue(['campaignId'], 'unknown_campaign')];
  if (campaign.state === 'closed' && before?.campaignId !== campaignId)
    issues.push(issue(['campaignId'], 'campaign_closed'));
  const outside = outsideCampaign(publishOn, {
    startsOn: fromDbDate(campaign.startsOn),
    endsOn: fromDbDate(campaign.endsOn),
  });
  return outside ? [...issues, outside] : issues;
}

function outsideCampaign(
  publishOn: PlainDate,
  campaign: { startsOn: PlainDate; endsOn: PlainDate } | null,
): InputIssue | null {
  if (campaign === null || !isOutsideCampaign(publishOn, campaign)) return null;
  return issue(['publishOn'], 'outside_campaign', {
    from: campaign.startsOn.toString(),
    to: campaign.endsOn.toString(),
  });
}

async function clientOf({ db, agencyId }: Tx, id: Id): Promise<{ squadId: Id } | null> {
  return isId(id) ? db.client.findFirst({ where: { agencyId, id }, select: { squadId: true } }) : null;
}

async function ideaOf({ db, agencyId }: Tx, id: Id, clientId: Id): Promise<{ id: Id } | null> {
  if (!isId(id)) return null;
  return db.idea.findFirst({ where: { agencyId, id, OR: [{ clientId }, { clientId: null }] }, select: { id: true } });
}

async function zoneOf({ db, agencyId }: Tx): Promise<TimeZone> {
  const { timeZone } = await db.agency.findUniqueOrThrow({ where: { id: agencyId }, select: { timeZone: true } });
  return timeZone;
}

const timeOf = (at: Instant, zone: TimeZone): PlainTime => at.toZonedDateTimeISO(zone).toPlainTime();

interface ToldItem {
  readonly id: Id;
  readonly clientId: Id;
  readonly squadId: Id;
  readonly campaignId: Id | null;
  readonly title: string;
}

function tell(
  tx: Tx,
  viewer: CurrentMember,
  type: string,
  { id, clientId, squadId, campaignId, title }: ToldItem,
): void {
  tx.emit({
    type,
    entity: { type: 'ContentItem', id },
    actor: actorOf(viewer),
    audience: { clientId, squadId },
    related: { clientId, campaignId, itemId: id },
    details: { title },
  });
}
