import { expect } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';

/**
 * Temporal values keep nothing in own properties, so that Jest finds any two dates equal. Imported for its effect by
 * every spec that compares structures with dates in them.
 */
const temporalTypes = [
  Temporal.Instant,
  Temporal.PlainDate,
  Temporal.PlainTime,
  Temporal.PlainDateTime,
  Temporal.PlainYearMonth,
  Temporal.ZonedDateTime,
];

expect.addEqualityTesters([
  (one: unknown, other: unknown): boolean | undefined => {
    const type = temporalTypes.find((candidate) => one instanceof candidate || other instanceof candidate);
    if (!type) return undefined;
    return one instanceof type && other instanceof type && one.toString() === other.toString();
  },
]);
