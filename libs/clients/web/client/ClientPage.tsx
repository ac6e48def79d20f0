import { Button } from '@mantine/core';
import {
  AppLink,
  Avatar,
  Chip,
  graphql,
  Page,
  PageHeader,
  QueryView,
  SkeletonRows,
  TabBar,
  useSearchParam,
  usePathParam,
} from '@planerka/platform/web';
import { lazy, type ReactNode, Suspense } from 'react';
import { useQuery } from 'urql';
import '../cache';
import { useT } from '../locales';
import type { ClientTab } from '../next-step';
import { BrandTab, BrandTab_client } from './BrandTab';
import classes from './ClientPage.module.css';
import { ChannelsTab, ChannelsTab_client } from './ChannelsTab';
import { ContactsTab, ContactsTab_client } from './ContactsTab';
import { OnboardingTab, OnboardingTab_client } from './OnboardingTab';
import { OverviewTab, OverviewTab_client } from './OverviewTab';
import { ResearchTab, ResearchTab_client } from './ResearchTab';
import { RetainerTab, RetainerTab_client } from './RetainerTab';

const RhythmTab = lazy(() => import('../rhythm/RhythmTab').then((file) => ({ default: file.RhythmTab })));

const ClientPageQuery = graphql(
  `
    query ClientPage($id: ID!) {
      client(id: $id) {
        id
        name
        logoUrl
        state
        viewerCanEdit
        viewerCanEditRetainer
        openOnboardingSteps
        squad {
          id
          name
        }
        ...OverviewTab_client
        ...BrandTab_client
        ...ChannelsTab_client
        ...ContactsTab_client
        ...ResearchTab_client
        ...RetainerTab_client
        ...OnboardingTab_client
      }
    }
  `,
  [
    OverviewTab_client,
    BrandTab_client,
    ChannelsTab_client,
    ContactsTab_client,
    ResearchTab_client,
    RetainerTab_client,
    OnboardingTab_client,
  ],
);

/** @param campaigns what the campaigns' domain shows on the overview */
export function ClientPage({ campaigns }: { campaigns?: (clientId: string) => ReactNode }) {
  const t = useT();
  const clientId = usePathParam('clientId');
  const [wanted, setTab] = useSearchParam('tab');
  const [result, refetch] = useQuery({ query: ClientPageQuery, variables: { id: clientId } });
  const reload = () => refetch({ requestPolicy: 'network-only' });
  return (
    <Page>
      <QueryView result={result} onRetry={reload} select={(data) => data.client}>
        {(client) => {
          const tabs: ClientTab[] = client.viewerCanEdit
            ? [
                'overview',
                'brand',
                'channels',
                'rhythm',
                'contacts',
                'research',
                ...(client.viewerCanEditRetainer ? (['retainer'] as const) : []),
                'onboarding',
              ]
            : ['brand', 'channels'];
          const tab = tabs.find((known) => known === wanted) ?? tabs[0] ?? 'brand';
          const open = client.openOnboardingSteps ?? 0;
          return (
            <>
              <PageHeader
                crumbs={[{ label: t('clients.title'), href: '/clients' }]}
                title={
                  <span className={classes.named}>
                    <Avatar id={client.id} name={client.name} kind="client" size={28} imageUrl={client.logoUrl} />
                    {client.name}
                  </span>
                }
                badge={client.state === 'ACTIVE' ? undefined : <Chip>{t(`state.${client.state}`)}</Chip>}
                sub={[client.squad.name]}
                actions={
                  client.viewerCanEdit && (
                    <Button component={AppLink} href={`/campaigns?client=${client.id}&new=1`} variant="filled">
                      {t('page.newCampaign')}
                    </Button>
                  )
                }
              />
              <TabBar
                label={t('page.tabs')}
                value={tab}
                onChange={(next) => setTab(next === tabs[0] ? null : next)}
                items={tabs.map((value) => ({
                  value,
                  label: t(`page.${value}`),
                  ...(value === 'onboarding' && open > 0 ? { count: open } : {}),
                }))}
              />
              {tab === 'overview' && (
                <OverviewTab client={client} onReload={reload}>
                  {campaigns?.(client.id)}
                </OverviewTab>
              )}
              {tab === 'brand' && <BrandTab key={client.id} client={client} onReload={reload} />}
              {tab === 'channels' && <ChannelsTab client={client} onReload={reload} />}
              {tab === 'rhythm' && (
                <Suspense fallback={<SkeletonRows rows={6} />}>
                  <RhythmTab clientId={client.id} />
                </Suspense>
              )}
              {tab === 'contacts' && <ContactsTab client={client} onReload={reload} />}
              {tab === 'research' && <ResearchTab client={client} onReload={reload} />}
              {tab === 'retainer' && <RetainerTab client={client} />}
              {tab === 'onboarding' && <OnboardingTab client={client} />}
            </>
          );
        }}
      </QueryView>
    </Page>
  );
}
