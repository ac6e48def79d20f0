import { optionalLine, printable } from '@planerka/platform/domain';
import { z } from 'zod';
import {
  choice,
  choices,
  commonShape,
  count,
  fileIds,
  flag,
  line,
  lines,
  long,
  maxFileBytes,
  slideLimit,
} from './brief-parts';

/** Each is also a line of the rate card (`deliverableTypes`). */
export const designWorks = ['image', 'carousel', 'story', 'cover', 'banner', 'video_edit', 'community_design'] as const;
export type DesignWork = (typeof designWorks)[number];

export const fileFormats = ['png', 'jpg', 'webp', 'svg', 'gif', 'mp4', 'mov', 'pdf', 'psd', 'fig', 'ai'] as const;
export type FileFormat = (typeof fileFormats)[number];

export const placementSchema = z.strictObject({
  /** The size preset it was taken from; null for a size of one's own. */
  preset: printable().max(60).nullable().default(null),
  name: line(),
  /** px */
  width: z.int().min(16).max(16_384),
  height: z.int().min(16).max(16_384),
});
export type Placement = z.output<typeof placementSchema>;

const slideSchema = z.strictObject({
  /** What is written on it, word for word. */
  text: long(),
  /** What is drawn on it. */
  note: long(),
});

const colourSchema = z.strictObject({
  name: line(),
  hex: z.string().regex(/^#[0-9a-fA-F]{6}$/),
});

export const designBriefSchema = z.strictObject({
  discipline: z.literal('design'),
  ...commonShape,
  work: choice(designWorks),
  placements: z.array(placementSchema).max(20).default([]),
  slides: z.array(slideSchema).max(slideLimit).default([]),
  /** Text that belongs to the picture and to no slide. */
  finalText: long(),
  /** Somebody has read all texts once more: from here on they are set word for word. */
  isProofread: flag(),
  fileFormats: choices(fileFormats),
  /** Bytes that one file may have. */
  maxFileBytes: count(1, maxFileBytes),
  /** dpi, where it is printed. */
  resolution: count(36, 2_400),
  /** Empty: the brand's. */
  colours: z.array(colourSchema).max(20).default([]),
  fonts: lines(10),
  /** Logo, guidelines, photographs. */
  identityFileIds: fileIds(),
  mood: long(),
  isSourceWanted: flag(),
  sourceFormat: optionalLine('line').default(''),
});

export type DesignBrief = z.output<typeof designBriefSchema>;
