import { useHappening } from '@planerka/platform/web';
import { useEffect, useState } from 'react';

const minute = 60_000;

/** Who else is writing this brief: whoever saved it in the last two minutes. Null: nobody. */
export function useCoAuthor(taskId: string, ownMemberId: string | null): string | null {
  const [seen, setSeen] = useState<{ readonly name: string; readonly at: number } | null>(null);
  useHappening(({ type, entityId, actorId, actorName }) => {
    if (type !== 'task.brief_saved' || entityId !== taskId || !actorName || actorId === ownMemberId) return;
    setSeen({ name: actorName, at: Date.now() });
  });
  useEffect(() => {
    if (!seen) return undefined;
    const timer = window.setTimeout(() => setSeen(null), 2 * minute);
    return () => window.clearTimeout(timer);
  }, [seen]);
  return seen?.name ?? null;
}
