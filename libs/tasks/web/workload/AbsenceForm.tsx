import { Button, Group, Select, Stack, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useForm } from '@mantine/form';
import { FormErrors, toast, useCommand } from '@planerka/platform/web';
import { AddAbsenceMutation } from './absence-documents';
import { useT } from './locales';

const kinds = ['VACATION', 'SICK', 'OTHER'] as const;
type Kind = (typeof kinds)[number];

/** Days away, from and to; the calendar comes with the form. */
export function AbsenceForm({ memberId, onClose }: { memberId: string; onClose: () => void }) {
  const t = useT();
  const form = useForm({
    initialValues: {
      kind: 'VACATION' as Kind,
      startsOn: null as string | null,
      endsOn: null as string | null,
      note: '',
    },
  });
  const [add, isRunning] = useCommand(AddAbsenceMutation, { form });
  async function submit(): Promise<void> {
    const { kind, startsOn, endsOn, note } = form.values;
    const outcome = await add({
      input: { memberId, kind, startsOn: startsOn ?? '', endsOn: endsOn ?? startsOn ?? '', note },
    });
    if (outcome.status !== 'success') return;
    toast(t('away.added'));
    onClose();
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Stack gap="sm">
        <FormErrors form={form} labels={{ startsOn: t('away.from'), endsOn: t('away.to'), note: t('away.note') }} />
        <Select
          label={t('away.kind')}
          allowDeselect={false}
          data={kinds.map((value) => ({ value, label: t(`away.kinds.${value}`) }))}
          {...form.getInputProps('kind')}
        />
        <Group grow align="flex-start">
          <DateInput label={t('away.from')} valueFormat="D MMM YYYY" {...form.getInputProps('startsOn')} />
          <DateInput label={t('away.to')} valueFormat="D MMM YYYY" {...form.getInputProps('endsOn')} />
        </Group>
        <TextInput
          label={t('away.note')}
          description={t('away.noteHint')}
          maxLength={500}
          {...form.getInputProps('note')}
        />
        <Group justify="flex-end" gap="sm">
          <Button variant="subtle" onClick={onClose}>
            {t('away.cancel')}
          </Button>
          <Button type="submit" loading={isRunning}>
            {t('away.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
