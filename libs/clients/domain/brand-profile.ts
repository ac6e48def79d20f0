import {
  isId,
  optionalLine,
  optionalText,
  parseInput,
  webAddress,
  type InputIssue,
  type Result,
} from '@planerka/platform/domain';
import { z } from 'zod';
import { kktuForm } from './ad-codes';

const line = () => optionalLine('line').default('');
const long = () => optionalText('long').default('');
const lines = (most: number) =>
  z
    .array(optionalLine('line'))
    .max(most)
    .default([])
    .transform((texts) => texts.filter((text) => text !== ''));
const link = () => z.union([z.literal(''), webAddress()]).default('');

/**
 * Who the brand is and how it speaks: it goes into every brief, frozen with the brief's version.
 * Every field may be empty; a brief says what of it is missing.
 */
export const brandProfileSchema = z.strictObject({
  /** What it sells, to whom, and why it is chosen. */
  positioning: long(),
  audience: long(),
  toneOfVoice: long(),
  /** «ты», «вы», or none. */
  address: z.enum(['formal', 'informal']).nullable().default(null),
  /** A phrase as it would be said, and one that never would. */
  sayThis: lines(20),
  notThat: lines(20),
  stopWords: lines(200),
  hashtags: lines(30),
  colours: z
    .array(z.strictObject({ name: line(), hex: z.string().regex(/^#[0-9a-fA-F]{6}$/) }))
    .max(20)
    .default([]),
  fonts: z
    .array(z.strictObject({ name: optionalLine('line'), use: line() }))
    .max(10)
    .default([]),
  imagery: long(),
  competitors: z
    .array(z.strictObject({ name: optionalLine('line'), url: link(), note: line() }))
    .max(30)
    .default([]),
  links: z
    .array(z.strictObject({ title: optionalLine('line'), url: webAddress() }))
    .max(30)
    .default([]),
  /** Logo, guidelines, photo library. */
  fileIds: z
    .array(z.string().refine(isId, { params: { code: 'not_an_id' } }))
    .max(50)
    .default([]),
  /** How advertisements are named and their links tagged, with placeholders in braces; empty: as usual. */
  tracking: z.strictObject({ naming: line(), utm: line() }).prefault({}),
  /** Data that the marking of advertising needs by Russian law. */
  marking: z
    .strictObject({
      isWanted: z.boolean().default(true),
      /** Targeting is not approved while one of its creatives has no erid. */
      holdsLaunch: z.boolean().default(false),
      advertiser: line(),
      inn: z.union([z.literal(''), z.string().regex(/^(\d{10}|\d{12})$/)]).default(''),
      contract: line(),
      kktu: z.union([z.literal(''), z.string().regex(kktuForm)]).default(''),
    })
    .prefault({}),
});

export type BrandProfile = z.output<typeof brandProfileSchema>;

export const emptyBrandProfile: BrandProfile = brandProfileSchema.parse({});

export const parseBrandProfile = (input: unknown): Result<BrandProfile, readonly InputIssue[]> =>
  parseInput(brandProfileSchema, input);

/** The parts that briefs lean on. */
export const brandParts = ['positioning', 'audience', 'toneOfVoice', 'stopWords', 'colours', 'fonts', 'links'] as const;

/** How much of what briefs lean on is there: for «Бренд-профиль заполнен на 5 из 7». */
export function brandCompleteness(profile: BrandProfile): { readonly filled: number; readonly of: number } {
  return { filled: brandParts.filter((part) => profile[part].length > 0).length, of: brandParts.length };
}
