import { Button, Modal, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { parseMoneyText, type Currency } from '@planerka/platform/domain';
import { errorText, Fact, Facts, FormErrors, Segmented, toast, useCommand, useFormat } from '@planerka/platform/web';
import { useState } from 'react';
import {
  ConfirmChangeRequestMutation,
  WaiveChangeRequestMutation,
  type ChangeRequest,
} from './change-request-documents';
import { useT } from './locales';

interface Values {
  price: string;
  note: string;
  reason: string;
}

/** The client pays for the round at this or another price; or it is given away, and the owner reads why. */
export function DecideChangeRequest({ request, onClose }: { request: ChangeRequest; onClose: () => void }) {
  const t = useT();
  const format = useFormat();
  const { id, round, price, reason, version, taskTitle, clientName, createdAt } = request;
  const [action, setAction] = useState<'CONFIRM' | 'WAIVE'>('CONFIRM');
  const isPriced = Number(price.amount) > 0;
  const form = useForm<Values>({
    initialValues: { price: isPriced ? format.money(price, { withoutSign: true }) : '', note: '', reason: '' },
  });
  const [confirm, isConfirming] = useCommand(ConfirmChangeRequestMutation, { form });
  const [waive, isWaiving] = useCommand(WaiveChangeRequestMutation, { form });

  const charge = async ({ price: text, note }: Values) => {
    const read = parseMoneyText(text, price.currency as Currency);
    if (!read.ok) {
      form.setErrors({ price: errorText(text.trim() === '' ? 'required' : read.error.code, read.error.params) });
      return false;
    }
    const input = { changeRequestId: id, expectedVersion: version, price: read.value.toJSON(), note };
    return (await confirm({ input })).status === 'success';
  };
  const submit = form.onSubmit(async (values) => {
    const isDone =
      action === 'CONFIRM'
        ? await charge(values)
        : (await waive({ input: { changeRequestId: id, expectedVersion: version, reason: values.reason } })).status ===
          'success';
    if (!isDone) return;
    toast(t(action === 'CONFIRM' ? 'paid.confirmed' : 'paid.waivedToast'));
    onClose();
  });

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('paid.dialog', { round })}
      closeButtonProps={{ 'aria-label': t('actions.close') }}
    >
      <form onSubmit={submit} noValidate>
        <Stack>
          <Facts look="stacked">
            <Fact label={t('paid.work')}>{`${clientName} · ${taskTitle}`}</Fact>
            {reason !== '' && <Fact label={t('paid.asked', { at: format.relative(createdAt) })}>{reason}</Fact>}
          </Facts>
          <Segmented
            label={t('paid.what')}
            value={action}
            onChange={(next) => {
              form.clearErrors();
              setAction(next);
            }}
            segments={[
              { value: 'CONFIRM', label: t('paid.charge') },
              { value: 'WAIVE', label: t('paid.waive') },
            ]}
          />
          {action === 'CONFIRM' ? (
            <>
              <TextInput
                label={t('paid.price')}
                description={isPriced ? t('paid.priceHint', { sum: format.money(price) }) : t('paid.priceMissing')}
                inputMode="decimal"
                data-path="price"
                {...form.getInputProps('price')}
              />
              <Textarea label={t('paid.note')} autosize minRows={2} data-path="note" {...form.getInputProps('note')} />
            </>
          ) : (
            <Textarea
              label={t('paid.why')}
              description={t('paid.whyHint')}
              autosize
              minRows={2}
              data-path="reason"
              {...form.getInputProps('reason')}
            />
          )}
          <FormErrors form={form} labels={{ price: t('paid.price'), reason: t('paid.why'), note: t('paid.note') }} />
          <Button type="submit" variant="filled" loading={isConfirming || isWaiving}>
            {t(action === 'CONFIRM' ? 'paid.submitCharge' : 'paid.submitWaive')}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
