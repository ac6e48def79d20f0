import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { maxMinor, Money, percentOf, type Rounding } from './money';
import { parseDecimal, parseMoneyText } from './money-text';

const rub = (minor: bigint) => Money.of(minor, 'RUB');
const minors = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });

describe('Money', () => {
  it.each<[bigint, string]>([
    [750_000n, '7500.00'],
    [5n, '0.05'],
    [-5n, '-0.05'],
    [0n, '0.00'],
    [-100n, '-1.00'],
  ])('writes %s minor units as %s', (minor, decimal) => {
    expect(rub(minor).toDecimal()).toBe(decimal);
  });

  it('reads back what it writes', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -maxMinor, max: maxMinor }), (minor) => {
        const read = parseDecimal(rub(minor).toDecimal(), 'RUB', { allowNegative: true });
        expect(read).toEqual({ ok: true, value: rub(minor) });
      }),
    );
  });

  it('never mixes currencies and never leaves int8', () => {
    expect(() => rub(1n).plus(Money.of(1n, 'USD'))).toThrow(TypeError);
    expect(() => rub(1n).compare(Money.of(1n, 'USD'))).toThrow(TypeError);
    expect(() => rub(maxMinor).plus(rub(1n))).toThrow(RangeError);
  });

  it.each<[bigint, bigint, bigint, Rounding, bigint]>([
    [5n, 1n, 2n, 'half_up', 3n],
    [-5n, 1n, 2n, 'half_up', -3n],
    [5n, 1n, 2n, 'half_even', 2n],
    [7n, 1n, 2n, 'half_even', 4n],
    [-5n, 1n, 2n, 'half_even', -2n],
    [5n, 1n, 2n, 'down', 2n],
    [-5n, 1n, 2n, 'down', -2n],
    [4n, 1n, 3n, 'up', 2n],
    [-4n, 1n, 3n, 'up', -2n],
    [1n, 1n, 3n, 'half_up', 0n],
    [2n, 1n, -3n, 'half_up', -1n],
    [750_000n, 30n, 100n, 'half_up', 225_000n],
  ])('%s × %s / %s rounded %s is %s', (minor, numerator, denominator, rounding, result) => {
    expect(rub(minor).times(numerator, denominator, rounding).minor).toBe(result);
  });

  it('splits without losing or making a kopeck', () => {
    fc.assert(
      fc.property(minors, fc.integer({ min: 1, max: 31 }), (minor, parts) => {
        const shares = rub(minor).split(parts);
        expect(Money.sum(shares, 'RUB').minor).toBe(minor);
        const sorted = shares.map((share) => share.minor).toSorted((one, other) => (one < other ? -1 : 1));
        expect((sorted.at(-1) ?? 0n) - (sorted[0] ?? 0n)).toBeLessThanOrEqual(1n);
      }),
    );
  });

  it('gives percentages to one decimal, and none of nothing', () => {
    expect(percentOf(rub(450_000n), rub(5_400_000n))).toBe(8.3);
    expect(percentOf(rub(-1n), rub(3n))).toBe(-33.3);
    expect(percentOf(rub(1n), rub(0n))).toBeNull();
  });
});

describe('what people type as money', () => {
  it.each<[string, bigint]>([
    ['7500', 750_000n],
    ['7 500,50 ₽', 750_050n],
    ['7\u00A0500,50\u00A0₽', 750_050n],
    ['7\u202F500 руб.', 750_000n],
    ['12,5', 1_250n],
    ['12.5 р', 1_250n],
    ['1.234.567,89', 123_456_789n],
    ['1,234,567.89', 123_456_789n],
    ['1.234.567', 123_456_700n],
    ['RUB 10', 1_000n],
    ['  0,05', 5n],
    ['-0', 0n],
  ])('reads «%s»', (text, minor) => {
    expect(parseMoneyText(text, 'RUB')).toEqual({ ok: true, value: rub(minor) });
  });

  it.each<[string, string]>([
    ['', 'not_a_number'],
    ['семь тысяч', 'not_a_number'],
    ['1e5', 'not_a_number'],
    ['7 50', 'not_a_number'],
    ['75 00', 'not_a_number'],
    ['1.23.456', 'not_a_number'],
    ['7,', 'not_a_number'],
    [',5', 'not_a_number'],
    ['--5', 'not_a_number'],
    ['1 000,50.10', 'not_a_number'],
    ['7,500', 'too_precise'],
    ['0,001 ₽', 'too_precise'],
    ['-100', 'negative'],
    ['−100 ₽', 'negative'],
    ['100 $', 'other_currency'],
    ['92233720368547758,08', 'too_large'],
    [`1${'0'.repeat(50)}`, 'too_large'],
  ])('refuses %j', (text, code) => {
    expect(parseMoneyText(text, 'RUB')).toMatchObject({ ok: false, error: { code } });
  });

  it('does not work through a hundred thousand digits', () => {
    const endless = '9'.repeat(100_000);
    expect(parseMoneyText(endless, 'RUB')).toMatchObject({ error: { code: 'not_a_number' } });
    expect(parseDecimal(endless, 'RUB')).toMatchObject({ error: { code: 'too_large' } });
  });

  it('takes a negative correction where one is allowed', () => {
    expect(parseMoneyText('−1 000,00', 'RUB', { allowNegative: true })).toEqual({ ok: true, value: rub(-100_000n) });
  });

  it('reads the wire form strictly', () => {
    for (const text of ['1 000', '1,5', '+5', '.5', '5.', '0x10', '5.000']) {
      expect(parseDecimal(text, 'RUB').ok).toBe(false);
    }
  });
});
