import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sideOf, wordDiff } from './word-diff';

it('tells Russian texts apart by words', () => {
  const pieces = wordDiff('Стол на всех', 'Большой стол на всех', 'ru');
  expect(pieces.map(({ kind, before, after }) => [kind, before, after])).toEqual([
    ['removed', 'Стол ', ''],
    ['added', '', 'Большой стол '],
    ['same', 'на всех', 'на всех'],
  ]);
});

it('gives both texts back to the letter, whatever they are', () => {
  const part = fc.constantFrom('стол', 'сосны', 'дуба', ' ', '\n', '.', ', ', '«масло»', '😀');
  const written = fc.array(part, { maxLength: 14 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(written, written, (before, after) => {
      const pieces = wordDiff(before, after, 'ru');
      expect(
        sideOf(pieces, 'before')
          .map((piece) => piece.before)
          .join(''),
      ).toBe(before);
      expect(
        sideOf(pieces, 'after')
          .map((piece) => piece.after)
          .join(''),
      ).toBe(after);
    }),
  );
});
