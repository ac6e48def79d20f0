import { Injectable } from '@nestjs/common';
import { can } from '@planerka/agency/domain';
import type { CurrentMember } from '@planerka/agency/server';
import {
  changedMeanwhile,
  changeOf,
  itemChangesSchema,
  isPersonField,
  itemStatusAt,
  peopleOf,
  personFields,
  strangers,
  workMoves,
  type ChangingItem,
  type DecidedChange,
  type ItemPatch,
  type WorkOfItem,
} from '@planerka/content-plan/domain';
import {
  changesBetween,
  dateOf,
  err,
  instantOf,
  issue,
  ok,
  parseInput,
  type Id,
  type InputIssue,
  type Result,
  type TimeZone,
} from '@planerka/platform/domain';
import {
  invalidInput,
  notFound,
  toDbInstant,
  UnitOfWork,
  type CommandError,
  type DomainEvent,
  type Prisma,
  type Tx,
} from '@planerka/platform/server';
import { sql } from 'kysely';
import { ItemWork } from '../production/item-work';
import { ideasFollow } from '../idea/idea-items';
import type { ChangeContentItemsInput } from './content-item-changes.inputs';
import type { ChangeContentItemsSuccess } from './content-item-changes.results';
import { eventOfItem } from './item-events';
import { planReferences } from './item-references';
import { placedAt } from './item-writes';
import { hasWork, itemsOf, timeOf, zoneOf, type LoadedItem } from './loaded-item';

interface RefusedItem {
  readonly itemId: Id;
  readonly title: string;
  readonly issues: readonly InputIssue[];
}

type ChangesError =
  | Exclude<CommandError, { kind: 'IllegalTransition' }>
  | { readonly kind: 'ContentItemsRefused'; readonly items: readonly RefusedItem[] };

interface ItemWrite {
  readonly item: LoadedItem;
  readonly patch: ItemPatch;
  readonly data: Prisma.ContentItemUncheckedUpdateManyInput;
}

