import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { hasMarks, richTextOfMarks } from './light-marks';
import { plainTextOf, richTextOf, type RichTextNode } from './rich-text';
import { parseRichText } from './rich-text-input';

const words = (text: string, ...marks: object[]) => ({ type: 'text', text, ...(marks.length > 0 && { marks }) });
const paragraph = (...content: object[]) => ({ type: 'paragraph', content });
const item = (text: string) => ({ type: 'listItem', content: [paragraph(words(text))] });
const link = (href: string) => ({ type: 'link', attrs: { href } });

describe('marks in plain text', () => {
  it.each<[string, string, object[]]>([
    ['a heading', '## Структура', [{ type: 'heading', content: [words('Структура')] }]],
    ['a list', '- раз\n— два', [{ type: 'bulletList', content: [item('раз'), item('два')] }]],
    [
      'a numbered list',
      '2. раз\n3) два',
      [{ type: 'orderedList', attrs: { start: 2 }, content: [item('раз'), item('два')] }],
    ],
    ['bold', 'стол **для всех**!', [paragraph(words('стол '), words('для всех', { type: 'bold' }), words('!'))]],
    ['a link', '[каталог](https://sosna.ru)', [paragraph(words('каталог', link('https://sosna.ru')))]],
    [
      'an address by itself',
      'см. https://sosna.ru/stol.',
      [paragraph(words('см. '), words('https://sosna.ru/stol', link('https://sosna.ru/stol')), words('.'))],
    ],
    ['no link of another kind', '[тут](javascript:alert(1))', [paragraph(words('[тут](javascript:alert(1))'))]],
    ['a hashtag, which is no heading', '#сосна', [paragraph(words('#сосна'))]],
    ['a sum below zero, which is no item', '-5 %', [paragraph(words('-5 %'))]],
  ])('%s', (_name, text, content) => {
    expect(richTextOfMarks(text)).toEqual({ type: 'doc', content });
  });

  it('leave unmarked text as it is, and always make a text that the editor knows', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'абв 12.#*[]()-—\n:/h') }), (text) => {
        const document = richTextOfMarks(text);
        expect(parseRichText(JSON.parse(JSON.stringify(document))).ok).toBe(true);
        if (!hasMarks(text)) expect(plainTextOf(document)).toBe(plainTextOf(richTextOf(text)));
      }),
    );
  });

  it('lose no word', () => {
    const letters = (text: string) => text.replace(/[^а-яё]/g, '');
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'абв *#-\n') }), (text) => {
        const all = (nodes: readonly RichTextNode[] = []): string =>
          nodes.map((node) => (node.text ?? '') + all(node.content)).join('');
        expect(letters(all(richTextOfMarks(text).content))).toBe(letters(text));
      }),
    );
  });
});
