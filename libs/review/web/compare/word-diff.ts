import { diffArrays } from 'diff';

/** A run of words: what they are on either side. Where they stayed, the gaps between them may still differ. */
export interface DiffPiece {
  readonly kind: 'same' | 'added' | 'removed';
  readonly before: string;
  readonly after: string;
}

/** What of the words stayed, came and went, in reading order; both texts are told to the letter. */
export function wordDiff(before: string, after: string, language: string): readonly DiffPiece[] {
  const [older, newer] = [tokensOf(before, language), tokensOf(after, language)];
  let [olderAt, newerAt] = [0, 0];
  return diffArrays(older, newer, { comparator: (one, other) => one.trimEnd() === other.trimEnd() }).map(
    ({ count, added, removed }) => {
      const [fromOlder, fromNewer] = [added ? 0 : count, removed ? 0 : count];
      const piece: DiffPiece = {
        kind: added ? 'added' : removed ? 'removed' : 'same',
        before: older.slice(olderAt, olderAt + fromOlder).join(''),
        after: newer.slice(newerAt, newerAt + fromNewer).join(''),
      };
      olderAt += fromOlder;
      newerAt += fromNewer;
      return piece;
    },
  );
}

/** One side of it: the older text with what went, the newer one with what came. */
export const sideOf = (pieces: readonly DiffPiece[], side: 'before' | 'after'): readonly DiffPiece[] =>
  pieces.filter((piece) => piece[side] !== '');

/** Words and marks with the gap behind them. A segmenter knows Cyrillic words; the library's own rule does not. */
function tokensOf(text: string, language: string): string[] {
  const tokens: string[] = [];
  for (const { segment } of new Intl.Segmenter(language, { granularity: 'word' }).segment(text)) {
    const last = tokens.length - 1;
    if (segment.trim() === '' && last >= 0) tokens[last] += segment;
    else tokens.push(segment);
  }
  return tokens;
}
