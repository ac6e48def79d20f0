import { withValueAt, valueAt } from '@planerka/tasks/domain';
import { connection, outcomeOf, readFragment, type PersistentDraft } from '@planerka/platform/web';
import { startTransition, useCallback, useEffect, useRef, useState } from 'react';
import { useClient } from 'urql';
import { decimalOf, draftOf, valuesOf, type BriefFormValues } from './brief-values';
import { isSameText, mergeValues, pathOf, type Collision, type Side } from './merge-values';
import { BriefDraft_task, SaveBriefDraftMutation } from './save-draft';
import type { BriefForm } from './use-brief-form';

export type SaveStatus =
  | { readonly kind: 'saved'; readonly at: Date | null }
  | { readonly kind: 'waiting' | 'saving' | 'offline' | 'failed' | 'invalid' | 'conflict' | 'closed' };

/** The text of one version, as the server has it. */
export interface SavedText {
  readonly values: BriefFormValues;
  readonly version: number;
}

export interface Conflict {
  readonly theirs: BriefFormValues;
  readonly collisions: readonly Collision[];
}

export interface Autosave {
  readonly status: SaveStatus;
  /** By the form's path: `callToAction.link`, `fee`. */
  readonly errors: Readonly<Record<string, string>>;
  /** What two people have written differently, until somebody chooses. */
  readonly conflict: Conflict | null;
  /** Looks at the newest text again, and asks once more where it still differs. */
  readonly compare: () => Promise<void>;
  /** Whose words stand, by the path of the field. What is not named is mine. */
  readonly resolve: (sides: ReadonlyMap<string, Side>) => void;
  /** Saves what is unsaved, now. True when the server has everything. */
  readonly flush: () => Promise<boolean>;
  /** Whether everything typed has been saved on top of that version or an older one: then a newer one may be shown. */
  readonly isBehind: (version: number) => boolean;
  /** Of the text that the server has, as far as is known here. */
  readonly savedVersion: () => number;
  /** The server's own text fills the form. */
  readonly adopt: (text: SavedText) => void;
}

/** What lies on this device: the text, and what it was written on. */
export interface KeptBrief extends SavedText {
  readonly base?: BriefFormValues;
}

interface Wish {
  readonly taskId: string;
  readonly form: BriefForm;
  readonly draft: PersistentDraft<KeptBrief>;
  /** What the form's text was written on. */
  readonly start: SavedText;
  /** Whether the server takes changes, as far as is known here. */
  readonly isOpen: boolean;
  readonly currency: string;
  readonly loadTheirs: () => Promise<SavedText | null>;
}

type Attempt = 'saved' | 'again' | 'stopped';

const pause = 900;
const retryAfter = 5_000;
/** Somebody may save between our look and our save; after so many times in a row they are asked to choose. */
const attempts = 4;

/**
 * Saves as people type: one request at a time, each with the version that it was written on. What somebody else has
 * saved meanwhile is merged in; what both wrote is asked about. What the server has not taken stays in the form and on
 * this device, whatever happened.
 */
