import { useLocation } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useAppRouter } from './use-app-router';

/** One word of the address (`?client=…`): filters and choices live there, so that a link shows the same. Null removes it. */
export function useSearchParam(name: string): [value: string | null, set: (value: string | null) => void] {
  const router = useAppRouter();
  const search = useLocation({ select: (location) => location.searchStr });
  const set = useCallback(
    (value: string | null) => {
      const { pathname, searchStr, hash } = router.state.location;
      const params = new URLSearchParams(searchStr);
      if (value === null) params.delete(name);
      else params.set(name, value);
      const query = params.toString();
      router.history.replace(`${pathname}${query ? `?${query}` : ''}${hash ? `#${hash}` : ''}`);
    },
    [name, router],
  );
  return [new URLSearchParams(search).get(name), set];
}
