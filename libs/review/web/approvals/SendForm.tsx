import { Button, Checkbox, Group, Radio, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { DateTimePicker } from '@mantine/dates';
import { useForm } from '@mantine/form';
import { Temporal } from '@planerka/platform/domain';
import { FormErrors, IconSend, Notice, toast, useCommand, useFormat, usePersistentDraft } from '@planerka/platform/web';
import { SendForApprovalMutation, type ApprovalDraft, type SentLink } from './approval-documents';
import { useT } from './locales';

/** What the server offers as the time to answer by, in working days ahead. */
const workingDays = [1, 2, 3, 5];

interface Values {
  contactIds: string[];
  /** any, all, or the contact whose word is the last. */
  whose: string;
  dueAt: string | null;
  expiresAt: string | null;
  message: string;
  changes: string;
  pin: string;
}

/** The question itself: filled from who usually decides, and kept as it is written. */
export function SendForm({ draft, onSent }: { draft: ApprovalDraft; onSent: (links: readonly SentLink[]) => void }) {
  const t = useT();
  const format = useFormat();
  const { contacts, subjects, round, includedRounds, dueChoices, silencePolicy, approvalMode } = draft;
  const asked = contacts.filter(({ isApprover }) => isApprover);
  const final = asked.find(({ isFinalApprover }) => isFinalApprover);
  const kept = usePersistentDraft(
    `approval-${subjects
      .map(({ id }) => id)
      .join('-')
      .slice(0, 120)}`,
    { message: '', changes: '' },
  );
  const form = useForm<Values>({
    initialValues: {
      contactIds: (asked.length > 0 ? asked : contacts.slice(0, 1)).map(({ id }) => id),
      whose: approvalMode === 'ALL' && asked.length > 1 ? 'all' : (final?.id ?? 'any'),
      dueAt: null,
      expiresAt: null,
      pin: '',
      ...kept.initial,
    },
    onValuesChange: ({ message, changes }) => kept.keep({ message, changes }),
  });
  const [send, isRunning] = useCommand(SendForApprovalMutation, { form });
  const instant = (local: string | null) =>
    local === null
      ? null
      : Temporal.PlainDateTime.from(local.replace(' ', 'T')).toZonedDateTime(format.timeZone).toInstant().toString();
  const local = (at: string) =>
    Temporal.Instant.from(at)
      .toZonedDateTimeISO(format.timeZone)
      .toPlainDateTime()
      .toString()
      .slice(0, 16)
      .replace('T', ' ');
  const submit = form.onSubmit(async ({ whose, dueAt, expiresAt, pin, changes, message, contactIds }) => {
    const isFinal = contactIds.includes(whose);
    const outcome = await send({
      input: {
        taskIds: subjects.map(({ taskId }) => taskId),
        contactIds,
        mode: whose === 'all' ? 'ALL' : 'ANY',
        finalContactId: isFinal ? whose : null,
        dueAt: instant(dueAt),
        expiresAt: instant(expiresAt),
        message,
        changes: changes
          .split('\n')
          .map((line) => line.trim())
          .filter(Boolean),
        pin: pin === '' ? null : pin,
      },
    });
    if (outcome.status !== 'success') return;
    kept.clear();
    toast(t('send.sentTitle'));
    onSent(outcome.result.links);
  });
  const chosen = contacts.filter(({ id }) => form.values.contactIds.includes(id));
  const used = round - 1;
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <div>
          <Text fw={530}>{t('send.what')}</Text>
          <ul>
            {subjects.map(({ id, title, itemTitle, publishAt, deliverableNumber }) => (
              <li key={id}>
                <Text size="sm" c="dimmed">
                  {[
                    itemTitle,
                    title,
                    publishAt && format.day(publishAt),
                    t('details.version', { number: deliverableNumber }),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </Text>
              </li>
            ))}
          </ul>
        </div>
        {used > 0 && (
          <Notice tone={round > includedRounds ? 'warn' : 'info'}>
            {t('send.rounds', { used, included: includedRounds })}
            {round > includedRounds && ` ${t('send.paidNext')}`}
          </Notice>
        )}
        <Checkbox.Group label={t('send.who')} data-path="contactIds" {...form.getInputProps('contactIds')}>
          <Stack gap="xs" mt="xs">
            {contacts.map(({ id, name, position, email }) => (
              <Checkbox key={id} value={id} label={name} description={[position, email].filter(Boolean).join(' · ')} />
            ))}
          </Stack>
        </Checkbox.Group>
        {chosen.length > 1 && (
          <Radio.Group label={t('send.whose')} {...form.getInputProps('whose')}>
            <Stack gap="xs" mt="xs">
              <Radio value="any" label={t('send.whoseAny')} />
              <Radio value="all" label={t('send.whoseAll')} />
              {chosen.map(({ id, name }) => (
                <Radio key={id} value={id} label={t('send.whoseFinal', { name })} />
              ))}
            </Stack>
          </Radio.Group>
        )}
        <DateTimePicker
          label={t('send.due')}
          valueFormat="D MMMM, HH:mm"
          minDate={new Date()}
          clearable
          data-path="dueAt"
          {...form.getInputProps('dueAt')}
        />
        <Group gap="xs" role="group" aria-label={t('send.dueChoice')}>
          {dueChoices.map((at, index) => (
            <Button key={at} size="xs" onClick={() => form.setFieldValue('dueAt', local(at))}>
              {t('send.dueDays', { count: workingDays[index] ?? 0 })}
            </Button>
          ))}
        </Group>
        <Text size="sm" c="dimmed">
          {t(form.values.dueAt ? `silence.${silencePolicy}` : 'silence.noDue')}
        </Text>
        <Textarea
          label={t('send.message')}
          placeholder={t('send.messagePlaceholder')}
          autosize
          minRows={2}
          data-path="message"
          {...form.getInputProps('message')}
        />
        {used > 0 && (
          <Textarea
            label={t('send.changes')}
            description={t('send.changesHint')}
            autosize
            minRows={2}
            data-path="changes"
            {...form.getInputProps('changes')}
          />
        )}
        <TextInput
          label={t('send.pin')}
          description={t('send.pinHint')}
          inputMode="numeric"
          autoComplete="off"
          data-path="pin"
          {...form.getInputProps('pin')}
        />
        <DateTimePicker
          label={t('send.expires')}
          description={t('send.expiresHint')}
          valueFormat="D MMMM, HH:mm"
          minDate={new Date()}
          clearable
          data-path="expiresAt"
          {...form.getInputProps('expiresAt')}
        />
        <FormErrors form={form} labels={{ pin: t('send.pin'), dueAt: t('send.due'), contactIds: t('send.who') }} />
        <Button type="submit" variant="filled" loading={isRunning} leftSection={<IconSend />}>
          {t('send.submit')}
        </Button>
      </Stack>
    </form>
  );
}
