import { Button, PasswordInput, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import {
  AppLink,
  chooseAgency,
  FormErrors,
  graphql,
  useCommand,
  useLanguage,
  InvalidInputFragment,
} from '@planerka/platform/web';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useT } from '../locales';
import { browserTimeZone, timeZoneOptions } from '../settings/time-zones';
import { EntryCard } from './EntryCard';
import { LetterOnItsWay } from './LetterOnItsWay';

const RegisterAgencyMutation = graphql(
  `
    mutation RegisterAgency($input: RegisterAgencyInput!) {
      registerAgency(input: $input) {
        __typename
        ... on SignedIn {
          viewer {
            id
            agency {
              id
            }
          }
        }
        ... on LetterSent {
          email
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

const RegistrationQuery = graphql(`
  query Registration {
    signInOptions {
      isRegistrationOpen
    }
  }
`);

export function RegisterPage() {
  const t = useT();
  const { language } = useLanguage();
  const form = useForm({
    initialValues: { agencyName: '', name: '', email: '', password: '', timeZone: browserTimeZone() },
  });
  const [register, isRunning] = useCommand(RegisterAgencyMutation, { form });

  const [sentTo, setSentTo] = useState<string | null>(null);
  const [{ data }] = useQuery({ query: RegistrationQuery });

  const submit = form.onSubmit(async (values) => {
    const outcome = await register({ input: { ...values, locale: language } });
    if (outcome.status !== 'success') return;
    if (outcome.result.__typename === 'LetterSent') return setSentTo(outcome.result.email);
    chooseAgency(null);
    window.location.assign('/');
  });

  if (sentTo !== null) return <LetterOnItsWay email={sentTo} />;
  if (data?.signInOptions.isRegistrationOpen === false)
    return (
      <EntryCard title={t('entry.closedTitle')}>
        <p>{t('entry.closedText')}</p>
        <Button component={AppLink} href="/sign-in" variant="filled" size="md" fullWidth>
          {t('entry.signInAction')}
        </Button>
      </EntryCard>
    );

  return (
    <EntryCard
      title={t('entry.registerTitle')}
      foot={
        <>
          {t('entry.haveAccount')} <AppLink href="/sign-in">{t('entry.signInAction')}</AppLink>
        </>
      }
    >
      <p>{t('entry.registerText')}</p>
      <form onSubmit={submit} noValidate>
        <Stack>
          <TextInput
            label={t('entry.agencyName')}
            data-path="agencyName"
            placeholder={t('entry.agencyPlaceholder')}
            autoComplete="organization"
            autoFocus
            {...form.getInputProps('agencyName')}
          />
          <TextInput
            label={t('entry.yourName')}
            placeholder={t('entry.namePlaceholder')}
            autoComplete="name"
            {...form.getInputProps('name')}
          />
          <TextInput label={t('entry.email')} type="email" autoComplete="username" {...form.getInputProps('email')} />
          <PasswordInput
            label={t('entry.password')}
            description={t('entry.passwordHint')}
            autoComplete="new-password"
            {...form.getInputProps('password')}
          />
          <Select
            label={t('entry.timeZone')}
            description={t('entry.timeZoneHint')}
            data={timeZoneOptions(t)}
            searchable
            allowDeselect={false}
            {...form.getInputProps('timeZone')}
          />
          <FormErrors form={form} />
          <Button type="submit" variant="filled" size="md" fullWidth loading={isRunning}>
            {t('entry.registerAction')}
          </Button>
        </Stack>
      </form>
    </EntryCard>
  );
}
