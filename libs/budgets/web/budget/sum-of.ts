import { Money, parseDecimal, type Currency } from '@planerka/platform/domain';
import type { Figures } from '../documents';

export interface WireMoney {
  readonly amount: string;
  readonly currency: string;
}

/** Sums of one currency, exact: no figure of money passes through a float. */
export function sumOf(values: readonly WireMoney[]): WireMoney {
  const currency = (values[0]?.currency ?? 'RUB') as Currency;
  const read = values.flatMap(({ amount }) => {
    const money = parseDecimal(amount, currency, { allowNegative: true });
    return money.ok ? [money.value] : [];
  });
  return Money.sum(read, currency).toJSON();
}

/** Figures of several lines as one's; a share of the plan is nobody's question here. */
export const sumOfFigures = (figures: readonly Figures[]): Figures => ({
  planned: sumOf(figures.map(({ planned }) => planned)),
  spent: sumOf(figures.map(({ spent }) => spent)),
  payable: sumOf(figures.map(({ payable }) => payable)),
  committed: sumOf(figures.map(({ committed }) => committed)),
  available: sumOf(figures.map(({ available }) => available)),
  usedPercent: null,
});
