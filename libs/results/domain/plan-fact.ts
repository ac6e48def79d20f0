import { compareDates, type PlainDate } from '@planerka/platform/domain';
import { valueOf, type Fact, type Period } from './aggregate';
import { changePercent, proportion, sharePercent, type Measure } from './measure';
import { metricOf, type Direction } from './metric';

export interface Target {
  readonly metric: string;
  readonly target: Measure;
  /** Before the campaign; null where nobody measured. */
  readonly baseline: Measure | null;
}

export type TargetState = 'no_data' | 'reached' | 'on_track' | 'behind' | 'missed';

export interface PlanFact {
  readonly metric: string;
  readonly target: Measure;
  readonly baseline: Measure | null;
  readonly fact: Measure | null;
  /** Fact of target, percent to one decimal; for costs, too: 120 is a fifth too dear. */
  readonly percent: number | null;
  /** Where an even pace would stand today; for ratios and stocks the target itself. */
  readonly expected: Measure;
  /** Fact against baseline, percent to one decimal. */
  readonly change: number | null;
  readonly state: TargetState;
}

/** Within this many percent of the even pace nobody is behind. */
export const tolerancePercent = 10;

export function planFact(target: Target, facts: readonly Fact[], campaign: Period, today: PlainDate): PlanFact {
  const { metric, baseline } = target;
  const fact = valueOf(metric, facts, campaign);
  const expected = expectedBy(target, campaign, today);
  const isOver = compareDates(today, campaign.to) > 0;
  return {
    metric,
    target: target.target,
    baseline,
    fact,
    percent: fact === null ? null : sharePercent(fact, target.target),
    expected,
    change: fact === null || baseline === null ? null : changePercent(baseline, fact),
    state: stateOf(fact, target.target, expected, metricOf(metric).direction, isOver),
  };
}

/** Flows grow day by day; the first day of a campaign expects one day's share, the days after it all. */
function expectedBy({ metric, target }: Target, { from, to }: Period, today: PlainDate): Measure {
  const definition = metricOf(metric);
  if (definition.kind !== 'flow') return target;
  const days = (start: PlainDate, end: PlainDate): number => start.until(end, { largestUnit: 'day' }).days + 1;
  const total = days(from, to);
  return proportion(target, Math.min(Math.max(days(from, today), 0), total), total);
}

function stateOf(
  fact: Measure | null,
  target: Measure,
  expected: Measure,
  direction: Direction,
  isOver: boolean,
): TargetState {
  if (fact === null) return 'no_data';
  if (direction === 'down') {
    // A cost may still rise until the end: it is reached only then.
    if (fact <= expected + tolerance(expected)) return isOver ? (fact <= target ? 'reached' : 'missed') : 'on_track';
    return isOver ? 'missed' : 'behind';
  }
  if (fact >= target) return 'reached';
  if (isOver) return 'missed';
  return fact >= expected - tolerance(expected) ? 'on_track' : 'behind';
}

const tolerance = (expected: Measure): Measure =>
  ((expected < 0n ? -expected : expected) * BigInt(tolerancePercent)) / 100n;

/** Outcomes first, each group in the order the campaign gives them. */
export const outcomesFirst = <T extends { readonly metric: string }>(rows: readonly T[]): readonly T[] =>
  rows.toSorted((one, other) => Number(metricOf(other.metric).isOutcome) - Number(metricOf(one.metric).isOutcome));
