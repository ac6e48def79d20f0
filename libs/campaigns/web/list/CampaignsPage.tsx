import { Button, Drawer } from '@mantine/core';
import {
  AppLink,
  Avatar,
  Card,
  Cell,
  Column,
  EmptyState,
  graphql,
  IconFlag,
  IconPlus,
  Page,
  PageHeader,
  QueryView,
  Segmented,
  SkeletonTable,
  Table,
  TableRow,
  useFormat,
  useSearchParam,
} from '@planerka/platform/web';
import { useQuery } from 'urql';
import { CampaignForm } from '../campaign/CampaignForm';
import { CampaignStateChip } from '../campaign/CampaignStateChip';
import { useT } from '../locales';
import type { MetricOption } from '../metric-option';
import classes from './CampaignsPage.module.css';

const CampaignsPageQuery = graphql(`
  query CampaignsPage($states: [CampaignState!], $clientId: ID) {
    viewer {
      id
      abilities
    }
    clients(first: 200, states: [ACTIVE, PAUSED]) {
      nodes {
        id
        name
        viewerCanEdit
      }
    }
    campaigns(first: 100, states: $states, clientId: $clientId) {
      nodes {
        id
        name
        goal
        state
        startsOn
        endsOn
        targets {
          id
        }
        client {
          id
          name
        }
      }
    }
  }
`);

/** @param metrics what a target may be set for; the results' domain knows them */
export function CampaignsPage({ metrics }: { metrics: readonly MetricOption[] }) {
  const t = useT();
  const format = useFormat();
  const [shown, show] = useSearchParam('show');
  const [clientId] = useSearchParam('client');
  const [isNew, setNew] = useSearchParam('new');
  const [result, refetch] = useQuery({
    query: CampaignsPageQuery,
    variables: { states: shown === 'all' ? null : ['DRAFT', 'ACTIVE'], clientId },
  });
  const clients = result.data?.clients.nodes.filter((client) => client.viewerCanEdit) ?? [];
  const canAddClient = result.data?.viewer?.abilities.includes('client.create') ?? false;
  const create = clients.length > 0 && (
    <Button variant="filled" leftSection={<IconPlus />} onClick={() => setNew('1')}>
      {t('create')}
    </Button>
  );
  return (
    <Page>
      <PageHeader
        title={t('title')}
        actions={
          <>
            <Segmented
              label={t('filter')}
              value={shown === 'all' ? 'all' : 'running'}
              onChange={(value) => show(value === 'all' ? 'all' : null)}
              segments={[
                { value: 'running', label: t('running') },
                { value: 'all', label: t('all') },
              ]}
            />
            {result.data?.campaigns.nodes.length === 0 ? null : create}
          </>
        }
      />
      <QueryView
        result={result}
        onRetry={() => refetch({ requestPolicy: 'network-only' })}
        select={(data) => data.campaigns}
        skeleton={<SkeletonTable />}
      >
        {({ nodes }) =>
          nodes.length === 0 ? (
            <EmptyState
              title={t('empty')}
              icon={<IconFlag />}
              action={
                create ||
                (canAddClient && (
                  <Button component={AppLink} href="/clients?new=1" variant="filled" leftSection={<IconPlus />}>
                    {t('addClient')}
                  </Button>
                ))
              }
            >
              {clients.length > 0 ? t('emptyLead') : canAddClient ? t('emptyNoClients') : t('emptySpecialist')}
            </EmptyState>
          ) : (
            <Card label={t('title')} clip>
              <Table label={t('title')} rows="rich" stacks>
                <thead>
                  <tr>
                    <Column>{t('columns.name')}</Column>
                    <Column>{t('columns.client')}</Column>
                    <Column>{t('columns.goal')}</Column>
                    <Column>{t('columns.period')}</Column>
                    <Column>{t('columns.targets')}</Column>
                    <Column>{t('columns.state')}</Column>
                  </tr>
                </thead>
                <tbody>
                  {nodes.map((campaign) => (
                    <TableRow key={campaign.id}>
                      <Cell strong>
                        <AppLink href={`/campaigns/${campaign.id}`}>{campaign.name}</AppLink>
                      </Cell>
                      <Cell>
                        <AppLink href={`/clients/${campaign.client.id}`} className={classes.client}>
                          <Avatar id={campaign.client.id} name={campaign.client.name} kind="client" size={20} />
                          {campaign.client.name}
                        </AppLink>
                      </Cell>
                      <Cell label={t('columns.goal')}>{t(`goal.${campaign.goal}`)}</Cell>
                      <Cell className={classes.period} label={t('columns.period')}>
                        {format.range(campaign.startsOn, campaign.endsOn)}
                      </Cell>
                      <Cell>
                        {campaign.targets.length > 0
                          ? t('targets', { count: campaign.targets.length })
                          : t('noTargets')}
                      </Cell>
                      <Cell>
                        <CampaignStateChip {...campaign} />
                      </Cell>
                    </TableRow>
                  ))}
                </tbody>
              </Table>
            </Card>
          )
        }
      </QueryView>
      <Drawer
        opened={isNew !== null && clients.length > 0}
        onClose={() => setNew(null)}
        title={t('create')}
        position="right"
        size="lg"
      >
        <CampaignForm
          campaign={null}
          clients={clients}
          clientId={clientId}
          metrics={metrics}
          onDone={() => undefined}
        />
      </Drawer>
    </Page>
  );
}
