import { Button, PasswordInput, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Card, CardBody, CardHeader, Chip, toast, useCommand } from '@planerka/platform/web';
import { lazy, Suspense, useState } from 'react';
import { useT } from '../locales';
import {
  BeginSecondFactorMutation,
  EndSecondFactorMutation,
  RenewRecoveryCodesMutation,
  type Account,
} from './account-documents';
import { RecoveryCodes } from './RecoveryCodes';
import type { Begun } from './SecondFactorSetup';

const SecondFactorSetup = lazy(() =>
  import('./SecondFactorSetup').then((file) => ({ default: file.SecondFactorSetup })),
);

type Step = { kind: 'rest' } | { kind: 'begin' | 'end' | 'renew' } | { kind: 'setup'; begun: Begun } | Codes;
interface Codes {
  kind: 'codes';
  codes: readonly string[];
}

/** An authenticator app beside the password: turned on with a first code, off with the password. */
export function SecondFactorCard({ account }: { account: Account }) {
  const t = useT();
  const [step, setStep] = useState<Step>({ kind: 'rest' });
  const rest = () => setStep({ kind: 'rest' });
  return (
    <Card label={t('secondFactor.title')}>
      <CardHeader
        title={t('secondFactor.title')}
        ruled
        aside={
          account.hasSecondFactor ? (
            <Chip tone="done">{t('secondFactor.on')}</Chip>
          ) : (
            <Chip>{t('secondFactor.off')}</Chip>
          )
        }
      />
      <CardBody>
        <Stack>
          {step.kind === 'setup' ? (
            <Suspense>
              <SecondFactorSetup begun={step.begun} onDone={rest} />
            </Suspense>
          ) : step.kind === 'codes' ? (
            <RecoveryCodes codes={step.codes} onDone={rest} />
          ) : (
            <>
              <p>{t(account.hasSecondFactor ? 'secondFactor.onText' : 'secondFactor.offText')}</p>
              {step.kind === 'rest' ? (
                account.hasSecondFactor ? (
                  <>
                    <Button onClick={() => setStep({ kind: 'renew' })}>{t('secondFactor.renew')}</Button>
                    <Button variant="subtle" onClick={() => setStep({ kind: 'end' })}>
                      {t('secondFactor.turnOff')}
                    </Button>
                  </>
                ) : (
                  <Button onClick={() => setStep({ kind: 'begin' })}>{t('secondFactor.turnOn')}</Button>
                )
              ) : (
                <PasswordStep kind={step.kind} hasPassword={account.hasPassword} onStep={setStep} onCancel={rest} />
              )}
            </>
          )}
        </Stack>
      </CardBody>
    </Card>
  );
}

interface PasswordStepProps {
  kind: 'begin' | 'end' | 'renew';
  /** Whoever comes by a provider alone has none to give. */
  hasPassword: boolean;
  onStep: (step: Step) => void;
  onCancel: () => void;
}

/** Whoever sits down at an unlocked computer must not change how its owner signs in. */
function PasswordStep({ kind, hasPassword, onStep, onCancel }: PasswordStepProps) {
  const t = useT();
  const form = useForm({ initialValues: { password: '' } });
  const [begin, isBeginning] = useCommand(BeginSecondFactorMutation, { form });
  const [end, isEnding] = useCommand(EndSecondFactorMutation, { form });
  const [renew, isRenewing] = useCommand(RenewRecoveryCodesMutation, { form });
  const steps = {
    begin: async (password: string) => {
      const outcome = await begin({ password });
      if (outcome.status === 'success') onStep({ kind: 'setup', begun: outcome.result });
    },
    end: async (password: string) => {
      const outcome = await end({ password });
      if (outcome.status !== 'success') return;
      toast(t('secondFactor.turnedOff'));
      onCancel();
    },
    renew: async (password: string) => {
      const outcome = await renew({ password });
      if (outcome.status === 'success') onStep({ kind: 'codes', codes: outcome.result.recoveryCodes });
    },
  };
  return (
    <form onSubmit={form.onSubmit(({ password }) => steps[kind](password))} noValidate>
      <Stack>
        {hasPassword ? (
          <PasswordInput
            label={t('secondFactor.password')}
            autoComplete="current-password"
            data-autofocus
            autoFocus
            {...form.getInputProps('password')}
          />
        ) : null}
        <Button type="submit" loading={isBeginning || isEnding || isRenewing}>
          {t(kind === 'end' ? 'secondFactor.turnOff' : 'secondFactor.next')}
        </Button>
        <Button variant="subtle" onClick={onCancel}>
          {t('team.cancel')}
        </Button>
      </Stack>
    </form>
  );
}
