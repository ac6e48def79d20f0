import { Injectable } from '@nestjs/common';
import { can } from '@planerka/agency/domain';
import { actorOf, type CurrentMember } from '@planerka/agency/server';
import {
  besideTurns,
  columnOf,
  dryRun,
  isPlanColumn,
  type ColumnMapping,
  type DryRun,
  type ImportRow,
  type PlanColumn,
  type PlanRow,
  type RowWish,
  type TableImported,
} from '@planerka/content-plan/domain';
import {
  changesBetween,
  contentHash,
  dateOf,
  instantOf,
  isBefore,
  newId,
  type Canonical,
  type Changes,
  type Id,
  type Instant,
  type Result,
  type TimeZone,
} from '@planerka/platform/domain';
import { toDbInstant, UnitOfWork, type Tx } from '@planerka/platform/server';
import { looseUrl } from '../item/item-writes';
import { clientOf } from '../item/loaded-item';
import type { TableFile } from '../table/table';
import { applyTable, previewTable, type TableRefusal, type TableWay } from '../table/table-import';
import { readHeader, rememberHeader, type ColumnWishes, type TableMemory } from '../table/table-memory';
import { turnsBeside } from './import-turns';
import { clientPlanOf, type ClientPlan } from './plan-book';

/** What a person has said about the file. */
export interface ImportWishes extends ColumnWishes<PlanColumn> {
  readonly rows: ReadonlyMap<number, RowWish>;
}

export interface ImportPreview {
  readonly table: TableFile;
  readonly run: DryRun;
  /** What the headers say by themselves. */
  readonly recognised: ColumnMapping;
  /** Its columns are taken as the last time, and of themselves they would not be. */
  readonly isAsLastTime: boolean;
  /** Names exactly these outcomes: what is applied is what was shown, or nothing. */
  readonly digest: string;
}

export type ImportRefusal = TableRefusal<ImportPreview>;

/** A plan from a spreadsheet: first what it would do, row by row, then exactly that in one transaction. */
@Injectable()
export class PlanImportService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  preview(
    viewer: CurrentMember,
    clientId: Id,
    bytes: Buffer,
    wishes: ImportWishes,
  ): Promise<Result<ImportPreview, ImportRefusal>> {
    return previewTable(this.unitOfWork, way(viewer, clientId, bytes, wishes));
  }

  apply(
    viewer: CurrentMember,
    clientId: Id,
    bytes: Buffer,
    wishes: ImportWishes,
    digest: string,
  ): Promise<Result<TableImported, ImportRefusal>> {
    return applyTable(this.unitOfWork, way(viewer, clientId, bytes, wishes), digest);
  }
}

const way = (
  viewer: CurrentMember,
  clientId: Id,
  bytes: Buffer,
  wishes: ImportWishes,
): TableWay<ClientPlan, ImportPreview, TableImported> => ({
  viewer,
  bytes,
  mayImport: async (tx) => {
    const client = await clientOf(tx, clientId);
    return client !== null && can(viewer, 'plan.import', client);
  },
  groundOf: async (tx) => {
    const plan = await clientPlanOf(tx, clientId);
    return plan && can(viewer, 'plan.import', plan) ? plan : null;
  },
  judge: (tx, plan, table) => judge(tx, clientId, table, plan, wishes),
  write: async (tx, plan, preview) => {
    const { rows } = preview.run;
    const imported = await write(tx, viewer, clientId, plan, rows);
    if (!imported) return null;
    await rememberHeader(tx, planTables, clientId, preview);
    tx.emit({
      type: 'plan.imported',
      entity: { type: 'Client', id: clientId },
      actor: actorOf(viewer),
      audience: { clientId, squadId: plan.squadId },
      related: { clientId },
      details: { ...imported },
      changes: changesOf(plan, rows),
    });
    return imported;
  },
});

const planTables: TableMemory<PlanColumn> = { kind: 'plan', namedBy: columnOf, isColumn: isPlanColumn };

async function judge(
  tx: Tx,
  clientId: Id,
  table: TableFile,
  { book, items, zone }: ClientPlan,
  { rows, ...wishes }: ImportWishes,
): Promise<ImportPreview> {
  const { header, recognised, isAsLastTime } = await readHeader(tx, planTables, clientId, table, wishes);
  const run = dryRun({
    table: table.rows,
    book,
    existing: items,
    year: dateOf(tx.at, zone).year,
    wishes: rows,
    header,
  });
  const versions = new Map(items.map(({ id, version }) => [id, version]));
  return {
    table,
    run: besideTurns(run, await turnsBeside(tx, clientId, run, zone)),
    recognised,
    isAsLastTime,
    digest: contentHash(run.rows.map((outcome) => canonical(outcome, versions))),
  };
}

function canonical(row: ImportRow, versions: ReadonlyMap<Id, number>): Canonical {
  const id = row.kind === 'update' || row.kind === 'unchanged' ? row.id : null;
  const item = row.kind === 'create' || row.kind === 'update' ? plain(row.item) : null;
  return { kind: row.kind, row: row.row, id, version: id === null ? null : (versions.get(id) ?? null), item };
}

