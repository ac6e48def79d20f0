import type { CampaignObject } from '@planerka/campaigns/server';
import { unwrap } from '@planerka/platform/domain';
import {
  formatMeasure,
  metricOf,
  outcomesFirst,
  parseMeasure,
  planFact,
  type PlanFact,
} from '@planerka/results/domain';
import type { PlanFactObject } from './facts.object';
import { periodOf, toFact, type CampaignFacts } from './facts.loader';

type Targets = Pick<CampaignObject, 'targets' | 'startsOn' | 'endsOn'>;

/** A campaign's targets beside what was measured, outcomes first. */
export function planFactOf(campaign: Targets, { facts, today }: CampaignFacts): readonly PlanFact[] {
  const measured = facts.map(toFact);
  const rows = campaign.targets.map(({ metric, target, baseline }) =>
    planFact(
      {
        metric,
        target: unwrap(parseMeasure(target)),
        baseline: baseline === null ? null : unwrap(parseMeasure(baseline)),
      },
      measured,
      periodOf(campaign),
      today,
    ),
  );
  return outcomesFirst(rows);
}

export function toPlanFact(row: PlanFact): PlanFactObject {
  const { unit, direction, isOutcome } = metricOf(row.metric);
  return {
    ...row,
    unit,
    direction,
    isOutcome,
    target: formatMeasure(row.target),
    baseline: row.baseline === null ? null : formatMeasure(row.baseline),
    fact: row.fact === null ? null : formatMeasure(row.fact),
    expected: formatMeasure(row.expected),
  };
}
