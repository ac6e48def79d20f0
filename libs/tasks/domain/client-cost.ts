import { disciplines, rateFor, suggestedFee, type Discipline, type Rate } from '@planerka/agency/domain';
import { Money, percentOf, type Currency, type Id, type PlainDate } from '@planerka/platform/domain';
import type { WorkKind } from './client-offer';
import type { ByDiscipline } from './share-out';

/** Who does which part of a discipline's work, in minutes. Null: nobody of us, so it costs what the agency's rates say. */
export interface CostShare {
  readonly memberId: Id | null;
  readonly minutes: ByDiscipline<number>;
}

export interface CostFacts {
  readonly work: readonly (WorkKind & { readonly minutes: number })[];
  readonly hours: ByDiscipline<number>;
  readonly shares: readonly CostShare[];
  readonly rates: readonly Rate[];
  readonly on: PlainDate;
  readonly currency: Currency;
}

export interface ClientCost {
  readonly cost: Money;
  /** Of which the rate card says nothing: their work is in no sum. */
  readonly uncounted: readonly Discipline[];
}

/** Nobody: only the agency's own rates fit. */
const nobody = '';

/** A month's fees by the rate card, each person's part at their own rate. */
export function costOf({ work, hours, shares, rates, on, currency }: CostFacts): ClientCost {
  const uncounted = new Set<Discipline>();
  const parts: Money[] = [];

  /** `amountFor` of a person, weighed by what each of them does of the discipline. */
  function add(discipline: Discipline, amountFor: (memberId: Id) => Money | null): void {
    const doing = shares.filter(({ minutes }) => minutes[discipline] > 0);
    const all = doing.length > 0 ? doing : [{ memberId: null, minutes: { copy: 1, design: 1, targeting: 1 } }];
    const whole = all.reduce((sum, { minutes }) => sum + minutes[discipline], 0);
    for (const { memberId, minutes } of all) {
      const amount = amountFor(memberId ?? nobody);
      if (amount) parts.push(amount.times(BigInt(minutes[discipline]), BigInt(whole)));
      else uncounted.add(discipline);
    }
  }

  for (const { discipline, type, count, minutes } of work)
    add(discipline, (memberId) => {
      const rate = rateFor(rates, { memberId, discipline, deliverableType: type, on });
      return rate && (suggestedFee(rate, minutes)?.times(BigInt(count)) ?? null);
    });
  const hourly = rates.filter(({ unit }) => unit === 'hour');
  for (const discipline of disciplines)
    if (hours[discipline] > 0)
      add(discipline, (memberId) => {
        const rate = rateFor(hourly, { memberId, discipline, deliverableType: null, on });
        return rate && suggestedFee(rate, Math.round(hours[discipline] * 60));
      });
  return { cost: Money.sum(parts, currency), uncounted: [...uncounted] };
}

export interface MarginForecast {
  readonly profit: Money;
  /** Of the fee; null where there is none. */
  readonly percent: number | null;
  readonly isBelowGoal: boolean;
  /** What the client would have to pay for the goal. */
  readonly feeForGoal: Money;
}

/** @param goal percent of revenue; null: that it costs no more than it brings */
export function marginOf(fee: Money, cost: Money, goal: number | null): MarginForecast {
  // Goals have hundredths of a percent: in whole numbers they are exact.
  const kept = BigInt(10_000 - Math.round((goal ?? 0) * 100));
  const feeForGoal = kept > 0n ? cost.times(10_000n, kept, 'up') : cost;
  const profit = fee.minus(cost);
  return { profit, percent: percentOf(profit, fee), isBelowGoal: fee.compare(feeForGoal) < 0, feeForGoal };
}