const plain = ({ date, time, links, ...rest }: PlanRow): Canonical => ({
  ...rest,
  links: links.map(({ channelId, url }) => ({ channelId, url })),
  date: date.toString(),
  time: time.toString(),
});

/** All of it, or null: a version that moved on meanwhile ends it, and the transaction rolls back. */
async function write(
  tx: Tx,
  viewer: CurrentMember,
  clientId: Id,
  { zone, items }: ClientPlan,
  rows: readonly ImportRow[],
): Promise<TableImported | null> {
  const created = rows.filter((row) => row.kind === 'create').map(({ item }) => ({ id: newId(), item }));
  await insertAll(tx, viewer, clientId, created, zone);
  const known = new Map(items.map((item) => [item.id, item]));
  const updates = rows.filter((row) => row.kind === 'update');
  for (const { id, item, changed } of updates) {
    const before = known.get(id);
    if (!before) return null;
    const { count } = await tx.db.contentItem.updateMany({
      where: { agencyId: tx.agencyId, id, version: before.version, deletedAt: null },
      data: {
        ...columnsOf(item, zone),
        ...(changed.includes('links') && publicationOf(item, before.isPublished, zone, tx.at)),
        version: { increment: 1 },
      },
    });
    if (count === 0) return null;
  }
  const moved = updates.filter(({ changed }) => changed.includes('channelIds') || changed.includes('links'));
  await tx.db.itemChannel.deleteMany({ where: { agencyId: tx.agencyId, itemId: { in: moved.map(({ id }) => id) } } });
  await insertChannels(tx, moved);
  const unchanged = rows.filter(({ kind }) => kind === 'unchanged').length;
  return { created: created.length, updated: updates.length, unchanged };
}

/** By title, and no more of them than somebody reads: the plan itself has them all. */
function changesOf({ items }: ClientPlan, rows: readonly ImportRow[]): Changes {
  const known = new Map(items.map((item) => [item.id, item]));
  const created = rows.flatMap((row) => (row.kind === 'create' ? [row.item.title] : []));
  const updated = rows.flatMap((row) => {
    const before = row.kind === 'update' ? known.get(row.id) : undefined;
    // A dot in a title would be read as the way to a field.
    return before && row.kind === 'update' ? [[before.title.replaceAll('.', '․'), before, row.item] as const] : [];
  });
  return {
    ...changesBetween({}, { created }),
    ...changesBetween(
      { updated: Object.fromEntries(updated.slice(0, 30).map(([title, before]) => [title, fieldsOf(before)])) },
      { updated: Object.fromEntries(updated.slice(0, 30).map(([title, , after]) => [title, fieldsOf(after)])) },
    ),
  };
}

const fieldsOf = ({ date, time, channelIds, rubricId, campaignId, format, title, idea, links }: PlanRow) => ({
  date,
  time,
  channelIds: channelIds.toSorted(),
  rubricId,
  campaignId,
  format,
  title,
  idea,
  links: links.map(({ url }) => url).toSorted(),
});

interface Addressed {
  readonly id: Id;
  readonly item: PlanRow;
}

async function insertAll(
  tx: Tx,
  viewer: CurrentMember,
  clientId: Id,
  created: readonly Addressed[],
  zone: TimeZone,
): Promise<void> {
  await tx.db.contentItem.createMany({
    data: created.map(({ id, item }) => ({
      ...columnsOf(item, zone),
      ...publicationOf(item, false, zone, tx.at),
      agencyId: tx.agencyId,
      id,
      clientId,
      createdById: viewer.memberId,
      createdAt: toDbInstant(tx.at),
    })),
  });
  await insertChannels(tx, created);
}

async function insertChannels({ db, agencyId }: Tx, items: readonly Addressed[]): Promise<void> {
  await db.itemChannel.createMany({
    data: items.flatMap(({ id, item }) =>
      item.channelIds.map((channelId) => ({
        agencyId,
        itemId: id,
        channelId,
        url: item.links.find((link) => link.channelId === channelId)?.url ?? null,
      })),
    ),
  });
}

const columnsOf = ({ title, idea, format, rubricId, campaignId, date, time }: PlanRow, zone: TimeZone) => ({
  title,
  idea,
  format,
  rubricId,
  campaignId,
  publishAt: toDbInstant(instantOf(date, time, zone)),
});

/** An address says that it is out; that the address is taken away does not say that it is not. */
function publicationOf({ links, date, time }: PlanRow, isPublished: boolean, zone: TimeZone, at: Instant) {
  const publishedUrl = looseUrl(links);
  if (links.length === 0 || isPublished) return { publishedUrl };
  const planned = instantOf(date, time, zone);
  const publishedAt = isBefore(planned, at) ? planned : at;
  return { publishedUrl, publishedAt: toDbInstant(publishedAt), status: 'published' as const };
}
