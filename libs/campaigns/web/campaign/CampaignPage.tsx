import { Button, Drawer } from '@mantine/core';
import {
  AppLink,
  Card,
  CardBody,
  CardHeader,
  Columns,
  Fact,
  Facts,
  graphql,
  IconCalendar,
  IconChart,
  IconTasks,
  IconWallet,
  Page,
  PageHeader,
  QueryView,
  toast,
  toastProblem,
  useCommand,
  useConfirm,
  useFormat,
  usePathParam,
} from '@planerka/platform/web';
import { type ReactNode, useState } from 'react';
import { useQuery } from 'urql';
import '../cache';
import { useT } from '../locales';
import type { MetricOption } from '../metric-option';
import { CampaignForm, CampaignForm_campaign } from './CampaignForm';
import classes from './CampaignPage.module.css';
import { CampaignStateChip } from './CampaignStateChip';

const CampaignPageQuery = graphql(
  `
    query CampaignPage($id: ID!) {
      campaign(id: $id) {
        id
        name
        goal
        description
        startsOn
        endsOn
        state
        version
        wantsClientApproval
        viewerCanEdit
        availableActions
        client {
          id
          name
        }
        ...CampaignForm_campaign
      }
    }
  `,
  [CampaignForm_campaign],
);

const StartCampaignMutation = graphql(`
  mutation StartCampaign($input: MoveCampaignInput!) {
    startCampaign(input: $input) {
      __typename
      ... on CampaignChanged {
        campaign {
          id
          state
          version
          availableActions
        }
      }
      ... on IllegalTransition {
        reason
      }
    }
  }
`);

const CloseCampaignMutation = graphql(`
  mutation CloseCampaign($input: MoveCampaignInput!) {
    closeCampaign(input: $input) {
      __typename
      ... on CampaignChanged {
        campaign {
          id
          state
          version
          availableActions
        }
      }
      ... on IllegalTransition {
        reason
      }
    }
  }
`);

const ReopenCampaignMutation = graphql(`
  mutation ReopenCampaign($input: MoveCampaignInput!) {
    reopenCampaign(input: $input) {
      __typename
      ... on CampaignChanged {
        campaign {
          id
          state
          version
          availableActions
        }
      }
      ... on IllegalTransition {
        reason
      }
    }
  }
`);

/** What other domains put on the page: plan and fact, the budget's summary. */
export interface CampaignPageSlots {
  readonly results?: (campaignId: string) => ReactNode;
  readonly budget?: (campaignId: string) => ReactNode;
}

