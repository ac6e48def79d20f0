import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { weighWords } from './document-words';
import { passageOf } from './passage';
import { mostTerms, parseSearchQuery } from './search-query';
import { writtenText } from './searchable';
import { inOtherLayout, slipsAllowed, slipsBetween } from './slips';
import { trigramsOf, wordsIn } from './words';

const anyText = fc.string({ unit: 'binary', maxLength: 400 });
const wordOf = (text: string): readonly string[] => wordsIn(text).map(({ word }) => word);

describe('Words', () => {
  it.each([
    ['Контент-план на 12,5 %', ['контент', 'план', 'на', '12', '5']],
    ['Ёлка и ЁЛКА', ['елка', 'и', 'елка']],
    ['🎄 «стол»…', ['стол']],
    ['#скидка @sosna_vk', ['скидка', 'sosna', 'vk']],
    ['и\u0306од йод', ['йод', 'йод']],
    ['за\u0301мок', ['замок']],
    ['', []],
  ])('of «%s»', (text, expected) => {
    expect(wordOf(text)).toEqual(expected);
  });

  it('stand where they are said to, and are the same when read again', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let end = 0;
        for (const { word, from, to } of wordsIn(text)) {
          expect(from).toBeGreaterThanOrEqual(end);
          expect(to).toBeGreaterThan(from);
          expect(wordOf(text.slice(from, to))[0]).toBe(word);
          end = to;
        }
      }),
    );
  });

  it('weigh more in a title, and no more for being repeated without end', () => {
    const weights = weighWords('Стол', `${'стол '.repeat(50)} стул`);
    expect([...weights]).toEqual([
      ['стол', 9],
      ['стул', 1],
    ]);
  });
});

describe('A slip', () => {
  it.each([
    ['публикция', 'публикация', 1],
    ['брахат', 'бархат', 1],
    ['столл', 'стол', 1],
    ['стул', 'стол', 1],
    ['стол', 'стол', 0],
    ['кот', 'пароход', 3],
  ])('of «%s» for «%s» counts %d', (one, other, slips) => {
    expect(slipsBetween(one, other, 2)).toBe(slips);
    expect(slipsBetween(other, one, 2)).toBe(slips);
  });

  it('is none in a short word and none in a number', () => {
    expect(['кот', '2026', 'стол', 'публикация'].map(slipsAllowed)).toEqual([0, 0, 1, 2]);
  });

  it('leaves a piece of the word in common', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'абвгдежз'), minLength: 5, maxLength: 12 });
    fc.assert(
      fc.property(letters, fc.nat(), (word, at) => {
        const place = at % word.length;
        const slipped = word.slice(0, place) + word.slice(place + 1);
        expect(slipsBetween(word, slipped, 1)).toBe(1);
        expect(trigramsOf(slipped).some((piece) => trigramsOf(word).includes(piece))).toBe(true);
      }),
    );
  });

  it('may be the layout', () => {
    expect(inOtherLayout('gjcn')).toBe('пост');
    expect(inOtherLayout('зщые')).toBe('post');
  });
});

describe('A query', () => {
  it('is its words, each once', () => {
    const query = parseSearchQuery('  Стол, стол и ;tycrbq ');
    expect(query.ok && query.value.terms.map(({ word, otherLayout }) => [word, otherLayout])).toEqual([
      ['стол', 'cnjk'],
      ['и', 'b'],
      ['tycrbq', 'женский'],
    ]);
  });

  it('is never more than it may be, whatever is typed', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const query = parseSearchQuery(text);
        if (query.ok) expect(query.value.terms.length).toBeLessThanOrEqual(mostTerms);
        else expect(['too_short', 'too_long']).toContain(query.error);
      }),
    );
  });
});

describe('A passage', () => {
  const of =
    (...words: readonly string[]) =>
    (word: string) => {
      const place = words.indexOf(word);
      return place === -1 ? null : place;
    };

  it('is where most of what was asked for stands', () => {
    const text = `стол ${'вода '.repeat(80)}стол и стул ${'огонь '.repeat(80)}`;
    const { text: piece, marks } = passageOf(text, of('стол', 'стул'));
    expect(marks.map(({ from, to }) => piece.slice(from, to))).toEqual(['стол', 'стул']);
    expect(piece.startsWith('…') && piece.endsWith('…')).toBe(true);
  });

  it('marks words and nothing else, within its length', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2_000 }), fc.nat(), (text, pick) => {
        const words = wordsIn(text);
        const wanted = words[pick % Math.max(1, words.length)]?.word ?? 'нет';
        const { text: piece, marks } = passageOf(text, of(wanted));
        expect(piece.length).toBeLessThan(600);
        let end = 0;
        for (const { from, to } of marks) {
          expect(from).toBeGreaterThanOrEqual(end);
          expect(wordOf(piece.slice(from, to)).every((word) => word === wanted)).toBe(true);
          end = to;
        }
        if (words.length > 0) expect(marks.length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('What is searched', () => {
  it('is what people wrote: no sum, no id, no choice', () => {
    const brief = {
      discipline: 'targeting',
      offer: 'Стол за 7 500 ₽',
      totalLimit: '50000.00',
      bidCap: '11.00',
      launchGoal: 'leads',
      thresholds: [{ metric: 'cpl', value: '400' }],
      segments: [{ key: 'moms', name: 'Мамы', sex: 'female', ageFrom: 28 }],
      references: [{ url: 'https://sosna.example', fileId: '01a2199d-c3f9-7091-b8ff-edb0ffc59af2', note: 'Свет' }],
      finalText: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Слово' }] }] },
    };
    expect(writtenText(brief)).toBe('Стол за 7 500 ₽\nМамы\nhttps://sosna.example\nСвет\nСлово');
    expect(writtenText(null)).toBe('');
  });
});
