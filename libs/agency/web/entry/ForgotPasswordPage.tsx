import { Button, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { AppLink, graphql, Notice, useCommand } from '@planerka/platform/web';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useT } from '../locales';
import { EntryCard } from './EntryCard';

const ForgotPasswordQuery = graphql(`
  query ForgotPassword {
    signInOptions {
      isMailConfigured
    }
  }
`);

const RequestPasswordResetMutation = graphql(`
  mutation RequestPasswordReset($email: String!) {
    requestPasswordReset(email: $email) {
      isMailConfigured
    }
  }
`);

export function ForgotPasswordPage() {
  const t = useT();
  const [{ data, fetching }] = useQuery({ query: ForgotPasswordQuery });
  const form = useForm({ initialValues: { email: '' } });
  const [request, isRunning] = useCommand(RequestPasswordResetMutation);
  const [sentTo, setSentTo] = useState<string | null>(null);
  const submit = form.onSubmit(async ({ email }) => {
    const outcome = await request({ email });
    if (outcome.status === 'success') setSentTo(email);
  });
  const isByOwner = data?.signInOptions.isMailConfigured === false;
  return (
    <EntryCard title={t('reset.forgot')} foot={<AppLink href="/sign-in">{t('reset.back')}</AppLink>}>
      {fetching ? null : isByOwner ? (
        <p>{t('reset.askOwner')}</p>
      ) : sentTo !== null ? (
        <Notice title={t('reset.sentTitle')}>{t('reset.sentText', { email: sentTo })}</Notice>
      ) : (
        <form onSubmit={submit} noValidate>
          <Stack>
            <p>{t('reset.text')}</p>
            <TextInput
              label={t('entry.email')}
              type="email"
              autoComplete="username"
              autoFocus
              {...form.getInputProps('email')}
            />
            <Button type="submit" variant="filled" size="md" fullWidth loading={isRunning}>
              {t('reset.send')}
            </Button>
          </Stack>
        </form>
      )}
    </EntryCard>
  );
}
