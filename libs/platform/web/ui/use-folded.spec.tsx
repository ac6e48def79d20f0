import { describe, expect, it } from '@jest/globals';
import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useFolded } from './use-folded';

function Numbers({ count }: { count: number }) {
  const { shown, more } = useFolded(
    Array.from({ length: count }, (_, index) => index + 1),
    3,
  );
  return (
    <MantineProvider env="test">
      <ul>
        {shown.map((number) => (
          <li key={number}>{number}</li>
        ))}
      </ul>
      {more}
    </MantineProvider>
  );
}

const rows = () => screen.getAllByRole('listitem').length;

describe('A folded list', () => {
  it('shows its first rows, and the rest on demand; the button keeps the focus', async () => {
    render(<Numbers count={10} />);
    expect(rows()).toBe(3);
    await userEvent.click(screen.getByRole('button', { name: 'Ещё 7', expanded: false }));
    expect(rows()).toBe(10);
    const fold = screen.getByRole('button', { name: 'Свернуть', expanded: true });
    expect(fold).toHaveFocus();
    await userEvent.click(fold);
    expect(rows()).toBe(3);
  });

  it('hides no single row', () => {
    render(<Numbers count={4} />);
    expect(rows()).toBe(4);
    expect(screen.queryByRole('button')).toBeNull();
  });
});
