import { Button } from '@mantine/core';
import { parseBrandProfile } from '@planerka/clients/domain';
import {
  AppLink,
  Card,
  CardBody,
  CardHeader,
  CheckMark,
  Columns,
  cx,
  Fact,
  Facts,
  type FragmentOf,
  graphql,
  IconPen,
  readFragment,
} from '@planerka/platform/web';
import { type ReactNode, useState } from 'react';
import { useT } from '../locales';
import { isNextStep, tabOfStep } from '../next-step';
import { EditClientDrawer, EditClientDrawer_client } from './EditClientDrawer';
import classes from './ClientPage.module.css';

export const OverviewTab_client = graphql(
  `
    fragment OverviewTab_client on Client {
      id
      about
      currency
      nextSteps
      includedWork {
        items
        rounds
      }
      contacts {
        id
        name
        isFinalApprover
        archivedAt
      }
      brandProfile {
        id
        data
      }
      ...EditClientDrawer_client
    }
  `,
  [EditClientDrawer_client],
);

/** What the client is, what it still lacks, and what runs for it (children: campaigns). */
export function OverviewTab({
  client: ref,
  onReload,
  children,
}: {
  client: FragmentOf<typeof OverviewTab_client>;
  onReload: () => void;
  children?: ReactNode;
}) {
  const client = readFragment(OverviewTab_client, ref);
  const t = useT();
  const [isEditing, setEditing] = useState(false);
  const steps = client.nextSteps.filter(isNextStep);
  const final = client.contacts?.find((contact) => contact.isFinalApprover && !contact.archivedAt);
  const profile = parseBrandProfile(client.brandProfile?.data ?? {});
  const tone = profile.ok ? profile.value.toneOfVoice : '';
  return (
    <Columns
      side={
        <Card label={t('overview.about')}>
          <CardHeader
            title={t('overview.about')}
            aside={
              <Button size="xs" variant="subtle" leftSection={<IconPen />} onClick={() => setEditing(true)}>
                {t('edit')}
              </Button>
            }
          />
          <CardBody>
            <p className={cx(classes.lead, client.about ? classes.prose : classes.quiet)}>
              {client.about || t('overview.noAbout')}
            </p>
            <Facts>
              <Fact label={t('overview.finalWord')}>{final?.name ?? t('overview.noFinalWord')}</Fact>
              <Fact label={t('overview.included')}>
                {client.includedWork
                  ? `${t('overview.includedItems', { count: client.includedWork.items })}, ${t('overview.includedRounds', { count: client.includedWork.rounds })}`
                  : t('overview.noRetainer')}
              </Fact>
              <Fact label={t('overview.currency')}>{client.currency}</Fact>
            </Facts>
          </CardBody>
        </Card>
      }
    >
      {children}
      <Card label={t('overview.next')}>
        <CardHeader title={t('overview.next')} {...(steps.length > 0 ? { count: steps.length } : {})} />
        <CardBody>
          {steps.length === 0 ? (
            <p className={classes.quiet}>{t('overview.nextNone')}</p>
          ) : (
            <ul className={classes.steps}>
              {steps.map((step) => (
                <li key={step}>
                  <AppLink className={classes.step} href={`/clients/${client.id}?tab=${tabOfStep[step]}`}>
                    <CheckMark state="empty" />
                    {t(`nextStep.${step}`)}
                  </AppLink>
                </li>
              ))}
            </ul>
          )}
        </CardBody>
      </Card>
      <Card label={t('overview.voice')}>
        <CardHeader title={t('overview.voice')} />
        <CardBody>
          <p className={tone ? classes.prose : classes.quiet}>{tone || t('overview.noVoice')}</p>
        </CardBody>
      </Card>
      <EditClientDrawer client={client} isOpen={isEditing} onClose={() => setEditing(false)} onReload={onReload} />
    </Columns>
  );
}
