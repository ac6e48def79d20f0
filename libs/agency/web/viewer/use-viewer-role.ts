import { graphql, type ResultOf } from '@planerka/platform/web';
import { useQuery } from 'urql';

const ViewerRoleQuery = graphql(`
  query ViewerRole {
    viewer {
      id
      role
    }
  }
`);

type ViewerRole = NonNullable<NonNullable<ResultOf<typeof ViewerRoleQuery>['viewer']>['role']>;

/**
 * The role of whoever sits here; null while it is not known. The shell has asked for it already, so the cache answers and
 * no page carries it in an operation of its own.
 */
export function useViewerRole(): ViewerRole | null {
  const [{ data }] = useQuery({ query: ViewerRoleQuery });
  return data?.viewer?.role ?? null;
}
