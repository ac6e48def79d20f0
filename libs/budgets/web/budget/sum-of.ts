import { Money, parseDecimal, type Currency } from '@planerka/platform/domain';

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
