import { custom, isWebAddress, requiredText, textLimits, webAddress } from '@planerka/platform/domain';
import { z } from 'zod';
import { id } from './item';

export const ideaStates = ['open', 'used', 'archived'] as const;
/** Waiting for its day; in a publication; put away. */
export type IdeaState = (typeof ideaStates)[number];

const tagLength = 40;
const tagsAtMost = 10;

/** As it is kept and looked for: without `#`, in lower case. */
export const ideaTag = (text: string): string =>
  text
    .replace(/^[\s#]+/, '')
    .replace(/[\s,]+/g, ' ')
    .trim()
    .toLowerCase();

const tags = z.array(z.string().transform(ideaTag).pipe(z.string().max(tagLength)));

const absent = <T>(value: T | null | undefined): T | null => value ?? null;

/** Caught in two keystrokes: a text is enough. Tags and a link may stand in it. */
export const ideaSchema = z
  .strictObject({
    text: requiredText('note'),
    tags: tags.default([]),
    url: z
      .string()
      .nullish()
      .transform((url) => url?.trim() || null)
      .pipe(webAddress().nullable()),
    clientId: id().nullish().transform(absent),
    rubricId: id().nullish().transform(absent),
    fileId: id().nullish().transform(absent),
  })
  .transform(({ text, tags: given, url, ...idea }) => {
    const read = marksIn(text);
    const all = [...new Set([...given, ...read.tags])].filter((tag) => tag !== '');
    return { ...idea, text: read.text, tags: all, url: url ?? read.url };
  })
  .superRefine(({ tags: all }, context) => {
    if (all.length > tagsAtMost) context.addIssue(custom('too_many', { max: String(tagsAtMost) }, ['tags']));
  });
export type IdeaInput = z.output<typeof ideaSchema>;

export interface IdeaMarks {
  readonly text: string;
  readonly tags: readonly string[];
  readonly url: string | null;
}

/**
 * What was typed in one go: `#tags` and a link are read wherever they stand. At the end, or on lines of their own, they are no
 * part of the thought and leave it; within a sentence they stay, so that it can still be read.
 */
export function marksIn(typed: string): IdeaMarks {
  const words = typed.split(/\s+/).map(bare);
  const url = words.find(isLink) ?? null;
  const lines = typed.split('\n').filter((line) => line.trim() === '' || !line.trim().split(/\s+/).every(isMark(url)));
  let text = lines.join('\n').trim();
  for (;;) {
    const last = /(?:^|\s)(\S+)$/.exec(text);
    if (!last?.[1] || !isMark(url)(last[1])) break;
    text = text.slice(0, last.index).trim();
  }
  return { text: text || typed, tags: words.filter(isTag).map(ideaTag), url };
}

const bare = (word: string): string => word.replace(/[.,;:!?)»]+$/, '');

const isTag = (word: string): boolean => /^#\p{L}[\p{L}\p{N}_-]*$/u.test(word) && word.length <= tagLength + 1;

const isLink = (word: string): boolean =>
  /^https?:\/\//i.test(word) && word.length <= textLimits.url && isWebAddress(word);

/** Another link than the one that is kept stays in the text. */
const isMark = (url: string | null) => (word: string) => isTag(bare(word)) || (url !== null && bare(word) === url);
