import { PlatformProvider, SkeletonPage } from '@planerka/platform/web';
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router';
import type { FunctionComponent } from 'react';
import { AppFrame } from './AppFrame';
import { FailedPage, MissingPage } from './FailedPage';
import { leaveToSignIn } from './signed-out';

/** Loads a page's code: `() => import('@planerka/tasks/web').then((tasks) => tasks.TasksPage)`. */
type Page = () => Promise<FunctionComponent>;

/** Pages anybody may open: no shell around them. */
const open: [path: string, page: Page][] = [
  ['/sign-in', () => import('@planerka/agency/web').then((agency) => agency.SignInPage)],
  ['/forgot-password', () => import('@planerka/agency/web').then((agency) => agency.ForgotPasswordPage)],
  ['/reset-password/$token', () => import('@planerka/agency/web').then((agency) => agency.ResetPasswordPage)],
  ['/verify-email/$token', () => import('@planerka/agency/web').then((agency) => agency.VerifyEmailPage)],
  ['/register', () => import('@planerka/agency/web').then((agency) => agency.RegisterPage)],
  ['/invite/$token', () => import('@planerka/agency/web').then((agency) => agency.InvitationPage)],
];

/** Pages of the desk: one line each, loaded when they are opened. */
const desk: [path: string, page: Page][] = [
  ['/', () => import('./HomePage').then((file) => file.HomePage)],
  ['/search', () => import('@planerka/activity/web/search-page').then((search) => search.SearchPage)],
  ['/today', () => import('@planerka/activity/web').then((activity) => activity.TodayPage)],
  ['/plan', () => import('./PlanRoute').then((file) => file.PlanRoute)],
  ['/plan/sheet', () => import('@planerka/content-plan/web/sheet').then((sheet) => sheet.PlanSheetPage)],
  ['/plan/items/$itemId', () => import('./ItemRoute').then((file) => file.ItemRoute)],
  ['/tasks', () => import('@planerka/tasks/web/board').then((tasks) => tasks.TasksPage)],
  ['/workload', () => import('@planerka/tasks/web/workload').then((workload) => workload.WorkloadPage)],
  ['/workload/new-client', () => import('@planerka/tasks/web/simulation').then((page) => page.SimulationPage)],
  ['/tasks/$taskId', () => import('./TaskRoute').then((file) => file.TaskRoute)],
  ['/tasks/$taskId/brief', () => import('./BriefRoute').then((file) => file.BriefRoute)],
  ['/marking', () => import('@planerka/tasks/web/marking').then((marking) => marking.MarkingPage)],
  ['/clients', () => import('@planerka/clients/web').then((clients) => clients.ClientsPage)],
  ['/clients/$clientId', () => import('./ClientRoute').then((file) => file.ClientRoute)],
  ['/campaigns', () => import('./CampaignsRoute').then((file) => file.CampaignsRoute)],
  ['/campaigns/$campaignId', () => import('./CampaignRoute').then((file) => file.CampaignRoute)],
  ['/results/$campaignId', () => import('@planerka/results/web/pages').then((results) => results.ResultsPage)],
  ['/cases/$caseId', () => import('@planerka/results/web/pages').then((results) => results.CasePage)],
  ['/approvals', () => import('@planerka/review/web/approvals-page').then((page) => page.ApprovalsPage)],
  [
    '/approvals/$approvalId/certificate',
    () => import('@planerka/review/web/certificate').then((certificate) => certificate.CertificatePage),
  ],
  ['/overview', () => import('./OverviewRoute').then((file) => file.OverviewRoute)],
  ['/budgets', () => import('@planerka/budgets/web').then((budgets) => budgets.BudgetsPage)],
  ['/budgets/$campaignId', () => import('@planerka/budgets/web').then((budgets) => budgets.BudgetPage)],
  ['/payouts', () => import('@planerka/budgets/web').then((budgets) => budgets.PayoutsPage)],
  ['/team', () => import('@planerka/agency/web').then((agency) => agency.TeamPage)],
  ['/account', () => import('@planerka/agency/web').then((agency) => agency.AccountPage)],
  ['/account/tokens', () => import('@planerka/agency/web').then((agency) => agency.TokensPage)],
  ['/account/calendars', () => import('@planerka/activity/web/calendars').then((calendars) => calendars.CalendarsPage)],
  ['/settings/rights', () => import('@planerka/agency/web/rights').then((rights) => rights.RightsPage)],
  ['/settings', () => import('@planerka/agency/web').then((agency) => agency.SettingsPage)],
  ['/settings/preflight', () => import('@planerka/content-plan/web/rules').then((rules) => rules.RulesPage)],
  ['/settings/webhooks', () => import('@planerka/activity/web/webhooks').then((webhooks) => webhooks.WebhooksPage)],
  ['/settings/journal', () => import('@planerka/activity/web').then((activity) => activity.JournalPage)],
];

const root = createRootRoute({
  component: () => (
    <PlatformProvider onSignedOut={leaveToSignIn}>
      <Outlet />
    </PlatformProvider>
  ),
  // a page that falls over takes the root's own providers with it
  errorComponent: (failure) => (
    <PlatformProvider onSignedOut={leaveToSignIn}>
      <FailedPage {...failure} />
    </PlatformProvider>
  ),
  notFoundComponent: MissingPage,
});

const lazy = (page: Page) => lazyRouteComponent(async () => ({ default: await page() }));

let isFirst = true;

/**
 * The code of a page within the frame. The first one comes while the frame asks who is here: the router would have waited for
 * it before drawing the frame. Later ones are waited for where the reader is.
 */
function withinFrame(page: Page) {
  const Lazy = lazy(page);
  return {
    component: () => <Lazy />,
    loader: async (): Promise<void> => {
      // what cannot be loaded is said where it should stand
      const loading = page().catch(() => undefined);
      if (!isFirst) await loading;
      isFirst = false;
    },
  };
}

const shell = createRoute({ getParentRoute: () => root, id: 'desk', component: AppFrame });

// a wrong address stays within the frame
desk.push(['/$', () => Promise.resolve(MissingPage)]);

if (import.meta.env.DEV) open.push(['/kit', () => import('./kit/KitPage').then((file) => file.KitPage)]);

const routeTree = root.addChildren([
  ...open.map(([path, page]) => createRoute({ getParentRoute: () => root, path, component: lazy(page) })),
  shell.addChildren(
    desk.map(([path, page]) => createRoute({ getParentRoute: () => shell, path, ...withinFrame(page) })),
  ),
]);

export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultPendingComponent: SkeletonPage,
});
