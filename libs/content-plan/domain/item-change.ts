import {
  dayInput,
  err,
  isId,
  issue,
  ok,
  requiredLine,
  under,
  type Id,
  type InputIssue,
  type PlainDate,
  type PlainTime,
  type Result,
} from '@planerka/platform/domain';
import { z } from 'zod';
import { id, isOutsideCampaign, itemFormats, time, type CampaignPeriod, type ItemFormat } from './item';
import { itemActionsFor, type ItemActionFacts } from './item-actions';
import { channelsInUse, type PublicationLink } from './publication';
import {
  isPersonField,
  personFields,
  personIssues,
  workProblem,
  type ItemPeople,
  type Worker,
  type WorkOfItem,
} from './item-people';

/** What can be changed in many publications at once. */
export interface ItemFields extends ItemPeople {
  readonly title: string;
  readonly format: ItemFormat;
  readonly publishOn: PlainDate;
  readonly publishTime: PlainTime;
  readonly channelIds: readonly Id[];
  readonly rubricId: Id | null;
  readonly campaignId: Id | null;
  readonly wantsClientApproval: boolean;
  readonly isDeleted: boolean;
}
export type ItemField = keyof ItemFields;
export type ItemPatch = { readonly [Field in ItemField]?: ItemFields[Field] | undefined };

const patchSchema = z.strictObject({
  title: requiredLine('title').optional(),
  format: z.enum(itemFormats).optional(),
  publishOn: dayInput().optional(),
  publishTime: time().optional(),
  channelIds: z.array(id()).max(20).optional(),
  rubricId: id().nullable().optional(),
  campaignId: id().nullable().optional(),
  wantsClientApproval: z.boolean().optional(),
  copywriterId: id().nullable().optional(),
  designerId: id().nullable().optional(),
  targetologistId: id().nullable().optional(),
  isDeleted: z.boolean().optional(),
});

/** As many as a month of all clients has at its busiest. */
export const maxItemChanges = 500;

export const itemChangesSchema = z.strictObject({
  changes: z
    .array(
      z.strictObject({
        itemId: z.string().refine(isId, { params: { code: 'not_an_id' } }),
        expectedVersion: z.int().min(1).nullish(),
        set: patchSchema,
        ifStill: patchSchema.nullish(),
      }),
    )
    .min(1)
    .max(maxItemChanges),
});
export type WishedChange = z.output<typeof itemChangesSchema>['changes'][number];

/** A publication as it stands, and what its work allows. */
export interface ChangingItem extends ItemFields, ItemActionFacts {
  readonly version: number;
  readonly isPublished: boolean;
  readonly links: readonly PublicationLink[];
  /** What is done for it. */
  readonly work: readonly WorkOfItem[];
}

/** What a client's publications may refer to. */
export interface PlanReferences {
  readonly channels: ReadonlyMap<Id, { readonly isArchived: boolean }>;
  readonly rubricIds: ReadonlySet<Id>;
  readonly campaigns: ReadonlyMap<Id, CampaignPeriod & { readonly isClosed: boolean }>;
  /** Of the agency, whoever works in it now. */
  readonly people: ReadonlyMap<Id, Worker>;
}

interface Wish {
  readonly expectedVersion?: number | null | undefined;
  readonly set: ItemPatch;
  readonly ifStill?: ItemPatch | null | undefined;
}

export interface DecidedChange {
  /** What differs from how it stands; of nothing, nothing is written. */
  readonly patch: ItemPatch;
  /** What was to be taken back, but somebody else has set meanwhile: it stays theirs. */
  readonly kept: readonly ItemField[];
}

/**
 * Whether one publication can be changed so, and what remains to be done. With a version it is the one that the person
 * saw. With `ifStill` an earlier change is taken back: each field only where it still holds what that change gave it.
 */
export function changeOf(
  item: ChangingItem,
  { expectedVersion, set, ifStill }: Wish,
  references: PlanReferences,
): Result<DecidedChange, readonly InputIssue[]> {
  if (ifStill == null && item.version !== expectedVersion) return err([issue([], changedMeanwhile)]);
  const wished = fieldsOf(set);
  const kept =
    ifStill == null
      ? []
      : wished.filter((field) => !isSame(field, item[field], ifStill[field]) || isBegun(item, field));
  const isDeletedAfter = kept.includes('isDeleted') ? item.isDeleted : (set.isDeleted ?? item.isDeleted);
  if (item.isDeleted && isDeletedAfter)
    return ifStill == null ? err([issue([], 'deleted_meanwhile')]) : ok({ patch: {}, kept: wished });
  const patch: ItemPatch = Object.fromEntries(
    wished
      .filter((field) => !kept.includes(field) && !isSame(field, item[field], set[field]))
      .map((field) => [field, set[field]]),
  );
  const issues = [
    ...allowanceIssues(item, patch),
    ...referenceIssues(item, patch, references),
    ...peopleIssues(item, patch, references),
  ];
  return issues.length > 0 ? err(issues) : ok({ patch, kept });
}

