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
  Row,
  Section,
  Spacer,
  useCommand,
  useFormat,
} from '@planerka/platform/web';
import { useState } from 'react';
import { useT } from '../locales';
import { RemoveRateMutation, SetRateMutation, type TeamRate } from './team-documents';

interface RatesCardProps {
  title: string;
  hint?: string;
  /** Null: rates of the whole agency. */
  memberId: string | null;
  rates: readonly TeamRate[];
  canEdit: boolean;
  onChange: () => void;
}

export function RatesCard({ title, hint, memberId, rates, canEdit, onChange }: RatesCardProps) {
  const t = useT();
  const format = useFormat();
  const [isAdding, setAdding] = useState(false);
  const [remove] = useCommand(RemoveRateMutation);
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
      {rates.map((rate) => (
        <Section key={rate.id}>
          <CardBody>
            <Row>
              <span>
                {t(`discipline.${rate.discipline}`)},{' '}
                {rate.deliverableType ? t(`deliverable.${rate.deliverableType as DeliverableType}`) : t('team.anyType')}
              </span>
              <Spacer />
              <span>
                <MoneyText value={rate.amount} /> {t(`team.per${rate.unit}`)}
              </span>
              {canEdit ? (
                <ActionIcon
                  aria-label={t('team.removeRate')}
                  onClick={async () => {
                    await remove({ rateId: rate.id });
                    onChange();
                  }}
                >
                  <IconClose />
                </ActionIcon>
              ) : null}
            </Row>
            <small>{t('team.since', { day: format.day(rate.validFrom) })}</small>
          </CardBody>
        </Section>
      ))}
      {isAdding ? (
        <CardBody>
          <RateForm
            memberId={memberId}
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

const today = (): string => new Date().toLocaleDateString('sv-SE');

function RateForm({ memberId, onDone }: { memberId: string | null; onDone: () => void }) {
  const t = useT();
  const form = useForm<Values>({
    initialValues: { discipline: 'COPY', deliverableType: null, unit: 'DELIVERABLE', amount: '', validFrom: today() },
  });
  const [setRate, isRunning] = useCommand(SetRateMutation, { form });
  const submit = form.onSubmit(async (values) => {
    // People write «2 500,50»; the wire wants 2500.50.
    const amount = values.amount.replaceAll(/\s/g, '').replace(',', '.');
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
          <TextInput label={t('team.amount')} inputMode="decimal" {...form.getInputProps('amount')} />
        </Group>
        <DateInput label={t('team.from')} {...form.getInputProps('validFrom')} />
        <Group justify="end">
          <Button variant="subtle" onClick={onDone}>
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
