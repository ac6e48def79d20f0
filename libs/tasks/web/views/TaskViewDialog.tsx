import { useForm } from '@mantine/form';
import { useViewsText, ViewDialog } from '@planerka/clients/web/views';
import { FormErrors, toast, useCommand } from '@planerka/platform/web';
import type { FilterValues } from '../board/task-address';
import { useT } from '../locales';
import { shownIn } from './task-view-address';
import { CreateTaskViewMutation, type TaskView, UpdateTaskViewMutation } from './task-views.documents';

export interface TaskViewDialogProps {
  /** Null for a new one, of what the page shows. */
  view: TaskView | null;
  values: FilterValues;
  onClose: () => void;
  onSaved: (id: string) => void;
}

/** What a view of tasks is called and who has it. */
export function TaskViewDialog({ view, values, onClose, onSaved }: TaskViewDialogProps) {
  const t = useT();
  const words = useViewsText();
  const form = useForm({ initialValues: { name: view?.name ?? '', isShared: view?.isShared ?? false } });
  const [create, isCreating] = useCommand(CreateTaskViewMutation, { form });
  const [update, isUpdating] = useCommand(UpdateTaskViewMutation, { form });
  const submit = form.onSubmit(async (wish) => {
    if (view) {
      const outcome = await update({ input: { taskViewId: view.id, expectedVersion: view.version, ...wish } });
      if (outcome.status === 'success') onClose();
      return;
    }
    const outcome = await create({ input: { ...wish, clientId: values.client ?? null, shown: shownIn(values) } });
    if (outcome.status !== 'success') return;
    toast(words('saved', { name: outcome.result.view.name }));
    onSaved(outcome.result.view.id);
  });
  return (
    <ViewDialog
      isKept={view !== null}
      isShared={view?.isShared ?? false}
      namePlaceholder={t('board.viewName')}
      nameProps={form.getInputProps('name')}
      shareProps={form.getInputProps('isShared', { type: 'checkbox' })}
      errors={<FormErrors form={form} labels={{ name: words('name') }} />}
      isSaving={isCreating || isUpdating}
      onSubmit={submit}
      onClose={onClose}
    />
  );
}
