import { isNetwork } from '@planerka/clients/domain';
import { taskPatternSchema, type ItemPattern } from '@planerka/content-plan/domain';
import { instantOf, firstDayOf, Temporal, type Id, type PlainYearMonth } from '@planerka/platform/domain';
import { fromDbInstant, toDbInstant, type Tx } from '@planerka/platform/server';
import { timeOf, zoneOf } from '../item/loaded-item';
import type { ItemWork } from '../production/item-work';

interface Wanted {
  readonly clientId: Id;
  readonly itemId: Id | null;
  readonly month: PlainYearMonth | null;
}

const midnight = Temporal.PlainTime.from('00:00');

/** A client's publication, or those of a month, as patterns by time: without persons, fees, campaigns and what is out. */
export async function patternsOf(
  tx: Tx,
  work: ItemWork,
  { clientId, itemId, month }: Wanted,
): Promise<readonly ItemPattern[]> {
  const { db, agencyId } = tx;
  const zone = await zoneOf(tx);
  const startOf = (of: PlainYearMonth) => toDbInstant(instantOf(firstDayOf(of), midnight, zone));
  const items = await db.contentItem.findMany({
    where: {
      agencyId,
      clientId,
      deletedAt: null,
      ...(itemId !== null && { id: itemId }),
      ...(month !== null && {
        publishAt: { gte: startOf(month), lt: startOf(month.add({ months: 1 })) },
        // What repeats by itself comes to every month without a template.
        OR: [{ seriesId: null }, { series: { endedAt: { not: null } } }],
      }),
    },
    include: {
      rubric: { select: { id: true, name: true, colour: true, archivedAt: true } },
      channels: {
        select: { channel: { select: { id: true, network: true, archivedAt: true } } },
        orderBy: { channel: { position: 'asc' } },
      },
    },
    orderBy: [{ publishAt: 'asc' }, { id: 'asc' }],
  });
  const described = await work.describe(
    tx,
    items.map(({ id }) => id),
  );
  return items.map(({ id, title, idea, format, rubric, channels, wantsClientApproval, publishAt }) => {
    const at = fromDbInstant(publishAt);
    return {
      key: id,
      title,
      idea,
      format,
      rubric: rubric?.archivedAt === null ? { id: rubric.id, name: rubric.name, colour: rubric.colour } : null,
      channels: channels.flatMap(({ channel }) =>
        channel.archivedAt === null && isNetwork(channel.network) ? { id: channel.id, network: channel.network } : [],
      ),
      wantsClientApproval,
      wasOn: at.toZonedDateTimeISO(zone).toPlainDate().toString(),
      time: timeOf(at, zone).toString({ smallestUnit: 'minute' }),
      // Persons and fees stay behind.
      tasks: (described.get(id) ?? []).map((task) => taskPatternSchema.parse(task)),
    };
  });
}
