import type { ComingTurn, DryRun } from '@planerka/content-plan/domain';
import { comingTurns, seriesHorizon } from '@planerka/content-plan/domain/series';
import { compareDates, dateOf, type Id, type PlainDate, type TimeZone } from '@planerka/platform/domain';
import type { Tx } from '@planerka/platform/server';
import { goingSeries } from '../series/loaded-series';
import { groundStatement, patternCalendar } from '../templates/template-plan';

/** Nobody plans further ahead by file. */
const furthest = { years: 1 };

/** What the client's series are going to make on the days of the rows that are new. */
export async function turnsBeside(tx: Tx, clientId: Id, run: DryRun, zone: TimeZone): Promise<readonly ComingTurn[]> {
  const days = run.rows
    .flatMap((row) => (row.kind === 'create' ? [row.item.date] : []))
    .toSorted((one, other) => compareDates(one, other));
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return [];
  const series = await goingSeries(tx, clientId);
  const [ground] = series.length > 0 ? await tx.query(groundStatement(tx.agencyId, clientId)) : [];
  if (!ground) return [];
  const today = dateOf(tx.at, zone);
  const [from, until] = [later(first, today), earlier(last, seriesHorizon(today).add(furthest))];
  if (compareDates(until, from) < 0) return [];
  return comingTurns(series, from, until, patternCalendar(ground, [from, until]));
}

const later = (one: PlainDate, other: PlainDate) => (compareDates(one, other) > 0 ? one : other);
const earlier = (one: PlainDate, other: PlainDate) => (compareDates(one, other) < 0 ? one : other);
