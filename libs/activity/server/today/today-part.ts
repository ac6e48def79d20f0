import { sql, type RawBuilder } from 'kysely';
import type { TodayKind } from './today.object';

/** A row as the statement gives it; money in minor units. What a kind does not have is left out. */
export interface TodayRow {
  readonly kind: TodayKind;
  readonly id: string;
  readonly title: string;
  readonly clientId: string | null;
  readonly clientName: string | null;
  readonly taskId: string | null;
  readonly campaignId: string | null;
  readonly person: string | null;
  readonly text: string | null;
  readonly since: string | null;
  readonly dueAt: string | null;
  readonly publishAt: string | null;
  readonly version: number | null;
  readonly round: number | null;
  readonly includedRounds: number | null;
  readonly amountMinor: string | null;
  readonly currency: string | null;
  readonly category: string | null;
  readonly month: string | null;
  readonly percent: number | null;
  readonly isHard: boolean | null;
  readonly count: number | null;
  readonly isViewersTurn: boolean;
}

/** One kind of thing that waits, in the parts of its statement: rows are made of them, or only counted. */
export interface TodayPart {
  readonly kind: TodayKind;
  readonly id: RawBuilder<unknown>;
  readonly title: RawBuilder<unknown>;
  readonly columns: Partial<
    Record<Exclude<keyof TodayRow, 'kind' | 'id' | 'title' | 'isViewersTurn'>, RawBuilder<unknown>>
  >;
  readonly from: RawBuilder<unknown>;
  readonly order: RawBuilder<unknown>;
  /** Whether the viewer has to act; otherwise it waits for somebody else, and the viewer only hears of it. */
  readonly turn: RawBuilder<boolean>;
}

export const always = sql<boolean>`true`;
export const never = sql<boolean>`false`;

/** At most so many of a kind: a longer list is worked through on its own page. */
const perKind = 25;

/** Json objects, so that parts of different shape can stand in one union. The viewer's own turn comes first. */
export const rowsOf = (parts: readonly TodayPart[]): RawBuilder<{ row: TodayRow }> =>
  sql`${sql.join(
    parts.map(({ kind, id, title, columns, from, order, turn }) => {
      const pairs = Object.entries({ ...columns, isViewersTurn: turn }).flatMap(([name, value]) => [
        sql.lit(name),
        value,
      ]);
      return sql`(SELECT json_build_object('kind', ${sql.lit(kind)}, 'id', ${id}, 'title', ${title}, ${sql.join(pairs)}) AS row
        ${from} ORDER BY CASE WHEN ${turn} THEN 0 ELSE 1 END, ${order} LIMIT ${sql.lit(perKind)})`;
    }),
    sql` UNION ALL `,
  )}`;

/** How many things wait for the viewer: no row is built to be counted. */
export const countOf = (parts: readonly TodayPart[]): RawBuilder<{ count: number }> =>
  sql`SELECT coalesce(sum(part.count), 0)::int AS count FROM (${sql.join(
    parts
      .filter(({ turn }) => turn !== never)
      .map(({ from, turn }) => sql`(SELECT count(*) FILTER (WHERE ${turn}) AS count ${from})`),
    sql` UNION ALL `,
  )}) AS part`;
