import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import {
  AppLink,
  chooseAgency,
  graphql,
  Notice,
  QueryView,
  useCommand,
  useLanguage,
  usePathParam,
  InvalidInputFragment,
} from '@planerka/platform/web';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useT } from '../locales';
import { EntryCard } from './EntryCard';
import { LetterOnItsWay } from './LetterOnItsWay';
import { ProviderButton } from './ProviderButton';

const InvitationPageQuery = graphql(`
  query InvitationPage($token: String!) {
    invitation(token: $token) {
      agencyName
      email
      name
      role
      state
      isViewerMember
    }
    viewer {
      id
      email
    }
    signInOptions {
      providerName
    }
  }
`);

const AcceptInvitationMutation = graphql(
  `
    mutation AcceptInvitation($input: AcceptInvitationInput!) {
      acceptInvitation(input: $input) {
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
        ... on InvitationUnusable {
          state
        }
        ...InvalidInput
      }
    }
  `,
  [InvalidInputFragment],
);

const LeaveForInvitationMutation = graphql(`
  mutation LeaveForInvitation {
    signOut {
      signedOut
    }
  }
`);

export function InvitationPage() {
  const token = usePathParam('token');
  const [result, refetch] = useQuery({ query: InvitationPageQuery, variables: { token } });
  return (
    <QueryView
      result={result}
      onRetry={() => refetch({ requestPolicy: 'network-only' })}
      select={(data) => ({
        invitation: data.invitation,
        email: data.viewer?.email ?? null,
        providerName: data.signInOptions.providerName,
      })}
    >
      {({ invitation, email, providerName }) =>
        invitation?.state === 'pending' ? (
          <OpenInvitation token={token} invitation={invitation} signedInAs={email} providerName={providerName} />
        ) : (
          <DeadInvitation state={invitation?.state ?? 'missing'} />
        )
      }
    </QueryView>
  );
}

function DeadInvitation({ state }: { state: string }) {
  const t = useT();
  const titles = {
    accepted: t('invite.acceptedTitle'),
    revoked: t('invite.revokedTitle'),
    expired: t('invite.expiredTitle'),
  };
  return (
    <EntryCard title={state in titles ? titles[state as keyof typeof titles] : t('invite.missingTitle')}>
      <p>{t(state === 'accepted' ? 'invite.acceptedText' : 'invite.deadText')}</p>
      <Button component={AppLink} href="/sign-in" variant="filled" size="md" fullWidth>
        {t('invite.toSignIn')}
      </Button>
    </EntryCard>
  );
}

interface OpenInvitationProps {
  token: string;
  invitation: {
    agencyName: string;
    email: string;
    name: string | null;
    role: 'OWNER' | 'MANAGER' | 'SPECIALIST';
    isViewerMember: boolean;
  };
  signedInAs: string | null;
  providerName: string | null;
}

function OpenInvitation({ token, invitation, signedInAs, providerName }: OpenInvitationProps) {
  const t = useT();
  const { language } = useLanguage();
  const form = useForm({ initialValues: { name: invitation.name ?? '', password: '' } });
  const [accept, isRunning] = useCommand(AcceptInvitationMutation, { form });
  const [signOut, isLeaving] = useCommand(LeaveForInvitationMutation);
  const [hasAccount, setHasAccount] = useState(false);
  const [sentTo, setSentTo] = useState<string | null>(null);
  const mailed = new URLSearchParams(window.location.search).get('mailed');

  const submit = form.onSubmit(async (values) => {
    const outcome = await accept({ input: { token, mailed, ...values, locale: language } });
    if (outcome.status === 'refused') setHasAccount(outcome.issues.some(({ path }) => path === 'email'));
    if (outcome.status !== 'success') return;
    if (outcome.result.__typename === 'LetterSent') return setSentTo(outcome.result.email);
    chooseAgency(outcome.result.viewer.agency?.id ?? null);
    window.location.assign('/');
  });
  // the one who was invited may sit at a colleague's browser, or the one who invited may look where the link leads
  const makeRoom = async () => {
    const outcome = await signOut({});
    if (outcome.status !== 'success') return;
    chooseAgency(null);
    window.location.reload();
  };
  const isForAnother = signedInAs !== null && signedInAs !== invitation.email;

  if (sentTo !== null) return <LetterOnItsWay email={sentTo} />;
  return (
    <EntryCard
      title={t('invite.title', { agency: invitation.agencyName })}
      foot={invitation.isViewerMember ? <AppLink href="/">{t('invite.toDesk')}</AppLink> : undefined}
    >
      <p>{t('invite.role', { role: t(`role.${invitation.role}`) })}</p>
      {isForAnother ? (
        <>
          <Notice title={t('invite.forAnother', { email: invitation.email })}>
            {t(invitation.isViewerMember ? 'invite.youAreMember' : 'invite.signedIn', { email: signedInAs })}
          </Notice>
          <Button variant="filled" size="md" fullWidth loading={isLeaving} onClick={() => void makeRoom()}>
            {t('invite.leave', { email: invitation.email })}
          </Button>
        </>
      ) : (
        <p>
          {signedInAs ? t('invite.signedIn', { email: signedInAs }) : t('invite.text', { email: invitation.email })}
        </p>
      )}
      {hasAccount && (
        <Notice tone="warn" title={t('invite.hasAccount', { email: invitation.email })}>
          <AppLink href={`/sign-in?next=${encodeURIComponent(`/invite/${token}`)}`}>{t('invite.signInFirst')}</AppLink>
        </Notice>
      )}
      {invitation.isViewerMember ? null : (
        <form onSubmit={submit} noValidate>
          <Stack>
            {signedInAs ? null : (
              <>
                <TextInput label={t('entry.yourName')} autoComplete="name" {...form.getInputProps('name')} />
                <input type="email" autoComplete="username" value={invitation.email} readOnly hidden />
                <PasswordInput
                  label={t('entry.password')}
                  description={t('entry.passwordHint')}
                  autoComplete="new-password"
                  {...form.getInputProps('password')}
                />
              </>
            )}
            <Button type="submit" variant={isForAnother ? 'default' : 'filled'} size="md" fullWidth loading={isRunning}>
              {isForAnother ? t('invite.acceptAs', { email: signedInAs }) : t('invite.accept')}
            </Button>
            {signedInAs === null && providerName ? (
              <ProviderButton name={providerName} invitationToken={token} />
            ) : null}
          </Stack>
        </form>
      )}
    </EntryCard>
  );
}
