import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { slideLimit } from './brief-parts';
import { moved, slidesOfText, withPasted } from './slides';

describe('a list pasted as slides', () => {
  it.each<[string, string, string[]]>([
    ['lines', 'Стол для всех\nРаздвигается за минуту', ['Стол для всех', 'Раздвигается за минуту']],
    ['numbers', '1. Стол для всех\n2) Раздвигается', ['Стол для всех', 'Раздвигается']],
    ['dashes and their second lines', '— Стол\nдля всех\n— Цена', ['Стол\nдля всех', 'Цена']],
    ['headings of slides', 'Слайд 1:\nСтол для всех\n\nСлайд 2\nЦена\n68 000 ₽', ['Стол для всех', 'Цена\n68 000 ₽']],
    ['headings with words', 'Слайд 1. Стол\nСлайд 2. Цена', ['Стол', 'Цена']],
    ['paragraphs', 'Стол\nдля всех\n\nЦена', ['Стол\nдля всех', 'Цена']],
    ['one line', '68 000 ₽', ['68 000 ₽']],
    ['a sum, which is no number of a slide', '68 000 ₽\n12 месяцев', ['68 000 ₽', '12 месяцев']],
    ['nothing', ' \n\n ', []],
  ])('%s', (_name, text, slides) => {
    expect(slidesOfText(text)).toEqual(slides);
  });

  it('has no empty slide, and every word of a plain list', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[а-яё ]{1,20}$/), { maxLength: 40 }), (lines) => {
        const slides = slidesOfText(lines.join('\n'));
        expect(slides.every((slide) => slide.trim() !== '')).toBe(true);
        const words = (text: string) => text.split(/\s+/).filter(Boolean);
        expect(words(slides.join('\n'))).toEqual(words(lines.join('\n')));
      }),
    );
  });

  it('goes in where it was pasted, and no further than there may be slides', () => {
    const slides = [
      { text: 'А', note: '' },
      { text: '', note: 'стол' },
      { text: 'Я', note: '' },
    ];
    expect(withPasted(slides, 1, ['Б', 'В'])).toEqual([
      { text: 'А', note: '' },
      { text: 'Б', note: 'стол' },
      { text: 'В', note: '' },
      { text: 'Я', note: '' },
    ]);
    expect(withPasted([], 0, Array.from({ length: 40 }, String))).toHaveLength(slideLimit);
  });

  it('is carried from place to place and loses nothing', () => {
    expect(moved(['а', 'б', 'в'], 0, 2)).toEqual(['б', 'в', 'а']);
    expect(moved(['а', 'б', 'в'], 2, 0)).toEqual(['в', 'а', 'б']);
    expect(moved(['а', 'б', 'в'], 2, 3)).toEqual(['а', 'б', 'в']);
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 })), fc.nat(10), fc.nat(10), (list, from, to) => {
        expect([...moved(list, from, to)].sort()).toEqual([...list].sort());
      }),
    );
  });
});
