import { planTokenFromPath, tokenFromPath } from '@planerka/platform/web/guest';
import { GuestApprovalPage, LazyGuestPlanPage } from '@planerka/review/web/guest';
import { Suspense } from 'react';

/** What stands at /g/:token and /g/plan/:token. */
export function GuestEntry({ pathname }: { pathname: string }) {
  const planToken = planTokenFromPath(pathname);
  if (planToken === undefined) return <GuestApprovalPage token={tokenFromPath(pathname)} />;
  return (
    <Suspense fallback={null}>
      <LazyGuestPlanPage token={planToken} />
    </Suspense>
  );
}
