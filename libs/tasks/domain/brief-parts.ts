import {
  isId,
  isWebAddress,
  optionalLine,
  optionalText,
  parseDecimal,
  parsePlainDate,
  webAddress,
  custom,
} from '@planerka/platform/domain';
import { z } from 'zod';

/**
 * Pieces that all briefs share. A draft is saved as it is typed, so every field may be absent and then is empty:
 * '' for texts, [] for lists, null for the rest. Whether it is enough is readiness's question, not the schema's.
 */
export const listLimit = 50;

export const line = () => optionalLine('line').default('');
export const long = () => optionalText('long').default('');
export const lines = (most = listLimit) => z.array(optionalLine('line')).max(most).default([]).transform(withoutBlanks);
export const choice = <const Options extends readonly [string, ...string[]]>(options: Options) =>
  z.enum(options).nullable().default(null);
export const choices = <const Options extends readonly [string, ...string[]]>(options: Options) =>
  z.array(z.enum(options)).max(options.length).default([]);
export const count = (min: number, max: number) => z.int().min(min).max(max).nullable().default(null);
export const flag = () => z.boolean().default(false);

/**
 * An address of the web, perhaps half typed: «sosna.ru/st» is kept and readiness asks for the whole. What a browser
 * would open as something else (`javascript:`) is never kept.
 */
export const draftLink = () =>
  optionalLine('url')
    .superRefine((text, context) => {
      if (URL.canParse(text) && !isWebAddress(text)) context.addIssue(custom('not_a_url'));
    })
    .default('');

/** Empty, or an absolute web address. */
export const link = () => z.union([z.literal(''), webAddress()]).default('');

export const fileId = () => z.string().refine(isId, { params: { code: 'not_an_id' } });
export const fileIds = () => z.array(fileId()).max(listLimit).default([]);

/** `2026-12-08` or null. */
export const day = () =>
  z
    .string()
    .superRefine((text, context) => {
      if (!parsePlainDate(text).ok) context.addIssue(custom('not_a_date'));
    })
    .nullable()
    .default(null);

/** A sum in the client's currency, as a decimal string (`7500.00`), or null. Never negative. */
export const amount = () =>
  z
    .string()
    .superRefine((text, context) => {
      const read = parseDecimal(text, 'RUB');
      if (!read.ok) context.addIssue(custom(read.error.code, read.error.params));
    })
    .nullable()
    .default(null);

export const verdicts = ['like', 'dislike'] as const;

const referenceSchema = z.strictObject({
  /** An address, or '' where it is a file. */
  url: draftLink(),
  fileId: fileId().nullable().default(null),
  note: optionalLine('line').default(''),
  verdict: choice(verdicts),
});
export type Reference = z.output<typeof referenceSchema>;

/** Fields of every brief. Title, due date, estimate and fee are the task's own. */
export const commonShape = {
  /** What the reader should do, feel or know. */
  goal: long(),
  criteria: lines(30),
  references: z.array(referenceSchema).max(listLimit).default([]),
  /** What must not be. */
  constraints: long(),
};

/** Leads, clicks or sales of one launch. */
export const maxResults = 1_000_000_000;
/** Of one carousel: more than any network shows. */
export const slideLimit = 30;
export const maxFileBytes = 500 * 1024 * 1024;

function withoutBlanks(texts: readonly string[]): string[] {
  return texts.filter((text) => text !== '');
}
