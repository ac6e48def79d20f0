import {
  Avatar,
  FilterChip,
  FilterToggle,
  IconAlert,
  NetworkIcon,
  networkOf,
  StateIcon,
  usePlatformText,
  workState,
} from '@planerka/platform/web';
import { useT } from '../locales';
import { filterIn } from './filters';
import type { PlanItem } from './plan-item';
import { RubricSwatch } from './RubricSwatch';
import type { PlanAddress } from './use-plan-address';

export interface PlanFiltersProps {
  address: PlanAddress;
  onChange: (changes: Partial<PlanAddress>) => void;
  items: readonly PlanItem[];
  ofAllClients: boolean;
}

const statuses = ['PLANNED', 'IN_PRODUCTION', 'AWAITING_CLIENT', 'READY', 'PUBLISHED', 'MISSED'] as const;

const unique = <T extends { readonly id: string }>(things: readonly T[]): T[] => [
  ...new Map(things.map((thing) => [thing.id, thing])).values(),
];

const text = (value: readonly string[]): string | null => (value.length > 0 ? value.join(',') : null);

/** Choices come from what the month has: a filter never leads to nothing by itself. */
export function PlanFilters({ address, onChange, items, ofAllClients }: PlanFiltersProps) {
  const t = useT();
  const words = usePlatformText();
  const filter = filterIn(address);
  const clients = unique(items.map(({ client }) => client));
  const channels = unique(items.flatMap((item) => item.channels));
  // two clients may each have their «Экспертная»
  const rubrics = unique(
    items.flatMap(({ rubric, client }) =>
      rubric ? [{ ...rubric, name: ofAllClients ? `${rubric.name}, ${client.name}` : rubric.name }] : [],
    ),
  );
  const people = unique(
    items
      .flatMap((item) => item.tasks)
      .flatMap(({ assigneeId, assigneeName }) =>
        assigneeId && assigneeName ? [{ id: assigneeId, name: assigneeName }] : [],
      ),
  );
  const atRisk = items.filter(({ risk }) => risk !== null).length;
  return (
    <>
      {ofAllClients && (
        <FilterChip
          label={t('filter.client')}
          value={filter.clients}
          onChange={(value) => onChange({ clients: text(value) })}
          options={clients.map(({ id, name }) => ({
            value: id,
            label: name,
            icon: <Avatar id={id} name={name} kind="client" size={20} />,
          }))}
        />
      )}
      <FilterChip
        label={t('filter.channel')}
        value={filter.channel}
        onChange={(value) => onChange({ channel: text(value) })}
        options={channels.map((channel) => ({
          value: channel.id,
          label: channel.title,
          icon: <NetworkIcon network={networkOf(channel.network)} decorative />,
        }))}
      />
      <FilterChip
        label={t('filter.rubric')}
        value={filter.rubric}
        onChange={(value) => onChange({ rubric: text(value) })}
        options={rubrics.map((rubric) => ({
          value: rubric.id,
          label: rubric.name,
          icon: <RubricSwatch colour={rubric.colour} />,
        }))}
      />
      <FilterChip
        label={t('filter.status')}
        value={filter.status}
        onChange={(value) => onChange({ status: text(value) })}
        options={statuses.map((status) => ({
          value: status,
          label: words(`state.${workState(status)}`),
          icon: <StateIcon state={workState(status)} size={12} decorative />,
        }))}
      />
      <FilterChip
        label={t('filter.assignee')}
        value={filter.assignee}
        onChange={(value) => onChange({ assignee: text(value) })}
        options={people.map(({ id, name }) => ({ value: id, label: name }))}
      />
      {(atRisk > 0 || filter.isAtRisk) && (
        <FilterToggle
          on={filter.isAtRisk}
          onChange={(on) => onChange({ risk: on ? '1' : null })}
          icon={<IconAlert size={12} />}
        >
          {t('filter.riskCount', { count: atRisk })}
        </FilterToggle>
      )}
    </>
  );
}
