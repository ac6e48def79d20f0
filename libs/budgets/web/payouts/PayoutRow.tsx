import { Button, Modal, Stack, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useForm } from '@mantine/form';
import {
  Avatar,
  FormErrors,
  graphql,
  MoneyText,
  useCommand,
  useFormat,
  InvalidInputFragment,
} from '@planerka/platform/web';
import { useState } from 'react';
import { ApprovePayoutsMutation, type Payout } from '../documents';
import { useT } from '../locales';
import classes from './payouts.module.css';
import { Works } from './Works';

const MarkPayoutPaidMutation = graphql(
  `
    mutation MarkPayoutPaid($input: MarkPayoutPaidInput!) {
      markPayoutPaid(input: $input) {
        __typename
        ...InvalidInput
      }
    }
  `,
  [InvalidInputFragment],
);

const ReturnPayoutMutation = graphql(`
  mutation ReturnPayout($input: PayoutVersionInput!) {
    returnPayout(input: $input) {
      __typename
    }
  }
`);

const DiscardPayoutMutation = graphql(`
  mutation DiscardPayout($input: PayoutVersionInput!) {
    discardPayout(input: $input) {
      __typename
    }
  }
`);

export function PayoutRow({ payout, onChange }: { payout: Payout; onChange: () => void }) {
  const t = useT();
  const format = useFormat();
  const [isPaying, setPaying] = useState(false);
  const [approve] = useCommand(ApprovePayoutsMutation, { onReload: onChange });
  const [giveBack] = useCommand(ReturnPayoutMutation, { onReload: onChange });
  const [discard] = useCommand(DiscardPayoutMutation, { onReload: onChange });
  const versioned = { payoutId: payout.id, expectedVersion: payout.version };
  const has = (action: string) => payout.availableActions.includes(action);
  const after = async (done: Promise<unknown>) => {
    await done;
    onChange();
  };
  const told = payout.paidOn
    ? [t('payouts.paidOn', { day: format.day(payout.paidOn) }), payout.document]
    : [t('payouts.preparedBy', { name: payout.preparedByName })];
  return (
    <div className={classes.row}>
      <Avatar id={payout.memberId} name={payout.memberName} size={28} />
      <div className={classes.who}>
        {payout.memberName} <small>{t(`payouts.employment.${payout.employment}`)}</small>
        <p>
          <small>{[t('payouts.number', { number: payout.number }), ...told].filter(Boolean).join(' · ')}</small>
        </p>
        <Works works={payout.works} />
      </div>
      <span className={classes.sum}>
        <MoneyText value={payout.total} />
      </span>
      {payout.availableActions.length > 0 ? (
        <div className={classes.actions}>
          {has('discard') ? (
            <Button size="xs" variant="subtle" onClick={() => void after(discard({ input: versioned }))}>
              {t('payouts.discard')}
            </Button>
          ) : null}
          {has('return_to_draft') ? (
            <Button size="xs" variant="subtle" onClick={() => void after(giveBack({ input: versioned }))}>
              {t('payouts.return_to_draft')}
            </Button>
          ) : null}
          {has('approve') ? (
            <Button size="xs" onClick={() => void after(approve({ input: { payouts: [versioned] } }))}>
              {t('payouts.approve')}
            </Button>
          ) : null}
          {has('mark_paid') ? (
            <Button size="xs" onClick={() => setPaying(true)}>
              {t('payouts.markPaid')}
            </Button>
          ) : null}
        </div>
      ) : null}
      <Modal opened={isPaying} onClose={() => setPaying(false)} title={t('payouts.markPaid')}>
        <PaidForm
          payout={payout}
          onDone={() => {
            setPaying(false);
            onChange();
          }}
        />
      </Modal>
    </div>
  );
}

function PaidForm({ payout, onDone }: { payout: Payout; onDone: () => void }) {
  const t = useT();
  const { timeZone } = useFormat();
  const today = new Date().toLocaleDateString('sv-SE', { timeZone });
  const form = useForm({ initialValues: { paidOn: today, document: '' } });
  const [markPaid, isRunning] = useCommand(MarkPayoutPaidMutation, { form, onReload: onDone });
  const submit = form.onSubmit(async (values) => {
    const outcome = await markPaid({ input: { payoutId: payout.id, expectedVersion: payout.version, ...values } });
    if (outcome.status === 'success') onDone();
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <DateInput label={t('payouts.paidOnLabel')} maxDate={today} {...form.getInputProps('paidOn')} />
        <TextInput
          label={t(payout.employment === 'SELF_EMPLOYED' ? 'payouts.receipt' : 'payouts.document')}
          data-autofocus
          data-path="document"
          {...form.getInputProps('document')}
        />
        <FormErrors form={form} />
        <Button type="submit" variant="filled" loading={isRunning}>
          {t('payouts.save')}
        </Button>
      </Stack>
    </form>
  );
}
