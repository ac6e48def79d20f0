import { sql, type RawBuilder } from 'kysely';
import { never } from './today-scope';
import type { TodayKind } from './today.object';

/** What kinds of things may have, and its type: what one of them lacks is NULL. */
export const partColumns = {
  clientId: 'uuid',
  clientName: 'text',
  taskId: 'uuid',
  campaignId: 'uuid',
  person: 'text',
  text: 'text',
  since: 'timestamptz',
  dueAt: 'timestamptz',
  publishAt: 'timestamptz',
  version: 'int',
  round: 'int',
  includedRounds: 'int',
  amountMinor: 'bigint',
  currency: 'text',
  category: 'text',
  month: 'date',
  percent: 'float8',
  isHard: 'boolean',
  count: 'int',
} as const;
type PartColumn = keyof typeof partColumns;

/** One kind of thing that waits, in the parts of its statement: rows are made of them, or only counted. */
export interface TodayPart {
  readonly kind: TodayKind;
  readonly id: RawBuilder<unknown>;
  readonly title: RawBuilder<unknown>;
  readonly columns: Partial<Record<PartColumn, RawBuilder<unknown>>>;
  readonly from: RawBuilder<unknown>;
  readonly order: RawBuilder<unknown>;
  /** Whether the viewer has to act; otherwise it waits for somebody else, and the viewer only hears of it. */
  readonly turn: RawBuilder<boolean>;
  /** Overdue, or not to be done in time without a decision now; NULL is no. */
  readonly urgent: RawBuilder<unknown>;
}

/** At most so many of a kind: a longer list is worked through on its own page. */
const perKind = 25;

/** Rows of all parts, in the order in which a person should look at them: own turn first, then by kind. */
export const rowsOf = (parts: readonly TodayPart[]): RawBuilder<unknown> => sql`
  SELECT waits.*, row_number() OVER (ORDER BY waits."isViewersTurn" DESC, waits.kind_place, waits.kind_order) AS place
  FROM (${sql.join(parts.map(partRows), sql` UNION ALL `)}) waits`;

function partRows({ kind, id, title, columns, from, order, turn, urgent }: TodayPart, place: number) {
  const own = Object.entries(partColumns).map(
    ([name, type]) => sql`(${columns[name as PartColumn] ?? sql`NULL`})::${sql.raw(type)} AS ${sql.ref(name)}`,
  );
  return sql`(
    SELECT ${sql.lit(place)} AS kind_place, row_number() OVER () AS kind_order, part.* FROM (
      SELECT ${sql.lit(kind)} AS kind, ${id} AS id, ${title} AS title, ${turn} AS "isViewersTurn",
        coalesce(${urgent}, false) AS "isUrgent", ${sql.join(own)}
      ${from} ORDER BY CASE WHEN ${turn} THEN 0 ELSE 1 END, ${order} LIMIT ${sql.lit(perKind)}) part)`;
}

/** How many things wait for the viewer: no row is built to be counted. */
export const countOf = (parts: readonly TodayPart[]): RawBuilder<unknown> =>
  sql`SELECT coalesce(sum(part.count), 0)::int AS count FROM (${sql.join(
    parts
      .filter(({ turn }) => turn !== never)
      .map(({ from, turn }) => sql`(SELECT count(*) FILTER (WHERE ${turn}) AS count ${from})`),
    sql` UNION ALL `,
  )}) AS part`;
