import { useKeptViews, ViewsMenu } from '@planerka/clients/web/views';
import { useCommand } from '@planerka/platform/web';
import { lazy, useCallback, useState } from 'react';
import { useQuery } from 'urql';
import type { TaskFilters } from '../board/use-task-filters';
import { addressOf, isShownBy, shownIn } from './task-view-address';
import {
  DeleteTaskViewMutation,
  RestoreTaskViewMutation,
  type TaskView,
  TaskViewsQuery,
  UpdateTaskViewMutation,
} from './task-views.documents';

const TaskViewDialog = lazy(() => import('./TaskViewDialog').then((file) => ({ default: file.TaskViewDialog })));

/** Named choices of the page of tasks. */
export function TaskViewsMenu({ filters: { values, isFiltered, set } }: { filters: TaskFilters }) {
  const [isOpen, setOpen] = useState(false);
  const [{ data, error, fetching }, retry] = useQuery({
    query: TaskViewsQuery,
    pause: !isOpen && values.saved === undefined,
  });
  const [update] = useCommand(UpdateTaskViewMutation);
  const [remove] = useCommand(DeleteTaskViewMutation);
  const [restore] = useCommand(RestoreTaskViewMutation);
  const name = useCallback((saved: string | null) => set({ saved: saved ?? undefined }), [set]);
  const { onKeep, onDrop } = useKeptViews<TaskView>({
    keep: async ({ id: taskViewId, version: expectedVersion, clientId: whose, shown: was }) => {
      const change = { clientId: values.client ?? null, shown: shownIn(values) };
      const outcome = await update({ input: { taskViewId, expectedVersion, ...change } });
      if (outcome.status !== 'success') return null;
      const { version } = outcome.result.view;
      return () => update({ input: { taskViewId, expectedVersion: version, clientId: whose, shown: was } });
    },
    remove: async (id) => (await remove({ id })).status === 'success',
    restore: async (id) => (await restore({ id })).status === 'success',
    name,
  });
  const current = data?.taskViews.find(({ id }) => id === values.saved);
  return (
    <ViewsMenu
      views={data?.taskViews}
      isLoading={fetching}
      hasFailed={error !== undefined}
      onRetry={() => retry({ requestPolicy: 'network-only' })}
      isOpen={isOpen}
      onToggle={setOpen}
      current={current}
      isChanged={current !== undefined && !isShownBy(values, current)}
      hasChoice={isFiltered || values.order !== undefined}
      whose={({ clientName }) => clientName}
      onOpen={(view) => set({ ...addressOf(view), saved: view.id, task: undefined, from: undefined })}
      onKeep={(view) => void onKeep(view)}
      onDrop={(view) => void onDrop(view)}
      dialog={(view, onClose) => (
        <TaskViewDialog
          view={view}
          values={values}
          onClose={onClose}
          onSaved={(id) => {
            onClose();
            name(id);
          }}
        />
      )}
    />
  );
}
