import { Button } from '@mantine/core';
import {
  AppLink,
  AppShell,
  chooseAgency,
  defineLiveUpdates,
  EmptyState,
  ErrorState,
  graphql,
  keepPickedAgency,
  showPalette,
  SkeletonPage,
  TimeZoneContext,
  useChosenAgency,
  useCommand,
} from '@planerka/platform/web';
import { Outlet, useLocation, useRouter } from '@tanstack/react-router';
import { lazy, Suspense, useEffect } from 'react';
import { useQuery, useSubscription } from 'urql';
import { agencyOf } from './agency-of';
import { useT } from './locales';
import { isRailPath, navigationOf } from './navigation';
import { leaveToSignIn } from './signed-out';

/** Comes right after the page: nobody searches before there is something on the screen. */
const DeskPalette = lazy(() => import('./palette/DeskPalette').then((palette) => ({ default: palette.DeskPalette })));

/** Hardly an agency has an end in sight. */
const DeletionNotice = lazy(() => import('./DeletionNotice').then((notice) => ({ default: notice.DeletionNotice })));
const SecondFactorFirst = lazy(() =>
  import('@planerka/agency/web').then((agency) => ({ default: agency.SecondFactorFirst })),
);

const AppFrameQuery = graphql(`
  query AppFrame {
    viewer {
      id
      name
      memberId
      role
      disciplines
      needsSecondFactor
      agency {
        id
        name
        timeZone
        deletionDueAt
      }
      memberships {
        id
        agencyName
      }
    }
  }
`);

/** Apart from the frame's own data: whoever sees no clients still has a frame. */
const AppFrameClientsQuery = graphql(`
  query AppFrameClients {
    clients(first: 12, states: [ACTIVE]) {
      nodes {
        id
        name
        logoUrl
      }
    }
  }
`);

/** Apart, too: it changes with every happening, the frame does not. */
const AppFrameWaitingQuery = graphql(`
  query AppFrameWaiting {
    waiting
  }
`);

defineLiveUpdates(
  Object.fromEntries(['task', 'approval', 'budget', 'payout', 'item'].map((topic) => [topic, ['waiting']])),
);

const HappenedSubscription = graphql(`
  subscription Happened {
    happened {
      id
      type
      entityType
      entityId
      taskId
      itemId
      campaignId
      clientId
      actorId
      actorName
      also
      months
    }
  }
`);

const SignOutMutation = graphql(`
  mutation SignOut {
    signOut {
      signedOut
    }
  }
`);

/** The shell around the desk's pages: who works here, in which agency, and where they can go. */
export function AppFrame() {
  const t = useT();
  const path = useLocation({ select: (location) => location.pathname });
  const chosen = useChosenAgency();
  const [{ data, error }, refetch] = useQuery({ query: AppFrameQuery });
  const [signOut] = useCommand(SignOutMutation);
  const viewer = data?.viewer;
  const [{ data: clients }] = useQuery({ query: AppFrameClientsQuery, pause: !viewer?.agency });
  const [{ data: waiting }] = useQuery({ query: AppFrameWaitingQuery, pause: !viewer?.agency });
  useSubscription({ query: HappenedSubscription, pause: !viewer?.agency });
  const router = useRouter();
  const agencyId = viewer && agencyOf(viewer, chosen);

  useEffect(() => {
    if (data && !viewer) leaveToSignIn();
  }, [data, viewer]);

  // the server picks an agency where none (or a lost one) was chosen: from now on every request names it
  const picked = viewer?.agency?.id;
  useEffect(() => {
    if (!agencyId || agencyId === chosen) return;
    if (chosen === null && agencyId === picked) keepPickedAgency(agencyId);
    else chooseAgency(agencyId);
  }, [agencyId, chosen, picked]);

  if (!viewer)
    return error ? (
      <ErrorState error={error} onRetry={() => refetch({ requestPolicy: 'network-only' })} />
    ) : (
      <SkeletonPage />
    );

  if (!viewer.agency || !viewer.role) {
    if (viewer.needsSecondFactor)
      return (
        <Suspense fallback={<SkeletonPage />}>
          <SecondFactorFirst />
        </Suspense>
      );
    if (viewer.memberships.length > 0) return <SkeletonPage />;
    return (
      <EmptyState
        title={t('noAgency.title')}
        action={
          <Button component={AppLink} href="/register" variant="filled">
            {t('noAgency.action')}
          </Button>
        }
      >
        {t('noAgency.text')}
      </EmptyState>
    );
  }

  const nav = navigationOf(viewer.role, t, { today: waiting?.waiting }, viewer.disciplines).filter((item) =>
    Object.hasOwn(router.routesByPath, item.href),
  );
  const leave = () => {
    void signOut({}).then((outcome) => {
      if (outcome.status !== 'success') return;
      chooseAgency(null);
      window.location.assign('/sign-in');
    });
  };
  const clientNodes = clients?.clients.nodes ?? [];
  const [discipline] = viewer.disciplines;
  return (
    <TimeZoneContext value={viewer.agency.timeZone}>
      <AppShell
        agency={viewer.agency}
        agencies={viewer.memberships.map((membership) => ({ id: membership.id, name: membership.agencyName }))}
        onChooseAgency={(id) => {
          chooseAgency(id);
          window.location.assign('/'); // pages of one agency mean nothing in another
        }}
        nav={nav}
        list={{
          caption: t('sections.clients'),
          href: '/clients',
          items: clientNodes.map(({ id, name, logoUrl }) => ({
            id,
            name,
            href: `/clients/${id}`,
            kind: 'client',
            imageUrl: logoUrl,
          })),
        }}
        person={{
          id: viewer.id,
          name: viewer.name,
          role: viewer.role === 'SPECIALIST' && discipline ? t(`discipline.${discipline}`) : t(`role.${viewer.role}`),
        }}
        path={path}
        isRail={isRailPath(path)}
        profileHref="/account"
        settingsHref="/settings"
        onSignOut={leave}
        onSearch={() => showPalette('palette')}
      >
        {viewer.agency.deletionDueAt ? (
          <Suspense>
            <DeletionNotice dueAt={viewer.agency.deletionDueAt} isOwner={viewer.role === 'OWNER'} />
          </Suspense>
        ) : null}
        <Suspense fallback={<SkeletonPage />}>
          <Outlet />
        </Suspense>
      </AppShell>
      <Suspense fallback={null}>
        <DeskPalette nav={nav} memory={`${viewer.agency.id}.${viewer.id}`} onSignOut={leave} />
      </Suspense>
    </TimeZoneContext>
  );
}
