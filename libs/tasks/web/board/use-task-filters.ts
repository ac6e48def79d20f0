import { isClosed, taskStates } from '@planerka/tasks/domain';
import type { VariablesOf } from '@planerka/platform/web';
import { useGo } from '@planerka/platform/web';
import { useLocation } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { names, statesOf, wireDiscipline, wireState, type FilterName, type FilterValues } from './task-address';
import type { TaskBoardQuery } from './TaskBoard';

export type TaskFilter = NonNullable<VariablesOf<typeof TaskBoardQuery>['filter']>;

export interface TaskFilters {
  readonly values: FilterValues;
  readonly filter: TaskFilter;
  /** The same for the table: the chosen states, or what is still open. */
  readonly tableFilter: TaskFilter;
  readonly isFiltered: boolean;
  /** Absent values leave the address. */
  set: (change: Partial<Record<FilterName, string | undefined>>) => void;
  reset: () => void;
}

const openStates = taskStates.filter((state) => !isClosed(state));

/** Filters live in the address: a link to a filtered board is a link to just that, and «back» takes a filter away. */
export function useTaskFilters(): TaskFilters {
  const go = useGo();
  const { pathname, searchStr } = useLocation();
  const values = useMemo((): FilterValues => {
    const search = new URLSearchParams(searchStr);
    return Object.fromEntries(names.flatMap((name) => (search.get(name) ? [[name, search.get(name)]] : [])));
  }, [searchStr]);

  const set = useCallback<TaskFilters['set']>(
    (change) => {
      const search = new URLSearchParams();
      for (const name of names) {
        const value = name in change ? change[name] : values[name];
        if (value) search.set(name, value);
      }
      const text = search.toString();
      go(text ? `${pathname}?${text}` : pathname, { replace: Object.keys(change).join() === 'q' });
    },
    [go, pathname, values],
  );

  const filter = useMemo((): TaskFilter => {
    const { client, assignee, discipline, campaign, mine, overdue, q } = values;
    return {
      ...(client && { clientId: client }),
      ...(assignee && { assigneeId: assignee }),
      ...(campaign && { campaignId: campaign }),
      ...(wireDiscipline(discipline) && { discipline: wireDiscipline(discipline) }),
      ...(mine && { isMine: true }),
      ...(overdue && { isOverdue: true }),
      ...(q && { search: q }),
    };
  }, [values]);

  const tableFilter = useMemo((): TaskFilter => {
    const chosen = taskStates.filter((state) => statesOf(values).includes(state));
    if (chosen.length === 0 && values.closed) return filter;
    return { ...filter, states: (chosen.length > 0 ? chosen : openStates).map(wireState) };
  }, [filter, values]);

  const reset = useCallback(
    () =>
      set({
        client: undefined,
        assignee: undefined,
        campaign: undefined,
        discipline: undefined,
        mine: undefined,
        overdue: undefined,
        q: undefined,
        state: undefined,
        closed: undefined,
      }),
    [set],
  );

  const isFiltered = Object.keys(filter).length > 0 || Boolean(values.state) || Boolean(values.closed);
  return { values, filter, tableFilter, isFiltered, set, reset };
}
