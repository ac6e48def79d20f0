import {
  Card,
  CardBody,
  CardHeader,
  Cell,
  Chip,
  type ChipTone,
  Column,
  type FragmentOf,
  graphql,
  readFragment,
  Table,
  TableRow,
  useFormat,
} from '@planerka/platform/web';
import type { ReactNode } from 'react';
import { useT } from '../locales';
import { useFigure, useMetricName } from '../metrics';
import classes from './PlanFactTable.module.css';

export const PlanFactTable_campaign = graphql(`
  fragment PlanFactTable_campaign on Campaign {
    id
    client {
      id
      currency
    }
    planFact {
      metric
      unit
      direction
      target
      baseline
      fact
      percent
      change
      state
    }
  }
`);

type TargetState = 'NO_DATA' | 'REACHED' | 'ON_TRACK' | 'BEHIND' | 'MISSED';

export const toneOfState: Record<TargetState, ChipTone> = {
  NO_DATA: 'neutral',
  REACHED: 'done',
  ON_TRACK: 'progress',
  BEHIND: 'warn',
  MISSED: 'danger',
};

/** Targets beside what was measured, outcomes first: before, plan, fact, how far. */
export function PlanFactTable({
  campaign: ref,
  aside,
}: {
  campaign: FragmentOf<typeof PlanFactTable_campaign>;
  aside?: ReactNode;
}) {
  const campaign = readFragment(PlanFactTable_campaign, ref);
  const t = useT();
  const format = useFormat();
  const nameOf = useMetricName();
  const figure = useFigure(campaign.client.currency);
  return (
    <Card label={t('planFact.title')} clip>
      <CardHeader title={t('planFact.title')} aside={aside} />
      {campaign.planFact.length === 0 ? (
        <CardBody className={classes.empty}>{t('planFact.empty')}</CardBody>
      ) : (
        <Table label={t('planFact.title')} rows="rich" stacks>
          <thead>
            <tr>
              <Column>{t('planFact.metric')}</Column>
              <Column numeric>{t('planFact.baseline')}</Column>
              <Column numeric>{t('planFact.target')}</Column>
              <Column numeric>{t('planFact.fact')}</Column>
              <Column>{t('planFact.progress')}</Column>
              <Column numeric>{t('planFact.change')}</Column>
              <Column>{t('planFact.state')}</Column>
            </tr>
          </thead>
          <tbody>
            {campaign.planFact.map((row) => (
              <TableRow key={row.metric}>
                <Cell strong>{nameOf(row.metric)}</Cell>
                <Cell numeric label={t('planFact.baseline')}>
                  {figure(row.baseline, row.unit, row.metric)}
                </Cell>
                <Cell numeric label={t('planFact.target')}>
                  {figure(row.target, row.unit, row.metric)}
                </Cell>
                <Cell numeric strong label={t('planFact.fact')}>
                  {figure(row.fact, row.unit, row.metric)}
                </Cell>
                <Cell>
                  <span className={classes.progress}>
                    <span className={classes.track}>
                      <span
                        className={classes.fill}
                        data-state={row.state}
                        style={{ inlineSize: `${Math.min(100, Math.max(0, row.percent ?? 0))}%` }}
                      />
                    </span>
                    <span className={classes.percent}>{row.percent === null ? '—' : format.percent(row.percent)}</span>
                  </span>
                </Cell>
                <Cell numeric label={t('planFact.change')}>
                  {row.change === null ? '—' : `${row.change > 0 ? '+' : ''}${format.percent(row.change)}`}
                </Cell>
                <Cell>
                  <Chip tone={toneOfState[row.state]}>{t(`state.${row.state}`)}</Chip>
                </Cell>
              </TableRow>
            ))}
          </tbody>
        </Table>
      )}
    </Card>
  );
}
