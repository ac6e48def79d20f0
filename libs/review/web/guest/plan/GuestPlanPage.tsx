import { createGuestClient, TimeZoneContext, type GuestClient } from '@planerka/platform/web/guest';
import { useMemo } from 'react';
import { GuestDoor } from '../GuestDoor';
import { GuestPlanQuery, type Plan, type PlanLook } from './guest-plan-documents';
import { PlanView } from './PlanView';

type Open = Extract<PlanLook, { __typename: 'GuestPlan' }>;

const isOpen = (look: PlanLook): look is Open => look.__typename === 'GuestPlan';

async function ask(client: GuestClient) {
  const answer = await client.ask(GuestPlanQuery, {});
  return answer.status === 'ok' ? { status: answer.status, data: answer.data.guestPlan } : answer;
}

/** A client's month, by link. */
export function GuestPlanPage({ token }: { token: string }) {
  const client = useMemo(() => createGuestClient(token), [token]);
  return (
    <GuestDoor<Open> client={client} ask={ask} isOpen={isOpen}>
      {(look, show, reload) => (
        <TimeZoneContext value={look.timeZone}>
          <PlanView
            plan={look}
            client={client}
            onChange={(plan: Plan) => show({ __typename: 'GuestPlan', ...plan })}
            onReload={reload}
          />
        </TimeZoneContext>
      )}
    </GuestDoor>
  );
}
