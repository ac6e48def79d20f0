import { createGuestClient, TimeZoneContext, type GuestClient } from '@planerka/platform/web/guest';
import { useMemo } from 'react';
import { DecisionPage } from './DecisionPage';
import { GuestApprovalQuery, type Approval, type Look } from './guest-documents';
import { GuestDoor } from './GuestDoor';

type Open = Extract<Look, { __typename: 'GuestApproval' }>;

const isOpen = (look: Look): look is Open => look.__typename === 'GuestApproval';

async function ask(client: GuestClient) {
  const answer = await client.ask(GuestApprovalQuery, {});
  return answer.status === 'ok' ? { status: answer.status, data: answer.data.guestApproval } : answer;
}

/** What the client's link opens: the post to decide on, or a page that says why there is nothing to decide. */
export function GuestApprovalPage({ token }: { token: string | undefined }) {
  const client = useMemo(() => createGuestClient(token ?? ''), [token]);
  return (
    <GuestDoor<Open> client={client} ask={ask} isOpen={isOpen}>
      {(look, show, reload) => (
        <TimeZoneContext value={look.timeZone}>
          <DecisionPage
            approval={look}
            client={client}
            onChange={(approval: Approval) => show({ __typename: 'GuestApproval', ...approval })}
            onReload={reload}
          />
        </TimeZoneContext>
      )}
    </GuestDoor>
  );
}
