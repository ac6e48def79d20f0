import { ErrorState, NotFoundState } from '@planerka/platform/web';

/** Code that did not load (a new release, a lost network) or a page that fell over. */
export function FailedPage({ error }: { error: unknown }) {
  return <ErrorState error={error} onRetry={() => window.location.reload()} />;
}

export function MissingPage() {
  return <NotFoundState />;
}
