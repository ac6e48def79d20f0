import { Button, Group, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useForm } from '@mantine/form';
import { Temporal } from '@planerka/platform/domain';
import { FormErrors, useCommand, useFormat, useUndoable } from '@planerka/platform/web';
import { durationText, parseDuration } from '@planerka/tasks/domain';
import { useT } from './locales';
import { ChangeTimeMutation, EnterTimeMutation, RemoveTimeMutation, type TimeEntry } from './time-documents';
import { useTimeText } from './use-time';
import classes from './Time.module.css';

export interface EntryFormProps {
  taskId: string;
  /** Null: a new one. */
  entry: TimeEntry | null;
  onClose: () => void;
}

/** A day, how long, and in a word what for. */
export function EntryForm({ taskId, entry, onClose }: EntryFormProps) {
  const t = useT();
  const { timeZone } = useFormat();
  const timeText = useTimeText();
  const undoable = useUndoable();
  const form = useForm({
    initialValues: {
      spentOn: entry?.spentOn ?? Temporal.Now.plainDateISO(timeZone).toString(),
      minutes: entry?.minutes ? durationText(entry.minutes) : '',
      note: entry?.note ?? '',
    },
  });
  const [enter, isEntering] = useCommand(EnterTimeMutation, { form });
  const [change, isChanging] = useCommand(ChangeTimeMutation, { form });
  const [remove] = useCommand(RemoveTimeMutation);

  const submit = form.onSubmit(async ({ spentOn, minutes: text, note }) => {
    const minutes = parseDuration(text);
    if (minutes === null) return form.setFieldError('minutes', t('wrong'));
    if (entry) {
      const outcome = await change({
        input: { entryId: entry.id, expectedVersion: entry.version, spentOn, minutes, note },
      });
      if (outcome.status !== 'success') return;
      const { version } = outcome.result;
      undoable({
        of: entry.id,
        message: t('changed'),
        undo: async () => {
          const before = { spentOn: entry.spentOn, minutes: entry.minutes ?? minutes, note: entry.note };
          await change({ input: { entryId: entry.id, expectedVersion: version, ...before } });
        },
      });
    } else {
      const outcome = await enter({ input: { taskId, spentOn, minutes, note } });
      if (outcome.status !== 'success') return;
      const { entryId } = outcome.result;
      undoable({
        of: entryId,
        message: t('entered', { time: timeText(minutes) }),
        undo: async () => void (await remove({ entryId })),
      });
    }
    onClose();
  });
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <Group grow align="flex-start" gap="sm">
        <DateInput
          size="xs"
          label={t('day')}
          valueFormat="D MMM YYYY"
          maxDate={Temporal.Now.plainDateISO(timeZone).toString()}
          {...form.getInputProps('spentOn')}
          onChange={(value) => form.setFieldValue('spentOn', value ?? '')}
        />
        <TextInput
          size="xs"
          label={t('duration')}
          placeholder={t('durationHint')}
          data-autofocus
          {...form.getInputProps('minutes')}
        />
      </Group>
      <TextInput size="xs" label={t('note')} maxLength={300} {...form.getInputProps('note')} />
      <FormErrors form={form} labels={{ spentOn: t('day'), minutes: t('duration'), note: t('note') }} />
      <Group justify="flex-end" gap="sm">
        <Button size="xs" variant="subtle" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button size="xs" type="submit" loading={isEntering || isChanging}>
          {t('save')}
        </Button>
      </Group>
    </form>
  );
}