/** Many publications in one step: all of them or none, each under the version that was seen. */
@Injectable()
export class ContentItemChangesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly work: ItemWork,
  ) {}

  change(
    viewer: CurrentMember,
    input: ChangeContentItemsInput,
  ): Promise<Result<ChangeContentItemsSuccess, ChangesError>> {
    return this.unitOfWork.run(viewer, async (tx): Promise<Result<ChangeContentItemsSuccess, ChangesError>> => {
      const parsed = parseInput(itemChangesSchema, input);
      if (!parsed.ok) return err(invalidInput(parsed.error));
      const { changes } = parsed.value;
      const ids = changes.map(({ itemId }) => itemId);
      const twice = ids.findIndex((id, index) => ids.indexOf(id) !== index);
      if (twice >= 0) return err(invalidInput([issue(['changes', twice, 'itemId'], 'named_twice')]));
      const blind = changes.findIndex(({ expectedVersion, ifStill }) => expectedVersion == null && ifStill == null);
      if (blind >= 0) return err(invalidInput([issue(['changes', blind, 'expectedVersion'], 'required')]));

      const items = await itemsOf(tx, ids);
      if (items.size < ids.length || [...items.values()].some((item) => !can(viewer, 'item.edit', item)))
        return err(notFound('ContentItem'));
      const clientIds = [...new Set([...items.values()].map(({ clientId }) => clientId))];
      const withPeople = changes.some(({ set, ifStill }) => namesPeople(set) || namesPeople(ifStill ?? {}));
      const referencesOf = await planReferences(tx, clientIds, { withPeople });
      const unknown = strangers(changes, clientIds.map(referencesOf));
      if (unknown.length > 0) return err(invalidInput(unknown));
      const zone = await zoneOf(tx);

      const refused: RefusedItem[] = [];
      const decided: (DecidedChange & { readonly item: LoadedItem })[] = [];
      for (const { itemId, ...wish } of changes) {
        const item = items.get(itemId);
        if (!item) continue;
        const decision = changeOf(changing(tx, item, zone), wish, referencesOf(item.clientId));
        if (decision.ok) decided.push({ item, ...decision.value });
        else refused.push({ itemId, title: item.title, issues: decision.error });
      }
      if (refused.length > 0) return err({ kind: 'ContentItemsRefused', items: refused });

      const writes = decided
        .map(({ item, patch }) => ({ item, patch: withoutPeople(patch) }))
        .filter(({ patch }) => Object.keys(patch).length > 0)
        .map(({ item, patch }) => ({ item, patch, data: rowOf(tx, item, patch, zone) }));
      const overtaken = [...(await writeAll(tx, writes)), ...(await this.assign(tx, viewer, decided))];
      if (overtaken.length > 0) {
        const issues = [issue([], changedMeanwhile)];
        const named = overtaken.map(({ id: itemId, title }) => ({ itemId, title, issues }));
        return err({ kind: 'ContentItemsRefused', items: named });
      }
      for (const isDeleted of [true, false]) {
        const ofThem = writes.filter(({ patch }) => patch.isDeleted === isDeleted);
        await ideasFollow(
          tx,
          ofThem.map(({ item }) => item.id),
          { isDeleted },
        );
      }
      tx.emitTogether(writes.map((write) => eventOf(viewer, write)));
      return ok({
        changed: decided
          .filter(({ patch }) => Object.keys(patch).length > 0)
          .map(({ item: { id: itemId, version }, patch }) => {
            // Who does the work is said of the work, and not of the publication.
            const isWritten = Object.keys(withoutPeople(patch)).length > 0;
            return { itemId, version: isWritten ? version + 1 : version };
          }),
        kept: decided
          .filter(({ kept }) => kept.length > 0)
          .map(({ item: { id: itemId, title }, kept: fields }) => ({ itemId, title, fields })),
      });
    });
  }

  /** Those whose work somebody else has got meanwhile. */
  private async assign(
    tx: Tx,
    viewer: CurrentMember,
    decided: readonly { readonly item: LoadedItem; readonly patch: ItemPatch }[],
  ): Promise<readonly LoadedItem[]> {
    const moves = decided.flatMap(({ item, patch }) => workMoves({ work: workOf(item) }, patch));
    if (moves.length === 0) return [];
    const left = new Set(await this.work.assign(tx, viewer, moves));
    return decided.map(({ item }) => item).filter(({ tasks }) => tasks.some(({ id }) => left.has(id)));
  }
}

const withoutPeople = (patch: ItemPatch): ItemPatch =>
  Object.fromEntries(Object.entries(patch).filter(([field]) => !isPersonField(field)));

const namesPeople = (patch: ItemPatch): boolean => personFields.some((field) => patch[field] !== undefined);

const workOf = ({ tasks }: LoadedItem): readonly WorkOfItem[] =>
  tasks.map(({ acceptedAt, ...task }) => ({ ...task, isAccepted: acceptedAt !== null }));

const changing = ({ at }: Tx, item: LoadedItem, zone: TimeZone): ChangingItem => ({
  ...item,
  ...peopleOf(workOf(item)),
  work: workOf(item),
  publishOn: dateOf(item.publishAt, zone),
  publishTime: timeOf(item.publishAt, zone),
  isDeleted: item.deletedAt !== null,
  isPublished: item.publishedAt !== null,
  status: itemStatusAt(item, at),
  hasWork: hasWork(item),
});

function rowOf(
  { at }: Tx,
  item: LoadedItem,
  { publishOn, publishTime, channelIds: _channels, isDeleted, ...patch }: ItemPatch,
  zone: TimeZone,
): Prisma.ContentItemUncheckedUpdateManyInput {
  const isMoved = publishOn !== undefined || publishTime !== undefined;
  const publishAt = instantOf(
    publishOn ?? dateOf(item.publishAt, zone),
    publishTime ?? timeOf(item.publishAt, zone),
    zone,
  );
  const { copywriterId: _writer, designerId: _designer, targetologistId: _targetologist, ...fields } = patch;
  return {
    ...present(fields),
    ...(isMoved && placedAt(item, publishAt)),
    ...(isDeleted !== undefined && { deletedAt: isDeleted ? toDbInstant(at) : null }),
  };
}

