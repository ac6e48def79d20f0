import { hiddenIn, hideWord, listIn, metricsIn, sortingIn } from '../plan/address-words';
import { groupings } from '../board/board-columns';
import { planViews, type PlanAddress } from '../plan/use-plan-address';
import type { SavedView, ShownInput } from './plan-views.documents';

type Shown = Pick<SavedView, 'clientId' | 'shown'>;

const lower = <V extends string>(value: V) => value.toLowerCase() as Lowercase<V>;
const upper = <V extends string>(value: V) => value.toUpperCase() as Uppercase<V>;
const joined = (values: readonly string[]): string | null => (values.length > 0 ? values.join(',') : null);
const but = (usual: string, value: string): string | null => (value === usual ? null : value);

/** The words of the page's address that show it. Whose plan, and of which month, only where the view says so. */
export const addressOf = ({ clientId, shown }: Shown): Partial<PlanAddress> => ({
  ...(shown.ofAllClients ? { client: 'all' } : clientId !== null && { client: clientId }),
  ...(shown.month !== null && { month: shown.month }),
  view: but('month', lower(shown.layout)),
  by: but('status', lower(shown.groupedBy)),
  sort: but('date', `${shown.isDescending ? '-' : ''}${lower(shown.sortedBy)}`),
  hide: hideWord(shown.hiddenColumns.map(lower)),
  metrics: joined(shown.metricColumns.map(lower)),
  clients: joined(shown.clientIds),
  channel: joined(shown.channelIds),
  rubric: joined(shown.rubricIds),
  status: joined(shown.statuses),
  assignee: joined(shown.assigneeIds),
  risk: shown.isAtRisk ? '1' : null,
});

/** A link that opens it from anywhere. */
export function hrefOfView(view: Shown & Pick<SavedView, 'id'>): string {
  const words = Object.entries(addressOf(view)).filter((entry): entry is [string, string] => entry[1] !== null);
  return `/plan?${new URLSearchParams([...words, ['saved', view.id]]).toString()}`;
}

/** What stands in the address, for keeping it. Whose plan is open is known better to the page. */
export function shownIn(address: PlanAddress, ofAllClients: boolean, month: string | null): ShownInput {
  const { by, isDescending } = sortingIn(address);
  return {
    layout: upper(planViews.find((known) => known === address.view) ?? 'month'),
    groupedBy: upper(groupings.find((known) => known === address.by) ?? 'status'),
    sortedBy: upper(by),
    isDescending,
    hiddenColumns: hiddenIn(address).map(upper),
    metricColumns: metricsIn(address).map(upper),
    month,
    ofAllClients,
    clientIds: ofAllClients ? [...listIn(address.clients)] : [],
    channelIds: [...listIn(address.channel)],
    rubricIds: [...listIn(address.rubric)],
    assigneeIds: [...listIn(address.assignee)],
    statuses: listIn(address.status) as NonNullable<ShownInput['statuses']>,
    isAtRisk: address.risk === '1',
  };
}

const inOrder = (text: string | null): string => listIn(text).toSorted().join();

/** Whether the page shows just what the view keeps. `clientId` is whose plan is open, null for all. */
export const isShownBy = (address: PlanAddress, clientId: string | null, view: Shown): boolean =>
  Object.entries(addressOf(view)).every(([word, value]) =>
    word === 'client'
      ? value === (clientId ?? 'all')
      : inOrder(address[word as keyof PlanAddress]) === inOrder(value ?? null),
  );

/** A view of one client is not open over another's plan. */
export const isOver = (clientId: string | null, { clientId: own, shown }: Shown): boolean =>
  shown.ofAllClients ? clientId === null : own === null || own === clientId;
