import { z } from 'zod';
import { custom } from './input';
import { parsePlainDate, parsePlainYearMonth, type PlainDate, type PlainYearMonth } from './time';

/** A calendar day of a form or an API: "2026-12-08". */
export const dayInput = () =>
  z.string().transform((text, context): PlainDate => {
    const read = parsePlainDate(text);
    if (read.ok) return read.value;
    context.addIssue(custom(text === '' ? 'required' : read.error.code));
    return z.NEVER;
  });

/** A month: "2026-12". */
export const monthInput = () =>
  z.string().transform((text, context): PlainYearMonth => {
    const read = parsePlainYearMonth(text);
    if (read.ok) return read.value;
    context.addIssue(custom(text === '' ? 'required' : read.error.code));
    return z.NEVER;
  });
