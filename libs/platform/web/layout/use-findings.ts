import { useEffect, useState } from 'react';
import type { PalettePort, SearchFindings } from './search-port';

const pauseMilliseconds = 150;
const shortest = 2;

export interface Findings extends SearchFindings {
  /** What they answer; the text may be ahead of it. */
  readonly text: string;
  readonly hasFailed?: boolean;
}

const none: Findings = { text: '', groups: [] };

/** What is found for a text as it is typed: what was found before stays until the answer is there, and an answer that comes too late is dropped. */
export function useFindings(port: PalettePort, typed: string): Findings & { readonly isAsking: boolean } {
  const [found, setFound] = useState<Findings>(none);
  const text = typed.trim();
  const isAsked = text.length >= shortest;
  useEffect(() => {
    let isWanted = isAsked;
    const timer = window.setTimeout(() => {
      if (!isAsked) return setFound(none);
      port
        .search(text)
        .then((findings) => isWanted && setFound({ ...findings, text }))
        .catch(() => isWanted && setFound({ text, groups: [], hasFailed: true }));
    }, pauseMilliseconds);
    return () => {
      isWanted = false;
      window.clearTimeout(timer);
    };
  }, [text, isAsked, port]);
  return { ...(isAsked ? found : none), isAsking: isAsked && found.text !== text };
}
