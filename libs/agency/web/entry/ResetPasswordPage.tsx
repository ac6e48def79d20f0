import { Button, PasswordInput, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { AppLink, graphql, InvalidInputFragment, Notice, useCommand, usePathParam } from '@planerka/platform/web';
import { useState } from 'react';
import { useT } from '../locales';
import { EntryCard } from './EntryCard';

const ResetPasswordMutation = graphql(
  `
    mutation ResetPassword($input: ResetPasswordInput!) {
      resetPassword(input: $input) {
        __typename
        ... on PasswordReset {
          done
        }
        ...InvalidInput
        ... on TooManyAttempts {
          retryAfter
        }
      }
    }
  `,
  [InvalidInputFragment],
);

export function ResetPasswordPage() {
  const t = useT();
  const token = usePathParam('token');
  const form = useForm({ initialValues: { newPassword: '' } });
  const [reset, isRunning] = useCommand(ResetPasswordMutation, { form });
  const [state, setState] = useState<'open' | 'done' | 'over'>('open');
  const submit = form.onSubmit(async ({ newPassword }) => {
    const outcome = await reset({ input: { token, newPassword } });
    if (outcome.status === 'success') setState('done');
    if (outcome.status === 'refused' && outcome.issues.some(({ path }) => path === 'token')) setState('over');
  });
  return (
    <EntryCard title={t('reset.title')} foot={<AppLink href="/sign-in">{t('reset.back')}</AppLink>}>
      {state === 'done' ? (
        <Stack>
          <Notice title={t('reset.doneTitle')}>{t('reset.doneText')}</Notice>
          <Button component={AppLink} href="/sign-in" variant="filled" size="md" fullWidth>
            {t('entry.signInAction')}
          </Button>
        </Stack>
      ) : state === 'over' ? (
        <Stack>
          <Notice tone="warn" title={t('reset.overTitle')}>
            {t('reset.overText')}
          </Notice>
          <Button component={AppLink} href="/forgot-password" variant="filled" size="md" fullWidth>
            {t('reset.again')}
          </Button>
        </Stack>
      ) : (
        <form onSubmit={submit} noValidate>
          <Stack>
            <PasswordInput
              label={t('account.newPassword')}
              description={t('entry.passwordHint')}
              autoComplete="new-password"
              autoFocus
              {...form.getInputProps('newPassword')}
            />
            <Button type="submit" variant="filled" size="md" fullWidth loading={isRunning}>
              {t('reset.save')}
            </Button>
          </Stack>
        </form>
      )}
    </EntryCard>
  );
}
