import { err, ok, type Result } from '@planerka/platform/domain';
import { inOtherLayout } from './slips';
import { wordsIn } from './words';

/** What somebody asks for: each of the words, in any order. */
export interface SearchQuery {
  readonly terms: readonly SearchTerm[];
}

export interface SearchTerm {
  readonly word: string;
  /** The same keys in the other layout, where they give one word. */
  readonly otherLayout: string | null;
  /** May be the beginning of a longer word. */
  readonly isPrefix: boolean;
}

/** `too_short`: nothing to look for, `too_long`: not a question any more. */
export type SearchProblem = 'too_short' | 'too_long';

export const longestQuery = 200;
export const mostTerms = 8;
const shortestPrefix = 2;

export function parseSearchQuery(text: string): Result<SearchQuery, SearchProblem> {
  const wanted = text.trim();
  if (wanted.length > longestQuery) return err('too_long');
  const found = wordsIn(wanted);
  const words = [...new Set(found.map(({ word }) => word))];
  if (words.length > mostTerms) return err('too_long');
  // «№ 7» may be asked for, «а» alone may not: half of everything has it.
  if (!words.some((word) => word.length > 1 || /\p{N}/u.test(word))) return err('too_short');
  return ok({
    terms: words.map((word) => ({
      word,
      otherLayout: layoutOf(wanted, word, found),
      isPrefix: [...word].length >= shortestPrefix,
    })),
  });
}

/** «;tycrbq» is one word in the other layout, though its first key is no letter in this one. */
function layoutOf(text: string, word: string, found: ReturnType<typeof wordsIn>): string | null {
  const place = found.find((one) => one.word === word);
  if (!place) return null;
  const [start, end] = [
    text.lastIndexOf(' ', place.from - 1) + 1,
    text.indexOf(' ', place.to) === -1 ? text.length : text.indexOf(' ', place.to),
  ];
  const chunk = text.slice(start, end);
  const other = wordsIn(inOtherLayout(/^[a-z]/i.test(word) ? chunk : word));
  const [only] = other;
  return other.length === 1 && only && only.word !== word ? only.word : null;
}
