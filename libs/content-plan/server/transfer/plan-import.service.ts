import { Injectable } from '@nestjs/common';
import { can } from '@planerka/agency/domain';
import { actorOf, type CurrentMember } from '@planerka/agency/server';
import {
  besideTurns,
  dryRun,
  mapByHand,
  recogniseHeader,
  type ColumnMapping,
  type DryRun,
  type ImportRow,
  type PlanColumn,
  type PlanRow,
  type RowWish,
} from '@planerka/content-plan/domain';
import {
  changesBetween,
  contentHash,
  dateOf,
  err,
  instantOf,
  isBefore,
  isId,
  newId,
  ok,
  type Canonical,
  type Changes,
  type Id,
  type Instant,
  type Result,
  type TimeZone,
} from '@planerka/platform/domain';
import { notFound, toDbInstant, UnitOfWork, type CommandError, type Tx } from '@planerka/platform/server';
import type { TableFile, TableFileRefusal } from '../table/table';
import { readTableFile } from '../table/table-file';
import { looseUrl } from '../item/item-writes';
import { isSameMapping, rememberedMapping, rememberMapping } from './import-memory';
import { turnsBeside } from './import-turns';
import { clientPlanOf, type ClientPlan } from './plan-book';

/** A column of the file whose meaning a person has chosen; null for one that is not to be taken. */
export type ColumnChoices = ReadonlyMap<number, PlanColumn | null>;

/** What a person has said about the file. */
export interface ImportWishes {
  readonly columns: ColumnChoices;
  readonly rows: ReadonlyMap<number, RowWish>;
  /** What was said of such a file the last time is not to count. */
  readonly isAnew: boolean;
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

export type ImportRefusal =
  | Extract<CommandError, { kind: 'NotFound' }>
  | { readonly kind: 'BadFile'; readonly refusal: TableFileRefusal }
  /** The plan, or what the file would do to it, is not what was shown: look again. */
  | { readonly kind: 'PlanChanged'; readonly preview: ImportPreview };

export interface Imported {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
}

/** A plan from a spreadsheet: first what it would do, row by row, then exactly that in one transaction. */
@Injectable()
export class PlanImportService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async preview(
    viewer: CurrentMember,
    clientId: Id,
    bytes: Buffer,
    wishes: ImportWishes,
  ): Promise<Result<ImportPreview, ImportRefusal>> {
    return this.within(viewer, clientId, bytes, wishes, (_, __, preview) => Promise.resolve(ok(preview)));
  }

  async apply(
    viewer: CurrentMember,
    clientId: Id,
    bytes: Buffer,
    wishes: ImportWishes,
    digest: string,
  ): Promise<Result<Imported, ImportRefusal>> {
    return this.within(viewer, clientId, bytes, wishes, async (tx, plan, preview) => {
      if (preview.digest !== digest || !preview.run.isImportable) return err({ kind: 'PlanChanged', preview });
      const { rows, header } = preview.run;
      const imported = await write(tx, viewer, clientId, plan, rows);
      if (!imported) return err({ kind: 'PlanChanged', preview });
      await rememberMapping(tx, clientId, preview.table, header, preview.recognised);
      tx.emit({
        type: 'plan.imported',
        entity: { type: 'Client', id: clientId },
        actor: actorOf(viewer),
        audience: { clientId, squadId: plan.squadId },
        related: { clientId },
        details: { ...imported },
        changes: changesOf(plan, rows),
      });
      return ok(imported);
    });
  }

  /** Permission first: whoever may not import learns nothing, not even whether their file is good. */
  private async within<T>(
    viewer: CurrentMember,
    clientId: Id,
    bytes: Buffer,
    wishes: ImportWishes,
    work: (tx: Tx, plan: ClientPlan, preview: ImportPreview) => Promise<Result<T, ImportRefusal>>,
  ): Promise<Result<T, ImportRefusal>> {
    const allowed = await this.unitOfWork.run(viewer, (tx) => mayImport(tx, viewer, clientId));
    if (!allowed.ok) return allowed;
    const table = await readTableFile(bytes);
    if (!table.ok) return err({ kind: 'BadFile', refusal: table.error });
    return this.unitOfWork.run(viewer, async (tx): Promise<Result<T, ImportRefusal>> => {
      const plan = await clientPlanOf(tx, clientId);
      if (!plan || !can(viewer, 'plan.import', plan)) return err(notFound('Client'));
      return work(tx, plan, await judge(tx, clientId, table.value, plan, wishes));
    });
  }
}

async function mayImport(
  { db, agencyId }: Tx,
  viewer: CurrentMember,
  clientId: Id,
): Promise<Result<null, ImportRefusal>> {
  const client = isId(clientId)
    ? await db.client.findFirst({ where: { agencyId, id: clientId }, select: { squadId: true } })
    : null;
  return client && can(viewer, 'plan.import', client) ? ok(null) : err(notFound('Client'));
}

async function judge(
  tx: Tx,
  clientId: Id,
  table: TableFile,
  { book, items, zone }: ClientPlan,
  { columns, rows, isAnew }: ImportWishes,
): Promise<ImportPreview> {
  const { row, mapping: recognised } = recogniseHeader(table.rows);
  const remembered = isAnew ? null : await rememberedMapping(tx, clientId, table, row);
  const run = dryRun({
    table: table.rows,
    book,
    existing: items,
    year: dateOf(tx.at, zone).year,
    wishes: rows,
    header: { row, mapping: mapByHand(remembered ?? recognised, columns) },
  });
  const versions = new Map(items.map(({ id, version }) => [id, version]));
  return {
    table,
    run: besideTurns(run, await turnsBeside(tx, clientId, run, zone)),
    recognised,
    isAsLastTime: remembered !== null && !isSameMapping(remembered, recognised),
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
): Promise<Imported | null> {
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
