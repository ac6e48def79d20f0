import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cardHostOf, piecesOf } from './links';
import { lookOf } from './network-looks';

describe('The words of a preview', () => {
  it.each([
    ['Стол #сосна и https://sosna.ru/stol, @sosna', ['#сосна', 'https://sosna.ru/stol,', '@sosna']],
    ['Почта a@b.ru — не упоминание', []],
    ['Просто слова', []],
  ])('%s', (text, links) => {
    expect(piecesOf(text).flatMap((piece) => (piece.isLink ? piece.text : []))).toEqual(links);
  });

  it('are all there', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(
          piecesOf(text)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });

  it.each([
    ['Читайте https://www.sosna.ru/a', 'sosna.ru'],
    ['Без ссылки', null],
    ['https://', null],
  ])('name the site of their card: %s', (text, host) => {
    expect(cardHostOf(text)).toBe(host);
  });
});

describe('A preview', () => {
  it('fills the screen with a story in any network, and folds nothing in Telegram', () => {
    expect(lookOf('vk', 'STORY').media).toBe('behind');
    expect(lookOf('telegram', 'POST').fold).toBeNull();
    expect(lookOf('other', 'POST').media).toBe('under');
  });
});
