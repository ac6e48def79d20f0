import type { ItemPatch } from '../bulk/item-changes.documents';
import type { PlanItem } from '../plan/plan-item';
import type { Plan } from '../plan/plan-page.documents';

export const groupings = ['status', 'rubric', 'channel'] as const;
export type Grouping = (typeof groupings)[number];

/** The column of those that have none. */
export const none = 'none';

export interface BoardColumn {
  /** Of the rubric or channel, the status, or `none`. */
  readonly id: string;
  readonly items: readonly PlanItem[];
}

const statuses: readonly PlanItem['status'][] = [
  'PLANNED',
  'IN_PRODUCTION',
  'AWAITING_CLIENT',
  'READY',
  'PUBLISHED',
  'MISSED',
];

/** In which columns a publication stands: of several channels in several. */
function columnsOf(item: PlanItem, grouping: Grouping): readonly string[] {
  if (grouping === 'status') return [item.status];
  if (grouping === 'rubric') return [item.rubric?.id ?? none];
  return item.channels.length > 0 ? item.channels.map(({ id }) => id) : [none];
}

/** What the plan offers in its own order, then what only its publications have, then none. */
export function boardColumns(
  items: readonly PlanItem[],
  grouping: Grouping,
  { rubrics, channels }: Pick<Plan, 'rubrics' | 'channels'>,
): readonly BoardColumn[] {
  const offered = grouping === 'status' ? statuses : (grouping === 'rubric' ? rubrics : channels).map(({ id }) => id);
  const found = items.flatMap((item) => columnsOf(item, grouping));
  const ids = new Set<string>([...offered, ...found]);
  ids.delete(none);
  return [...ids, ...(found.includes(none) || grouping !== 'status' ? [none] : [])].map((id) => ({
    id,
    items: items.filter((item) => columnsOf(item, grouping).includes(id)),
  }));
}

/** What a publication becomes that is carried from one column into another; null where that says nothing. */
export function carried(item: PlanItem, grouping: Grouping, from: string, to: string): ItemPatch | null {
  if (grouping === 'status' || from === to) return null;
  if (grouping === 'rubric') return { rubricId: to === none ? null : to };
  const others = item.channels.map(({ id }) => id).filter((id) => id !== from && id !== to);
  return { channelIds: to === none ? others : [...others, to] };
}
