import { AppLink, Card, CardBody, CardHeader, graphql, useFormat } from '@planerka/platform/web';
import { useQuery } from 'urql';
import { useT } from '../locales';
import classes from './CampaignPage.module.css';
import { CampaignStateChip } from './CampaignStateChip';

const ClientCampaignsQuery = graphql(`
  query ClientCampaigns($clientId: ID!) {
    campaigns(first: 20, clientId: $clientId) {
      nodes {
        id
        name
        goal
        state
        startsOn
        endsOn
      }
    }
  }
`);

/** A client's campaigns on the client's own page. */
export function ClientCampaigns({ clientId }: { clientId: string }) {
  const t = useT();
  const format = useFormat();
  const [{ data, fetching }] = useQuery({ query: ClientCampaignsQuery, variables: { clientId } });
  const campaigns = data?.campaigns.nodes ?? [];
  return (
    <Card label={t('ofClient.title')}>
      <CardHeader title={t('ofClient.title')} count={campaigns.length} ruled />
      {campaigns.length === 0 && !fetching && <CardBody>{t('ofClient.empty')}</CardBody>}
      <ul className={classes.list}>
        {campaigns.map((campaign) => (
          <li key={campaign.id} className={classes.row}>
            <div className={classes.rowText}>
              <p className={classes.rowTitle}>
                <AppLink href={`/campaigns/${campaign.id}`}>{campaign.name}</AppLink>
              </p>
              <p className={classes.rowNote}>
                {t(`goal.${campaign.goal}`)} · {format.range(campaign.startsOn, campaign.endsOn)}
              </p>
            </div>
            <CampaignStateChip {...campaign} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
