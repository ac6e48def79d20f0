import { Button } from '@mantine/core';
import { AppLink, Avatar, Card, CardBody, CardHeader, useFolded, useFormat } from '@planerka/platform/web';
import { useState } from 'react';
import { sumOf } from '../budget/sum-of';
import type { BudgetRevision } from '../documents';
import { useT } from '../locales';
import { reasonProblem, RefuseDialog } from '../revision/RefuseDialog';
import { useRevisionActions } from '../revision/use-revision-actions';
import classes from './Overview.module.css';

interface RequestsCardProps {
  requests: readonly BudgetRevision[];
  isPrimary: boolean;
  onReload: () => void;
}

/** The oldest; the rest unfolds. */
const shownAtFirst = 3;

export function RequestsCard({ requests, isPrimary, onReload }: RequestsCardProps) {
  const t = useT();
  const { shown, more } = useFolded(requests, shownAtFirst);
  return (
    <Card label={t('overview.requests')}>
      <CardHeader title={t('overview.requests')} count={requests.length || undefined} />
      {requests.length === 0 ? <CardBody>{t('overview.noRequests')}</CardBody> : null}
      {shown.map((request, index) => (
        <Request key={request.id} request={request} isPrimary={isPrimary && index === 0} onReload={onReload} />
      ))}
      {more ? <div className={classes.more}>{more}</div> : null}
    </Card>
  );
}

function Request({
  request,
  isPrimary,
  onReload,
}: {
  request: BudgetRevision;
  isPrimary: boolean;
  onReload: () => void;
}) {
  const t = useT();
  const format = useFormat();
  const [isRefusing, setRefusing] = useState(false);
  const actions = useRevisionActions(request, onReload);
  const change = sumOf(request.lines.map((line) => line.change));
  return (
    <div className={classes.request}>
      <p className={classes.requestHead}>
        <AppLink href={`/budgets/${request.campaignId}`}>{`${request.clientName} · ${request.campaignName}`}</AppLink>
        <span>{format.money(change, { signed: true })}</span>
      </p>
      <p>{request.reason}</p>
      <div className={classes.requestFoot}>
        <Avatar id={request.requestedById} name={request.requestedByName} labelled />
        <small className={classes.quiet}>{format.day(request.requestedAt)}</small>
        {request.availableActions.includes('refuse') ? (
          <Button size="xs" variant="subtle" onClick={() => setRefusing(true)}>
            {t('revision.refuse')}
          </Button>
        ) : null}
        {request.availableActions.includes('approve') ? (
          <Button
            size="xs"
            variant={isPrimary ? 'filled' : 'default'}
            loading={actions.isRunning}
            onClick={() => void actions.approve()}
          >
            {t('revision.approve')}
          </Button>
        ) : null}
      </div>
      <RefuseDialog
        title={t('revision.refuseTitle')}
        confirm={t('revision.refuse')}
        isOpen={isRefusing}
        onClose={() => setRefusing(false)}
        onRefuse={async (reason) => reasonProblem(await actions.refuse(reason))}
      />
    </div>
  );
}
