import { Checkbox, NativeSelect } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useViewsText, ViewDialog } from '@planerka/clients/web/views';
import { FormErrors, toast, useCommand, useFormat } from '@planerka/platform/web';
import { useT } from '../locales';
import type { PlanAddress } from '../plan/use-plan-address';
import { CreateViewMutation, type SavedView, UpdateViewMutation } from './plan-views.documents';
import { shownIn } from './view-address';

export interface PlanViewDialogProps {
  /** Null for a new one, of what the page shows. */
  view: SavedView | null;
  clientId: string | null;
  clientName: string | null;
  month: string;
  address: PlanAddress;
  onClose: () => void;
  onSaved: (id: string) => void;
}

/** What a view of the plan is called and who has it; of a new one also whether it keeps the client and the month. */
export function PlanViewDialog({ view, clientId, clientName, month, address, onClose, onSaved }: PlanViewDialogProps) {
  const t = useT();
  const words = useViewsText();
  const format = useFormat();
  // Channels and rubrics are this client's: for another one nothing would be found by them.
  const isBound = address.channel !== null || address.rubric !== null;
  const form = useForm({
    initialValues: {
      name: view?.name ?? '',
      isShared: view?.isShared ?? false,
      clientId: isBound ? 'this' : 'any',
      keepsMonth: false,
    },
  });
  const [create, isCreating] = useCommand(CreateViewMutation, { form });
  const [update, isUpdating] = useCommand(UpdateViewMutation, { form });
  const submit = form.onSubmit(async ({ name, isShared, clientId: whose, keepsMonth }) => {
    if (view) {
      const input = { planViewId: view.id, expectedVersion: view.version, name, isShared };
      const outcome = await update({ input });
      if (outcome.status === 'success') onClose();
      return;
    }
    const outcome = await create({
      input: {
        name,
        isShared,
        clientId: whose === 'this' ? clientId : null,
        shown: shownIn(address, clientId === null, keepsMonth ? month : null),
      },
    });
    if (outcome.status !== 'success') return;
    toast(words('saved', { name: outcome.result.view.name }));
    onSaved(outcome.result.view.id);
  });
  return (
    <ViewDialog
      isKept={view !== null}
      isShared={view?.isShared ?? false}
      namePlaceholder={t('views.namePlaceholder')}
      nameProps={form.getInputProps('name')}
      shareProps={form.getInputProps('isShared', { type: 'checkbox' })}
      errors={<FormErrors form={form} labels={{ name: words('name'), clientId: t('views.whose') }} />}
      isSaving={isCreating || isUpdating}
      onSubmit={submit}
      onClose={onClose}
    >
      {!view && clientId !== null && (
        <NativeSelect
          label={t('views.whose')}
          description={isBound ? t('views.whoseBound') : undefined}
          disabled={isBound}
          data-path="clientId"
          data={[
            { value: 'any', label: t('views.anyClient') },
            { value: 'this', label: t('views.onlyClient', { client: clientName ?? '' }) },
          ]}
          {...form.getInputProps('clientId')}
        />
      )}
      {!view && (
        <Checkbox
          label={t('views.keepsMonth', { month: format.month(month) })}
          description={t('views.keepsMonthHint')}
          {...form.getInputProps('keepsMonth', { type: 'checkbox' })}
        />
      )}
    </ViewDialog>
  );
}
