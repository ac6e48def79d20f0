import { Button, PasswordInput, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { toast, useCommand } from '@planerka/platform/web';
import { useT } from '../locales';
import { ChangePasswordMutation } from './account-documents';

export function PasswordForm({ email }: { email: string }) {
  const t = useT();
  const form = useForm({ initialValues: { currentPassword: '', newPassword: '' } });
  const [change, isRunning] = useCommand(ChangePasswordMutation, { form });
  const submit = form.onSubmit(async (input) => {
    const outcome = await change({ input });
    if (outcome.status !== 'success') return;
    form.reset();
    toast(t('account.passwordChanged'));
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack maw="calc(var(--s-12) * 9)">
        {/* a password manager asks whose password it keeps */}
        <input type="email" autoComplete="username" value={email} readOnly hidden />
        <PasswordInput
          label={t('account.currentPassword')}
          autoComplete="current-password"
          {...form.getInputProps('currentPassword')}
        />
        <PasswordInput
          label={t('account.newPassword')}
          description={t('entry.passwordHint')}
          autoComplete="new-password"
          {...form.getInputProps('newPassword')}
        />
        <Button type="submit" loading={isRunning}>
          {t('account.changePassword')}
        </Button>
      </Stack>
    </form>
  );
}
