import { ItemPage } from '@planerka/content-plan/web/item';
import { lazy, Suspense } from 'react';

// Nothing of it is there before the publication is out.
const ItemResultsCard = lazy(async () => ({
  default: (await import('@planerka/results/web/items')).ItemResultsCard,
}));

/** A publication's page, with what stands above the plan in its places. */
export function ItemRoute() {
  return (
    <ItemPage
      results={({ id, isPublished }) =>
        isPublished ? (
          <Suspense fallback={null}>
            <ItemResultsCard key={id} itemId={id} />
          </Suspense>
        ) : null
      }
    />
  );
}
