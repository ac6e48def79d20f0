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

const list = (text: string | null): readonly string[] => (text ? text.split(',') : []);

export const filterIn = ({ client, clients, channel, rubric, status, assignee, risk }: PlanAddress): PlanFilter => ({
  clients: client === 'all' ? list(clients) : [],
  channel: list(channel),
  rubric: list(rubric),
  status: list(status),
  assignee: list(assignee),
  isAtRisk: risk === '1',
});

export const isFiltered = ({ isAtRisk, ...lists }: PlanFilter): boolean =>
  isAtRisk || Object.values(lists).some((one) => one.length > 0);

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
