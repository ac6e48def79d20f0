import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import {
  AppLink,
  chooseAgency,
  graphql,
  QueryView,
  useCommand,
  useLanguage,
  usePathParam,
} from '@planerka/platform/web';
import { useQuery } from 'urql';
import { useT } from '../locales';
import { EntryCard } from './EntryCard';

const InvitationPageQuery = graphql(`
  query InvitationPage($token: String!) {
    invitation(token: $token) {
      agencyName
      email
      name
      role
      state
    }
    viewer {
      id
      email
    }
  }
`);

const AcceptInvitationMutation = graphql(`
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
      ... on InvitationUnusable {
        state
      }
      ... on InvalidInput {
        issues {
          path
          code
          params
        }
      }
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
      select={(data) => ({ invitation: data.invitation, email: data.viewer?.email ?? null })}
    >
      {({ invitation, email }) =>
        invitation?.state === 'pending' ? (
          <OpenInvitation token={token} invitation={invitation} signedInAs={email} />
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
    <EntryCard
      title={state in titles ? titles[state as keyof typeof titles] : t('invite.missingTitle')}
      foot={<AppLink href="/sign-in">{t('invite.toSignIn')}</AppLink>}
    >
      <p>{t('invite.deadText')}</p>
    </EntryCard>
  );
}

interface OpenInvitationProps {
  token: string;
  invitation: { agencyName: string; email: string; name: string | null; role: 'OWNER' | 'MANAGER' | 'SPECIALIST' };
  signedInAs: string | null;
}

function OpenInvitation({ token, invitation, signedInAs }: OpenInvitationProps) {
  const t = useT();
  const { language } = useLanguage();
  const form = useForm({ initialValues: { name: invitation.name ?? '', password: '' } });
  const [accept, isRunning] = useCommand(AcceptInvitationMutation, { form });

  const submit = form.onSubmit(async (values) => {
    const outcome = await accept({ input: { token, ...values, locale: language } });
    if (outcome.status === 'refused' && outcome.issues.some(({ path }) => path === 'email')) {
      form.setFieldError('name', t('entry.emailTakenInvite'));
    }
    if (outcome.status !== 'success') return;
    chooseAgency(outcome.result.viewer.agency?.id ?? null);
    window.location.assign('/');
  });

  return (
    <EntryCard title={t('invite.title', { agency: invitation.agencyName })}>
      <p>{t('invite.role', { role: t(`role.${invitation.role}`) })}</p>
      <p>{signedInAs ? t('invite.signedIn', { email: signedInAs }) : t('invite.text', { email: invitation.email })}</p>
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
          <Button type="submit" variant="filled" size="md" fullWidth loading={isRunning}>
            {t('invite.accept')}
          </Button>
        </Stack>
      </form>
    </EntryCard>
  );
}
