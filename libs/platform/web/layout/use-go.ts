import { useCallback } from 'react';
import { useAppRouter } from './use-app-router';

/** To another page by code: after a form, from a row. */
export function useGo(): (href: string, options?: { replace?: boolean }) => void {
  const router = useAppRouter();
  return useCallback(
    (href, { replace = false } = {}) => {
      if (replace) router.history.replace(href);
      else router.history.push(href);
    },
    [router],
  );
}
