import { describe, expect, it } from '@jest/globals';
import { act, renderHook, waitFor } from '@testing-library/react';
import { usePages, type Page } from './use-pages';

interface Line {
  readonly id: string;
}

const lines = (from: number, to: number): readonly Line[] =>
  Array.from({ length: to - from + 1 }, (_, index) => ({ id: String(from + index) }));

/** Forty lines of a hundred and twenty are there; the others come by forty. */
function list(load = pageAfter) {
  const asked: string[] = [];
  const hook = renderHook(
    ({ first, of }: { first: Page<Line>; of: unknown }) =>
      usePages(first, of, (after) => {
        asked.push(after);
        return load(after);
      }),
    { initialProps: { first: firstPage, of: 'as it was' } },
  );
  const shown = () => hook.result.current.items.map(({ id }) => Number(id));
  const show = async (from: number, to: number) => {
    act(() => hook.result.current.show(from, to));
    await waitFor(() => expect(hook.result.current.isLoading).toBe(false));
  };
  return { ...hook, asked, shown, show };
}

const firstPage: Page<Line> = { nodes: lines(1, 40), endCursor: '40' };
const pageAfter = (after: string): Promise<Page<Line> | null> => {
  const last = Number(after) + 40;
  return Promise.resolve({ nodes: lines(last - 39, last), endCursor: last < 120 ? String(last) : null });
};

describe('A list by pages', () => {
  it('asks for the next page shortly before it is in sight, to the end', async () => {
    const { result, asked, shown, show } = list();
    await show(0, 10);
    expect(asked).toEqual([]);
    await show(20, 30);
    await show(70, 79);
    expect(asked).toEqual(['40', '80']);
    expect(shown()).toEqual(lines(1, 120).map(({ id }) => Number(id)));
    expect(result.current.hasMore).toBe(false);
    await show(110, 119);
    expect(asked).toEqual(['40', '80']);
  });

  it('loads a page again once the list is another and somebody looks at it', async () => {
    const { asked, show, rerender } = list();
    await show(30, 39);
    await show(70, 79);
    rerender({ first: firstPage, of: 'with one card elsewhere' });
    await show(0, 10);
    expect(asked).toEqual(['40', '80']);
    await show(50, 60);
    expect(asked).toEqual(['40', '80', '40']);
    await show(50, 60);
    expect(asked).toHaveLength(3);
  });

  it('shows nobody twice who moved while pages were loaded', async () => {
    const { shown, show } = list(() => Promise.resolve({ nodes: lines(40, 79), endCursor: null }));
    await show(30, 39);
    expect(shown()).toEqual(lines(1, 79).map(({ id }) => Number(id)));
  });

  it('waits for a hand where a page did not come', async () => {
    let isAway = true;
    const { result, asked, shown, show } = list((after) => (isAway ? Promise.resolve(null) : pageAfter(after)));
    await show(30, 39);
    await show(30, 39);
    expect(asked).toEqual(['40']);
    isAway = false;
    act(() => result.current.more());
    await waitFor(() => expect(shown()).toHaveLength(80));
  });

  it('is its first page alone where nothing follows any more', async () => {
    const { shown, show, rerender } = list();
    await show(30, 39);
    rerender({ first: { nodes: lines(1, 12), endCursor: null }, of: 'filtered' });
    expect(shown()).toHaveLength(12);
  });
});
