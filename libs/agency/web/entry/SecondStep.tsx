import { Button, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { graphql, InvalidInputFragment, Notice, useCommand } from '@planerka/platform/web';
import { useState } from 'react';
import { useT } from '../locales';

const VerifySecondFactorMutation = graphql(
  `
    mutation VerifySecondFactor($input: VerifySecondFactorInput!) {
      verifySecondFactor(input: $input) {
        __typename
        ... on SignedIn {
          viewer {
            id
          }
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

interface SecondStepProps {
  onSignedIn: () => void;
  /** To the password again. */
  onBack: () => void;
}

export function SecondStep({ onSignedIn, onBack }: SecondStepProps) {
  const t = useT();
  const [isRecoveryCode, setRecoveryCode] = useState(false);
  const form = useForm({ initialValues: { code: '' } });
  const [verify, isRunning] = useCommand(VerifySecondFactorMutation, { form, isQuiet: true });
  const [problem, setProblem] = useState<string | null>(null);
  const submit = form.onSubmit(async ({ code }) => {
    setProblem(null);
    const outcome = await verify({ input: { code, isRecoveryCode } });
    if (outcome.status === 'success') return onSignedIn();
    if (outcome.status === 'failed' || outcome.issues.length === 0) setProblem(outcome.message);
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        {problem ? <Notice tone="danger" title={problem} /> : null}
        <p>{t(isRecoveryCode ? 'secondFactor.askRecovery' : 'secondFactor.ask')}</p>
        <TextInput
          key={String(isRecoveryCode)}
          label={t(isRecoveryCode ? 'secondFactor.recoveryCode' : 'secondFactor.code')}
          inputMode={isRecoveryCode ? 'text' : 'numeric'}
          autoComplete="one-time-code"
          autoFocus
          {...form.getInputProps('code')}
        />
        <Button type="submit" variant="filled" size="md" fullWidth loading={isRunning}>
          {t('entry.signInAction')}
        </Button>
        <Button
          variant="subtle"
          onClick={() => {
            form.reset();
            setRecoveryCode(!isRecoveryCode);
          }}
        >
          {t(isRecoveryCode ? 'secondFactor.byApp' : 'secondFactor.noPhone')}
        </Button>
        <Button variant="subtle" onClick={onBack}>
          {t('secondFactor.back')}
        </Button>
      </Stack>
    </form>
  );
}
