import { useEffect } from 'react';

/** A line of the map of keys. One without `run` is a page's own and only told here. */
export interface Shortcut {
  readonly id: string;
  /** `mod+k`, `?`, `g t`: keys of one press by «+», presses after each other by a blank, alternatives by «, ». */
  readonly keys: string;
  readonly title: string;
  readonly group: string;
  readonly run?: () => void;
}

/** The second press has to come within this. */
const pauseMilliseconds = 1_500;

/** Listens for every shortcut that has something to run. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  useEffect(() => {
    let begun: { readonly key: string; readonly at: number } | null = null;
    const onKey = (event: KeyboardEvent) => {
      const key = pressed(event);
      if (event.defaultPrevented || event.isComposing || (!key.startsWith('mod+') && isBusy(event.target))) return;
      const before = begun && event.timeStamp - begun.at < pauseMilliseconds ? `${begun.key} ` : '';
      begun = null;
      const [found] = [`${before}${key}`, key].flatMap((keys) =>
        shortcuts.filter((one) => one.run && means(one, keys)),
      );
      if (found) {
        event.preventDefault();
        // «C» alone may be a page's own.
        event.stopImmediatePropagation();
        found.run?.();
      } else if (shortcuts.some((one) => one.run && one.keys.startsWith(`${key} `))) {
        begun = { key, at: event.timeStamp };
      }
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, [shortcuts]);
}

const means = ({ keys }: Shortcut, typed: string): boolean => keys.split(', ').includes(typed);

/** The key by its place, whatever the layout: «т» is «n». Signs by what they are, for they move about. */
function pressed({ code, key, metaKey, ctrlKey, altKey }: KeyboardEvent): string {
  const letter = /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase();
  const name = letter ?? key.toLowerCase();
  return `${metaKey || ctrlKey ? 'mod+' : ''}${altKey ? 'alt+' : ''}${name}`;
}

/** Somebody types there, or a dialog has the word. */
const isBusy = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest(
    'input, textarea, select, [contenteditable="true"], [role="dialog"], [role="menu"], [role="listbox"]',
  ) !== null;

const isApple = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform);
const signs: Readonly<Record<string, string>> = {
  mod: isApple ? '⌘' : 'Ctrl',
  alt: isApple ? '⌥' : 'Alt',
  enter: 'Enter',
  esc: 'Esc',
  up: '↑',
  down: '↓',
  left: '←',
  right: '→',
  arrows: '← → ↑ ↓',
};

/** Alternatives, each as its keys: `mod+k, /` is [[Ctrl, K], [/]]. */
export const keySigns = (keys: string): readonly (readonly string[])[] =>
  keys.split(', ').map((way) => way.split(/[ +]/).map((key) => signs[key] ?? key.toUpperCase()));
