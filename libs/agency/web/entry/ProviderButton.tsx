import { Button } from '@mantine/core';
import { graphql, useCommand } from '@planerka/platform/web';
import { useT } from '../locales';

const SignInWithProviderMutation = graphql(`
  mutation SignInWithProvider($invitationToken: String) {
    signInWithProvider(invitationToken: $invitationToken) {
      __typename
      ... on ProviderAddress {
        url
      }
    }
  }
`);

/** To the provider's own page and back; a newcomer comes with an invitation. */
export function ProviderButton({ name, invitationToken = null }: { name: string; invitationToken?: string | null }) {
  const t = useT();
  const [begin, isRunning] = useCommand(SignInWithProviderMutation);
  return (
    <Button
      size="md"
      fullWidth
      loading={isRunning}
      onClick={async () => {
        const outcome = await begin({ invitationToken });
        if (outcome.status === 'success') window.location.assign(outcome.result.url);
      }}
    >
      {t('entry.byProvider', { name })}
    </Button>
  );
}
