import { diffWords } from 'diff';

export interface DiffPiece {
  readonly text: string;
  readonly kind: 'same' | 'added' | 'removed';
}

/** What of the words stayed, came and went, in reading order. */
export function wordDiff(before: string, after: string, language: string): readonly DiffPiece[] {
  // Without a segmenter the library takes Cyrillic words apart into letters.
  const intlSegmenter = new Intl.Segmenter(language, { granularity: 'word' });
  return diffWords(before, after, { intlSegmenter }).map(({ value, added, removed }) => ({
    text: value,
    kind: added ? 'added' : removed ? 'removed' : 'same',
  }));
}

/** One side of it: the older text with what went, the newer one with what came. */
export const sideOf = (pieces: readonly DiffPiece[], side: 'before' | 'after'): readonly DiffPiece[] =>
  pieces.filter(({ kind }) => kind === 'same' || kind === (side === 'before' ? 'removed' : 'added'));
