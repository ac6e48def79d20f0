import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import {
  FilterChip,
  FilterToggle,
  graphql,
  IconAlert,
  IconSearch,
  usePlatformText,
  type FilterOption,
} from '@planerka/platform/web';
import { taskStates } from '@planerka/tasks/domain';
import { type ReactNode, useState } from 'react';
import { useQuery } from 'urql';
import { useT } from '../locales';
import classes from './TaskFiltersBar.module.css';
import { statesOf, type FilterName } from './task-address';
import type { TaskFilters } from './use-task-filters';

export const TaskOptionsQuery = graphql(`
  query TaskOptions {
    taskOptions {
      clients {
        id
        name
      }
      campaigns {
        id
        name
        clientId
      }
      people {
        id
        name
        disciplines
        awayUntil
        awayKind
      }
    }
  }
`);

/** Shared by board and table. Each filter takes one value: the server answers for one. */
export function TaskFiltersBar({
  filters,
  isTable,
  children,
}: {
  filters: TaskFilters;
  isTable: boolean;
  /** What stands behind the filters. */
  children: ReactNode;
}) {
  const t = useT();
  const words = usePlatformText();
  const { values, set } = filters;
  const [{ data }] = useQuery({ query: TaskOptionsQuery });
  const [text, setText] = useState(values.q ?? '');
  const [asked, setAsked] = useState(values.q);
  // A saved view, or the way back, brings words of its own.
  if (values.q !== asked) {
    setAsked(values.q);
    setText(values.q ?? '');
  }
  const search = useDebouncedCallback((text: string) => {
    const q = text.trim() || undefined;
    setAsked(q);
    set({ q });
  }, 300);
  const options = data?.taskOptions;
  // A specialist's tasks are all theirs, and of their own discipline.
  const leads = options === undefined || options.people.length > 1;
  const toOptions = (things: readonly { id: string; name: string }[] = []): FilterOption[] =>
    things.map(({ id, name }) => ({ value: id, label: name }));
  const disciplines = (['copy', 'design', 'targeting'] as const).map((value) => ({
    value,
    label: t(`discipline.${value}`),
  }));
  const campaigns = options?.campaigns.filter(({ clientId }) => !values.client || clientId === values.client);
  const choice = (name: FilterName, label: string, list: readonly FilterOption[]) =>
    list.length > 0 && (
      <FilterChip
        label={label}
        options={list}
        value={values[name] ? [values[name]] : []}
        onChange={(chosen) => set({ [name]: chosen.at(-1) })}
      />
    );
  return (
    <div className={classes.bar}>
      <TextInput
        className={classes.search}
        size="xs"
        aria-label={t('filter.search')}
        placeholder={t('filter.search')}
        leftSection={<IconSearch size={14} />}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          search(event.currentTarget.value);
        }}
      />
      {leads && (
        <FilterToggle on={Boolean(values.mine)} onChange={(on) => set({ mine: on ? '1' : undefined })}>
          {t('filter.mine')}
        </FilterToggle>
      )}
      <FilterToggle
        on={Boolean(values.overdue)}
        icon={<IconAlert size={12} />}
        onChange={(on) => set({ overdue: on ? '1' : undefined })}
      >
        {t('filter.overdue')}
      </FilterToggle>
      {choice('client', t('filter.client'), toOptions(options?.clients))}
      {choice('campaign', t('filter.campaign'), toOptions(campaigns))}
      {leads && choice('assignee', t('filter.assignee'), toOptions(options?.people))}
      {leads && choice('discipline', t('filter.discipline'), disciplines)}
      {isTable && (
        <>
          <FilterChip
            label={t('filter.state')}
            options={taskStates.map((state) => ({ value: state, label: words(`state.${state}`) }))}
            value={statesOf(values)}
            onChange={(chosen) => set({ state: chosen.join(',') || undefined })}
          />
          {!values.state && (
            <FilterToggle on={Boolean(values.closed)} onChange={(on) => set({ closed: on ? '1' : undefined })}>
              {t('filter.closed')}
            </FilterToggle>
          )}
        </>
      )}
      {filters.isFiltered && (
        <button
          type="button"
          className={classes.reset}
          onClick={() => {
            search.cancel();
            filters.reset();
          }}
        >
          {t('filter.reset')}
        </button>
      )}
      {children}
    </div>
  );
}
