import { timelineAddress } from '../timeline/use-timeline-address';
import { orderOf, statesOf, wireDiscipline, wireState, type FilterValues } from '../board/task-address';
import type { TaskView, TasksShownInput } from './task-views.documents';
import { taskLayouts, taskStates } from '@planerka/tasks/domain';

type Shown = Pick<TaskView, 'clientId' | 'shown'>;

const lower = <V extends string>(value: V) => value.toLowerCase() as Lowercase<V>;
const upper = <V extends string>(value: V) => value.toUpperCase() as Uppercase<V>;
const but = (usual: string, value: string): string | undefined => (value === usual ? undefined : value);
const flag = (on: boolean): string | undefined => (on ? '1' : undefined);

/** The words of the page's address that show it; what it does not say leaves the address. */
export const addressOf = ({ clientId, shown }: Shown) => ({
  view: but('board', lower(shown.layout)),
  order: shown.orderedBy ? lower(shown.orderedBy) : undefined,
  q: shown.search || undefined,
  client: clientId ?? undefined,
  campaign: shown.campaignId ?? undefined,
  assignee: shown.assigneeId ?? undefined,
  discipline: shown.discipline ? lower(shown.discipline) : undefined,
  mine: flag(shown.isMine),
  overdue: flag(shown.isOverdue),
  state: shown.states.map(lower).join(',') || undefined,
  closed: flag(shown.withClosed),
  zoom: but('month', lower(shown.zoom)),
  group: but('person', lower(shown.groupedBy)),
  list: flag(shown.asList),
});

/** A link that opens it from anywhere. */
export function hrefOfTaskView(view: Shown & Pick<TaskView, 'id'>): string {
  const words = Object.entries({ ...addressOf(view), saved: view.id });
  const known = words.filter((entry): entry is [string, string] => entry[1] !== undefined);
  return `/tasks?${new URLSearchParams(known).toString()}`;
}

/** What stands in the address, for keeping it; the client stands beside it. */
export function shownIn(values: FilterValues): TasksShownInput {
  const { zoom, grouping, isList } = timelineAddress(values);
  const chosen = statesOf(values);
  const order = orderOf(values.order);
  return {
    layout: upper(taskLayouts.find((known) => known === values.view) ?? 'board'),
    orderedBy: order ? upper(order) : null,
    search: values.q ?? '',
    campaignId: values.campaign ?? null,
    assigneeId: values.assignee ?? null,
    discipline: wireDiscipline(values.discipline) ?? null,
    isMine: Boolean(values.mine),
    isOverdue: Boolean(values.overdue),
    states: taskStates.filter((state) => chosen.includes(state)).map(wireState),
    withClosed: Boolean(values.closed),
    zoom: upper(zoom),
    groupedBy: upper(grouping),
    asList: isList,
  };
}

/** Whether the page shows just what the view keeps. */
export const isShownBy = (values: FilterValues, view: Shown): boolean =>
  JSON.stringify(addressOf({ clientId: values.client ?? null, shown: shownIn(values) as Shown['shown'] })) ===
  JSON.stringify(addressOf(view));
