import { useState } from 'react';

/** Half-written words survive a reload and a lost network, in this tab alone: a phone may be somebody else's tomorrow. */
export function useKeptText(key: string): readonly [string, (text: string) => void, () => void] {
  const name = `planerka.guest.${key.slice(0, 48)}.${key.slice(-12)}`;
  const [text, setText] = useState(() => read(name));
  const keep = (next: string) => {
    setText(next);
    write(name, next);
  };
  return [text, keep, () => keep('')];
}

function read(name: string): string {
  try {
    return sessionStorage.getItem(name) ?? '';
  } catch {
    return '';
  }
}

function write(name: string, text: string): void {
  try {
    if (text === '') sessionStorage.removeItem(name);
    else sessionStorage.setItem(name, text);
  } catch {
    // Private windows may refuse: then the words live as long as the page.
  }
}
