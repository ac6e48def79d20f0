import { z } from 'zod';
import { choice, commonShape, count, draftLink, line, lines, listLimit, long } from './brief-parts';

/** Each is also a line of the rate card (`deliverableTypes`). */
export const textTypes = ['post', 'story_script', 'video_script', 'ad_text', 'article', 'contest_rules'] as const;
export type TextType = (typeof textTypes)[number];

export const copyBriefSchema = z.strictObject({
  discipline: z.literal('copy'),
  ...commonShape,
  textType: choice(textTypes),
  audience: z
    .strictObject({
      who: long(),
      pains: long(),
      /** What they know already. */
      knowledge: long(),
      /** Who decides, who pays, who uses. */
      decisionRole: long(),
    })
    .prefault({}),
  keyMessages: lines(10),
  callToAction: z.strictObject({ text: line(), link: draftLink() }).prefault({}),
  /** Empty: as the brand profile says. */
  toneOfVoice: long(),
  structure: long(),
  /** Characters with spaces; null: no limit. */
  minLength: count(1, 50_000),
  maxLength: count(1, 50_000),
  keywords: lines(),
  hashtags: lines(30),
  /** Besides the brand's own. */
  stopWords: lines(100),
  facts: z
    .array(z.strictObject({ statement: line(), source: line() }))
    .max(listLimit)
    .default([]),
  disclaimers: long(),
});

export type CopyBrief = z.output<typeof copyBriefSchema>;
