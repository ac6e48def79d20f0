import { listIn } from './address-words';
import type { PlanItem } from './plan-item';
import type { PlanAddress } from './use-plan-address';

export interface PlanFilter {
  /** Of the month of all clients. */
  readonly clients: readonly string[];
  readonly channel: readonly string[];
  readonly rubric: readonly string[];
  readonly status: readonly string[];
  readonly assignee: readonly string[];
  readonly isAtRisk: boolean;
}

export const filterIn = ({ client, clients, channel, rubric, status, assignee, risk }: PlanAddress): PlanFilter => ({
  clients: client === 'all' ? listIn(clients) : [],
  channel: listIn(channel),
  rubric: listIn(rubric),
  status: listIn(status),
  assignee: listIn(assignee),
  isAtRisk: risk === '1',
});

export const isFiltered = ({ isAtRisk, ...lists }: PlanFilter): boolean =>
  isAtRisk || Object.values(lists).some((one) => one.length > 0);

/** Something that is worth a name: filtered, or a table that is not as it comes. */
export const hasChoice = (address: PlanAddress): boolean =>
  isFiltered(filterIn(address)) || address.sort !== null || address.hide !== null;

const some = (chosen: readonly string[], found: readonly (string | null | undefined)[]): boolean =>
  chosen.length === 0 || found.some((one) => one != null && chosen.includes(one));

export const passes = (item: PlanItem, filter: PlanFilter): boolean =>
  some(filter.clients, [item.client.id]) &&
  some(
    filter.channel,
    item.channels.map(({ id }) => id),
  ) &&
  some(filter.rubric, [item.rubric?.id]) &&
  some(filter.status, [item.status]) &&
  some(
    filter.assignee,
    item.tasks.map(({ assigneeId }) => assigneeId),
  ) &&
  (!filter.isAtRisk || item.risk !== null);
