import {
  dayInput,
  isWithin,
  optionalText,
  parsePlainTime,
  requiredLine,
  isId,
  custom,
  type PlainDate,
  type PlainTime,
} from '@planerka/platform/domain';
import { z } from 'zod';

export const itemFormats = [
  'post',
  'carousel',
  'story',
  'reel',
  'video',
  'live',
  'contest',
  'influencer',
  'article',
  'ad',
] as const;
export type ItemFormat = (typeof itemFormats)[number];

export const id = () => z.string().refine(isId, { params: { code: 'not_an_id' } });

export const time = () =>
  z.string().transform((text, context): PlainTime => {
    const read = parsePlainTime(text);
    if (read.ok) return read.value;
    context.addIssue(custom('not_a_time'));
    return z.NEVER;
  });

/** A planned publication as a form or an API gives it; day and time are those of the agency's wall clock. */
export const itemSchema = z.strictObject({
  title: requiredLine('title'),
  idea: optionalText('long').default(''),
  format: z.enum(itemFormats),
  publishOn: dayInput(),
  publishTime: time(),
  channelIds: z.array(id()).max(20).default([]),
  rubricId: id().nullable().default(null),
  campaignId: id().nullable().default(null),
  wantsClientApproval: z.boolean().default(true),
});
export type ItemInput = z.output<typeof itemSchema>;

export interface CampaignPeriod {
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate;
}

/** An item of a campaign is published while the campaign runs. */
export const isOutsideCampaign = (publishOn: PlainDate, campaign: CampaignPeriod | null): boolean =>
  campaign !== null && !isWithin(publishOn, campaign.startsOn, campaign.endsOn);

export const rubricSchema = z.strictObject({
  name: requiredLine('name'),
  /** Which of the five rubric colours marks it. */
  colour: z.int().min(1).max(5),
  /** Wanted share of the month's items, percent. */
  targetShare: z.int().min(0).max(100).default(0),
});
export type RubricInput = z.output<typeof rubricSchema>;
