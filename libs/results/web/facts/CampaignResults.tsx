import { Button } from '@mantine/core';
import { AppLink, graphql, SkeletonTable } from '@planerka/platform/web';
import { useQuery } from 'urql';
import { useT } from '../locales';
import { PlanFactTable, PlanFactTable_campaign } from './PlanFactTable';

const CampaignResultsQuery = graphql(
  `
    query CampaignResults($id: ID!) {
      campaign(id: $id) {
        id
        ...PlanFactTable_campaign
      }
    }
  `,
  [PlanFactTable_campaign],
);

/** Plan and fact on the campaign's own page. */
export function CampaignResults({ campaignId }: { campaignId: string }) {
  const t = useT();
  const [{ data }] = useQuery({ query: CampaignResultsQuery, variables: { id: campaignId } });
  if (!data) return <SkeletonTable rows={3} />;
  if (!data.campaign) return null;
  return (
    <PlanFactTable
      campaign={data.campaign}
      aside={
        <Button size="xs" component={AppLink} href={`/results/${campaignId}`}>
          {t('planFact.open')}
        </Button>
      }
    />
  );
}
