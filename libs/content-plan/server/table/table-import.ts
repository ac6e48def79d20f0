import type { MemberViewer } from '@planerka/agency/domain';
import { err, ok, type Result } from '@planerka/platform/domain';
import { notFound, type CommandError, type Tx, type UnitOfWork } from '@planerka/platform/server';
import type { TableFile, TableFileRefusal } from './table';
import { readTableFile } from './table-file';

/** What a table would do, as far as bringing it in has to know. */
interface Judged {
  readonly run: { readonly isImportable: boolean };
  /** Names exactly these outcomes: what is applied is what was shown, or nothing. */
  readonly digest: string;
}

export type TableRefusal<Preview> =
  | Extract<CommandError, { kind: 'NotFound' }>
  | { readonly kind: 'BadFile'; readonly refusal: TableFileRefusal }
  /** What the table would do is not what was shown: look again. */
  | { readonly kind: 'Changed'; readonly preview: Preview };

/** A table on its way in: what it is held against and what its rows come to is each way's own, the order of things is not. */
export interface TableWay<Ground, Preview extends Judged, Done> {
  readonly viewer: MemberViewer;
  readonly bytes: Buffer;
  readonly mayImport: (tx: Tx) => Promise<boolean>;
  /** Null where the viewer may not. */
  readonly groundOf: (tx: Tx) => Promise<Ground | null>;
  readonly judge: (tx: Tx, ground: Ground, table: TableFile) => Promise<Preview>;
  /** All that was judged, or null where somebody was quicker: then nothing of it is kept. */
  readonly write: (tx: Tx, ground: Ground, preview: Preview) => Promise<Done | null>;
}

/** What it would do, row by row. */
export const previewTable = <Ground, Preview extends Judged, Done>(
  unitOfWork: UnitOfWork,
  way: TableWay<Ground, Preview, Done>,
): Promise<Result<Preview, TableRefusal<Preview>>> =>
  within(unitOfWork, way, (_, __, preview) => Promise.resolve(ok(preview)));

/** Exactly that, in one transaction, or nothing. */
export const applyTable = <Ground, Preview extends Judged, Done>(
  unitOfWork: UnitOfWork,
  way: TableWay<Ground, Preview, Done>,
  digest: string,
): Promise<Result<Done, TableRefusal<Preview>>> =>
  within(unitOfWork, way, async (tx, ground, preview) => {
    if (preview.digest !== digest || !preview.run.isImportable) return err({ kind: 'Changed', preview });
    const done = await way.write(tx, ground, preview);
    return done === null ? err({ kind: 'Changed', preview }) : ok(done);
  });

/** Permission first: whoever may not import learns nothing, not even whether their file is good. */
async function within<Ground, Preview extends Judged, Done, Answer>(
  unitOfWork: UnitOfWork,
  { viewer, bytes, mayImport, groundOf, judge }: TableWay<Ground, Preview, Done>,
  work: (tx: Tx, ground: Ground, preview: Preview) => Promise<Result<Answer, TableRefusal<Preview>>>,
): Promise<Result<Answer, TableRefusal<Preview>>> {
  const allowed = await unitOfWork.run(viewer, async (tx) =>
    (await mayImport(tx)) ? ok(null) : err(notFound('Client')),
  );
  if (!allowed.ok) return allowed;
  const table = await readTableFile(bytes);
  if (!table.ok) return err({ kind: 'BadFile', refusal: table.error });
  return unitOfWork.run(viewer, async (tx): Promise<Result<Answer, TableRefusal<Preview>>> => {
    const ground = await groundOf(tx);
    if (ground === null) return err(notFound('Client'));
    return work(tx, ground, await judge(tx, ground, table.value));
  });
}
