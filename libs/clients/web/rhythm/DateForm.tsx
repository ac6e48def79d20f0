import { Button, Checkbox, Group, Select, Textarea, TextInput } from '@mantine/core';
import { DatePickerInput } from '@mantine/dates';
import { useForm } from '@mantine/form';
import { FormErrors, Stack, toast, useCommand, usePersistentDraft, useSeenVersion } from '@planerka/platform/web';
import { useT } from '../locales';
import { CreateClientDateMutation, UpdateClientDateMutation, type ClientDate } from './rhythm.documents';

export interface DateFormProps {
  clientId: string;
  /** Null for a new one. */
  date: ClientDate | null;
  onReload: () => void;
  onDone: () => void;
}

const kinds = ['OCCASION', 'AWAY'] as const;

export function DateForm({ clientId, date, onReload, onDone }: DateFormProps) {
  const t = useT();
  const draft = usePersistentDraft(`client-date-${date?.id ?? clientId}`, {
    title: date?.title ?? '',
    kind: date?.kind ?? 'OCCASION',
    startsOn: date?.startsOn ?? (null as string | null),
    endsOn: date?.endsOn ?? (null as string | null),
    isYearly: date?.isYearly ?? false,
    note: date?.note ?? '',
  });
  const form = useForm({ initialValues: draft.initial, onValuesChange: draft.keep });
  const [create, isCreating] = useCommand(CreateClientDateMutation, { form });
  const { seen, catchUp } = useSeenVersion(date?.version ?? 1);
  const [update, isUpdating] = useCommand(UpdateClientDateMutation, {
    form,
    onReload: () => {
      catchUp();
      onReload();
    },
  });
  const submit = form.onSubmit(async ({ startsOn, endsOn, ...values }) => {
    const fields = { ...values, startsOn: startsOn ?? '', endsOn: endsOn ?? startsOn ?? '' };
    const outcome = date
      ? await update({ input: { clientDateId: date.id, expectedVersion: seen, ...fields } })
      : await create({ input: { clientId, ...fields } });
    if (outcome.status !== 'success') return;
    draft.clear();
    toast(t('rhythm.dateSaved'));
    onDone();
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <TextInput
          label={t('rhythm.dateTitle')}
          placeholder={t('rhythm.dateTitlePlaceholder')}
          required
          data-autofocus
          {...form.getInputProps('title')}
        />
        <Select
          label={t('rhythm.dateKind')}
          description={t(`rhythm.kindHint.${form.values.kind}`)}
          allowDeselect={false}
          data={kinds.map((value) => ({ value, label: t(`rhythm.kind.${value}`) }))}
          {...form.getInputProps('kind')}
        />
        <Group grow align="flex-start">
          <DatePickerInput
            label={t('rhythm.startsOn')}
            valueFormat="D MMMM YYYY"
            required
            {...form.getInputProps('startsOn')}
          />
          <DatePickerInput
            label={t('rhythm.endsOn')}
            valueFormat="D MMMM YYYY"
            placeholder={t('rhythm.sameDay')}
            clearable
            {...(form.values.startsOn ? { minDate: form.values.startsOn } : {})}
            {...form.getInputProps('endsOn')}
          />
        </Group>
        <Checkbox label={t('rhythm.isYearly')} {...form.getInputProps('isYearly', { type: 'checkbox' })} />
        <Textarea
          label={t('rhythm.note')}
          description={t('rhythm.noteHint')}
          autosize
          minRows={2}
          {...form.getInputProps('note')}
        />
        <FormErrors
          form={form}
          labels={{
            title: t('rhythm.dateTitle'),
            startsOn: t('rhythm.startsOn'),
            endsOn: t('rhythm.endsOn'),
            note: t('rhythm.note'),
          }}
        />
        <Button type="submit" variant="filled" loading={isCreating || isUpdating}>
          {t('save')}
        </Button>
      </Stack>
    </form>
  );
}
