import { type AnyRoute, type Router, type RouterHistory, useRouter } from '@tanstack/react-router';

/** The router as the libraries know it: addresses are texts, and the routes are the app's own matter. */
export type AppRouter = Router<AnyRoute, 'never', false, RouterHistory>;

export const useAppRouter = (): AppRouter => useRouter<AppRouter>();

/** Where a part may also stand outside of a router: in a test, on the client's page. */
export const useAppRouterIfAny = (): AppRouter | undefined =>
  useRouter<AppRouter>({ warn: false }) as AppRouter | undefined;
