import type { ItemPatch } from '../bulk/item-changes.documents';
import type { PlanItem } from '../plan/plan-item';
import type { Plan } from '../plan/plan-page.documents';
import type { RangeCell } from './cell-range';

/** Columns whose cells are edited in place; day and time have a way of their own, which moves. */
export const editable = ['title', 'channels', 'rubric', 'format', 'campaign'] as const;
export type EditableField = (typeof editable)[number];

export const isEditable = (place: RangeCell): place is CellPlace => editable.some((field) => field === place.field);

export interface CellPlace {
  readonly id: string;
  readonly field: EditableField;
}

/** What was written into a cell and is on its way, or was refused. */
export interface Draft {
  readonly set: ItemPatch;
  /** The version that the server has given to it; absent while it has not answered. */
  readonly version?: number;
  /** Why it was refused: the cell keeps what was written. */
  readonly problem?: string;
}

export type Drafts = ReadonlyMap<string, ReadonlyMap<EditableField, Draft>>;

export const withDraft = (drafts: Drafts, { id, field }: CellPlace, draft: Draft | null): Drafts => {
  const next = new Map(drafts);
  const ofItem = new Map(next.get(id));
  if (draft) ofItem.set(field, draft);
  else ofItem.delete(field);
  if (ofItem.size > 0) next.set(id, ofItem);
  else next.delete(id);
  return next;
};

/** Without what was refused. */
export const accepted = (drafts: Drafts): Drafts =>
  new Map(
    [...drafts].map(([id, ofItem]) => [id, new Map([...ofItem].filter(([, { problem }]) => problem === undefined))]),
  );

/** As the person has written it, until the page has heard of it from the server. */
export function drafted(item: PlanItem, drafts: Drafts, plan: Plan): PlanItem {
  const own = drafts.get(item.id);
  if (!own) return item;
  return [...own.values()]
    .filter(({ version }) => version === undefined || item.version < version)
    .reduce((shown, { set }) => withPatch(shown, set, plan), item);
}

function withPatch(item: PlanItem, set: ItemPatch, plan: Plan): PlanItem {
  return {
    ...item,
    title: set.title ?? item.title,
    format: set.format ?? item.format,
    ...(set.rubricId !== undefined && { rubric: plan.rubrics.find(({ id }) => id === set.rubricId) ?? null }),
    ...(set.campaignId !== undefined && { campaign: plan.campaigns.find(({ id }) => id === set.campaignId) ?? null }),
    ...(set.channelIds && {
      channels: [...item.channels, ...plan.channels]
        .filter(({ id }, index, all) => all.findIndex((one) => one.id === id) === index)
        .filter(({ id }) => set.channelIds?.includes(id)),
    }),
  };
}

/** Whether it is what the cell holds anyway. */
export function isUnchanged(item: PlanItem, set: ItemPatch): boolean {
  const ids = item.channels.map(({ id }) => id).toSorted();
  return (
    (set.title === undefined || set.title === item.title) &&
    (set.format === undefined || set.format === item.format) &&
    (set.rubricId === undefined || set.rubricId === (item.rubric?.id ?? null)) &&
    (set.campaignId === undefined || set.campaignId === (item.campaign?.id ?? null)) &&
    (!set.channelIds || set.channelIds.toSorted().join() === ids.join())
  );
}
