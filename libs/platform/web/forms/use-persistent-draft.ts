import { useCallback, useEffect, useRef, useState } from 'react';
import { chosenAgency } from '../graphql/agency-choice';
import { connection } from '../graphql/connection';

const PREFIX = 'planerka.draft.';
const LIFETIME = 14 * 24 * 60 * 60 * 1000;
const PAUSE = 300;

interface Kept {
  at: number;
  values: unknown;
}

function read(key: string): unknown {
  try {
    const kept = JSON.parse(window.localStorage.getItem(key) ?? 'null') as Kept | null;
    if (!kept || typeof kept.at !== 'number') return undefined;
    if (Date.now() - kept.at < LIFETIME) return kept.values;
    window.localStorage.removeItem(key);
  } catch {
    // unreadable or refused storage: there is no draft
  }
  return undefined;
}

export interface PersistentDraft<Values> {
  /** What was typed and not taken by the server, or the values given. Pass it to useForm's `initialValues`. */
  readonly initial: Values;
  /** True when `initial` came from this device: say so (`form.restored`) and offer to start over. */
  readonly isRestored: boolean;
  /** On every change: useForm's `onValuesChange`. */
  keep: (values: Values) => void;
  /** The server took it, or the person threw it away. */
  clear: () => void;
}

/** Keeps a form's text on this device until the server has it: a lost network or a closed tab loses nothing. */
export function usePersistentDraft<Values extends object>(key: string, values: Values): PersistentDraft<Values> {
  const storageKey = `${PREFIX}${chosenAgency() ?? 'none'}.${key}`;
  const [{ initial, isRestored }] = useState(() => {
    const kept = read(storageKey);
    return typeof kept === 'object' && kept !== null
      ? { initial: { ...values, ...kept }, isRestored: true }
      : { initial: values, isRestored: false };
  });
  const pending = useRef<Values>(undefined);
  const timer = useRef<number>(undefined);

  const flush = useCallback(() => {
    window.clearTimeout(timer.current);
    if (pending.current === undefined) return;
    try {
      window.localStorage.setItem(
        storageKey,
        JSON.stringify({ at: Date.now(), values: pending.current } satisfies Kept),
      );
    } catch {
      // full or refused storage: the text still lives in the form
    }
    pending.current = undefined;
  }, [storageKey]);

  useEffect(() => {
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      flush();
      connection.markUnsent(storageKey, false);
    };
  }, [flush, storageKey]);

  const keep = useCallback(
    (next: Values) => {
      pending.current = next;
      connection.markUnsent(storageKey, true);
      window.clearTimeout(timer.current);
      timer.current = window.setTimeout(flush, PAUSE);
    },
    [flush, storageKey],
  );

  const clear = useCallback(() => {
    window.clearTimeout(timer.current);
    pending.current = undefined;
    connection.markUnsent(storageKey, false);
    try {
      window.localStorage.removeItem(storageKey);
    } catch {
      // as above
    }
  }, [storageKey]);

  return { initial, isRestored, keep, clear };
}
