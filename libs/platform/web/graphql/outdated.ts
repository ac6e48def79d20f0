const listeners = new Set<() => void>();

/** The server takes nothing of this page's any more: it is of a build that is gone. */
export function reportOutdated(): void {
  for (const listener of listeners) listener();
}

export function onOutdated(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
