import { briefSchema, valueAt, type Brief } from '@planerka/tasks/domain';
import { useCallback, useState } from 'react';

/** What the form holds: the brief, and the task's own fields beside it. */
export interface BriefFormValues {
  readonly brief: Brief;
  readonly title: string;
  readonly assigneeId: string | null;
  /** An instant. */
  readonly dueAt: string | null;
  readonly estimatedMinutes: number | null;
  /** As typed; a comma is as good as a point. */
  readonly fee: string;
  readonly wantsClientApproval: boolean;
  readonly startAfter: readonly string[];
}

/** Sets a field by its dotted path, and copies what lies on the way. */
export function withValue(brief: Brief, path: string, value: unknown): Brief {
  return setIn(brief, path.split('.'), value) as Brief;
}

function setIn(target: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  const record = (typeof target === 'object' && target !== null ? target : {}) as Record<string, unknown>;
  return { ...record, [key]: setIn(record[key], rest, value) };
}

export interface BriefForm {
  readonly values: BriefFormValues;
  /** Counts changes by hand, so that saving knows what it has saved. */
  readonly revision: number;
  readonly valueOf: (path: string) => unknown;
  readonly setField: (path: string, value: unknown) => void;
  /** From what the field holds by then. */
  readonly updateField: (path: string, change: (now: unknown) => unknown) => void;
  readonly setTask: (change: Partial<Omit<BriefFormValues, 'brief'>>) => void;
  /** From the server, or from this device: nobody has typed it now. */
  readonly replace: (values: BriefFormValues) => void;
}

/** @param isUnsaved what it begins with has not been taken by the server yet */
export function useBriefForm(initial: BriefFormValues, isUnsaved = false): BriefForm {
  const [state, setState] = useState({ values: initial, revision: isUnsaved ? 1 : 0 });
  const change = useCallback(
    (next: (values: BriefFormValues) => BriefFormValues) =>
      setState(({ values, revision }) => ({ values: next(values), revision: revision + 1 })),
    [],
  );
  return {
    ...state,
    valueOf: (path) => valueAt(state.values.brief, path),
    setField: useCallback(
      (path, value) => change((values) => ({ ...values, brief: withValue(values.brief, path, value) })),
      [change],
    ),
    updateField: useCallback(
      (path, next) =>
        change((values) => ({ ...values, brief: withValue(values.brief, path, next(valueAt(values.brief, path))) })),
      [change],
    ),
    setTask: useCallback((part) => change((values) => ({ ...values, ...part })), [change]),
    replace: useCallback((values) => setState(({ revision }) => ({ values, revision })), []),
  };
}

/** A draft kept on this device may be of an older shape of ours: then it is not taken. */
export const isBrief = (data: unknown): data is Brief => briefSchema.safeParse(data).success;

export const decimalOf = (typed: string): string => typed.replace(/\s/g, '').replace(',', '.');
