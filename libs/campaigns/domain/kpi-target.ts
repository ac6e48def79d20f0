import { custom } from '@planerka/platform/domain';
import { z } from 'zod';

/** A key of the metric catalogue (@planerka/results/domain), or of an agency's own metric. */
export const metricKey = () => z.string().regex(/^[a-z][a-z0-9_]{0,39}$/);

/** A measurement: a decimal with at most four digits after the point, as `numeric(20,4)` keeps it. */
export const measurement = () =>
  z.string().superRefine((text, context) => {
    if (text === '') context.addIssue(custom('required'));
    else if (!/^-?\d+(\.\d+)?$/.test(text)) context.addIssue(custom('not_a_number'));
    else if (!/^-?\d{1,16}(\.\d{1,4})?$/.test(text)) context.addIssue(custom('not_a_measurement'));
  });

export const kpiTargetSchema = z.strictObject({
  metric: metricKey(),
  target: measurement(),
  /** What it was before the campaign; null where nobody measured. The case compares with it. */
  baseline: measurement().nullable().default(null),
});

export type KpiTarget = z.output<typeof kpiTargetSchema>;
