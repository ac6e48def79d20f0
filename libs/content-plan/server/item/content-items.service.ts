import { Injectable } from '@nestjs/common';
import { can } from '@planerka/agency/domain';
import type { CurrentMember } from '@planerka/agency/server';
import {
  channelsInUse,
  itemSchema,
  itemStatusOf,
  linksAfter,
  placeLinks,
  publicationLinks,
  type ItemAction,
  type PublicationLink,
} from '@planerka/content-plan/domain';
import {
  changesBetween,
  changesOfNew,
  dateOf,
  err,
  instantOf,
  issue,
  newId,
  ok,
  parseInput,
  parsePlainTime,
  type Id,
  type InputIssue,
  type Result,
} from '@planerka/platform/domain';
import {
  invalidInput,
  notFound,
  staleVersion,
  toDbInstant,
  UnitOfWork,
  type CommandError,
  type Prisma,
  type Tx,
} from '@planerka/platform/server';
import { ideasFollow } from '../idea/idea-items';
import type {
  ContentItemVersionInput,
  CopyContentItemInput,
  CreateContentItemInput,
  MarkContentItemPublishedInput,
  MoveContentItemInput,
  SetContentItemLinksInput,
  UpdateContentItemInput,
} from './content-item.inputs';
import { tellOfItem } from './item-events';
import { outsideCampaign, referenceIssues } from './item-references';
import { insertItem, looseUrl, placedAt, replaceChannels, replaceLinks, writeItem } from './item-writes';
import { clientOf, ideaOf, itemOf, refusalOf, timeOf, zoneOf, type LoadedItem } from './loaded-item';

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
      const { campaignId, title } = parsed.value;
      const told = { id, clientId, squadId: client.squadId, campaignId, title };
      tellOfItem(tx, viewer, 'item.created', told, changesOfNew(parsed.value));
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
      if (channelsInUse(item, channelIds).length > 0) issues.push(issue(['channelIds'], 'channel_in_use'));
      if (issues.length > 0) return err(invalidInput(issues));
      return ok({ ...rest, channelIds, ...(isMoved && placedAt(item, publishAt)) });
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
      tellOfItem(tx, viewer, 'item.created', { ...item, id }, changesOfNew(copy));
      return ok(id);
    });
  }

  /** Stays in the database to be restored; nothing shows it. */
  delete(viewer: CurrentMember, { itemId, expectedVersion }: ContentItemVersionInput): Promise<ItemResult> {
    return this.change(viewer, itemId, expectedVersion, 'delete', 'item.deleted', async (tx) => {
      await ideasFollow(tx, [itemId], { isDeleted: true });
      return ok({ deletedAt: toDbInstant(tx.at) });
    });
  }

  restore(viewer: CurrentMember, { itemId, expectedVersion }: ContentItemVersionInput): Promise<ItemResult> {
    return this.unitOfWork.run(viewer, async (tx) => {
      const item = await itemOf(tx, viewer, itemId, { isDeleted: true });
      if (!item) return err(notFound('ContentItem'));
      const stale = await writeItem(tx, itemId, expectedVersion, { deletedAt: null }, { isDeleted: true });
      if (stale) return err(stale);
      await ideasFollow(tx, [itemId], { isDeleted: false });
      tellOfItem(tx, viewer, 'item.restored', item, changesBetween(item, { deletedAt: null }));
      return ok(itemId);
    });
  }

  markPublished(
    viewer: CurrentMember,
    { itemId, expectedVersion, url, links, publishedAt }: MarkContentItemPublishedInput,
  ): Promise<ItemResult> {
    return this.change(viewer, itemId, expectedVersion, 'mark_published', 'item.published', ({ at }, item) => {
      const linked = linksOnce(item, url ? atItsChannel(item, url) : links);
      if (!linked.ok) return err(invalidInput(linked.error));
      const when = publishedAt ?? at;
      if (when.epochMilliseconds > at.epochMilliseconds)
        return err(invalidInput([issue(['publishedAt'], 'in_the_future')]));
      return ok({
        status: 'published' as const,
        publishedAt: toDbInstant(when),
        links: linked.value,
      });
    });
  }

  undoPublication(viewer: CurrentMember, { itemId, expectedVersion }: ContentItemVersionInput): Promise<ItemResult> {
    return this.change(viewer, itemId, expectedVersion, 'undo_publication', 'item.publication_undone', (_, item) =>
      ok({ publishedAt: null, links: [], status: itemStatusOf({ publishedAt: null }, item.tasks) }),
    );
  }

  /** What was not there yet when it was marked: some channels go out later. */
  setLinks(viewer: CurrentMember, { itemId, expectedVersion, links }: SetContentItemLinksInput): Promise<ItemResult> {
    return this.change(viewer, itemId, expectedVersion, 'set_links', 'item.linked', (_, item) => {
      const linked = linksOnce(item, links);
      return linked.ok ? ok({ links: linked.value }) : err(invalidInput(linked.error));
    });
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
      const decided = await decide(tx, item);
      if (!decided.ok) return decided;
      const { channelIds, links, ...data } = decided.value;
      const stale = await writeItem(tx, itemId, expectedVersion, {
        ...data,
        ...(links && { publishedUrl: looseUrl(links) }),
      });
      if (stale) return err(stale);
      if (channelIds) await replaceChannels(tx, itemId, channelIds);
      if (links) await replaceLinks(tx, item, links);
      tellOfItem(tx, viewer, event, item, changesBetween(told(item), told(decided.value)));
      return ok(itemId);
    });
  }
}

/** What is to be written, with the channels that it goes out in, or why it must not be. */
type ItemChange = Result<
  Prisma.ContentItemUncheckedUpdateManyInput & {
    readonly channelIds?: readonly Id[];
    readonly links?: readonly PublicationLink[];
  },
  CommandError
>;

/** Channels have no order of their own, nor have links: the same ones are no change. */
const told = <T extends { readonly channelIds?: readonly Id[]; readonly links?: readonly PublicationLink[] }>(
  item: T,
) => ({
  ...item,
  channelIds: item.channelIds?.toSorted(),
  links: item.links?.map(({ url }) => url).toSorted(),
});

function linksOnce(item: LoadedItem, wished: unknown): Result<readonly PublicationLink[], readonly InputIssue[]> {
  const parsed = parseInput(publicationLinks, { links: wished });
  return parsed.ok ? linksAfter(item, parsed.value.links) : parsed;
}

/** One address for all its channels, as it was given before each had its own. */
const atItsChannel = ({ networkOf, links }: LoadedItem, url: string): readonly PublicationLink[] =>
  placeLinks(
    [{ channelId: null, url }],
    [...networkOf].map(([id, network]) => ({ id, network })),
    links,
  );
