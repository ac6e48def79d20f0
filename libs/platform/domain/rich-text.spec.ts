import { describe, expect, it } from '@jest/globals';
import { getSchema } from '@tiptap/core';
import { Node } from '@tiptap/pm/model';
import StarterKit from '@tiptap/starter-kit';
import { lengthOf, plainTextOf, publishableTextOf, richTextOf, type RichText } from './rich-text';
import { parseRichText, richTextLimits } from './rich-text-input';

const text = (words: string, marks?: unknown) => ({ type: 'text', text: words, ...(marks ? { marks } : {}) });
const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content });
const doc = (...content: unknown[]) => ({ type: 'doc', content });
const link = (href: string) => [{ type: 'link', attrs: { href, target: '_blank', class: 'x' } }];

const post = doc(
  { type: 'heading', attrs: { level: 2 }, content: [text('Стол на всех')] },
  paragraph(text('Раздвигается '), text('за минуту', [{ type: 'bold' }]), { type: 'hardBreak' }, text('140 → 220 см')),
  {
    type: 'bulletList',
    content: [
      { type: 'listItem', content: [paragraph(text('массив'))] },
      { type: 'listItem', content: [paragraph(text('масло'))] },
    ],
  },
  { type: 'paragraph' },
  { type: 'orderedList', attrs: { start: 3 }, content: [{ type: 'listItem', content: [paragraph(text('третье'))] }] },
  { type: 'horizontalRule' },
  { type: 'blockquote', content: [paragraph(text('Напишите «хочу стол»', link('https://vk.com/sosna')))] },
);

function read(input: unknown): RichText {
  const parsed = parseRichText(input);
  if (!parsed.ok) throw new Error(parsed.error.code);
  return parsed.value;
}

describe('plain text', () => {
  it('has the very offsets of the editor', () => {
    const schema = getSchema([StarterKit]);
    const node = Node.fromJSON(schema, post);
    const expected = node.textBetween(0, node.content.size, '\n', (leaf) => (leaf.isText ? '' : '\n'));
    expect(plainTextOf(read(post))).toBe(expected);
  });

  it('is given a mark per list item where it goes to a network', () => {
    expect(publishableTextOf(read(post))).toBe(
      'Стол на всех\nРаздвигается за минуту\n140 → 220 см\n• массив\n• масло\n\n3. третье\n—\nНапишите «хочу стол»',
    );
  });

  it('goes to rich text and back', () => {
    const plain = 'Первая\n\nТретья 😀';
    expect(plainTextOf(read(richTextOf(plain)))).toBe(plain);
    expect(lengthOf('😀a')).toBe(2);
  });
});

describe('rich text from outside', () => {
  it('keeps only known attributes', () => {
    const parsed = read(doc({ ...paragraph(text('тут', link('https://sosna.ru'))), attrs: { onclick: 'alert(1)' } }));
    expect(parsed).toEqual(doc(paragraph(text('тут', [{ type: 'link', attrs: { href: 'https://sosna.ru' } }]))));
  });

  it.each([
    ['null', null, 'rich_text_malformed'],
    ['a string', '<p>x</p>', 'rich_text_malformed'],
    ['text outside a block', doc(text('x')), 'rich_text_malformed'],
    ['a paragraph in a paragraph', doc(paragraph(paragraph(text('x')))), 'rich_text_malformed'],
    ['a list item outside a list', doc({ type: 'listItem', content: [paragraph(text('x'))] }), 'rich_text_malformed'],
    ['an empty list', doc({ type: 'bulletList', content: [] }), 'rich_text_malformed'],
    ['an iframe', doc({ type: 'iframe', attrs: { src: 'x' } }), 'rich_text_unknown_node'],
    ['an unknown mark', doc(paragraph(text('x', [{ type: 'style' }]))), 'rich_text_unknown_node'],
    ['a prototype member as a node', doc({ type: 'constructor' }), 'rich_text_unknown_node'],
    ['a script as a link', doc(paragraph(text('x', link('javascript:alert(1)')))), 'rich_text_unsafe_link'],
    ['a split script as a link', doc(paragraph(text('x', link('java\nscript:alert(1)')))), 'rich_text_unsafe_link'],
    ['data as a link', doc(paragraph(text('x', link('data:text/html,x')))), 'rich_text_unsafe_link'],
    ['a relative link', doc(paragraph(text('x', link('/admin')))), 'rich_text_unsafe_link'],
    ['NUL', doc(paragraph(text('a\u0000b'))), 'control_characters'],
    ['half an emoji', doc(paragraph(text('a\uD83D'))), 'control_characters'],
    ['too much text', doc(paragraph(text('я'.repeat(richTextLimits.characters + 1)))), 'too_long'],
    ['too many nodes', doc(...Array.from({ length: 6_000 }, () => ({ type: 'paragraph' }))), 'rich_text_too_deep'],
  ])('refuses %s', (_name, input, code) => {
    expect(parseRichText(input)).toMatchObject({ ok: false, error: { code } });
  });

  it('refuses a thousand nested quotes without running out of stack', () => {
    let node: unknown = paragraph(text('x'));
    for (let depth = 0; depth < 1_000; depth += 1) node = { type: 'blockquote', content: [node] };
    expect(parseRichText(doc(node))).toMatchObject({ ok: false, error: { code: 'rich_text_too_deep' } });
  });
});
