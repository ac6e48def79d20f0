import { useAppRouter } from '@planerka/platform/web';
import { useLocation } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';

export const planViews = ['month', 'week', 'board', 'table'] as const;
export type PlanView = (typeof planViews)[number];

const filters = ['clients', 'channel', 'rubric', 'status', 'assignee', 'risk'] as const;
/** The bank of ideas beside the plan: which of them, and how they are told apart. */
const ofIdeas = ['ideas', 'ideaText', 'ideaTag', 'ideaClient', 'ideaRubric', 'ideaAuthor'] as const;
const ofPlan = ['client', 'month', 'day', 'view', 'by', 'sort', 'hide', 'metrics', 'saved', 'item', 'new'] as const;
const words = [...ofPlan, ...filters, ...ofIdeas] as const;
type Word = (typeof words)[number];

export type PlanAddress = Readonly<Record<Word, string | null>>;

export const noFilter = Object.fromEntries(filters.map((word) => [word, null])) as Readonly<
  Record<(typeof filters)[number], null>
>;

/** The whole choice of the page stands in its address: a link shows the same to whoever gets it. */
export function usePlanAddress(): [PlanAddress, (changes: Partial<PlanAddress>, options?: { push?: boolean }) => void] {
  const router = useAppRouter();
  const search = useLocation({ select: (location) => location.searchStr });
  const address = useMemo(() => {
    const params = new URLSearchParams(search);
    return Object.fromEntries(words.map((word) => [word, params.get(word)])) as PlanAddress;
  }, [search]);
  const change = useCallback(
    (changes: Partial<PlanAddress>, { push = false } = {}) => {
      // the history's own place, not the router's: two changes in one tick must not undo each other
      const { pathname, search: present } = router.history.location;
      const params = new URLSearchParams(present);
      for (const [word, value] of Object.entries(changes)) {
        if (value === null || value === undefined) params.delete(word);
        else params.set(word, value);
      }
      const query = params.toString();
      router.history[push ? 'push' : 'replace'](query ? `${pathname}?${query}` : pathname);
    },
    [router],
  );
  return [address, change];
}
