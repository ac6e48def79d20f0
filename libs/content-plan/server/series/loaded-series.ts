import { can } from '@planerka/agency/domain';
import type { CurrentMember } from '@planerka/agency/server';
import {
  seriesPatternSchema,
  type DayOffChoice,
  type GoingSeries,
  type SeriesPattern,
  type SeriesRule,
} from '@planerka/content-plan/domain/series';
import { isId, type Id, type PlainDate } from '@planerka/platform/domain';
import { fromDbDate, type Prisma, type Tx } from '@planerka/platform/server';

export interface LoadedSeries extends SeriesRule {
  readonly id: Id;
  readonly clientId: Id;
  readonly squadId: Id;
  readonly campaignId: Id | null;
  readonly pattern: SeriesPattern;
  readonly madeUntil: PlainDate;
  readonly pausedAt: Date | null;
  readonly endedAt: Date | null;
  readonly createdById: Id;
  readonly version: number;
}

/** Neither paused nor ended: it makes its turns. */
export const isGoingOn = ({ pausedAt, endedAt }: Pick<LoadedSeries, 'pausedAt' | 'endedAt'>): boolean =>
  pausedAt === null && endedAt === null;

/** Held for this transaction: of two who work on a series at once, the second sees what the first has made. */
export async function heldSeries(tx: Tx, id: Id): Promise<LoadedSeries | null> {
  const { db, agencyId } = tx;
  if (!isId(id)) return null;
  await db.$queryRaw`SELECT 1 FROM plan_series WHERE agency_id = ${agencyId}::uuid AND id = ${id}::uuid FOR NO KEY UPDATE`;
  const row = await db.planSeries.findFirst({
    where: { agencyId, id },
    include: { client: { select: { squadId: true } } },
  });
  return row && loaded(row);
}

/** The same, if the viewer may plan for its client; to anyone else it does not exist. */
export async function seriesOf(tx: Tx, viewer: CurrentMember, id: Id): Promise<LoadedSeries | null> {
  const series = await heldSeries(tx, id);
  return series && can(viewer, 'plan.edit', series) ? series : null;
}

/** Of a client those that make their turns, with what these are. */
export async function goingSeries({ db, agencyId }: Tx, clientId: Id): Promise<readonly GoingSeries[]> {
  const rows = await db.planSeries.findMany({
    where: { agencyId, clientId, pausedAt: null, endedAt: null },
    include: { client: { select: { squadId: true } } },
  });
  return rows.map(loaded).map(({ rule, startsOn, endsOn, times, onDayOff, madeUntil, pattern }) => ({
    ...{ rule, startsOn, endsOn, times, onDayOff, madeUntil },
    title: pattern.title,
    channelIds: pattern.channels.map(({ id }) => id),
  }));
}

type SeriesRow = Prisma.PlanSeriesGetPayload<{ include: { client: { select: { squadId: true } } } }>;

const loaded = ({ client, data, startsOn, endsOn, madeUntil, onDayOff, ...row }: SeriesRow): LoadedSeries => ({
  ...row,
  squadId: client.squadId,
  pattern: seriesPatternSchema.parse(data),
  startsOn: fromDbDate(startsOn),
  endsOn: endsOn && fromDbDate(endsOn),
  madeUntil: fromDbDate(madeUntil),
  onDayOff: onDayOff satisfies DayOffChoice,
});
