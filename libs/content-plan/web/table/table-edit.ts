import type { ItemPatch } from '../bulk/item-changes.documents';
import { executorOf, personColumnNames, personColumnOf, personColumns, type PlanItem } from '../plan/plan-item';
import type { Plan } from '../plan/plan-page.documents';
import type { RangeCell } from './cell-range';

/** Columns whose cells are edited in place; day and time have a way of their own, which moves. */
export const editable = ['title', 'channels', 'rubric', 'format', 'campaign', ...personColumnNames] as const;
export type EditableField = (typeof editable)[number];

export const isEditable = (place: RangeCell): place is CellPlace => editable.some((field) => field === place.field);

export interface CellPlace {
  readonly id: string;
  readonly field: EditableField;
}

/** The cell that is open, and what was typed to open it. */
export interface OpenCell extends CellPlace {
  readonly typed: string;
}

/** What was written into a cell and is on its way, or was refused. */
export interface Draft {
  readonly set: ItemPatch;
  /** The version that the server has given to it; absent while it has not answered. */
  readonly version?: number;
  /** Of a cell that says who does the work: that is no part of the publication, and has no version of it. */
  readonly person?: { readonly name: string | null; readonly before: string | null };
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
  return [...own]
    .filter(([field, draft]) => isAhead(item, field, draft))
    .reduce((shown, [, draft]) => withPatch(shown, draft, plan), item);
}

function isAhead(item: PlanItem, field: EditableField, { version, person, problem }: Draft): boolean {
  const column = personColumnOf(field);
  if (column && person && problem === undefined) return executorOf(item, column) === person.before;
  return version === undefined || item.version < version;
}

/** Without what the page has heard of meanwhile, so that it is not shown again when somebody sets it back. */
export function unheard(drafts: Drafts, items: readonly PlanItem[]): Drafts {
  const heard = items.flatMap((item) =>
    [...(drafts.get(item.id) ?? [])].flatMap(([field, draft]) =>
      draft.person && !isAhead(item, field, draft) ? { id: item.id, field } : [],
    ),
  );
  return heard.reduce<Drafts>((left, place) => withDraft(left, place, null), drafts);
}

function withPatch(item: PlanItem, { set, person }: Draft, plan: Plan): PlanItem {
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
    ...(person && { tasks: item.tasks.map((task) => withExecutor(task, set, person.name)) }),
  };
}

type Work = PlanItem['tasks'][number];

function withExecutor(task: Work, set: ItemPatch, assigneeName: string | null): Work {
  const column = personColumnNames.find((name) => set[name] !== undefined && personColumns[name] === task.discipline);
  if (!column || task.state === 'CANCELLED') return task;
  const assigneeId = set[column] ?? null;
  return { ...task, assigneeId, assigneeName: assigneeId && assigneeName };
}

/** What empties a cell, where it may be empty. */
export function emptied(field: EditableField): ItemPatch | null {
  if (field === 'rubric') return { rubricId: null };
  if (field === 'campaign') return { campaignId: null };
  if (field === 'channels') return { channelIds: [] };
  return personColumnOf(field) ? { [field]: null } : null;
}

/** Whether it is what the cell holds anyway. */
export function isUnchanged(item: PlanItem, set: ItemPatch): boolean {
  const ids = item.channels.map(({ id }) => id).toSorted();
  return (
    (set.title === undefined || set.title === item.title) &&
    (set.format === undefined || set.format === item.format) &&
    (set.rubricId === undefined || set.rubricId === (item.rubric?.id ?? null)) &&
    (set.campaignId === undefined || set.campaignId === (item.campaign?.id ?? null)) &&
    personColumnNames.every((column) => set[column] === undefined || set[column] === executorOf(item, column)) &&
    (!set.channelIds || set.channelIds.toSorted().join() === ids.join())
  );
}
