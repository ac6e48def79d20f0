import { wordsIn, type Word } from './words';

/** From the first code unit that is meant to the first that is not any more. */
export interface TextRange {
  readonly from: number;
  readonly to: number;
}

/** A piece of a text and what in it was asked for: text and places, never markup. */
export interface Passage {
  readonly text: string;
  readonly marks: readonly TextRange[];
}

/** Which of the terms a word of a text answers; null where none. */
export type TermOf = (word: string) => number | null;

const passageLength = 180;
const before = 50;
const ellipsis = '…';

/** The whole text, marked: a title. */
export const marked = (text: string, termOf: TermOf): Passage => ({
  text,
  marks: joined(text, hitsIn(text, termOf)),
});

/** Where the text says most of what was asked for; its beginning where it says nothing. */
export function passageOf(text: string, termOf: TermOf): Passage {
  const words = wordsIn(text);
  const hits = words.flatMap((word) => {
    const term = termOf(word.word);
    return term === null ? [] : [{ ...word, term }];
  });
  const first = bestStart(hits);
  const begin = first ? wordStart(words, Math.max(0, first.from - before)) : 0;
  const end = wordEnd(text, words, begin + passageLength);
  const [head, tail] = [begin > 0 ? ellipsis : '', end < text.length ? ellipsis : ''];
  const piece = oneLine(text.slice(begin, end)).trimEnd();
  const inside = joined(
    text,
    hits.filter(({ from, to }) => from >= begin && to <= end),
  );
  return {
    text: `${head}${piece}${tail}`,
    marks: inside.map(({ from, to }) => ({ from: from - begin + head.length, to: to - begin + head.length })),
  };
}

const hitsIn = (text: string, termOf: TermOf): readonly Word[] =>
  wordsIn(text).filter(({ word }) => termOf(word) !== null);

/** The hit after which, within one passage, most different terms are met; the first of equals. */
function bestStart(hits: readonly (Word & { readonly term: number })[]): Word | undefined {
  let best: Word | undefined;
  let most = 0;
  for (const [index, hit] of hits.entries()) {
    const terms = new Set<number>();
    for (let next = index; next < hits.length; next += 1) {
      const other = hits[next];
      if (!other || other.to > hit.from + passageLength - before) break;
      terms.add(other.term);
    }
    if (terms.size > most) [best, most] = [hit, terms.size];
  }
  return best;
}

/** Two marked words with nothing but a blank or a hyphen between them are one mark. */
function joined(text: string, hits: readonly TextRange[]): readonly TextRange[] {
  const marks: { from: number; to: number }[] = [];
  for (const { from, to } of hits) {
    const last = marks.at(-1);
    if (last && /^[ \u00A0-]$/.test(text.slice(last.to, from))) last.to = to;
    else marks.push({ from, to });
  }
  return marks;
}

/** The start of the first word from there on, so that none is cut. */
const wordStart = (words: readonly Word[], at: number): number =>
  at === 0 ? 0 : (words.find(({ from }) => from >= at)?.from ?? at);

/** The end of the last word until there; a single word that is longer is cut between characters. */
function wordEnd(text: string, words: readonly Word[], at: number): number {
  if (at >= text.length) return text.length;
  const cut = words.find(({ from, to }) => from < at && to > at);
  if (!cut) return isInsidePair(text, at) ? at + 1 : at;
  return cut.from > at - passageLength ? cut.from : cut.to;
}

/** Never between the halves of an emoji. */
const isInsidePair = (text: string, at: number): boolean =>
  /[\uD800-\uDBFF]/.test(text.charAt(at - 1)) && /[\uDC00-\uDFFF]/.test(text.charAt(at));

/** Of the same length, so that places hold. */
const oneLine = (text: string): string => text.replaceAll(/\s/g, ' ');
