import {
  custom,
  isWithin,
  optionalLine,
  optionalText,
  parsePlainDate,
  requiredLine,
  type Temporal,
  type PlainDate,
} from '@planerka/platform/domain';
import { z } from 'zod';
import { kpiTargetSchema } from './kpi-target';

export const campaignGoals = [
  'reach',
  'engagement',
  'traffic',
  'leads',
  'sales',
  'community_growth',
  'loyalty',
] as const;
export type CampaignGoal = (typeof campaignGoals)[number];

export const campaignStates = ['draft', 'active', 'closed'] as const;
export type CampaignState = (typeof campaignStates)[number];

/** Longer than this is a slip of the year. */
export const longestCampaignDays = 3 * 366;

const day = () =>
  z.string().transform((text, context): PlainDate => {
    const read = parsePlainDate(text);
    if (read.ok) return read.value;
    context.addIssue(custom(text === '' ? 'required' : 'not_a_date'));
    return z.NEVER;
  });

export const campaignSchema = z
  .strictObject({
    name: requiredLine('title'),
    goal: z.enum(campaignGoals),
    description: optionalText('long').default(''),
    startsOn: day(),
    endsOn: day(),
    wantsClientApproval: z.boolean().default(true),
    /** How its advertisements are named, with placeholders in braces; empty: as the client's are. */
    adNaming: optionalLine('line').default(''),
    /** How their links are tagged; empty: as the client's are. */
    adUtm: optionalLine('line').default(''),
    targets: z.array(kpiTargetSchema).max(30).default([]),
  })
  .superRefine(({ startsOn, endsOn, targets }, context) => {
    const days = startsOn.until(endsOn, { largestUnit: 'day' }).days;
    if (days < 0) context.addIssue(custom('period_inverted', {}, ['endsOn']));
    if (days > longestCampaignDays)
      context.addIssue(custom('period_too_long', { max: longestCampaignDays }, ['endsOn']));
    targets.forEach(({ metric }, index) => {
      const isRepeated = targets.findIndex((target) => target.metric === metric) < index;
      if (isRepeated) context.addIssue(custom('metric_twice', { metric }, ['targets', index, 'metric']));
    });
  });

export type CampaignInput = z.output<typeof campaignSchema>;

export interface Period {
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate;
}

export const isInPeriod = (date: PlainDate, { startsOn, endsOn }: Period): boolean => isWithin(date, startsOn, endsOn);

/** Months that a campaign touches: those a budget line may be for. */
export function monthsOf({ startsOn, endsOn }: Period): readonly Temporal.PlainYearMonth[] {
  const first = startsOn.toPlainYearMonth();
  const { months } = first.until(endsOn.toPlainYearMonth(), { largestUnit: 'month' });
  return Array.from({ length: months + 1 }, (_, index) => first.add({ months: index }));
}