/** Those that somebody has changed between our look and our writing; then nothing of the whole is kept. */
async function writeAll(tx: Tx, writes: readonly ItemWrite[]): Promise<readonly LoadedItem[]> {
  if (writes.length === 0) return [];
  const { db, agencyId } = tx;
  const written = new Set((await tx.query(updateOf(tx, writes))).map(({ id }) => id));
  if (written.size < writes.length) return writes.map(({ item }) => item).filter(({ id }) => !written.has(id));
  const rechannelled = writes.flatMap(({ item, patch: { channelIds } }) =>
    channelIds ? { itemId: item.id, channelIds: [...new Set(channelIds)], links: item.links } : [],
  );
  if (rechannelled.length > 0) {
    await db.itemChannel.deleteMany({ where: { agencyId, itemId: { in: rechannelled.map(({ itemId }) => itemId) } } });
    await db.itemChannel.createMany({
      data: rechannelled.flatMap(({ itemId, channelIds, links }) =>
        channelIds.map((channelId) => ({
          agencyId,
          itemId,
          channelId,
          url: links.find((link) => link.channelId === channelId)?.url ?? null,
        })),
      ),
    });
  }
  return [];
}

/** Each as it is to stand, in one statement however different they are; what is not to change stays as it was seen. */
function updateOf({ agencyId, at }: Tx, writes: readonly ItemWrite[]) {
  const rows = writes.map(({ item, data }) => ({
    id: item.id,
    version: item.version,
    title: item.title,
    format: item.format,
    rubricId: item.rubricId,
    campaignId: item.campaignId,
    wantsClientApproval: item.wantsClientApproval,
    publishAt: toDbInstant(item.publishAt),
    deletedAt: item.deletedAt,
    // Of what moved alone: the version guards what people set, and not what follows from work.
    status: null,
    ...data,
  }));
  return sql<{ readonly id: Id }>`
    UPDATE content_item i SET title = w.title, format = w.format::"ItemFormat", rubric_id = w."rubricId", campaign_id = w."campaignId",
      wants_client_approval = w."wantsClientApproval", publish_at = w."publishAt", deleted_at = w."deletedAt",
      status = coalesce(w.status::"ItemStatus", i.status), version = i.version + 1, updated_at = ${toDbInstant(at)}
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS w (id uuid, version int, title text, format text, "rubricId" uuid,
      "campaignId" uuid, "wantsClientApproval" boolean, "publishAt" timestamptz, "deletedAt" timestamptz, status text)
    WHERE i.agency_id = ${agencyId}::uuid AND i.id = w.id AND i.version = w.version
    RETURNING i.id`;
}

function eventOf(viewer: CurrentMember, { item, patch, data }: ItemWrite): DomainEvent {
  const { isDeleted, channelIds, ...fields } = patch;
  const isOnlyMoved = Object.keys(fields).every((field) => field === 'publishOn' || field === 'publishTime');
  const type =
    isDeleted === undefined
      ? isOnlyMoved && !channelIds
        ? 'item.moved'
        : 'item.updated'
      : isDeleted
        ? 'item.deleted'
        : 'item.restored';
  const channels = channelIds && { channelIds: channelIds.toSorted() };
  const before = { ...item, channelIds: item.channelIds.toSorted() };
  return eventOfItem(viewer, type, item, changesBetween(before, { ...data, ...channels }));
}

/** Without what is not to be written. */
const present = <T extends object>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Field in keyof T]?: Exclude<T[Field], undefined>;
  };
