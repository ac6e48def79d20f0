import { Injectable } from '@nestjs/common';
import { can } from '@planerka/agency/domain';
import { actorOf, type CurrentMember } from '@planerka/agency/server';
import { mapByHand, recogniseColumns } from '@planerka/content-plan/domain';
import { linksOf, readTableFile, type TableFile, type TableFileRefusal } from '@planerka/content-plan/server';
import {
  changesBetween,
  contentHash,
  dateOf,
  err,
  isId,
  ok,
  type Canonical,
  type Currency,
  type Id,
  type PlainDate,
  type Result,
} from '@planerka/platform/domain';
import {
  fromDbDate,
  fromDbInstant,
  notFound,
  toDbDate,
  toDbInstant,
  UnitOfWork,
  type CommandError,
  type Tx,
} from '@planerka/platform/server';
import {
  dryRunMeasurements,
  measurementColumnOf,
  type FoundMeasurement,
  type MeasurementColumn,
  type MeasurementRun,
} from '@planerka/results/domain';

/** What a person has said about the file. */
export interface MeasurementWishes {
  readonly columns: ReadonlyMap<number, MeasurementColumn | null>;
  /** As of which day it counts; today where nobody said. */
  readonly day: PlainDate | null;
  readonly channelId: Id | null;
}

export interface MeasurementPreview {
  readonly table: TableFile;
  readonly run: MeasurementRun;
  readonly day: PlainDate;
  /** Names exactly these outcomes: what is applied is what was shown, or nothing. */
  readonly digest: string;
}

export type MeasurementRefusal =
  | Extract<CommandError, { kind: 'NotFound' }>
  | { readonly kind: 'BadFile'; readonly refusal: TableFileRefusal }
  /** What the file would do is not what was shown: look again. */
  | { readonly kind: 'Changed'; readonly preview: MeasurementPreview };

export interface MeasurementsImported {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
}

/** Figures of publications out of a network's export: first what it would write, row by row, then exactly that. */
@Injectable()
export class MeasurementImportService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  preview(
    viewer: CurrentMember,
    clientId: Id,
    bytes: Buffer,
    wishes: MeasurementWishes,
  ): Promise<Result<MeasurementPreview, MeasurementRefusal>> {
    return this.within(viewer, clientId, bytes, wishes, (_, __, preview) => Promise.resolve(ok(preview)));
  }

  apply(
    viewer: CurrentMember,
    clientId: Id,
    bytes: Buffer,
    wishes: MeasurementWishes,
    digest: string,
  ): Promise<Result<MeasurementsImported, MeasurementRefusal>> {
    return this.within(viewer, clientId, bytes, wishes, async (tx, client, preview) => {
      if (preview.digest !== digest || !preview.run.isImportable) return err({ kind: 'Changed', preview });
      const written = preview.run.rows.flatMap((row) => (row.kind === 'create' || row.kind === 'update' ? [row] : []));
      for (const row of written) {
        if (!(await write(tx, viewer, row))) return err({ kind: 'Changed', preview });
      }
      const count = (kind: string) => preview.run.rows.filter((row) => row.kind === kind).length;
      const imported = { created: count('create'), updated: count('update'), unchanged: count('unchanged') };
      tx.emit({
        type: 'measurements.imported',
        entity: { type: 'Client', id: clientId },
        actor: actorOf(viewer),
        audience: { clientId, squadId: client.squadId },
        related: { clientId },
        details: { title: client.name, ...imported, day: preview.day.toString() },
        changes: changesBetween({}, { titles: [...new Set(written.map(({ title }) => title))].slice(0, 30) }),
      });
      return ok(imported);
    });
  }

  /** Permission first: whoever may not import learns nothing, not even whether their file is good. */
  private async within<T>(
    viewer: CurrentMember,
    clientId: Id,
    bytes: Buffer,
    wishes: MeasurementWishes,
    work: (tx: Tx, client: MeasuredClient, preview: MeasurementPreview) => Promise<Result<T, MeasurementRefusal>>,
  ): Promise<Result<T, MeasurementRefusal>> {
    const allowed = await this.unitOfWork.run(viewer, async (tx) => {
      const client = await clientOf(tx, viewer, clientId);
      return client ? ok(null) : err(notFound('Client'));
    });
    if (!allowed.ok) return allowed;
    const table = await readTableFile(bytes);
    if (!table.ok) return err({ kind: 'BadFile', refusal: table.error });
    return this.unitOfWork.run(viewer, async (tx): Promise<Result<T, MeasurementRefusal>> => {
      const client = await clientOf(tx, viewer, clientId);
      if (!client) return err(notFound('Client'));
      return work(tx, client, await judge(tx, client, table.value, wishes));
    });
  }
}

