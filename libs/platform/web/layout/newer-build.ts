import { useEffect, useState } from 'react';
import { connection } from '../graphql/connection';
import { onOutdated } from '../graphql/outdated';

/** Asked at most this often, when somebody comes back to the page or the connection does. */
const pauseMilliseconds = 60_000;

/** The page's own program: its name holds a hash of what is in it. Empty in development. */
const programOf = (page: Document): string =>
  page.querySelector('script[type="module"][src*="/assets/"]')?.getAttribute('src') ?? '';

async function servedProgram(): Promise<string> {
  const response = await fetch('/', { headers: { accept: 'text/html' }, cache: 'no-cache' });
  if (!response.ok) return '';
  return programOf(new DOMParser().parseFromString(await response.text(), 'text/html'));
}

/** True once the server serves a newer build than this page is of, or has no longer what this page wants of it. */
export function useNewerBuild(): boolean {
  const [isNewer, setNewer] = useState(false);
  useEffect(() => {
    const own = programOf(document);
    if (!own) return;
    let askedAt = Date.now();
    const ask = (): void => {
      if (document.visibilityState === 'hidden' || Date.now() - askedAt < pauseMilliseconds) return;
      askedAt = Date.now();
      servedProgram()
        .then((served) => served !== '' && served !== own && setNewer(true))
        // No answer says nothing about builds; the banner of the connection tells it.
        .catch(() => undefined);
    };
    // A route's code that is gone, an operation that is not known: the build it belonged to has been replaced.
    const missing = (): void => setNewer(true);
    document.addEventListener('visibilitychange', ask);
    window.addEventListener('focus', ask);
    window.addEventListener('vite:preloadError', missing);
    const stop = connection.onRetry(ask);
    const stopHearing = onOutdated(missing);
    return () => {
      document.removeEventListener('visibilitychange', ask);
      window.removeEventListener('focus', ask);
      window.removeEventListener('vite:preloadError', missing);
      stop();
      stopHearing();
    };
  }, []);
  return isNewer;
}
