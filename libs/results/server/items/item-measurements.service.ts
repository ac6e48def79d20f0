import { Injectable } from '@nestjs/common';
import { can } from '@planerka/agency/domain';
import { actorOf, type CurrentMember } from '@planerka/agency/server';
import {
  changesBetween,
  dateOf,
  err,
  isId,
  issue,
  ok,
  parseDecimal,
  parsePlainDate,
  type Currency,
  type Id,
  type InputIssue,
  type Result,
} from '@planerka/platform/domain';
import {
  fromDbInstant,
  invalidInput,
  notFound,
  staleVersion,
  toDbDate,
  toDbInstant,
  UnitOfWork,
  type CommandError,
  type Tx,
} from '@planerka/platform/server';
import { countsFrom, parseMeasurement, type ItemCounts } from '@planerka/results/domain';
import type { RemoveItemMeasurementInput, SaveItemMeasurementInput } from './item-results.inputs';

type MeasurementError = Exclude<CommandError, { kind: 'IllegalTransition' }>;
type Measurement = Promise<Result<Id, MeasurementError>>;

/** What networks counted of publications, written down by people. */
@Injectable()
export class ItemMeasurementsService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** One a channel and day: entered again it is corrected, a later day stands beside it. */
  save(viewer: CurrentMember, { itemId, expectedVersion, ...input }: SaveItemMeasurementInput): Measurement {
    return this.unitOfWork.run(viewer, async (tx): Measurement => {
      const item = await measurable(tx, viewer, itemId);
      if (!item) return err(notFound('ContentItem'));
      const parsed = parseMeasurement(input, item, dateOf(tx.at, item.zone));
      if (!parsed.ok) return err(invalidInput(parsed.error));
      const spend = minorOf(parsed.value.spend, item.client.currency);
      if (!spend.ok) return err(invalidInput(spend.error));
      const { channelId, day } = parsed.value;
      const key = { agencyId: tx.agencyId, itemId, channelId, day: toDbDate(day) };
      const before = await tx.db.itemMeasurement.findUnique({ where: { agencyId_itemId_channelId_day: key } });
      const version = before?.version ?? 0;
      if (version !== expectedVersion) return err(staleVersion(version));
      const counts = countsOf(parsed.value);
      const data = {
        ...counts,
        // Whoever does not see what it cost leaves that as it is.
        ...(item.entersSpend && { spendMinor: spend.value }),
        source: 'manual' as const,
        enteredById: viewer.memberId,
        version: version + 1,
        updatedAt: toDbInstant(tx.at),
      };
      await tx.db.itemMeasurement.upsert({
        where: { agencyId_itemId_channelId_day: key },
        create: { ...key, ...data },
        update: data,
      });
      tell(tx, viewer, item, { day: day.toString(), channelId, before: before && countsOf(before), after: counts });
      return ok(itemId);
    });
  }

  remove(
    viewer: CurrentMember,
    { itemId, channelId, day: text, expectedVersion }: RemoveItemMeasurementInput,
  ): Measurement {
    return this.unitOfWork.run(viewer, async (tx): Measurement => {
      const item = await measurable(tx, viewer, itemId);
      if (!item) return err(notFound('ContentItem'));
      const day = parsePlainDate(text);
      if (!day.ok || !isId(channelId)) return err(notFound('ItemMeasurement'));
      const where = { agencyId: tx.agencyId, itemId, channelId, day: toDbDate(day.value) };
      const before = await tx.db.itemMeasurement.findFirst({ where });
      if (!before) return err(notFound('ItemMeasurement'));
      if (before.version !== expectedVersion) return err(staleVersion(before.version));
      await tx.db.itemMeasurement.deleteMany({ where });
      tell(tx, viewer, item, { day: day.value.toString(), channelId, before: countsOf(before), after: null });
      return ok(itemId);
    });
  }
}

type MeasurableItem = NonNullable<Awaited<ReturnType<typeof measurable>>>;

/** Locked, so that two who write the same day down come one after the other. */
async function measurable({ db, agencyId }: Tx, viewer: CurrentMember, id: Id) {
  if (!isId(id)) return null;
  await db.$queryRaw`
    SELECT 1 FROM content_item WHERE agency_id = ${agencyId}::uuid AND id = ${id}::uuid FOR NO KEY UPDATE`;
  const item = await db.contentItem.findFirst({
    where: { agencyId, id, deletedAt: null },
    select: {
      title: true,
      campaignId: true,
      publishedAt: true,
      channels: { select: { channelId: true } },
      client: { select: { id: true, squadId: true, currency: true } },
    },
  });
  if (!item || !can(viewer, 'kpi.enter', item.client)) return null;
  const { timeZone } = await db.agency.findUniqueOrThrow({ where: { id: agencyId }, select: { timeZone: true } });
  return {
    id,
    ...item,
    zone: timeZone,
    channelIds: item.channels.map(({ channelId }) => channelId),
    publishedOn: item.publishedAt && dateOf(fromDbInstant(item.publishedAt), timeZone),
    entersSpend: can(viewer, 'adSpend.enter', item.client),
  };
}

export function minorOf(spend: string | null, currency: string): Result<bigint | null, readonly InputIssue[]> {
  if (spend === null || spend === '') return ok(null);
  const parsed = parseDecimal(spend, currency as Currency);
  return parsed.ok ? ok(parsed.value.minor) : err([issue(['spend'], parsed.error.code, parsed.error.params)]);
}

export const countsOf = (row: ItemCounts): ItemCounts => countsFrom((count) => row[count]);

interface Told {
  readonly day: string;
  readonly channelId: Id;
  readonly before: ItemCounts | null;
  readonly after: ItemCounts | null;
}

function tell(
  tx: Tx,
  viewer: CurrentMember,
  { id, client, campaignId, title }: MeasurableItem,
  { day, channelId, before, after }: Told,
): void {
  const nothing = countsFrom(() => null);
  tx.emit({
    type: after ? 'item.measured' : 'item.measurement_removed',
    entity: { type: 'ContentItem', id },
    actor: actorOf(viewer),
    audience: { clientId: client.id, squadId: client.squadId },
    related: { clientId: client.id, campaignId, itemId: id },
    details: { title, day, channelId },
    changes: changesBetween(before ?? nothing, after ?? nothing),
  });
}
