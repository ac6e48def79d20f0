import { describe, expect, it } from '@jest/globals';
import { render } from '@testing-library/react';
import { safeHref } from './rich-text';
import { RichTextView } from './RichTextView';

const doc = (...content: unknown[]) => ({ type: 'doc', content });
const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content });
const link = (href: unknown, text: string) => ({ type: 'text', text, marks: [{ type: 'link', attrs: { href } }] });

const show = (value: unknown) => render(<RichTextView value={value} />).container;

describe('rich text on the screen', () => {
  it('shows words, marks and lists', () => {
    const container = show(
      doc(paragraph({ type: 'text', text: 'Стол ' }, { type: 'text', text: '«Онега»', marks: [{ type: 'bold' }] }), {
        type: 'bulletList',
        content: [{ type: 'listItem', content: [paragraph({ type: 'text', text: 'дуб' })] }],
      }),
    );
    expect(container.querySelector('strong')?.textContent).toBe('«Онега»');
    expect(container.querySelector('ul li')?.textContent).toBe('дуб');
  });

  it('shows markup in a text as the text it is', () => {
    const container = show(doc(paragraph({ type: 'text', text: '<img src=x onerror=alert(1)>' })));
    expect(container.querySelector('img')).toBeNull();
    expect(container.textContent).toBe('<img src=x onerror=alert(1)>');
  });

  it.each([
    'javascript:alert(1)',
    ' JaVaScRiPt:alert(1)',
    'java\u0000script:alert(1)',
    'java\tscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    '//evil.example',
    42,
    null,
  ])('keeps the words of a link to %p and drops the link', (href) => {
    const container = show(doc(paragraph(link(href, 'сюда'))));
    expect(container.querySelector('a')).toBeNull();
    expect(container.textContent).toBe('сюда');
  });

  it('opens an honest link apart, without handing over where it came from', () => {
    const anchor = show(doc(paragraph(link('https://sosna.example/stol', 'стол')))).querySelector('a');
    expect(anchor?.getAttribute('href')).toBe('https://sosna.example/stol');
    expect(anchor?.getAttribute('rel')).toContain('noopener');
  });

  it('loses no words of a block that it does not know', () => {
    expect(show(doc({ type: 'script', content: [paragraph({ type: 'text', text: 'слова' })] })).textContent).toBe(
      'слова',
    );
  });

  it.each([undefined, null, 'text', 5, [], { type: 'doc' }, { type: 'doc', content: 'x' }])('survives %p', (value) => {
    expect(show(value).textContent).toBe('');
  });

  it('takes an address without a scheme for a web one', () => {
    expect(safeHref('sosna.ru/stol')).toBe('https://sosna.ru/stol');
    expect(safeHref('mailto:anna@mayak.ru')).toBe('mailto:anna@mayak.ru');
  });
});
