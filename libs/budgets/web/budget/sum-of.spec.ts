import { describe, expect, it } from '@jest/globals';
import { sumOf } from './sum-of';

const rub = (amount: string) => ({ amount, currency: 'RUB' });

describe('Sums', () => {
  it.each([
    [['0.10', '0.20'], '0.30'],
    [['100.00', '-250.50'], '-150.50'],
    [['92233720368547.58', '0.01'], '92233720368547.59'],
    [[], '0.00'],
  ])('%j make %s', (amounts, total) => {
    expect(sumOf(amounts.map(rub))).toEqual(rub(total));
  });
});
