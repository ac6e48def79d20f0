import { useMemo, useRef, useState } from 'react';

export interface Page<Item> {
  readonly nodes: readonly Item[];
  /** Absent where nothing follows. */
  readonly endCursor: string | null;
}

interface LaterPage<Item> extends Page<Item> {
  readonly after: string;
  /** The list as it was known when this page was loaded. */
  readonly of: unknown;
}

export interface Pages<Item> {
  readonly items: readonly Item[];
  readonly hasMore: boolean;
  readonly isLoading: boolean;
  /** The next page, asked for by hand; again, where it did not come. */
  more: () => void;
  /** What is in sight: loads what comes next in time, and once more what has become old. */
  show: (from: number, to: number) => void;
}

/** Asked for so many lines before they are in sight. */
const ahead = 15;

/**
 * A list by pages: the first is the screen's own and stays fresh by itself, later ones are loaded as they are scrolled to. Once the
 * list is another (`of`), a later page is loaded again where somebody looks at it, and only there.
 */
export function usePages<Item extends { readonly id: string }>(
  first: Page<Item>,
  of: unknown,
  load: (after: string) => Promise<Page<Item> | null>,
): Pages<Item> {
  const [later, setLater] = useState<readonly LaterPage<Item>[]>([]);
  const [isLoading, setLoading] = useState(false);
  const isBusy = useRef(false);
  const [hasFailed, setFailed] = useState(false);
  const pages = first.endCursor === null ? none : later;
  const items = useMemo(
    () => withoutRepeats([...first.nodes, ...pages.flatMap(({ nodes }) => nodes)]),
    [first.nodes, pages],
  );
  const cursorBefore = (index: number) => (index === 0 ? first.endCursor : (pages[index - 1]?.endCursor ?? null));
  const hasMore = cursorBefore(pages.length) !== null;

  async function loadPage(index: number): Promise<void> {
    const after = cursorBefore(index);
    if (after === null || isBusy.current) return;
    isBusy.current = true;
    setLoading(true);
    const page = await load(after);
    isBusy.current = false;
    setLoading(false);
    setFailed(page === null);
    if (page) setLater((now) => now.toSpliced(index, 1, { ...page, after, of }));
  }

  /** The page among those lines that has become old, or -1. */
  function oldAt(from: number, to: number): number {
    let start = first.nodes.length;
    return pages.findIndex((page, index) => {
      const isSeen = start <= to && start + page.nodes.length > from;
      start += page.nodes.length;
      return isSeen && (page.of !== of || page.after !== cursorBefore(index));
    });
  }

  return {
    items,
    hasMore,
    isLoading,
    more: () => void loadPage(pages.length),
    show: (from, to) => {
      // What did not come is asked for again by hand only.
      if (isBusy.current || hasFailed) return;
      const old = oldAt(from, to);
      if (old >= 0) void loadPage(old);
      else if (hasMore && to >= items.length - ahead) void loadPage(pages.length);
    },
  };
}

const none: readonly never[] = [];

/** Whoever moved between two pages while they were loaded is in both. */
const withoutRepeats = <Item extends { readonly id: string }>(items: readonly Item[]): readonly Item[] => [
  ...new Map(items.map((item) => [item.id, item])).values(),
];
