import { Button, Checkbox, Modal, NativeSelect, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { FormErrors, Row, Spacer, Stack, toast, useCommand, useFormat, usePlatformText } from '@planerka/platform/web';
import { useQuery } from 'urql';
import { useT } from '../locales';
import type { PlanAddress } from '../plan/use-plan-address';
import { CreateViewMutation, type SavedView, ShareAbilityQuery, UpdateViewMutation } from './plan-views.documents';
import { shownIn } from './view-address';

export interface ViewDialogProps {
  /** Null for a new one, of what the page shows. */
  view: SavedView | null;
  clientId: string | null;
  clientName: string | null;
  month: string;
  address: PlanAddress;
  onClose: () => void;
  onSaved: (id: string) => void;
}

/** What a view is called and who has it; of a new one also whether it keeps the client and the month. */
export function ViewDialog({ view, clientId, clientName, month, address, onClose, onSaved }: ViewDialogProps) {
  const t = useT();
  const words = usePlatformText();
  const format = useFormat();
  const [{ data }] = useQuery({ query: ShareAbilityQuery });
  const mayShare = data?.viewer?.abilities.includes('planView.share') ?? false;
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
    toast(t('views.saved', { name: outcome.result.view.name }));
    onSaved(outcome.result.view.id);
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(view ? 'views.rename' : 'views.saveTitle')}
      closeButtonProps={{ 'aria-label': words('actions.close') }}
    >
      <form onSubmit={submit}>
        <Stack>
          <TextInput
            label={t('views.name')}
            placeholder={t('views.namePlaceholder')}
            maxLength={120}
            data-autofocus
            data-path="name"
            {...form.getInputProps('name')}
          />
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
          {(mayShare || view?.isShared) && (
            <Checkbox
              label={t('views.share')}
              description={t('views.shareHint')}
              {...form.getInputProps('isShared', { type: 'checkbox' })}
            />
          )}
          <FormErrors form={form} labels={{ name: t('views.name'), clientId: t('views.whose') }} />
          <Row>
            <Spacer />
            <Button variant="subtle" onClick={onClose}>
              {words('actions.cancel')}
            </Button>
            <Button type="submit" variant="filled" loading={isCreating || isUpdating}>
              {t('views.submit')}
            </Button>
          </Row>
        </Stack>
      </form>
    </Modal>
  );
}