export function useAutosave({ taskId, form, draft, start, isOpen, currency, loadTheirs }: Wish): Autosave {
  const { keep, clear } = draft;
  const { now, replace, revision, values } = form;
  const client = useClient();
  const [status, setStatus] = useState<SaveStatus>({ kind: 'saved', at: null });
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const base = useRef(start);
  const saved = useRef(0);
  const running = useRef<Promise<boolean>>(undefined);
  const isStopped = useRef(false);
  const [wasOpen, setWasOpen] = useState(isOpen);
  if (wasOpen !== isOpen) {
    setWasOpen(isOpen);
    // Work that came back is written on again.
    if (isOpen && status.kind === 'closed') setStatus({ kind: 'saved', at: null });
  }

  const settled = useCallback(
    (text: SavedText, at: Date | null): void => {
      base.current = text;
      saved.current = now().revision;
      setErrors({});
      setStatus({ kind: 'saved', at });
      clear();
    },
    [clear, now],
  );

  const reconcile = useCallback(
    (theirs: SavedText): Attempt => {
      const merged = mergeValues({ base: base.current.values, mine: now().values, theirs: theirs.values });
      if (merged.collisions.length > 0) {
        isStopped.current = true;
        setStatus({ kind: 'conflict' });
        setConflict({ theirs: theirs.values, collisions: merged.collisions });
        return 'stopped';
      }
      isStopped.current = false;
      setConflict(null);
      base.current = theirs;
      replace(merged.values);
      if (!isSameText(merged.values, theirs.values)) return 'again';
      settled(theirs, new Date());
      return 'saved';
    },
    [now, replace, settled],
  );

  const attempt = useCallback(async (): Promise<Attempt> => {
    const sent = now();
    if (sent.revision === saved.current) return 'saved';
    setStatus({ kind: 'saving' });
    const input = inputOf(taskId, base.current.version, sent.values, currency);
    const { data, error } = await client.mutation(SaveBriefDraftMutation, { input }).toPromise();
    const outcome = outcomeOf(data, error);
    if (outcome.status === 'success') {
      const task = readFragment(BriefDraft_task, outcome.result.task);
      base.current = { values: valuesOf(task), version: draftOf(task).version };
      saved.current = sent.revision;
      setErrors({});
      setStatus({ kind: 'saved', at: new Date() });
      return 'saved';
    }
    if (outcome.status === 'failed') {
      setStatus({ kind: outcome.isOffline ? 'offline' : 'failed' });
      return 'stopped';
    }
    if (outcome.refusal.__typename === 'StaleVersion') {
      const theirs = await loadTheirs();
      if (theirs) return reconcile(theirs);
      setStatus({ kind: 'failed' });
      return 'stopped';
    }
    if (outcome.refusal.__typename === 'IllegalTransition') {
      // The work was handed in or closed meanwhile: asking again would be refused for ever.
      setStatus({ kind: 'closed' });
      void loadTheirs();
      return 'stopped';
    }
    setErrors(Object.fromEntries(outcome.issues.map(({ path, message }) => [path.replace(/^data\./, ''), message])));
    setStatus({ kind: outcome.issues.length > 0 ? 'invalid' : 'failed' });
    return 'stopped';
  }, [client, currency, loadTheirs, now, reconcile, taskId]);

  const flush = useCallback(async (): Promise<boolean> => {
    while (running.current) await running.current;
    if (isStopped.current || !isOpen) return false;
    running.current = tryOften(attempt);
    const isSaved = await running.current;
    running.current = undefined;
    const isAll = isSaved && now().revision === saved.current;
    if (isAll) clear();
    return isAll;
  }, [attempt, clear, isOpen, now]);

  useEffect(() => {
    if (revision === saved.current || !isOpen) return undefined;
    keep({ values, version: base.current.version, base: base.current.values });
    // The letter is shown first: the first of them would else draw the page twice before it.
    startTransition(() =>
      setStatus((was) =>
        was.kind === 'conflict' || was.kind === 'waiting' || was.kind === 'closed' ? was : { kind: 'waiting' },
      ),
    );
    const timer = window.setTimeout(() => void flush(), pause);
    return () => window.clearTimeout(timer);
  }, [flush, isOpen, keep, revision, values]);

  useEffect(() => {
    if (status.kind !== 'offline' && status.kind !== 'failed') return undefined;
    const timer = window.setTimeout(() => void flush(), retryAfter);
    const stop = connection.onRetry(() => void flush());
    return () => {
      window.clearTimeout(timer);
      stop();
    };
  }, [flush, status]);

  const compare = useCallback(async (): Promise<void> => {
    const theirs = await loadTheirs();
    if (theirs && reconcile(theirs) === 'again') void flush();
  }, [flush, loadTheirs, reconcile]);

  const resolve = useCallback(
    (sides: ReadonlyMap<string, Side>): void => {
      if (!conflict) return;
      replace(chosen(now().values, conflict, sides));
      // The next save goes on top of theirs: the newest version is looked up as for any other collision.
      base.current = { ...base.current, values: agreed(base.current.values, conflict) };
      isStopped.current = false;
      setConflict(null);
      void flush();
    },
    [conflict, flush, now, replace],
  );

  const isBehind = useCallback(
    (version: number) =>
      version > base.current.version && now().revision === saved.current && running.current === undefined,
    [now],
  );

  const adopt = useCallback(
    (text: SavedText): void => {
      replace(text.values);
      isStopped.current = false;
      setConflict(null);
      settled(text, null);
    },
    [replace, settled],
  );

  const savedVersion = useCallback(() => base.current.version, []);

  return {
    status: isOpen ? status : { kind: 'closed' },
    errors,
    conflict,
    compare,
    resolve,
    flush,
    isBehind,
    savedVersion,
    adopt,
  };
}

async function tryOften(attempt: () => Promise<Attempt>): Promise<boolean> {
  for (let tries = 0; tries < attempts; tries += 1) {
    const result = await attempt();
    if (result !== 'again') return result === 'saved';
  }
  return false;
}

/** The form with theirs where they were chosen. */
function chosen(mine: BriefFormValues, { theirs, collisions }: Conflict, sides: ReadonlyMap<string, Side>) {
  return collisions
    .filter((collision) => sides.get(pathOf(collision)) === 'theirs')
    .reduce((values, collision) => withField(values, theirs, collision), mine);
}

/** Both have been seen: theirs is no longer news, so what stands in the form is a change of it and not a collision. */
const agreed = (base: BriefFormValues, { theirs, collisions }: Conflict): BriefFormValues =>
  collisions.reduce((values, collision) => withField(values, theirs, collision), base);

const withField = (to: BriefFormValues, from: BriefFormValues, collision: Collision): BriefFormValues =>
  'brief' in collision
    ? {
        ...to,
        brief: withValueAt(to.brief, collision.brief.path, valueAt(from.brief, collision.brief.path)),
      }
    : { ...to, [collision.task]: from[collision.task] };

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
