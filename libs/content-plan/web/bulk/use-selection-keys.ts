import { useEffect } from 'react';
import type { Selection } from './selection';

/** Where keys mean what is typed, or belong to what is open over the plan. */
const elsewhere =
  'input:not([type=checkbox]), textarea, select, [contenteditable=true], [role=dialog], [role=menu], [role=listbox]';

/** Ctrl/⌘-A chooses all that are shown, Escape none. */
export function useSelectionKeys(selection: Selection | null): void {
  useEffect(() => {
    if (!selection) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || (event.target instanceof Element && event.target.closest(elsewhere))) return;
      if (event.code === 'KeyA' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey) {
        event.preventDefault();
        selection.chooseAll();
      } else if (event.key === 'Escape' && (selection.chosen().size > 0 || selection.isPicking())) {
        event.preventDefault();
        selection.clear();
      }
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [selection]);
}
