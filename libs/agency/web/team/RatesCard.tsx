import { ActionIcon, Button, Group, Select, Stack, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useForm } from '@mantine/form';
import { deliverableTypesOf, type DeliverableType } from '@planerka/agency/domain';
import {
  Card,
  CardBody,
  CardHeader,
  IconClose,
  MoneyText,
  errorText,
  useCommand,
  useFormat,
  useUndoable,
} from '@planerka/platform/web';
import { useState } from 'react';
import { useT } from '../locales';
import classes from './TeamCards.module.css';
import { RemoveRateMutation, SetRateMutation, type TeamRate } from './team-documents';

interface RatesCardProps {
  title: string;
  hint?: string;
  /** Null: rates of the whole agency. */
  memberId: string | null;
  rates: readonly TeamRate[];
  currency: string;
  /** What this person does: a new rate begins with it. */
  disciplines?: readonly TeamRate['discipline'][];
  canEdit: boolean;
  startsAdding?: boolean;
  onChange: () => void;
}

export function RatesCard({
  title,
  hint,
  memberId,
  rates,
  currency,
  disciplines,
  canEdit,
  onChange,
  startsAdding = false,
}: RatesCardProps) {
  const t = useT();
  const format = useFormat();
  const [isAdding, setAdding] = useState(startsAdding);
  const undoable = useUndoable();
  const [remove] = useCommand(RemoveRateMutation);
  const [putBack] = useCommand(SetRateMutation);
  const removeWithUndo = async ({ id, amount, ...rate }: TeamRate) => {
    const outcome = await remove({ rateId: id });
    onChange();
    if (outcome.status !== 'success') return;
    undoable({
      message: t('team.rateRemoved'),
      undo: async () => {
        await putBack({ input: { ...rate, memberId, amount: amount.amount } });
        onChange();
      },
    });
  };
  return (
    <Card label={title}>
      <CardHeader
        title={title}
        {...(hint && { sub: hint })}
        ruled
        aside={
          canEdit && !isAdding ? (
            <Button size="xs" onClick={() => setAdding(true)}>
              {t('team.addRate')}
            </Button>
          ) : null
        }
      />
      {rates.length === 0 && !isAdding ? <CardBody>{t('team.noRates')}</CardBody> : null}
      <ul>
        {rates.map((rate) => (
          <li key={rate.id} className={classes.rate}>
            <span>
              {t(`discipline.${rate.discipline}`)},{' '}
              {rate.deliverableType ? t(`deliverable.${rate.deliverableType as DeliverableType}`) : t('team.anyType')}
              <br />
              <span className={classes.since}>{t('team.since', { day: format.day(rate.validFrom) })}</span>
            </span>
            <span>
              <MoneyText value={rate.amount} /> {t(`team.per${rate.unit}`)}
            </span>
            {canEdit ? (
              <ActionIcon aria-label={t('team.removeRate')} onClick={() => void removeWithUndo(rate)}>
                <IconClose />
              </ActionIcon>
            ) : null}
          </li>
        ))}
      </ul>
      {isAdding ? (
        <CardBody>
          <RateForm
            memberId={memberId}
            currency={currency}
            discipline={disciplines?.[0] ?? 'COPY'}
            onCancel={() => setAdding(false)}
            onDone={() => {
              setAdding(false);
              onChange();
            }}
          />
        </CardBody>
      ) : null}
    </Card>
  );
}

interface Values {
  discipline: TeamRate['discipline'];
  deliverableType: string | null;
  unit: TeamRate['unit'];
  amount: string;
  validFrom: string;
}

interface RateFormProps {
  memberId: string | null;
  currency: string;
  discipline: TeamRate['discipline'];
  onCancel: () => void;
  onDone: () => void;
}

function RateForm({ memberId, currency, discipline, onCancel, onDone }: RateFormProps) {
  const t = useT();
  const { timeZone } = useFormat();
  // the agency's day, wherever its owner is
  const today = new Date().toLocaleDateString('sv-SE', { timeZone });
  const form = useForm<Values>({
    initialValues: { discipline, deliverableType: null, unit: 'DELIVERABLE', amount: '', validFrom: today },
  });
  const [setRate, isRunning] = useCommand(SetRateMutation, { form });
  const submit = form.onSubmit(async (values) => {
    // People write «2 500,50»; the wire wants 2500.50.
    const amount = values.amount.replaceAll(/\s/g, '').replace(',', '.');
    if (amount === '') return form.setFieldError('amount', errorText('required'));
    if (!values.validFrom) return form.setFieldError('validFrom', errorText('required'));
    const outcome = await setRate({ input: { ...values, amount, memberId } });
    if (outcome.status === 'success') onDone();
  });
  const types = deliverableTypesOf(form.values.discipline.toLowerCase() as Lowercase<TeamRate['discipline']>);
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <Select
          label={t('team.disciplines')}
          allowDeselect={false}
          data={(['COPY', 'DESIGN', 'TARGETING'] as const).map((value) => ({ value, label: t(`discipline.${value}`) }))}
          {...form.getInputProps('discipline')}
          onChange={(chosen) => {
            // work of one discipline is no work of another
            form.setValues({ discipline: chosen as TeamRate['discipline'], deliverableType: null });
          }}
        />
        <Select
          label={t('team.type')}
          placeholder={t('team.anyType')}
          clearable
          data={types.map((value) => ({ value, label: t(`deliverable.${value}`) }))}
          {...form.getInputProps('deliverableType')}
        />
        <Group grow align="start">
          <Select
            label={t('team.unit')}
            allowDeselect={false}
            data={(['DELIVERABLE', 'HOUR'] as const).map((value) => ({ value, label: t(`team.per${value}`) }))}
            {...form.getInputProps('unit')}
          />
          <TextInput
            label={t('team.amount')}
            inputMode="decimal"
            rightSection={currency}
            rightSectionWidth={56}
            {...form.getInputProps('amount')}
          />
        </Group>
        <DateInput label={t('team.from')} valueFormat="D MMMM YYYY" {...form.getInputProps('validFrom')} />
        <Group justify="end">
          <Button variant="subtle" onClick={onCancel}>
            {t('team.cancel')}
          </Button>
          <Button type="submit" loading={isRunning}>
            {t('team.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
