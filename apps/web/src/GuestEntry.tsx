import { GuestApprovalPage } from '@planerka/review/web/guest';

/** What stands at /g/:token. */
export function GuestEntry({ token }: { token: string | undefined }) {
  return <GuestApprovalPage token={token} />;
}
