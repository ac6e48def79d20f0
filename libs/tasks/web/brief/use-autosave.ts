import { connection, outcomeOf, readFragment, type PersistentDraft } from '@planerka/platform/web';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useClient } from 'urql';
import { BriefDraft_task, SaveBriefDraftMutation } from './save-draft';
import { decimalOf, type BriefForm, type BriefFormValues } from './use-brief-form';

export type SaveStatus =
  | { readonly kind: 'saved'; readonly at: Date | null }
  | { readonly kind: 'waiting' | 'saving' | 'offline' | 'failed' | 'invalid' | 'conflict' };

export interface Autosave {
  readonly status: SaveStatus;
  /** By the form's path: `callToAction.link`, `fee`. */
  readonly errors: Readonly<Record<string, string>>;
  /** Saves what is unsaved, now. True when the server has everything. */
  readonly flush: () => Promise<boolean>;
  /** Whether everything typed has been saved on top of that version or an older one: then a newer one may be shown. */
  readonly isBehind: (version: number) => boolean;
  /** After a conflict, or when others' text was taken over: on top of whose version the next save goes. */
  readonly continueOn: (version: number) => void;
  /** The form has been filled with the server's own text of that version. */
  readonly settle: (version: number) => void;
}

/** What lies on this device: the text, and the version it was written on. */
export interface KeptBrief {
  readonly values: BriefFormValues;
  readonly version: number;
}

interface Wish {
  readonly taskId: string;
  readonly form: BriefForm;
  readonly draft: PersistentDraft<KeptBrief>;
  readonly version: number;
  readonly currency: string;
  readonly onConflict: () => void;
}

const pause = 900;
const retryAfter = 5_000;

/**
 * Saves as people type: one request at a time, each with the version that it was written on. What the server has not
 * taken stays in the form and on this device, whatever happened.
 */
export function useAutosave({ taskId, form, draft, version, currency, onConflict }: Wish): Autosave {
  const { keep, clear } = draft;
  const client = useClient();
  const [status, setStatus] = useState<SaveStatus>({ kind: 'saved', at: null });
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const known = useRef(version);
  const saved = useRef(0);
  const latest = useRef(form);
  const running = useRef<Promise<boolean>>(undefined);
  const isStopped = useRef(false);

  useEffect(() => {
    latest.current = form;
  });

  const saveOnce = useCallback(async (): Promise<boolean> => {
    const { values, revision } = latest.current;
    if (revision === saved.current) return true;
    setStatus({ kind: 'saving' });
    const input = inputOf(taskId, known.current, values, currency);
    const { data, error } = await client.mutation(SaveBriefDraftMutation, { input }).toPromise();
    const outcome = outcomeOf(data, error);
    if (outcome.status === 'success') {
      const task = readFragment(BriefDraft_task, outcome.result.task);
      known.current = task.details.draft?.version ?? known.current;
      saved.current = revision;
      setErrors({});
      setStatus({ kind: 'saved', at: new Date() });
      return true;
    }
    if (outcome.status === 'failed') {
      setStatus({ kind: outcome.isOffline ? 'offline' : 'failed' });
      return false;
    }
    if (outcome.refusal.__typename === 'StaleVersion') {
      isStopped.current = true;
      setStatus({ kind: 'conflict' });
      onConflict();
      return false;
    }
    setErrors(Object.fromEntries(outcome.issues.map(({ path, message }) => [path.replace(/^data\./, ''), message])));
    setStatus({ kind: 'invalid' });
    return false;
  }, [client, currency, onConflict, taskId]);

  const flush = useCallback(async (): Promise<boolean> => {
    while (running.current) await running.current;
    if (isStopped.current) return false;
    running.current = saveOnce();
    const isSaved = await running.current;
    running.current = undefined;
    if (isSaved && latest.current.revision === saved.current) clear();
    return isSaved && latest.current.revision === saved.current;
  }, [clear, saveOnce]);

  const { revision, values } = form;
  useEffect(() => {
    if (revision === saved.current) return undefined;
    keep({ values, version: known.current });
    setStatus((now) => (now.kind === 'conflict' || now.kind === 'waiting' ? now : { kind: 'waiting' }));
    const timer = window.setTimeout(() => void flush(), pause);
    return () => window.clearTimeout(timer);
  }, [flush, keep, revision, values]);

  useEffect(() => {
    if (status.kind !== 'offline' && status.kind !== 'failed') return undefined;
    const timer = window.setTimeout(() => void flush(), retryAfter);
    const stop = connection.onRetry(() => void flush());
    return () => {
      window.clearTimeout(timer);
      stop();
    };
  }, [flush, status]);

  const continueOn = useCallback((next: number) => {
    known.current = next;
    isStopped.current = false;
  }, []);

  const isBehind = useCallback(
    (now: number) => now > known.current && latest.current.revision === saved.current && running.current === undefined,
    [],
  );

  /** What the form shows now is what the server has, under that version. */
  const settle = useCallback(
    (now: number) => {
      continueOn(now);
      saved.current = latest.current.revision;
      setErrors({});
      setStatus({ kind: 'saved', at: null });
    },
    [continueOn],
  );

  return { status, errors, flush, isBehind, continueOn, settle };
}

function inputOf(taskId: string, expectedVersion: number, values: BriefFormValues, currency: string) {
  const { brief, fee, assigneeId, startAfter, ...task } = values;
  return {
    ...task,
    taskId,
    expectedVersion,
    data: brief,
    assigneeId,
    startAfter: [...startAfter],
    fee: { amount: fee.trim() === '' ? '0' : decimalOf(fee), currency },
  };
}
