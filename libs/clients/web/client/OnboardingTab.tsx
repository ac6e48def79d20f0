import { Checkbox, TextInput } from '@mantine/core';
import { onboardingSteps } from '@planerka/clients/domain';
import {
  Card,
  CardHeader,
  type FragmentOf,
  graphql,
  readFragment,
  useCommand,
  useFormat,
  InvalidInputFragment,
} from '@planerka/platform/web';
import { useState } from 'react';
import { useT } from '../locales';
import classes from './OnboardingTab.module.css';

export const OnboardingTab_client = graphql(`
  fragment OnboardingTab_client on Client {
    id
    nextSteps
    openOnboardingSteps
    onboarding {
      id
      key
      isDone
      note
      doneAt
      doneBy
    }
  }
`);

const MarkOnboardingStepMutation = graphql(
  `
    mutation MarkOnboardingStep($input: MarkOnboardingStepInput!) {
      markOnboardingStep(input: $input) {
        __typename
        ... on ClientChanged {
          client {
            id
            ...OnboardingTab_client
          }
        }
        ...InvalidInput
      }
    }
  `,
  [InvalidInputFragment, OnboardingTab_client],
);

/** The checklist: each tick and note is saved at once. */
export function OnboardingTab({ client: ref }: { client: FragmentOf<typeof OnboardingTab_client> }) {
  const client = readFragment(OnboardingTab_client, ref);
  const t = useT();
  const format = useFormat();
  const [mark] = useCommand(MarkOnboardingStepMutation);
  const steps = client.onboarding ?? [];
  const done = steps.filter(({ isDone }) => isDone).length;
  return (
    <Card label={t('onboarding.title')}>
      <CardHeader title={t('onboarding.progress', { done, all: steps.length })} ruled />
      <progress className={classes.progress} value={done} max={steps.length} aria-label={t('onboarding.title')} />
      <ul className={classes.list}>
        {steps.map((step) => {
          const key = onboardingSteps.find((known) => known === step.key);
          if (!key) return null;
          const label = t(`onboarding.steps.${key}`);
          return (
            <li key={step.id} className={classes.step}>
              <Tick
                key={String(step.isDone)}
                label={label}
                note={
                  step.doneBy && step.doneAt
                    ? t('onboarding.by', { name: step.doneBy, day: format.day(step.doneAt) })
                    : ''
                }
                isDone={step.isDone}
                onChange={async (isDone) => {
                  const outcome = await mark({ input: { clientId: client.id, key, isDone, note: step.note } });
                  return outcome.status === 'success';
                }}
              />
              <TextInput
                className={classes.note ?? ''}
                aria-label={`${t('onboarding.note')}: ${label}`}
                placeholder={t('onboarding.notePlaceholder')}
                defaultValue={step.note}
                onBlur={(event) => {
                  const note = event.currentTarget.value;
                  if (note === step.note) return;
                  void mark({ input: { clientId: client.id, key, isDone: step.isDone, note } });
                }}
              />
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

interface TickProps {
  label: string;
  note: string;
  isDone: boolean;
  /** Whether the server took it. */
  onChange: (isDone: boolean) => Promise<boolean>;
}

/** Ticked at once; taken back where the server refuses. */
function Tick({ label, note, isDone, onChange }: TickProps) {
  const [isTicked, setTicked] = useState(isDone);
  return (
    <Checkbox
      label={label}
      description={note}
      checked={isTicked}
      onChange={async (event) => {
        const wanted = event.currentTarget.checked;
        setTicked(wanted);
        if (!(await onChange(wanted))) setTicked(!wanted);
      }}
    />
  );
}
