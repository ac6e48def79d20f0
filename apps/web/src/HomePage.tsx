import { graphql, SkeletonPage, useGo } from '@planerka/platform/web';
import { useEffect } from 'react';
import { useQuery } from 'urql';
import { homeOf } from './navigation';

const HomePageQuery = graphql(`
  query HomePage {
    viewer {
      id
      role
    }
  }
`);

/** «/» leads each role to where its day begins. */
export function HomePage() {
  const [{ data }] = useQuery({ query: HomePageQuery });
  const go = useGo();
  const role = data?.viewer?.role;
  useEffect(() => {
    if (role) go(homeOf(role), { replace: true });
  }, [go, role]);
  return <SkeletonPage />;
}
