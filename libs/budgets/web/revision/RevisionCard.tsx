import { Button } from '@mantine/core';
import {
  Card,
  CardBody,
  CardHeader,
  Chip,
  IconClock,
  MoneyText,
  Row,
  Section,
  useFormat,
} from '@planerka/platform/web';
import { useState } from 'react';
import type { BudgetRevision } from '../documents';
import { useT } from '../locales';
import { reasonProblem, RefuseDialog } from './RefuseDialog';
import classes from './RevisionCard.module.css';
import { useRevisionActions } from './use-revision-actions';

interface RevisionCardProps {
  revision: BudgetRevision;
  deciders: readonly string[];
  /** The page's next step stands here. */
  isPrimary: boolean;
  onReload: () => void;
}

/** A request before and after, with its reason; who decides, and since when it waits. */
export function RevisionCard({ revision, deciders, isPrimary, onReload }: RevisionCardProps) {
  const t = useT();
  const format = useFormat();
  const [isRefusing, setRefusing] = useState(false);
  const actions = useRevisionActions(revision, onReload);
  const isOpen = revision.state === 'REQUESTED';
  const has = (action: string) => revision.availableActions.includes(action);
  const title = t(isOpen ? 'revision.request' : 'revision.decided');
  return (
    <Card label={title}>
      <CardHeader
        title={title}
        aside={
          isOpen ? (
            <Chip tone="warn" icon={<IconClock />}>
              {format.relative(revision.requestedAt)}
            </Chip>
          ) : null
        }
      />
      <CardBody className={classes.body}>
        <dl className={classes.lines}>
          {revision.lines.map(({ lineId, category, month, change }) => (
            <div key={lineId}>
              <dt>{t('lineName', { category: t(`category.${category}`), month: format.monthName(month) })}</dt>
              <dd>{format.money(change, { signed: true })}</dd>
            </div>
          ))}
          <div className={classes.plan}>
            <dt>{t('revision.plan')}</dt>
            <dd>
              <MoneyText value={revision.plannedBefore} withoutSign /> → <MoneyText value={revision.plannedAfter} />
            </dd>
          </div>
        </dl>
        <p className={classes.reason}>{revision.reason}</p>
        <p className={classes.meta}>
          {t('revision.by', { name: revision.requestedByName, at: format.relative(revision.requestedAt) })}
        </p>
        {revision.decisionNote ? <p className={classes.reason}>{revision.decisionNote}</p> : null}
      </CardBody>
      <Section>
        <Row>
          <span className={classes.meta}>{decisionOf(revision, deciders, t, format)}</span>
          {has('remind') ? (
            <Button size="xs" onClick={() => void actions.remind()}>
              {t('revision.remind')}
            </Button>
          ) : null}
          {has('withdraw') ? (
            <Button size="xs" variant="subtle" onClick={() => void actions.withdraw()}>
              {t('revision.withdraw')}
            </Button>
          ) : null}
          {has('refuse') ? (
            <Button size="xs" variant="subtle" onClick={() => setRefusing(true)}>
              {t('revision.refuse')}
            </Button>
          ) : null}
          {has('approve') ? (
            <Button
              size="xs"
              variant={isPrimary ? 'filled' : 'default'}
              loading={actions.isRunning}
              onClick={() => void actions.approve()}
            >
              {t('revision.approve')}
            </Button>
          ) : null}
        </Row>
      </Section>
      <RefuseDialog
        title={t('revision.refuseTitle')}
        confirm={t('revision.refuse')}
        isOpen={isRefusing}
        onClose={() => setRefusing(false)}
        onRefuse={async (reason) => reasonProblem(await actions.refuse(reason))}
      />
    </Card>
  );
}

function decisionOf(
  { state, decidedByName, decidedAt }: BudgetRevision,
  deciders: readonly string[],
  t: ReturnType<typeof useT>,
  format: ReturnType<typeof useFormat>,
): string {
  const decision = { name: decidedByName ?? '', at: decidedAt ? format.relative(decidedAt) : '' };
  switch (state) {
    case 'REQUESTED':
      return t('revision.decides', { name: format.list(deciders) });
    case 'APPROVED':
      return t('revision.approved', decision);
    case 'REFUSED':
      return t('revision.refused', decision);
    case 'WITHDRAWN':
      return t('revision.withdrawn');
  }
}
