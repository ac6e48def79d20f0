import type { TableImported } from '@planerka/content-plan/domain';
import { errorText } from '@planerka/platform/web';
import { useEffect, useEffectEvent, useState } from 'react';
import type { TableFailure, TableReply } from './send-table';

interface Wishes<Column extends string> {
  /** By the number of the column. */
  readonly columns: ReadonlyMap<number, Column | null>;
  /** What was said of such a table the last time is not to count. */
  readonly isAnew: boolean;
}

export interface TableImportWords {
  readonly failed: string;
  readonly offline: string;
  readonly fileChanged: string;
  /** Somebody was quicker: look again. */
  readonly changed: string;
}

export interface TableImportOptions<
  Column extends string,
  W extends Wishes<Column>,
  Preview extends { digest: string },
> {
  readonly noWishes: W;
  /** What is still wished of another table. */
  readonly ofAnother: (wishes: W) => W;
  /** The table that it begins with: pasted. */
  readonly given?: File | undefined;
  readonly words: TableImportWords;
  /** Without a digest what it would do; with it, exactly that. */
  readonly send: <T>(file: File, wishes: W, digest?: string) => Promise<TableReply<T, Preview>>;
  readonly onDone: (imported: TableImported) => void;
}

export interface TableImportState<Column extends string, W extends Wishes<Column>, Preview> {
  readonly preview: Preview | null;
  readonly wishes: W;
  readonly isRunning: boolean;
  readonly problem: string | null;
  readonly note: string | null;
  readonly look: (file: File) => void;
  readonly choose: (index: number, column: Column | null) => void;
  /** The columns as their headers say, whatever was said the last time. */
  readonly beginAnew: () => void;
  readonly wish: (change: Partial<W>) => void;
  readonly apply: () => Promise<void>;
  readonly clear: () => void;
}

/** A table on its way in: looked at again after each wish, then done exactly as it was shown. */
export function useTableImport<Column extends string, W extends Wishes<Column>, Preview extends { digest: string }>({
  noWishes,
  ofAnother,
  given,
  words,
  send,
  onDone,
}: TableImportOptions<Column, W, Preview>): TableImportState<Column, W, Preview> {
  const [file, setFile] = useState<File | null>(given ?? null);
  const [wishes, setWishes] = useState(noWishes);
  const [preview, setPreview] = useState<Preview | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [note, setNote] = useState<string | null>(null);
  const [isRunning, setRunning] = useState(given !== undefined);

  const tell = (failure: TableFailure) =>
    setProblem(
      failure.status === 'refused'
        ? (errorText(failure.problem.code, failure.problem.params) ?? words.failed)
        : { offline: words.offline, unreadable: words.fileChanged, other: words.failed }[failure.reason],
    );
  const take = (reply: TableReply<Preview, Preview>) => {
    setRunning(false);
    if (reply.status === 'done') setPreview(reply.value);
    else if (reply.status === 'changed') setPreview(reply.preview);
    else {
      tell(reply);
      // Without the net what is shown stays, with every wish that it shows.
      if (reply.status === 'refused') setPreview(null);
    }
  };
  const look = (chosen: File, wanted: W) => {
    setFile(chosen);
    setWishes(wanted);
    setProblem(null);
    setNote(null);
    setRunning(true);
    void send<Preview>(chosen, wanted).then(take);
  };
  const begin = useEffectEvent((first: File) => void send<Preview>(first, noWishes).then(take));
  useEffect(() => {
    if (given) begin(given);
  }, [given]);
  const again = (wanted: W) => {
    if (file) look(file, wanted);
    else setWishes(wanted);
  };

  return {
    preview,
    wishes,
    isRunning,
    problem,
    note,
    look: (chosen) => look(chosen, ofAnother(wishes)),
    choose: (index, column) => {
      // put at the end: of two choices of one column the last counts
      const others = [...wishes.columns].filter(([chosen]) => chosen !== index);
      again({ ...wishes, columns: new Map([...others, [index, column]]) });
    },
    beginAnew: () => again({ ...wishes, columns: new Map(), isAnew: true }),
    wish: (change) => again({ ...wishes, ...change }),
    apply: async () => {
      if (!file || !preview) return;
      setRunning(true);
      setProblem(null);
      const reply = await send<TableImported>(file, wishes, preview.digest);
      setRunning(false);
      if (reply.status === 'done') onDone(reply.value);
      else if (reply.status === 'changed') {
        setPreview(reply.preview);
        setNote(words.changed);
      } else tell(reply);
    },
    clear: () => {
      setPreview(null);
      setFile(null);
      setWishes(ofAnother(wishes));
      setProblem(null);
    },
  };
}
