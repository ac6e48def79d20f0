import { graphql, type ResultOf } from '@planerka/platform/web';
import { useQuery } from 'urql';

const ViewerHereQuery = graphql(`
  query ViewerHere {
    viewer {
      id
      role
      memberId
    }
  }
`);

type ViewerRole = NonNullable<NonNullable<ResultOf<typeof ViewerHereQuery>['viewer']>['role']>;

/**
 * The role of whoever sits here; null while it is not known. The shell has asked for it already, so the cache answers and
 * no page carries it in an operation of its own.
 */
export function useViewerRole(): ViewerRole | null {
  const [{ data }] = useQuery({ query: ViewerHereQuery });
  return data?.viewer?.role ?? null;
}

/** Who it is among the members of this agency, in the same way. */
export function useViewerMemberId(): string | null {
  const [{ data }] = useQuery({ query: ViewerHereQuery });
  return data?.viewer?.memberId ?? null;
}
