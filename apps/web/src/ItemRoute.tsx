import { ItemPage } from '@planerka/content-plan/web/item';

/** A publication's page, with what stands above the plan in its places. */
export function ItemRoute() {
  return <ItemPage />;
}
