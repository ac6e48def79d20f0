import { planTokenFromPath, tokenFromPath } from '@planerka/platform/web/guest';
import { GuestApprovalPage } from '@planerka/review/web/guest';
import { lazy, Suspense } from 'react';

// Whoever decides on a post does not wait for the plan’s page.
const GuestPlanPage = lazy(() =>
  import('@planerka/review/web/guest/plan').then((file) => ({ default: file.GuestPlanPage })),
);

/** What stands at /g/:token and /g/plan/:token. */
export function GuestEntry({ pathname }: { pathname: string }) {
  const planToken = planTokenFromPath(pathname);
  if (planToken === undefined) return <GuestApprovalPage token={tokenFromPath(pathname)} />;
  return (
    <Suspense fallback={null}>
      <GuestPlanPage token={planToken} />
    </Suspense>
  );
}
