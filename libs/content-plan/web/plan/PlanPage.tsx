import { Button } from '@mantine/core';
import { AppLink, EmptyState, IconCalendar, QueryView } from '@planerka/platform/web';
import { useQuery } from 'urql';
import './cache';
import { useT } from '../locales';
import { ClientPlan, type PlanPageSlots } from './ClientPlan';
import { lastClient } from './last-client';
import { PlanClientsQuery } from './plan-page.documents';
import { PlanSkeleton } from './PlanSkeleton';
import { usePlanAddress } from './use-plan-address';

export function PlanPage(slots: PlanPageSlots) {
  const t = useT();
  const [address, change] = usePlanAddress();
  const [result, retry] = useQuery({ query: PlanClientsQuery });
  return (
    <QueryView
      result={result}
      onRetry={() => retry({ requestPolicy: 'network-only' })}
      select={(data) => data.clients}
      skeleton={<PlanSkeleton />}
    >
      {({ nodes }) => {
        const [first] = nodes;
        if (!first) {
          return (
            <EmptyState
              icon={<IconCalendar />}
              title={t('empty.noClients')}
              action={
                <Button component={AppLink} href="/clients" variant="filled">
                  {t('empty.addClient')}
                </Button>
              }
            >
              {t('empty.noClientsText')}
            </EmptyState>
          );
        }
        const chosen = address.client ?? lastClient(nodes) ?? first.id;
        const clientId = chosen === 'all' ? null : chosen;
        return <ClientPlan clients={nodes} clientId={clientId} address={address} change={change} {...slots} />;
      }}
    </QueryView>
  );
}
