import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sideOf, wordDiff } from './word-diff';

/** A gap beside a change may be one space longer than it was: the library does not compare gaps. */
const words = (pieces: ReturnType<typeof wordDiff>) =>
  pieces
    .map(({ text }) => text)
    .join('')
    .split(/\s+/)
    .filter((word) => word !== '');

it('tells Russian texts apart by words', () => {
  const pieces = wordDiff('Стол на всех', 'Большой стол на всех', 'ru');
  expect(pieces.filter(({ kind }) => kind === 'added').map(({ text }) => text.trim())).toContain('Большой стол');
  expect(pieces.filter(({ kind }) => kind === 'removed').map(({ text }) => text.trim())).toEqual(['Стол']);
});

it('gives the words of both texts back, whatever they are', () => {
  const sentence = fc.array(fc.constantFrom('стол', 'из', 'сосны', 'дуба', 'и', 'масло'), { maxLength: 12 });
  fc.assert(
    fc.property(sentence, sentence, (one, other) => {
      const pieces = wordDiff(one.join(' '), other.join(' '), 'ru');
      expect(words(sideOf(pieces, 'before'))).toEqual(one);
      expect(words(sideOf(pieces, 'after'))).toEqual(other);
    }),
  );
});
