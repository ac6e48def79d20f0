import { Injectable } from '@nestjs/common';
import { can } from '@planerka/agency/domain';
import { actorOf, type CurrentMember } from '@planerka/agency/server';
import type { ColumnMapping, TableImported } from '@planerka/content-plan/domain';
import {
  applyTable,
  linksOf,
  previewTable,
  readHeader,
  rememberHeader,
  type ColumnWishes,
  type TableFile,
  type TableMemory,
  type TableRefusal,
  type TableWay,
} from '@planerka/content-plan/server';
import {
  changesBetween,
  contentHash,
  dateOf,
  isId,
  type Canonical,
  type Currency,
  type Id,
  type PlainDate,
  type Result,
} from '@planerka/platform/domain';
import { fromDbDate, fromDbInstant, toDbDate, toDbInstant, UnitOfWork, type Tx } from '@planerka/platform/server';
import {
  dryRunMeasurements,
  isMeasurementColumn,
  measurementColumnOf,
  type FoundMeasurement,
  type MeasurementColumn,
  type MeasurementRun,
} from '@planerka/results/domain';

/** What a person has said about the file. */
export interface MeasurementWishes extends ColumnWishes<MeasurementColumn> {
  /** As of which day it counts; today where nobody said. */
  readonly day: PlainDate | null;
  readonly channelId: Id | null;
}

export interface JudgedMeasurements {
  readonly table: TableFile;
  readonly run: MeasurementRun;
  readonly day: PlainDate;
  /** What the headers say by themselves. */
  readonly recognised: ColumnMapping<MeasurementColumn>;
  /** Its columns are taken as the last time, and of themselves they would not be. */
  readonly isAsLastTime: boolean;
  /** Names exactly these outcomes: what is applied is what was shown, or nothing. */
  readonly digest: string;
}

type MeasurementRefusal = TableRefusal<JudgedMeasurements>;

/** Figures of publications out of a network's export: first what it would write, row by row, then exactly that. */
@Injectable()
export class MeasurementImportService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  preview(
    viewer: CurrentMember,
    clientId: Id,
    bytes: Buffer,
    wishes: MeasurementWishes,
  ): Promise<Result<JudgedMeasurements, MeasurementRefusal>> {
    return previewTable(this.unitOfWork, way(viewer, clientId, bytes, wishes));
  }

  apply(
    viewer: CurrentMember,
    clientId: Id,
    bytes: Buffer,
    wishes: MeasurementWishes,
    digest: string,
  ): Promise<Result<TableImported, MeasurementRefusal>> {
    return applyTable(this.unitOfWork, way(viewer, clientId, bytes, wishes), digest);
  }
}

const way = (
  viewer: CurrentMember,
  clientId: Id,
  bytes: Buffer,
  wishes: MeasurementWishes,
): TableWay<MeasuredClient, JudgedMeasurements, TableImported> => ({
  viewer,
  bytes,
  mayImport: async (tx) => (await clientOf(tx, viewer, clientId)) !== null,
  groundOf: (tx) => clientOf(tx, viewer, clientId),
  judge: (tx, client, table) => judge(tx, client, table, wishes),
  write: async (tx, client, judged) => {
    const { rows } = judged.run;
    const written = rows.flatMap((row) => (row.kind === 'create' || row.kind === 'update' ? [row] : []));
    for (const row of written) if (!(await write(tx, viewer, row))) return null;
    await rememberHeader(tx, figureTables, clientId, judged);
    const count = (kind: string) => rows.filter((row) => row.kind === kind).length;
    const imported = { created: count('create'), updated: count('update'), unchanged: count('unchanged') };
    tx.emit({
      type: 'measurements.imported',
      entity: { type: 'Client', id: clientId },
      actor: actorOf(viewer),
      audience: { clientId, squadId: client.squadId },
      related: { clientId },
      details: { title: client.name, ...imported, day: judged.day.toString() },
      changes: changesBetween({}, { titles: [...new Set(written.map(({ title }) => title))].slice(0, 30) }),
    });
    return imported;
  },
});

const figureTables: TableMemory<MeasurementColumn> = {
  kind: 'figures',
  namedBy: measurementColumnOf,
  isColumn: isMeasurementColumn,
};

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
  { day: wished, channelId, ...columns }: MeasurementWishes,
): Promise<JudgedMeasurements> {
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
  const { header, recognised, isAsLastTime } = await readHeader(tx, figureTables, client.id, table, columns);
  const run = dryRunMeasurements({
    table: table.rows,
    mapping: header,
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
  return { table, run, day, recognised, isAsLastTime, digest: contentHash(run.rows.map(canonical)) };
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