export function CampaignPage({ metrics, results, budget }: CampaignPageSlots & { metrics: readonly MetricOption[] }) {
  const t = useT();
  const format = useFormat();
  const campaignId = usePathParam('campaignId');
  const [isEditing, setEditing] = useState(false);
  const [result, refetch] = useQuery({ query: CampaignPageQuery, variables: { id: campaignId } });
  const reload = () => refetch({ requestPolicy: 'network-only' });
  return (
    <Page>
      <QueryView result={result} onRetry={reload} select={(data) => data.campaign}>
        {(campaign) => {
          const ofCampaign = `client=${campaign.client.id}&campaign=${campaign.id}`;
          return (
            <>
              <PageHeader
                crumbs={[
                  { label: t('title'), href: '/campaigns' },
                  { label: campaign.client.name, href: `/clients/${campaign.client.id}` },
                ]}
                title={campaign.name}
                badge={<CampaignStateChip {...campaign} />}
                sub={[t(`goal.${campaign.goal}`), format.range(campaign.startsOn, campaign.endsOn)]}
                actions={<CampaignActions campaign={campaign} onEdit={() => setEditing(true)} onReload={reload} />}
              />
              <Columns
                side={
                  <>
                    <Card label={t('page.about')}>
                      <CardHeader title={t('page.about')} />
                      <CardBody>
                        <p className={campaign.description ? classes.prose : classes.quiet}>
                          {campaign.description || t('page.noDescription')}
                        </p>
                        <Facts>
                          <Fact label={t('page.client')}>
                            <AppLink href={`/clients/${campaign.client.id}`} className={classes.link}>
                              {campaign.client.name}
                            </AppLink>
                          </Fact>
                          <Fact label={t('page.goal')}>{t(`goal.${campaign.goal}`)}</Fact>
                          <Fact label={t('page.period')}>{format.range(campaign.startsOn, campaign.endsOn)}</Fact>
                          <Fact label={t('page.approval')}>
                            {campaign.wantsClientApproval ? t('page.withApproval') : t('page.withoutApproval')}
                          </Fact>
                        </Facts>
                      </CardBody>
                    </Card>
                    <Card label={t('page.links')}>
                      <nav aria-label={t('page.links')}>
                        <ul className={classes.links}>
                          <li>
                            <AppLink href={`/plan?${ofCampaign}`}>
                              <IconCalendar /> {t('page.plan')}
                            </AppLink>
                          </li>
                          <li>
                            <AppLink href={`/tasks?${ofCampaign}`}>
                              <IconTasks /> {t('page.tasks')}
                            </AppLink>
                          </li>
                          {campaign.viewerCanEdit && (
                            <li>
                              <AppLink href={`/budgets/${campaign.id}`}>
                                <IconWallet /> {t('page.budget')}
                              </AppLink>
                            </li>
                          )}
                          <li>
                            <AppLink href={`/results/${campaign.id}`}>
                              <IconChart /> {t('page.results')}
                            </AppLink>
                          </li>
                        </ul>
                      </nav>
                    </Card>
                  </>
                }
              >
                {results?.(campaign.id)}
                {campaign.viewerCanEdit && budget?.(campaign.id)}
              </Columns>
              <Drawer
                opened={isEditing}
                onClose={() => setEditing(false)}
                title={t('form.edit')}
                position="right"
                size="lg"
              >
                {isEditing && (
                  <CampaignForm
                    campaign={campaign}
                    clients={[]}
                    clientId={null}
                    metrics={metrics}
                    onReload={reload}
                    onDone={() => setEditing(false)}
                  />
                )}
              </Drawer>
            </>
          );
        }}
      </QueryView>
    </Page>
  );
}

interface CampaignActionsProps {
  campaign: { id: string; version: number; availableActions: readonly string[] };
  onEdit: () => void;
  onReload: () => void;
}

/** Buttons for what the server would allow, nothing else. */
function CampaignActions({ campaign, onEdit, onReload }: CampaignActionsProps) {
  const t = useT();
  const confirm = useConfirm();
  const options = { onReload, isQuiet: true };
  const [start, isStarting] = useCommand(StartCampaignMutation, options);
  const [close, isClosing] = useCommand(CloseCampaignMutation, options);
  const [reopen, isReopening] = useCommand(ReopenCampaignMutation, options);
  const input = { campaignId: campaign.id, expectedVersion: campaign.version };

  const told = (done: string, outcome: Awaited<ReturnType<typeof close | typeof start | typeof reopen>>) => {
    if (outcome.status === 'success') return toast(done);
    const isHeldUp =
      outcome.status === 'refused' &&
      outcome.refusal.__typename === 'IllegalTransition' &&
      outcome.refusal.reason === 'open_tasks';
    toastProblem(isHeldUp ? t('page.openTasks') : outcome.message);
  };
  const askAndClose = async () => {
    const isSure = await confirm({
      title: t('page.closeTitle'),
      text: t('page.closeText'),
      confirm: t('page.close'),
    });
    if (isSure) told(t('page.closed'), await close({ input }));
  };
  const can = (action: string) => campaign.availableActions.includes(action);
  return (
    <>
      {can('close') && (
        <Button variant="subtle" loading={isClosing} onClick={() => void askAndClose()}>
          {t('page.close')}
        </Button>
      )}
      {can('edit') && <Button onClick={onEdit}>{t('page.edit')}</Button>}
      {can('reopen') && (
        <Button loading={isReopening} onClick={async () => told(t('page.reopened'), await reopen({ input }))}>
          {t('page.reopen')}
        </Button>
      )}
      {can('start') && (
        <Button
          variant="filled"
          loading={isStarting}
          onClick={async () => told(t('page.started'), await start({ input }))}
        >
          {t('page.start')}
        </Button>
      )}
    </>
  );
}
