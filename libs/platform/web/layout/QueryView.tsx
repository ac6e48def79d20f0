import type { ReactNode } from 'react';
import type { UseQueryState } from 'urql';
import { ErrorState, NotFoundState } from '../ui/ErrorState';
import { SkeletonPage } from '../ui/Skeleton';

export interface QueryViewProps<Data, Thing> {
  /** What useQuery returned. */
  result: UseQueryState<Data>;
  onRetry: () => void;
  /** Picks the page's thing; null means that it does not exist for this person. */
  select: (data: Data) => Thing | null | undefined;
  skeleton?: ReactNode;
  children: (thing: NonNullable<Thing>) => ReactNode;
}

/** The four faces of a read: coming, failed, absent, here. Old data stays on the screen while newer is on its way. */
export function QueryView<Data, Thing>({
  result,
  onRetry,
  select,
  skeleton = <SkeletonPage />,
  children,
}: QueryViewProps<Data, Thing>) {
  const { data, error, fetching } = result;
  const thing = data === undefined || data === null ? undefined : select(data);
  if (thing !== undefined && thing !== null) return children(thing);
  if (error) return <ErrorState error={error} onRetry={onRetry} />;
  if (fetching || data === undefined) return skeleton;
  return <NotFoundState />;
}
