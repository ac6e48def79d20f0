import { PlatformProvider, SkeletonPage } from '@planerka/platform/web';
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { AppFrame } from './AppFrame';
import { FailedPage, MissingPage } from './FailedPage';

type Page = () => Promise<ComponentType>;

function signedOut(): void {
  if (open.some(([path]) => window.location.pathname.startsWith(path.replace(/\/\$.*/, '')))) return;
  const here = `${window.location.pathname}${window.location.search}`;
  window.location.assign(`/sign-in?next=${encodeURIComponent(here)}`);
}

/** Pages anybody may open: no shell around them. */
const open: [path: string, page: Page][] = [];

/** Pages of the desk: one line each, loaded when they are opened. */
const desk: [path: string, page: Page][] = [];

const root = createRootRoute({
  component: () => (
    <PlatformProvider onSignedOut={signedOut}>
      <Outlet />
    </PlatformProvider>
  ),
  errorComponent: FailedPage,
  notFoundComponent: MissingPage,
});

const lazy = (page: Page) => lazyRouteComponent(async () => ({ default: await page() }));

const shell = createRoute({ getParentRoute: () => root, id: 'desk', component: AppFrame });

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ href: '/today' });
  },
});

if (import.meta.env.DEV) open.push(['/kit', () => import('./kit/KitPage').then((file) => file.KitPage)]);

const routeTree = root.addChildren([
  home,
  ...open.map(([path, page]) => createRoute({ getParentRoute: () => root, path, component: lazy(page) })),
  shell.addChildren(
    desk.map(([path, page]) => createRoute({ getParentRoute: () => shell, path, component: lazy(page) })),
  ),
]);

export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultPendingComponent: SkeletonPage,
});
