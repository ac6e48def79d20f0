import { Button } from '@mantine/core';
import { DateText, graphql, Notice, useCommand } from '@planerka/platform/web';
import { useT } from './locales';

const CancelAgencyDeletionMutation = graphql(`
  mutation CancelAgencyDeletion {
    cancelAgencyDeletion {
      __typename
      ... on AgencyDeletionSuccess {
        agency {
          id
          deletionDueAt
        }
      }
    }
  }
`);

/** Everybody who works here sees the end coming; an owner may call it off. */
export function DeletionNotice({ dueAt, isOwner }: { readonly dueAt: string; readonly isOwner: boolean }) {
  const t = useT();
  const [cancel, isRunning] = useCommand(CancelAgencyDeletionMutation);
  return (
    <Notice
      tone="warn"
      title={t('deletion.title')}
      action={
        isOwner ? (
          <Button size="compact-sm" loading={isRunning} onClick={() => void cancel({})}>
            {t('deletion.cancel')}
          </Button>
        ) : undefined
      }
    >
      <DateText value={dueAt} look="dayLong" /> {t('deletion.text')}
    </Notice>
  );
}
