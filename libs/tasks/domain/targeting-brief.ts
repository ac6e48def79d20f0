import { z } from 'zod';
import {
  amount,
  choice,
  choices,
  commonShape,
  count,
  day,
  draftLink,
  fileId,
  line,
  lines,
  listLimit,
  long,
  maxResults,
} from './brief-parts';
import { isBlankRule, metricValue, stopMetrics, stopRuleSchema } from './stop-rules';

/** Each is also a line of the rate card (`deliverableTypes`). */
export const targetingWorks = ['ad_setup', 'ad_management', 'ad_audit', 'audience_research'] as const;
export type TargetingWork = (typeof targetingWorks)[number];

export const launchGoals = ['reach', 'traffic', 'leads', 'community_growth', 'sales'] as const;
export const funnelStages = ['awareness', 'consideration', 'decision', 'retention'] as const;
export const sexes = ['any', 'female', 'male'] as const;
export const adPlatforms = [
  'vk_ads',
  'yandex_direct',
  'telegram_ads',
  'mytarget',
  'google_ads',
  'meta_ads',
  'tiktok_ads',
  'other',
] as const;
export const bidStrategies = ['automatic', 'lowest_price', 'price_cap', 'manual'] as const;
/** The ceiling of a price, or the floor of `ctr` and `roas`. */
export const thresholdMetrics = stopMetrics;

/** Names rows and columns of the creative × segment matrix, so that reordering a list keeps the crosses. */
const key = () => z.string().regex(/^[a-z0-9-]{1,40}$/);

const age = () => z.int().min(0).max(120).nullable().default(null);

const segmentSchema = z.strictObject({
  key: key(),
  name: line(),
  geo: line(),
  ageFrom: age(),
  ageTo: age(),
  sex: z.enum(sexes).default('any'),
  interests: long(),
  exclusions: long(),
  lookalikeSource: line(),
});
export type Segment = z.output<typeof segmentSchema>;

const creativeSchema = z.strictObject({
  key: key(),
  name: line(),
  fileId: fileId().nullable().default(null),
  text: long(),
});

const thresholdSchema = z.strictObject({
  metric: z.enum(thresholdMetrics),
  value: metricValue(),
});

export const targetingBriefSchema = z.strictObject({
  discipline: z.literal('targeting'),
  ...commonShape,
  work: choice(targetingWorks),
  businessGoal: long(),
  launchGoal: choice(launchGoals),
  funnelStage: choice(funnelStages),
  offer: long(),
  landingUrl: draftLink(),
  /** How a lead is known to be one: form, call, message, pixel event. */
  leadTracking: long(),
  segments: z.array(segmentSchema).max(listLimit).default([]),
  platforms: choices(adPlatforms),
  placements: lines(),
  startsOn: day(),
  endsOn: day(),
  totalLimit: amount(),
  dailyLimit: amount(),
  bidStrategy: choice(bidStrategies),
  /** Highest bid; for `price_cap` and `manual`. */
  bidCap: amount(),
  /** Percent of the total spent on trying creatives and segments. */
  testShare: count(0, 100),
  /** When an ad is switched off without asking. */
  stopRules: z
    .array(stopRuleSchema)
    .max(20)
    .default([])
    .transform((rules) => rules.filter((rule) => !isBlankRule(rule))),
  creatives: z.array(creativeSchema).max(listLimit).default([]),
  /** Which creative is shown to which segment. */
  matrix: z
    .array(z.strictObject({ creative: key(), segment: key() }))
    .max(500)
    .default([]),
  /** `{network}_{campaign}_{segment}_{creative}`; empty: as the client's advertisements are named. */
  namingScheme: line(),
  /** `utm_source={network}&utm_campaign={campaign}&utm_content={creative}`; empty: as the client's are tagged. */
  utmTemplate: line(),
  thresholds: z.array(thresholdSchema).max(thresholdMetrics.length).default([]),
  /** How many of what the goal is paid by: leads, clicks, sales. */
  plannedResults: count(1, maxResults),
  /** Data for the marking of advertising, wanted where the client is in Russia. */
  marking: z
    .strictObject({
      advertiser: line(),
      inn: line(),
      contract: line(),
      kktu: line(),
      erid: line(),
    })
    .prefault({}),
});

export type TargetingBrief = z.output<typeof targetingBriefSchema>;
