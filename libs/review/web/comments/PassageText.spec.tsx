import { describe, expect, it, jest } from '@jest/globals';
import { plainTextOf, richTextOf } from '@planerka/platform/domain';
import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import '../locales';
import { PassageText, type PassageMark } from './PassageText';

const text = richTextOf('Стол на всех. Стол из сосны.\nНапишите «хочу стол».');
const plain = plainTextOf(text);

type Passage = { from: number; to: number; quote: string };

/** Every passage that is chosen becomes a numbered mark, as the panel does it. */
function Desk({ onSelect = () => {} }: { onSelect?: (passage: Passage) => void }) {
  const [marks, setMarks] = useState<readonly PassageMark[]>([]);
  return (
    <PassageText
      value={text}
      label="Текст"
      marks={marks}
      activeId={null}
      onChoose={() => {}}
      pending={null}
      onSelect={(passage) => {
        onSelect(passage);
        setMarks([...marks, { ...passage, id: String(marks.length), number: marks.length + 1, isResolved: false }]);
      }}
    />
  );
}

/** Selects from the first of these words to the end of the last ones, across whatever elements lie between. */
function select(first: string, last = first): void {
  const walker = document.createTreeWalker(screen.getByRole('group'), NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = (words: string) => (node?.textContent ?? '').indexOf(words);
    if (at(first) >= 0 && range.collapsed) range.setStart(node, at(first));
    if (at(last) >= 0) range.setEnd(node, at(last) + last.length);
  }
  document.getSelection()?.removeAllRanges();
  document.getSelection()?.addRange(range);
  fireEvent.mouseUp(screen.getByRole('group'));
}

describe('a text with passages', () => {
  it('gives what is selected as offsets of the plain text', () => {
    const chosen = jest.fn<(passage: Passage) => void>();
    render(<Desk onSelect={chosen} />);
    select('из сосны');
    expect(chosen).toHaveBeenLastCalledWith({ from: 19, to: 27, quote: 'из сосны' });
  });

  it('keeps them true over marks and across paragraphs', () => {
    const chosen = jest.fn<(passage: Passage) => void>();
    render(<Desk onSelect={chosen} />);
    select('на всех');
    select('из сосны', 'Напишите');
    const [passage] = chosen.mock.calls.at(-1) ?? [];
    expect(passage).toEqual({ from: 19, to: 37, quote: 'из сосны.\nНапишите' });
    for (const [{ from, to, quote }] of chosen.mock.calls) expect(plain.slice(from, to)).toBe(quote);
    expect(screen.getAllByRole('button').map((badge) => badge.textContent)).toEqual(['1', '2']);
  });

  it('marks the very words, also when it is drawn anew', () => {
    const { rerender } = render(<Desk />);
    select('на всех');
    const marked = () =>
      [...document.querySelectorAll('[data-from]')]
        .filter((piece) => piece.className !== '')
        .map((piece) => piece.textContent);
    expect(marked()).toEqual(['на всех']);
    rerender(<Desk />);
    expect(marked()).toEqual(['на всех']);
  });

  it('chooses a sentence by keyboard', async () => {
    const chosen = jest.fn<(passage: Passage) => void>();
    render(<Desk onSelect={chosen} />);
    screen.getByRole('group').focus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    expect(chosen).toHaveBeenCalledWith({ from: 14, to: 28, quote: 'Стол из сосны.' });
  });
});
