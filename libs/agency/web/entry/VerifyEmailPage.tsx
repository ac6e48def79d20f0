import { Button } from '@mantine/core';
import { AppLink, graphql, InvalidInputFragment, Notice, useCommand, usePathParam } from '@planerka/platform/web';
import { useState } from 'react';
import { useT } from '../locales';
import { EntryCard } from './EntryCard';
import { placeAfterSignIn } from './place-after-sign-in';

const VerifyEmailMutation = graphql(
  `
    mutation VerifyEmail($token: String!) {
      verifyEmail(token: $token) {
        __typename
        ... on EmailVerified {
          done
        }
        ...InvalidInput
      }
    }
  `,
  [InvalidInputFragment],
);

/** Confirmed by a press, not by being opened: post boxes open links to look what is behind them. */
export function VerifyEmailPage() {
  const t = useT();
  const token = usePathParam('token');
  const [verify, isRunning] = useCommand(VerifyEmailMutation, { isQuiet: true });
  const next = placeAfterSignIn();
  const [state, setState] = useState<'open' | 'done' | 'over'>('open');
  return (
    <EntryCard title={t('verify.title')}>
      {state === 'open' ? (
        <Button
          variant="filled"
          size="md"
          fullWidth
          loading={isRunning}
          onClick={async () => {
            const outcome = await verify({ token });
            setState(outcome.status === 'success' ? 'done' : 'over');
          }}
        >
          {t('verify.confirm')}
        </Button>
      ) : (
        <>
          <Notice tone={state === 'done' ? 'info' : 'warn'} title={t(state === 'done' ? 'verify.done' : 'verify.over')}>
            {state === 'over' ? t('verify.overText') : null}
          </Notice>
          <Button
            component={AppLink}
            href={next === '/' ? next : `/sign-in?next=${encodeURIComponent(next)}`}
            variant="filled"
            size="md"
            fullWidth
          >
            {t('secondFactor.toWork')}
          </Button>
        </>
      )}
    </EntryCard>
  );
}
