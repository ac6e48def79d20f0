import { compareDates, isWithin, type PlainDate } from '@planerka/platform/domain';
import { ratio, type Measure } from './measure';
import { isDerivedMetric, metricOf, type DerivedMetric } from './metric';

/** One measurement of a base (or an own) metric over a day, or as of a day. */
export interface Fact {
  readonly metric: string;
  readonly day: PlainDate;
  readonly value: Measure;
}

export interface Period {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** The value of any metric over a period; null where nothing was measured, or there is nothing to divide by. */
export function valueOf(key: string, facts: readonly Fact[], period: Period): Measure | null {
  const metric = metricOf(key);
  if (metric.kind === 'ratio') return ratioOf(metric, facts, period);
  const own = facts.filter((fact) => fact.metric === key && isWithin(fact.day, period.from, period.to));
  const [last] = own.toSorted((one, other) => compareDates(other.day, one.day));
  if (!last) return null;
  return metric.kind === 'stock' ? last.value : own.reduce((sum, { value }) => sum + value, 0n);
}

/** A chart's points: the metric of each day that has one. Stocks are as of the day, flows of the day alone. */
export function daily(
  key: string,
  facts: readonly Fact[],
  period: Period,
): readonly { readonly day: PlainDate; readonly value: Measure }[] {
  const wanted = isDerivedMetric(key) ? facts : facts.filter(({ metric }) => metric === key);
  const days = new Map(
    wanted.filter(({ day }) => isWithin(day, period.from, period.to)).map(({ day }) => [day.toString(), day]),
  );
  return [...days.values()].toSorted(compareDates).flatMap((day) => {
    const value = valueOf(key, facts, { from: day, to: day });
    return value === null ? [] : [{ day, value }];
  });
}

function ratioOf(metric: DerivedMetric, facts: readonly Fact[], period: Period): Measure | null {
  const part = valueOf(metric.part, facts, period);
  const whole = valueOf(metric.whole, facts, period);
  const less = metric.less === undefined ? 0n : valueOf(metric.less, facts, period);
  if (part === null || whole === null || less === null) return null;
  return ratio(part - less, whole, BigInt(metric.times));
}
