export interface Recent {
  readonly title: string;
  readonly note?: string | undefined;
  readonly href: string;
}

const most = 5;

const keyOf = (memory: string): string => `planerka.recent.${memory}`;

/** What was opened by search lately, the last first: of this tab, and gone with it. */
export function recentOf(memory: string): readonly Recent[] {
  try {
    const kept: unknown = JSON.parse(window.sessionStorage.getItem(keyOf(memory)) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isRecent).slice(0, most) : [];
  } catch {
    return [];
  }
}

export function remember(memory: string, opened: Recent): void {
  const others = recentOf(memory).filter(({ href }) => href !== opened.href);
  try {
    window.sessionStorage.setItem(keyOf(memory), JSON.stringify([opened, ...others].slice(0, most)));
  } catch {
    // storage may be refused: then nothing is remembered
  }
}

const isRecent = (kept: unknown): kept is Recent =>
  typeof kept === 'object' &&
  kept !== null &&
  'title' in kept &&
  typeof kept.title === 'string' &&
  (!('note' in kept) || typeof kept.note === 'string') &&
  'href' in kept &&
  typeof kept.href === 'string' &&
  // An address of our own.
  /^\/(?!\/)/.test(kept.href);
