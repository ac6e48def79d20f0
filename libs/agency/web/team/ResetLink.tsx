import { Button } from '@mantine/core';
import { graphql, InvalidInputFragment, toastProblem, useCommand } from '@planerka/platform/web';
import { useState } from 'react';
import { useT } from '../locales';
import { CopyLink } from './CopyLink';
import type { TeamMember } from './team-documents';

const CreateResetLinkMutation = graphql(
  `
    mutation CreateResetLink($input: CreateResetLinkInput!) {
      createResetLink(input: $input) {
        __typename
        ... on ResetLinkMade {
          url
          expiresAt
        }
        ...InvalidInput
      }
    }
  `,
  [InvalidInputFragment],
);

/** For a colleague who has forgotten their password, where no letters go out: told once, works once, for an hour. */
export function ResetLink({ member }: { member: TeamMember }) {
  const t = useT();
  const [create, isRunning] = useCommand(CreateResetLinkMutation, { isQuiet: true });
  const [url, setUrl] = useState<string | null>(null);
  if (url) return <CopyLink url={url} label={t('reset.link')} />;
  return (
    <Button
      variant="subtle"
      loading={isRunning}
      onClick={async () => {
        const outcome = await create({ input: { memberId: member.id } });
        if (outcome.status === 'success') return setUrl(outcome.result.url);
        const [issue] = outcome.status === 'refused' ? outcome.issues : [];
        toastProblem(issue?.message ?? outcome.message);
      }}
    >
      {t('reset.makeLink')}
    </Button>
  );
}
