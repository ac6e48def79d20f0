import { err, ok, type Result } from '@planerka/platform/domain';

/**
 * A measured or computed figure: ten-thousandths as a bigint, the precision of `numeric(20,4)`. Money metrics are in
 * major units of the client's currency. Exact, so that a sum of a month's days is what the days say.
 */
export type Measure = bigint;

const scale = 10_000n;
const limit = 10n ** 20n;

export const parseMeasure = (text: string): Result<Measure, 'not_a_measurement'> => {
  const match = /^(-?)(\d{1,16})(?:\.(\d{1,4}))?$/.exec(text);
  if (!match) return err('not_a_measurement');
  const [, sign = '', whole = '0', fraction = ''] = match;
  const value = BigInt(whole) * scale + BigInt(fraction.padEnd(4, '0'));
  return value >= limit ? err('not_a_measurement') : ok(sign ? -value : value);
};

/** The shortest decimal: `12.5`, `-0.0001`, `3`. */
export function formatMeasure(value: Measure): string {
  const size = value < 0n ? -value : value;
  const fraction = String(size % scale)
    .padStart(4, '0')
    .replace(/0+$/, '');
  return `${value < 0n ? '-' : ''}${size / scale}${fraction === '' ? '' : `.${fraction}`}`;
}

export const measureOf = (count: number | bigint): Measure => BigInt(count) * scale;

/** `part / whole × times`, halves away from zero; null where there is nothing to divide by. */
export function ratio(part: Measure, whole: Measure, times: bigint): Measure | null {
  return whole === 0n ? null : divide(part * times * scale, whole);
}

/** `value × part / whole` for plain integers, e.g. days passed of days in all. */
export const proportion = (value: Measure, part: number, whole: number): Measure =>
  divide(value * BigInt(part), BigInt(whole));

/** How much `to` differs from `from`, percent to one decimal; null from zero. Against a negative base it counts by size. */
export function changePercent(from: Measure, to: Measure): number | null {
  if (from === 0n) return null;
  return Number(divide((to - from) * 1000n, from < 0n ? -from : from)) / 10;
}

/** What percentage `part` is of `whole`, to one decimal; null of nothing. */
export const sharePercent = (part: Measure, whole: Measure): number | null =>
  whole === 0n ? null : Number(divide(part * 1000n, whole)) / 10;

function divide(dividend: bigint, divisor: bigint): bigint {
  const sign = dividend < 0n === divisor < 0n ? 1n : -1n;
  const [top, bottom] = [dividend < 0n ? -dividend : dividend, divisor < 0n ? -divisor : divisor];
  return sign * ((top * 2n + bottom) / (bottom * 2n));
}
