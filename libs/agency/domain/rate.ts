import { compareDates, type Id, type Money, type PlainDate } from '@planerka/platform/domain';
import type { Discipline } from './role';

export const rateUnits = ['deliverable', 'hour'] as const;
export type RateUnit = (typeof rateUnits)[number];

/** One row of the rate card. It is valid from its day until a later row for the same thing begins. */
export interface Rate {
  /** null: of the whole agency, for whoever has no rate of their own. */
  readonly memberId: Id | null;
  readonly discipline: Discipline;
  /** A key of `deliverableTypes`; null: any of the discipline. */
  readonly deliverableType: string | null;
  readonly unit: RateUnit;
  readonly amount: Money;
  readonly validFrom: PlainDate;
}

export interface RateQuestion {
  readonly memberId: Id;
  readonly discipline: Discipline;
  readonly deliverableType: string | null;
  readonly on: PlainDate;
}

/**
 * The rate that holds for that work on that day. The more particular one wins: the member's own before the agency's,
 * then the type's before the discipline's, then per deliverable before per hour, then the one that began last.
 */
export function rateFor<R extends Rate>(rates: readonly R[], question: RateQuestion): R | null {
  const candidates = rates.filter(
    (rate) =>
      rate.discipline === question.discipline &&
      (rate.memberId === null || rate.memberId === question.memberId) &&
      (rate.deliverableType === null || rate.deliverableType === question.deliverableType) &&
      compareDates(rate.validFrom, question.on) <= 0,
  );
  const [best] = candidates.toSorted(
    (one, other) => particularity(other) - particularity(one) || compareDates(other.validFrom, one.validFrom),
  );
  return best ?? null;
}

/**
 * The fee a rate suggests; null where an hourly rate meets no estimate.
 * @param estimatedMinutes estimated work; hours are charged by the minute, rounded to the minor unit
 */
export function suggestedFee(rate: Rate, estimatedMinutes: number | null): Money | null {
  if (rate.unit === 'deliverable') return rate.amount;
  return estimatedMinutes === null ? null : rate.amount.times(BigInt(estimatedMinutes), 60n);
}

function particularity(rate: Rate): number {
  return (rate.memberId === null ? 0 : 4) + (rate.deliverableType === null ? 0 : 2) + (rate.unit === 'hour' ? 0 : 1);
}
