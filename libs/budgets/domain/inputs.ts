import {
  custom,
  isCurrency,
  Money,
  optionalLine,
  optionalText,
  parseDecimal,
  requiredText,
  type PlainDate,
  type PlainYearMonth,
} from '@planerka/platform/domain';
import { z } from 'zod';
import { budgetCategories } from './category';

/** The wire's `{ amount, currency }` as Money. Issues stand at the field itself: `lines.0.newTotal`. */
const money = z
  .object({ amount: z.string().max(40), currency: z.string() })
  .transform(({ amount, currency }, context) => {
    if (!isCurrency(currency)) {
      context.addIssue(custom('not_an_option'));
      return z.NEVER;
    }
    const parsed = parseDecimal(amount.trim(), currency);
    if (parsed.ok) return parsed.value;
    context.addIssue(custom(parsed.error.code, { ...parsed.error.params }));
    return z.NEVER;
  });

const positiveMoney = money.superRefine((amount, context) => {
  if (amount instanceof Money && !amount.isPositive) context.addIssue(custom('not_positive'));
});

const id = z.uuid();

export const revisionRequest = z.object({
  campaignId: id,
  reason: requiredText('note'),
  lines: z
    .array(
      z.object({
        category: z.enum(budgetCategories),
        month: z.custom<PlainYearMonth>(),
        /** Only for a line that is not there yet; an existing one keeps its own. */
        isHard: z.boolean().nullish(),
        newTotal: money,
      }),
    )
    .min(1)
    .max(100),
});
export type RevisionRequest = z.infer<typeof revisionRequest>;

export const refusalReason = z.object({ reason: requiredText('note') });
export const approvalNote = z.object({
  note: optionalText('note')
    .nullish()
    .transform((note) => note ?? ''),
});

export const adSpendEntry = z.object({
  campaignId: id,
  day: z.custom<PlainDate>(),
  platform: optionalLine('name'),
  amount: positiveMoney,
  note: optionalLine('line')
    .nullish()
    .transform((note) => note ?? ''),
});
export type AdSpendEntry = z.infer<typeof adSpendEntry>;

export const reversalReason = z.object({ reason: requiredText('note') });

export const paymentProof = z.object({
  paidOn: z.custom<PlainDate>(),
  document: optionalLine('name')
    .nullish()
    .transform((document) => document ?? ''),
});
