/** Where the person was going when they were asked to sign in; only ever a page of ours. */
export function placeAfterSignIn(search = window.location.search): string {
  const next = new URLSearchParams(search).get('next');
  return next && /^\/(?![/\\])/.test(next) ? next : '/';
}
