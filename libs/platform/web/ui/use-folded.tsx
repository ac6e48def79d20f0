import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { usePlatformText } from '../locales/platform-text';

export interface Folded<T> {
  readonly shown: readonly T[];
  /** The button that unfolds the rest and folds it again: it stays, so that the focus does. Null where nothing is hidden. */
  readonly more: ReactNode;
}

/**
 * A long list shows its first rows, and how many more there are: «Ещё 7». One row is never hidden behind a button that takes
 * as much room as it does.
 */
export function useFolded<T>(rows: readonly T[], limit: number): Folded<T> {
  const t = usePlatformText();
  const [isOpen, setOpen] = useState(false);
  if (rows.length <= limit + 1) return { shown: rows, more: null };
  return {
    shown: isOpen ? rows : rows.slice(0, limit),
    more: (
      <Button size="xs" variant="subtle" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {isOpen ? t('actions.showLess') : t('actions.moreOf', { count: rows.length - limit })}
      </Button>
    ),
  };
}
