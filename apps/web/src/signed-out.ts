/** Pages that need no session. */
const OPEN = /^\/(sign-in|register|invite|kit)(\/|$)/;

/** To the sign-in page, and back here afterwards. */
export function leaveToSignIn(): void {
  const { pathname, search } = window.location;
  if (OPEN.test(pathname)) return;
  const next = pathname === '/' ? '' : `?next=${encodeURIComponent(pathname + search)}`;
  window.location.assign(`/sign-in${next}`);
}
