import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { UseQueryState } from 'urql';
import { ErrorState, NotFoundState } from '../ui/ErrorState';
import { SkeletonPage } from '../ui/Skeleton';

export interface QueryViewProps<Data, Thing> {
  /** What useQuery returned. */
  result: UseQueryState<Data>;
  /** Asks the server, past the cache. */
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
  const { data, error, fetching, stale } = result;
  const thing = data === undefined || data === null ? undefined : select(data);
  if (thing !== undefined && thing !== null) return children(thing);
  if (error) return <ErrorState error={error} onRetry={onRetry} />;
  return <NotHere isAbsent={!fetching && !stale && data !== undefined} onLook={onRetry} skeleton={skeleton} />;
}

interface NotHereProps {
  /** As far as is known. */
  isAbsent: boolean;
  onLook: () => void;
  skeleton: ReactNode;
}

/**
 * What is absent is asked for once more before that is said: a page whose data are told of as changed while they are on their way may be
 * left by the cache with a hole where its thing was.
 */
function NotHere({ isAbsent, onLook, skeleton }: NotHereProps) {
  const [isSure, setSure] = useState(false);
  const hasLooked = useRef(false);
  useEffect(() => {
    if (!isAbsent || hasLooked.current) return;
    hasLooked.current = true;
    onLook();
    queueMicrotask(() => setSure(true));
  }, [isAbsent, onLook]);
  return isAbsent && isSure ? <NotFoundState /> : skeleton;
}
