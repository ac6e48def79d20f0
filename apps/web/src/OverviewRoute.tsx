import { FirstSteps } from '@planerka/activity/web';
import { OverviewPage } from '@planerka/budgets/web/overview';
import { graphql, SkeletonPage } from '@planerka/platform/web';
import { useQuery } from 'urql';

const OverviewStepsQuery = graphql(`
  query OverviewSteps {
    agencySteps {
      key
      isDone
    }
  }
`);

/** An owner without clients has no margin to look at yet: the first steps stand in its place. */
export function OverviewRoute() {
  const [{ data }] = useQuery({ query: OverviewStepsQuery });
  return <OverviewPage emptyState={data ? <FirstSteps steps={data.agencySteps} /> : <SkeletonPage />} />;
}
