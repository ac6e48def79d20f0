import { describe, expect, it } from '@jest/globals';
import { readMoneyField, signOf, typedMoney } from './money-text-field';

describe('A sum that is to be changed', () => {
  it.each([
    ['215000.00', '215\u00a0000'],
    ['3000.50', '3\u00a0000,50'],
    ['999', '999'],
    ['1234567.05', '1\u00a0234\u00a0567,05'],
    ['0.00', '0'],
  ])('%s stands as people write it, and is read back as the same', (amount, typed) => {
    expect(typedMoney(amount)).toBe(typed);
    const read = readMoneyField(typedMoney(amount), 'RUB');
    expect(read.ok && Number(read.value.amount)).toBe(Number(amount));
  });

  it('has the sign of its currency, or its code', () => {
    expect([signOf('RUB'), signOf('AED'), signOf('XXX')]).toEqual(['₽', 'AED', 'XXX']);
  });
});
