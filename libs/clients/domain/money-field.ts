import { custom, isCurrency, type Money, parseDecimal, type Currency } from '@planerka/platform/domain';
import { z } from 'zod';

/** A sum from outside, not below zero, in the currency that the books of this client are kept in. */
export const moneyField = (currency: Currency) =>
  z.object({ amount: z.string().trim(), currency: z.string() }).transform((sum, context): Money => {
    if (sum.currency !== currency) {
      const code = isCurrency(sum.currency) ? 'other_currency' : 'unknown_currency';
      context.addIssue(custom(code, { expected: currency, found: sum.currency.slice(0, 8) }));
      return z.NEVER;
    }
    const read = parseDecimal(sum.amount, currency);
    if (read.ok) return read.value;
    context.addIssue(custom(read.error.code, read.error.params));
    return z.NEVER;
  });
