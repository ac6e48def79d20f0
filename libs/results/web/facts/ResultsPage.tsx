import { Button } from '@mantine/core';
import {
  AppLink,
  Card,
  CardBody,
  CardHeader,
  Chip,
  graphql,
  Page,
  PageHeader,
  QueryView,
  Stack,
  useFormat,
  usePathParam,
} from '@planerka/platform/web';
import { useQuery } from 'urql';
import { WriteCaseButton } from '../case/WriteCaseButton';
import { useT } from '../locales';
import { useFigure, useMetricName } from '../metrics';
import { PublicationResults, PublicationResults_campaign } from '../publications/PublicationResults';
import { FactsGrid, FactsGrid_campaign } from './FactsGrid';
import { PlanFactTable, PlanFactTable_campaign, toneOfState } from './PlanFactTable';
import classes from './ResultsPage.module.css';
import { TrendChart, TrendChart_campaign } from './TrendChart';

const ResultsPageQuery = graphql(
  `
    query ResultsPage($id: ID!) {
      campaign(id: $id) {
        id
        name
        startsOn
        endsOn
        viewerCanEnterFacts
        client {
          id
          name
          currency
        }
        planFact {
          metric
          unit
          direction
          target
          fact
          state
        }
        cases {
          id
          title
        }
        ...PlanFactTable_campaign
        ...FactsGrid_campaign
        ...TrendChart_campaign
        ...PublicationResults_campaign
      }
    }
  `,
  [PlanFactTable_campaign, FactsGrid_campaign, TrendChart_campaign, PublicationResults_campaign],
);

export function ResultsPage() {
  const t = useT();
  const format = useFormat();
  const nameOf = useMetricName();
  const campaignId = usePathParam('campaignId');
  const [result, refetch] = useQuery({ query: ResultsPageQuery, variables: { id: campaignId } });
  const figure = useFigure(result.data?.campaign?.client.currency ?? 'RUB');
  const reload = () => refetch({ requestPolicy: 'network-only' });
  return (
    <Page>
      <QueryView result={result} onRetry={reload} select={(data) => data.campaign}>
        {(campaign) => {
          const main = campaign.planFact.find(({ fact }) => fact !== null);
          const { cases } = campaign;
          return (
            <>
              <PageHeader
                crumbs={[
                  { label: t('page.crumb'), href: '/campaigns' },
                  { label: campaign.name, href: `/campaigns/${campaign.id}` },
                ]}
                title={
                  main
                    ? t(main.direction === 'UP' ? 'page.finding' : 'page.findingCost', {
                        metric: nameOf(main.metric),
                        fact: figure(main.fact, main.unit, main.metric),
                        target: figure(main.target, main.unit, main.metric),
                      })
                    : t('page.findingNone')
                }
                badge={main && <Chip tone={toneOfState[main.state]}>{t(`state.${main.state}`)}</Chip>}
                sub={[campaign.client.name, format.range(campaign.startsOn, campaign.endsOn)]}
                actions={
                  <Button component={AppLink} href={`/campaigns/${campaign.id}`} variant="subtle">
                    {t('page.toCampaign')}
                  </Button>
                }
              />
              <Stack>
                <PlanFactTable campaign={campaign} />
                {campaign.viewerCanEnterFacts && <FactsGrid key={campaign.id} campaign={campaign} onReload={reload} />}
                <TrendChart campaign={campaign} />
                <PublicationResults campaign={campaign} onReload={reload} />
                {cases && (
                  <Card label={t('page.cases')}>
                    <CardHeader
                      title={t('page.cases')}
                      count={cases.length}
                      aside={
                        <WriteCaseButton
                          campaignId={campaign.id}
                          title={t('case.defaultTitle', { client: campaign.client.name, campaign: campaign.name })}
                        />
                      }
                    />
                    <CardBody>
                      {cases.length === 0 && <p className={classes.quiet}>{t('page.noCases')}</p>}
                      <ul>
                        {cases.map(({ id, title }) => (
                          <li key={id}>
                            <AppLink className={classes.link} href={`/cases/${id}`}>
                              {title}
                            </AppLink>
                          </li>
                        ))}
                      </ul>
                    </CardBody>
                  </Card>
                )}
              </Stack>
            </>
          );
        }}
      </QueryView>
    </Page>
  );
}