/** Ids of nothing that any of these clients has: those are wrong in the wish itself, whichever publication it is for. */
export function strangers(
  changes: readonly Pick<WishedChange, 'set' | 'ifStill'>[],
  ofClients: readonly PlanReferences[],
): readonly InputIssue[] {
  const isKnown = (found: (references: PlanReferences) => boolean) => ofClients.some(found);
  const inPatch = ({ rubricId, campaignId, channelIds = [], ...patch }: ItemPatch): InputIssue[] => [
    ...personFields.flatMap((field) => {
      const memberId = patch[field];
      return memberId == null || isKnown(({ people }) => people.has(memberId))
        ? []
        : [issue([field], 'unknown_person')];
    }),
    ...(rubricId != null && !isKnown(({ rubricIds }) => rubricIds.has(rubricId))
      ? [issue(['rubricId'], 'unknown_rubric')]
      : []),
    ...(campaignId != null && !isKnown(({ campaigns }) => campaigns.has(campaignId))
      ? [issue(['campaignId'], 'unknown_campaign')]
      : []),
    ...channelIds.flatMap((channelId, index) =>
      isKnown(({ channels }) => channels.has(channelId)) ? [] : [issue(['channelIds', index], 'unknown_channel')],
    ),
  ];
  return changes.flatMap(({ set, ifStill }, index) => [
    ...under(['changes', index, 'set'], inPatch(set)),
    ...under(['changes', index, 'ifStill'], inPatch(ifStill ?? {})),
  ]);
}

/** Of whoever has to look again before changing it. */
export const changedMeanwhile = 'changed_meanwhile';

const fieldsOf = (patch: ItemPatch): ItemField[] =>
  (Object.keys(patch) as ItemField[]).filter((field) => patch[field] !== undefined);

/** Work that has gone on since stays with whoever does it. */
const isBegun = ({ work }: ChangingItem, field: ItemField): boolean =>
  isPersonField(field) && workProblem(field, work) !== null;

type Value = ItemFields[ItemField] | undefined;

function isSame(field: ItemField, one: Value, other: Value): boolean {
  return other !== undefined && print(field, one) === print(field, other);
}

/** Channels have no order of their own. */
const print = (field: ItemField, value: Value): string =>
  JSON.stringify(field === 'channelIds' ? [...new Set(value as readonly Id[])].toSorted() : value);

function allowanceIssues(item: ChangingItem, patch: ItemPatch): InputIssue[] {
  const issues: InputIssue[] = [];
  if (patch.isDeleted === true && !itemActionsFor(item).includes('delete'))
    issues.push(issue(['isDeleted'], item.isPublished ? 'published_stays' : 'has_work'));
  if (item.isPublished && (patch.publishOn ?? patch.publishTime) !== undefined)
    issues.push(issue(['publishOn'], 'already_published'));
  if (patch.channelIds && channelsInUse(item, patch.channelIds).length > 0)
    issues.push(issue(['channelIds'], 'channel_in_use'));
  return issues;
}

const peopleIssues = ({ work }: ChangingItem, patch: ItemPatch, { people }: PlanReferences): readonly InputIssue[] =>
  personFields.flatMap((field) => {
    const memberId = patch[field];
    return memberId === undefined ? [] : personIssues(field, memberId, work, people);
  });

function referenceIssues(item: ChangingItem, patch: ItemPatch, references: PlanReferences): InputIssue[] {
  const issues: InputIssue[] = [];
  const { channelIds = [], rubricId, campaignId } = patch;
  const usable = (channelId: Id) => {
    const channel = references.channels.get(channelId);
    return channel !== undefined && (!channel.isArchived || item.channelIds.includes(channelId));
  };
  channelIds.forEach((channelId, index) => {
    if (!usable(channelId)) issues.push(issue(['channelIds', index], 'unknown_channel'));
  });
  if (rubricId != null && !references.rubricIds.has(rubricId)) issues.push(issue(['rubricId'], 'unknown_rubric'));
  const campaignAfter = campaignId === undefined ? item.campaignId : campaignId;
  if (campaignAfter === null) return issues;
  const campaign = references.campaigns.get(campaignAfter);
  if (!campaign) return [...issues, issue(['campaignId'], 'unknown_campaign')];
  if (campaignId != null && campaign.isClosed) issues.push(issue(['campaignId'], 'campaign_closed'));
  const isPlaced = campaignId !== undefined || patch.publishOn !== undefined;
  if (isPlaced && isOutsideCampaign(patch.publishOn ?? item.publishOn, campaign)) {
    issues.push(
      issue(['publishOn'], 'outside_campaign', {
        from: campaign.startsOn.toString(),
        to: campaign.endsOn.toString(),
      }),
    );
  }
  return issues;
}
