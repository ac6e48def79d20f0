import { itemFormats, type ItemFormat } from '@planerka/content-plan/domain';
import { custom, isId, parsePlainYearMonth, type PlainYearMonth } from '@planerka/platform/domain';
import { z } from 'zod';

const hours = z.number().min(0).max(1000);
const ofDisciplines = z
  .object({ copy: hours, design: hours, targeting: hours })
  .nullish()
  .transform((value) => value ?? { copy: 0, design: 0, targeting: 0 });

const month = z.string().transform((text, context): PlainYearMonth => {
  const parsed = parsePlainYearMonth(text);
  if (parsed.ok) return parsed.value;
  context.addIssue(custom('not_a_month'));
  return z.NEVER;
});

/** What is asked about a client that is not here yet; the fee is read in the agency's currency, apart. */
export const clientOfferInput = z.object({
  squadId: z
    .string()
    .refine(isId, custom('not_an_id'))
    .nullish()
    .transform((id) => id ?? null),
  startMonth: month.nullish().transform((value) => value ?? null),
  publications: z
    .array(z.object({ format: z.enum(itemFormats), count: z.number().int().min(0).max(500) }))
    .max(50)
    .transform((list): Partial<Record<ItemFormat, number>> =>
      Object.fromEntries(list.map(({ format, count }) => [format, count])),
    ),
  hours: ofDisciplines,
  help: ofDisciplines,
});

/** Nobody knows further ahead who will be here. */
export const monthsAhead = 6;
