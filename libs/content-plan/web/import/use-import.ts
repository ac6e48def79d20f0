import { errorText, toast } from '@planerka/platform/web';
import { useEffect, useEffectEvent, useState } from 'react';
import { useT } from './locales';
import {
  applyImport,
  noWishes,
  previewImport,
  type FileProblem,
  type ImportColumn,
  type ImportPreview,
  type ImportReply,
  type ImportWishes,
} from './plan-files';

export type RowAction = 'take' | 'skip' | 'fresh';

interface ImportState {
  readonly file: File | null;
  readonly preview: ImportPreview | null;
  readonly wishes: ImportWishes;
  readonly isRunning: boolean;
  readonly problem: string | null;
  readonly note: string | null;
  readonly look: (chosen: File) => void;
  readonly choose: (index: number, column: ImportColumn | null) => void;
  /** The columns as their headers say, whatever was said the last time. */
  readonly beginAnew: () => void;
  readonly wish: (rows: readonly number[], action: RowAction) => void;
  readonly apply: () => Promise<void>;
  readonly clear: () => void;
}

/** A table on its way into the plan: looked at again after each wish, then done exactly as it was shown. */
export function useImport(clientId: string, given: File | undefined, onDone: () => void): ImportState {
  const t = useT();
  const [file, setFile] = useState<File | null>(given ?? null);
  const [wishes, setWishes] = useState<ImportWishes>(noWishes);
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [note, setNote] = useState<string | null>(null);
  const [isRunning, setRunning] = useState(given !== undefined);

  const tell = ({ code, params }: FileProblem) => setProblem(errorText(code, params) ?? t('failed'));
  const fail = (reason: 'offline' | 'unreadable' | 'other') =>
    setProblem(t(reason === 'offline' ? 'offline' : reason === 'unreadable' ? 'fileChanged' : 'failed'));

  const take = (reply: ImportReply<ImportPreview>) => {
    setRunning(false);
    if (reply.status === 'done') setPreview(reply.value);
    else if (reply.status === 'refused') tell(reply.problem);
    else if (reply.status === 'failed') fail(reply.reason);
    // Without the net what is shown stays, with every wish that it shows.
    if (reply.status === 'refused') setPreview(null);
  };
  const look = (chosen: File, wanted: ImportWishes) => {
    setFile(chosen);
    setWishes(wanted);
    setProblem(null);
    setNote(null);
    setRunning(true);
    void previewImport(clientId, chosen, wanted).then(take);
  };
  const begin = useEffectEvent((reply: ImportReply<ImportPreview>) => take(reply));
  useEffect(() => {
    if (given) void previewImport(clientId, given, noWishes).then((reply) => begin(reply));
  }, [clientId, given]);

  const again = (change: Partial<ImportWishes>) => file && look(file, { ...wishes, ...change });

  return {
    file,
    preview,
    wishes,
    isRunning,
    problem,
    note,
    look: (chosen) => look(chosen, noWishes),
    choose: (index, column) => {
      // put at the end: of two choices of one column the last counts
      const others = [...wishes.columns].filter(([chosen]) => chosen !== index);
      again({ columns: new Map([...others, [index, column]]) });
    },
    beginAnew: () => again({ columns: new Map(), isAnew: true }),
    wish: (rows, action) => {
      const skip = new Set(wishes.skip);
      const fresh = new Set(wishes.fresh);
      for (const row of rows) {
        skip.delete(row);
        fresh.delete(row);
        if (action === 'skip') skip.add(row);
        if (action === 'fresh') fresh.add(row);
      }
      again({ skip, fresh });
    },
    apply: async () => {
      if (!file || !preview) return;
      setRunning(true);
      setProblem(null);
      const reply = await applyImport(clientId, file, wishes, preview.digest);
      setRunning(false);
      if (reply.status === 'done') {
        toast(t('applied', { created: reply.value.created, updated: reply.value.updated }));
        onDone();
      } else if (reply.status === 'changed') {
        setPreview(reply.preview);
        setNote(t('planChanged'));
      } else if (reply.status === 'refused') tell(reply.problem);
      else fail(reply.reason);
    },
    clear: () => {
      setPreview(null);
      setFile(null);
      setWishes(noWishes);
      setProblem(null);
    },
  };
}
