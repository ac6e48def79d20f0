import { lazy } from 'react';

/** Whoever decides on a post does not wait for the plan’s page. */
export const LazyGuestPlanPage = lazy(() =>
  import('./plan/GuestPlanPage').then((file) => ({ default: file.GuestPlanPage })),
);
