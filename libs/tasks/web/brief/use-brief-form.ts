import { briefSchema, valueAt, withValueAt, type Brief } from '@planerka/tasks/domain';
import { useCallback, useRef, useState } from 'react';
import type { BriefFormValues } from './brief-values';

interface FormState {
  readonly values: BriefFormValues;
  /** Counts changes by hand, so that saving knows what it has saved. */
  readonly revision: number;
}

export interface BriefForm extends FormState {
  readonly valueOf: (path: string) => unknown;
  readonly setField: (path: string, value: unknown) => void;
  /** From what the field holds by then. */
  readonly updateField: (path: string, change: (now: unknown) => unknown) => void;
  readonly setTask: (change: Partial<Omit<BriefFormValues, 'brief'>>) => void;
  /** From the server, or from this device: nobody has typed it now. */
  readonly replace: (values: BriefFormValues) => void;
  /** As it stands this moment, also before the last key has been drawn. */
  readonly now: () => FormState;
}

/** @param isUnsaved what it begins with has not been taken by the server yet */
export function useBriefForm(initial: BriefFormValues, isUnsaved = false): BriefForm {
  const [state, setState] = useState<FormState>({ values: initial, revision: isUnsaved ? 1 : 0 });
  const latest = useRef(state);
  const put = useCallback((next: FormState): void => {
    latest.current = next;
    setState(next);
  }, []);
  const change = useCallback(
    (next: (values: BriefFormValues) => BriefFormValues): void =>
      put({ values: next(latest.current.values), revision: latest.current.revision + 1 }),
    [put],
  );
  return {
    ...state,
    valueOf: (path) => valueAt(state.values.brief, path),
    setField: useCallback(
      (path, value) => change((values) => ({ ...values, brief: withValueAt(values.brief, path, value) })),
      [change],
    ),
    updateField: useCallback(
      (path, next) =>
        change((values) => ({ ...values, brief: withValueAt(values.brief, path, next(valueAt(values.brief, path))) })),
      [change],
    ),
    setTask: useCallback((part) => change((values) => ({ ...values, ...part })), [change]),
    replace: useCallback((values) => put({ values, revision: latest.current.revision }), [put]),
    now: useCallback(() => latest.current, []),
  };
}

/** A draft kept on this device may be of an older shape of ours: then it is not taken. */
export const isBrief = (data: unknown): data is Brief => briefSchema.safeParse(data).success;
