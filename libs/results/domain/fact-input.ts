import { custom, parsePlainDate, type PlainDate } from '@planerka/platform/domain';
import { z } from 'zod';
import { isDerivedMetric } from './metric';
import { parseMeasure, type Measure } from './measure';

const day = () =>
  z.string().transform((text, context): PlainDate => {
    const read = parsePlainDate(text);
    if (read.ok) return read.value;
    context.addIssue(custom('not_a_date'));
    return z.NEVER;
  });

/** Measurements are counted or spent: none is below zero. */
const measurement = () =>
  z.string().transform((text, context): Measure => {
    const read = parseMeasure(text.trim());
    if (!read.ok) context.addIssue(custom('not_a_measurement'));
    else if (read.value < 0n) context.addIssue(custom('negative'));
    else return read.value;
    return z.NEVER;
  });

/** One cell of the table of facts: what a metric was that day, or that it is no longer known. */
export const factSchema = z.strictObject({
  metric: z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,39}$/)
    .refine((key) => !isDerivedMetric(key), { params: { code: 'metric_is_computed' } }),
  day: day(),
  value: measurement().nullable(),
  /** Of the fact that the author saw; 0 where there was none. */
  expectedVersion: z.number().int().min(0),
});

export const factsSchema = z.strictObject({
  facts: z
    .array(factSchema)
    .min(1)
    .max(500)
    .superRefine((facts, context) => {
      const seen = new Set<string>();
      facts.forEach(({ metric, day }, index) => {
        const cell = `${metric} ${day?.toString()}`;
        if (seen.has(cell)) context.addIssue(custom('duplicate', {}, [index, 'day']));
        seen.add(cell);
      });
    }),
});
export type FactInput = z.output<typeof factSchema>;
