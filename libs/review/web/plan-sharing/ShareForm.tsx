import { Button, Checkbox, CopyButton, NativeSelect, Radio, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { DatePickerInput } from '@mantine/dates';
import { useForm } from '@mantine/form';
import { FormErrors, IconCheck, IconCopy, Notice, useCommand } from '@planerka/platform/web';
import { useState } from 'react';
import { useT } from './locales';
import { SharePlanMutation, type Sharing } from './plan-sharing-documents';
import type { PlanMonth } from './PlanSharing';

const choices = [7, 14, 30, 60, 90];

interface Values {
  contactId: string;
  name: string;
  days: string;
  asksApproval: boolean;
  /** Whose word decides. */
  word: 'any' | 'all' | 'final';
  /** "2026-12-08"; null: whenever. */
  dueOn: string | null;
  message: string;
  pin: string;
}

interface Made {
  readonly url: string;
  readonly mailedTo: string | null;
}

/** One link for one person; the address is shown once. */
export function ShareForm({
  clientId,
  month,
  sharing: { contacts, entries, links, approvalMode },
}: PlanMonth & { sharing: Sharing }) {
  const t = useT();
  const [made, setMade] = useState<Made | null>(null);
  // As the month was shared last, else as the client usually answers.
  const isOfAll = approvalMode === 'ALL' || links.some(({ mustAgree, state }) => mustAgree && state === 'OPEN');
  const usually = isOfAll ? 'all' : contacts[0]?.isFinalApprover ? 'final' : 'any';
  const form = useForm<Values>({
    initialValues: {
      contactId: contacts[0]?.id ?? '',
      name: '',
      days: '30',
      asksApproval: entries.length > 0,
      word: usually,
      dueOn: null,
      message: '',
      pin: '',
    },
  });
  const [share, isRunning] = useCommand(SharePlanMutation, { form });
  const submit = form.onSubmit(async ({ contactId, name, days, pin, dueOn, word, ...values }) => {
    const outcome = await share({
      input: {
        clientId,
        month,
        ...values,
        contactId: contactId === '' ? null : contactId,
        name: contactId === '' && name.trim() !== '' ? name : null,
        days: Number(days),
        isFinal: values.asksApproval && word === 'final',
        mustAgree: values.asksApproval && word === 'all',
        dueOn: values.asksApproval ? dueOn : null,
        pin: pin === '' ? null : pin,
      },
    });
    if (outcome.status === 'success') setMade(outcome.result);
  });
  if (made) {
    return (
      <Stack gap="xs">
        <Notice>{made.mailedTo ? t('mailed', { email: made.mailedTo }) : t('madeHint')}</Notice>
        <TextInput label={t('made')} value={made.url} readOnly onFocus={(event) => event.currentTarget.select()} />
        <CopyButton value={made.url}>
          {({ copied, copy }) => (
            <Button variant="filled" leftSection={copied ? <IconCheck /> : <IconCopy />} onClick={copy}>
              {t(copied ? 'copied' : 'copy')}
            </Button>
          )}
        </CopyButton>
        <Button
          onClick={() => {
            form.reset();
            setMade(null);
          }}
        >
          {t('another')}
        </Button>
      </Stack>
    );
  }
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <NativeSelect
          label={t('form.who')}
          description={t('form.whoHint')}
          data-path="contactId"
          data={[
            ...contacts.map(({ id, name, position }) => ({
              value: id,
              label: [name, position].filter(Boolean).join(', '),
            })),
            { value: '', label: t('form.other') },
          ]}
          {...form.getInputProps('contactId')}
        />
        {form.values.contactId === '' && (
          <TextInput
            label={t('form.name')}
            description={t('form.nameHint')}
            data-path="name"
            {...form.getInputProps('name')}
          />
        )}
        <Checkbox
          label={t('form.asks')}
          description={t('form.asksHint')}
          {...form.getInputProps('asksApproval', { type: 'checkbox' })}
        />
        {form.values.asksApproval && (
          <>
            <Radio.Group label={t('form.word')} {...form.getInputProps('word')}>
              <Stack gap="xs" mt="xs">
                {(['any', 'all', 'final'] as const).map((word) => (
                  <Radio key={word} value={word} label={t(`form.${word}`)} description={t(`form.${word}Hint`)} />
                ))}
              </Stack>
            </Radio.Group>
            <DatePickerInput
              label={t('form.due')}
              description={t('form.dueHint')}
              placeholder={t('form.dueAny')}
              valueFormat="D MMMM YYYY"
              minDate={new Date()}
              clearable
              data-path="dueOn"
              {...form.getInputProps('dueOn')}
            />
          </>
        )}
        <NativeSelect
          label={t('form.days')}
          data-path="days"
          data={choices.map((days) => String(days))}
          {...form.getInputProps('days')}
        />
        <Textarea
          label={t('form.message')}
          autosize
          minRows={2}
          data-path="message"
          {...form.getInputProps('message')}
        />
        <TextInput
          label={t('form.pin')}
          description={t('form.pinHint')}
          inputMode="numeric"
          autoComplete="off"
          data-path="pin"
          {...form.getInputProps('pin')}
        />
        <FormErrors
          form={form}
          labels={{
            dueOn: t('form.due'),
            days: t('form.days'),
            pin: t('form.pin'),
            name: t('form.name'),
            contactId: t('form.who'),
          }}
        />
        <Button type="submit" variant="filled" loading={isRunning}>
          {t('form.submit')}
        </Button>
        {entries.length === 0 && <Text size="sm">{t('items', { count: 0 })}</Text>}
      </Stack>
    </form>
  );
}
