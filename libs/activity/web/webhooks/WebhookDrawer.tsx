import { Button, Drawer, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { FormErrors, toast, useCommand, useSeenVersion } from '@planerka/platform/web';
import { useState } from 'react';
import { EventChoice } from './EventChoice';
import { useT } from './locales';
import { SecretShown } from './SecretShown';
import { CreateWebhookMutation, UpdateWebhookMutation, type Hook } from './webhook-documents';

interface WebhookDrawerProps {
  /** Null makes a new one; undefined keeps the drawer closed. */
  hook: Hook | null | undefined;
  onClose: () => void;
  onChanged: () => void;
}

export function WebhookDrawer({ hook, onClose, onChanged }: WebhookDrawerProps) {
  const t = useT();
  return (
    <Drawer
      opened={hook !== undefined}
      onClose={onClose}
      closeButtonProps={{ 'aria-label': t('close') }}
      title={hook ? t('edit') : t('add')}
    >
      {hook === undefined ? null : <WebhookForm hook={hook} onClose={onClose} onChanged={onChanged} />}
    </Drawer>
  );
}

function WebhookForm({ hook, onClose, onChanged }: WebhookDrawerProps & { hook: Hook | null }) {
  const t = useT();
  const [secret, setSecret] = useState<string | null>(null);
  const form = useForm({
    initialValues: { name: hook?.name ?? '', url: hook?.url ?? '', events: hook?.events ?? [] },
  });
  const { seen, catchUp } = useSeenVersion(hook?.version ?? 1);
  const [create, isCreating] = useCommand(CreateWebhookMutation, { form });
  const [update, isUpdating] = useCommand(UpdateWebhookMutation, {
    form,
    onReload: () => {
      catchUp();
      onChanged();
    },
  });
  const submit = form.onSubmit(async (values) => {
    if (hook) {
      const outcome = await update({ input: { ...values, webhookId: hook.id, expectedVersion: seen } });
      if (outcome.status !== 'success') return;
      toast(t('saved'));
      onChanged();
      onClose();
    } else {
      const outcome = await create({ input: values });
      if (outcome.status !== 'success') return;
      setSecret(outcome.result.secret);
      onChanged();
    }
  });
  if (secret !== null) return <SecretShown secret={secret} onDone={onClose} />;
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <TextInput
          label={t('name')}
          placeholder={t('namePlaceholder')}
          data-autofocus
          data-path="name"
          {...form.getInputProps('name')}
        />
        <TextInput
          label={t('url')}
          description={t('urlHint')}
          placeholder="https://crm.example/planerka"
          type="url"
          inputMode="url"
          autoComplete="off"
          data-path="url"
          {...form.getInputProps('url')}
        />
        <EventChoice {...form.getInputProps('events')} />
        <FormErrors form={form} labels={{ name: t('name'), url: t('url'), events: t('events') }} />
        <Button type="submit" variant="filled" loading={isCreating || isUpdating}>
          {hook ? t('save') : t('create')}
        </Button>
      </Stack>
    </form>
  );
}
