import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { AppLink, chooseAgency, graphql, Notice, useCommand, InvalidInputFragment } from '@planerka/platform/web';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useT } from '../locales';
import { EntryCard } from './EntryCard';
import { placeAfterSignIn } from './place-after-sign-in';
import { ProviderButton } from './ProviderButton';
import { SecondStep } from './SecondStep';

const SignInMutation = graphql(
  `
    mutation SignIn($input: SignInInput!) {
      signIn(input: $input) {
        __typename
        ... on SignedIn {
          viewer {
            id
          }
        }
        ... on SecondFactorNeeded {
          needed
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

const SignInOptionsQuery = graphql(`
  query SignInOptions {
    signInOptions {
      providerName
      isMailConfigured
      isRegistrationOpen
    }
  }
`);

export function SignInPage() {
  const t = useT();
  const [{ data }] = useQuery({ query: SignInOptionsQuery });
  const providerName = data?.signInOptions.providerName;
  const asked = new URLSearchParams(window.location.search);
  const isRefusedByProvider = asked.has('error');
  const form = useForm({ initialValues: { email: '', password: '' } });
  const [signIn, isRunning] = useCommand(SignInMutation, { form, isQuiet: true });
  const [problem, setProblem] = useState<string | null>(null);

  const [isHalfway, setHalfway] = useState(asked.get('step') === 'code');
  const enter = () => {
    // Another person's choice of agency on this browser means nothing to this one.
    chooseAgency(null);
    window.location.assign(placeAfterSignIn());
  };

  const submit = form.onSubmit(async (input) => {
    setProblem(null);
    const outcome = await signIn({ input });
    if (outcome.status !== 'success') return setProblem(outcome.message);
    if (outcome.result.__typename === 'SecondFactorNeeded') return setHalfway(true);
    enter();
  });

  if (isHalfway)
    return (
      <EntryCard title={t('secondFactor.title')}>
        <SecondStep onSignedIn={enter} onBack={() => setHalfway(false)} />
      </EntryCard>
    );

  return (
    <EntryCard
      title={t('entry.signIn')}
      foot={
        data?.signInOptions.isRegistrationOpen === false ? undefined : (
          <>
            {t('entry.noAccount')} <AppLink href="/register">{t('entry.register')}</AppLink>
          </>
        )
      }
    >
      <form onSubmit={submit} noValidate>
        <Stack>
          {isRefusedByProvider ? <Notice tone="warn" title={t('entry.providerRefused')} /> : null}
          {problem ? <Notice tone="danger" title={problem} /> : null}
          {problem && data?.signInOptions.isMailConfigured ? <p>{t('entry.maybeUnconfirmed')}</p> : null}
          <TextInput
            label={t('entry.email')}
            type="email"
            autoComplete="username"
            autoFocus
            required
            withAsterisk={false}
            {...form.getInputProps('email')}
          />
          <PasswordInput
            label={t('entry.password')}
            autoComplete="current-password"
            required
            withAsterisk={false}
            {...form.getInputProps('password')}
          />
          <Button type="submit" variant="filled" size="md" fullWidth loading={isRunning}>
            {t('entry.signInAction')}
          </Button>
          <AppLink href="/forgot-password">{t('reset.forgot')}</AppLink>
          {providerName ? <ProviderButton name={providerName} /> : null}
        </Stack>
      </form>
    </EntryCard>
  );
}
