import { lazy, Suspense, useMemo } from 'react';
import type { PlanItem } from '../plan/plan-item';
import type { Plan } from '../plan/plan-page.documents';
import { type Selection, useChosen, useIsPicking } from './selection';

// Its code comes with the first choice.
const BulkBar = lazy(() => import('./BulkBar').then((file) => ({ default: file.BulkBar })));

/** Under the plan while something is chosen, or is about to be. */
export function LazyBulkBar({
  plan,
  selection,
  items,
}: {
  plan: Plan;
  selection: Selection;
  items: readonly PlanItem[];
}) {
  const chosen = useChosen(selection);
  const isPicking = useIsPicking(selection);
  const present = useMemo(() => items.filter(({ id }) => chosen.has(id)), [items, chosen]);
  if (present.length === 0 && !isPicking) return null;
  return (
    <Suspense fallback={null}>
      <BulkBar plan={plan} selection={selection} items={present} />
    </Suspense>
  );
}
