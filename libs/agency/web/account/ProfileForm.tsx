import { Button, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { chooseLanguage, FormErrors, toast, useCommand } from '@planerka/platform/web';
import { useT } from '../locales';
import { UpdateProfileMutation, type Account } from './account-documents';

export function ProfileForm({ account }: { account: Account }) {
  const t = useT();
  const form = useForm({ initialValues: { name: account.name, locale: account.locale } });
  const [update, isRunning] = useCommand(UpdateProfileMutation, { form });
  const submit = form.onSubmit(async (input) => {
    const outcome = await update({ input });
    if (outcome.status !== 'success') return;
    // letters and the interface speak one language, unless this browser is told otherwise in the menu
    if (input.locale !== account.locale) chooseLanguage(input.locale === 'en' ? 'en' : 'ru');
    toast(t('account.saved'));
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack maw="calc(var(--s-12) * 9)">
        <TextInput label={t('team.name')} autoComplete="name" data-path="name" {...form.getInputProps('name')} />
        <Select
          label={t('account.locale')}
          description={t('account.localeHint')}
          allowDeselect={false}
          data={[
            { value: 'ru', label: 'Русский' },
            { value: 'en', label: 'English' },
          ]}
          {...form.getInputProps('locale')}
        />
        <FormErrors form={form} />
        <Button type="submit" variant="filled" loading={isRunning}>
          {t('settings.save')}
        </Button>
      </Stack>
    </form>
  );
}