type MeasuredClient = NonNullable<Awaited<ReturnType<typeof clientOf>>>;

async function clientOf({ db, agencyId }: Tx, viewer: CurrentMember, id: Id) {
  if (!isId(id)) return null;
  const client = await db.client.findFirst({
    where: { agencyId, id },
    select: { id: true, name: true, squadId: true, currency: true },
  });
  return client && can(viewer, 'kpi.enter', client) ? client : null;
}

async function judge(
  tx: Tx,
  client: MeasuredClient,
  table: TableFile,
  { columns, day: wished, channelId }: MeasurementWishes,
): Promise<MeasurementPreview> {
  const { db, agencyId } = tx;
  const { timeZone } = await db.agency.findUniqueOrThrow({ where: { id: agencyId }, select: { timeZone: true } });
  const today = dateOf(tx.at, timeZone);
  const day = wished ?? today;
  const published = { agencyId, clientId: client.id, publishedAt: { not: null }, deletedAt: null };
  const items = await db.contentItem.findMany({
    where: published,
    select: {
      id: true,
      title: true,
      publishedAt: true,
      publishedUrl: true,
      channels: { select: { channelId: true, url: true, channel: { select: { id: true, network: true } } } },
    },
    orderBy: [{ publishAt: 'asc' }, { id: 'asc' }],
  });
  const known = await db.itemMeasurement.findMany({ where: { agencyId, item: published } });
  const header = recogniseColumns(table.rows, measurementColumnOf);
  const run = dryRunMeasurements({
    table: table.rows,
    mapping: { row: header.row, mapping: mapByHand(header.mapping, columns) },
    items: items.map(({ id, title, publishedAt, publishedUrl, channels }) => ({
      id,
      title,
      publishedOn: dateOf(publishedAt ? fromDbInstant(publishedAt) : tx.at, timeZone),
      channels: channels.map(({ channel }) => channel),
      links: linksOf({ publishedUrl, channels }),
    })),
    known: known.map((row) => ({ ...row, day: fromDbDate(row.day).toString() })),
    currency: client.currency as Currency,
    today,
    day,
    channelId,
  });
  return { table, run, day, digest: contentHash(run.rows.map(canonical)) };
}

function canonical(row: MeasurementRun['rows'][number]): Canonical {
  if (!('itemId' in row)) return { kind: row.kind, row: row.row };
  const { spendMinor, ...counts } = row.counts;
  return {
    kind: row.kind,
    row: row.row,
    itemId: row.itemId,
    channelId: row.channelId,
    day: row.day.toString(),
    version: row.version,
    counts: { ...counts },
    spendMinor: spendMinor === null ? null : spendMinor.toString(),
  };
}

/** Under the version that was shown; false where somebody was quicker. */
async function write(
  { db, agencyId, at }: Tx,
  viewer: CurrentMember,
  { itemId, channelId, day, counts, version }: FoundMeasurement,
): Promise<boolean> {
  const key = { agencyId, itemId, channelId, day: toDbDate(day) };
  const data = { ...counts, source: 'import' as const, enteredById: viewer.memberId, updatedAt: toDbInstant(at) };
  const { count } =
    version === 0
      ? await db.itemMeasurement.createMany({ data: [{ ...key, ...data }], skipDuplicates: true })
      : await db.itemMeasurement.updateMany({
          where: { ...key, version },
          data: { ...data, version: { increment: 1 } },
        });
  return count === 1;
}
