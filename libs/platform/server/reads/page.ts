import type { CursorKey } from '@planerka/platform/domain';
import { encodeCursor } from '@planerka/platform/domain';
import { sql, type RawBuilder } from 'kysely';
import { int, json, many, nullable, here, ruleFor } from './columns';
import type { ReadType } from './fields';
import { placeholder } from './root-read';
import type { WrittenObject } from './writer';

/**
 * A keyset connection. Its statement is {@link pageStatement}: `page` has the keys of one row more than was asked for,
 * and `key` of each as a JSON array of texts.
 *
 * @param order names the order that its cursors belong to, as an expression, since a list may have several.
 * @param from joins a row of `page` to the tables that the node's columns are of.
 */
export function connection(
  name: string,
  node: ReadType,
  order: RawBuilder<unknown>,
  from: RawBuilder<unknown>,
): ReadType {
  const pageInfo: ReadType = {
    name: 'PageInfo',
    fields: {
      hasNextPage: ruleFor<unknown>()(
        { more: int(sql`(SELECT count(*) FROM page WHERE page.place > ${first}::int)`) },
        ({ more }) => more > 0,
      ),
      endCursor: ruleFor<unknown>()(
        {
          last: nullable(
            json(
              sql`(SELECT json_build_array(${order}::text, page.key) FROM page WHERE page.place <= ${first}::int ORDER BY page.place DESC LIMIT 1)`,
            ),
          ),
        },
        ({ last }) => {
          if (last === null) return null;
          const [of, key] = last as readonly [string, CursorKey];
          return encodeCursor(of, key);
        },
      ),
    },
  };
  return {
    name,
    fields: {
      nodes: many(
        () => node,
        (object, joins) => sql`(
          SELECT string_agg(${object}, ',' ORDER BY page.place)
          FROM page ${from} ${joins} WHERE page.place <= ${first}::int)`,
      ),
      pageInfo: here(pageInfo),
    },
  };
}

const first = placeholder('first');

/**
 * `rows` are `SELECT id, key, place` with `LIMIT first + 1`; `place` counts from 1.
 *
 * @param tables what else nodes are read of, `name AS (…)`.
 */
export const pageStatement = (
  { object }: WrittenObject,
  rows: RawBuilder<unknown>,
  ...tables: readonly RawBuilder<unknown>[]
): RawBuilder<unknown> =>
  sql`WITH ${sql.join([...tables, sql`page AS MATERIALIZED (${rows})`])} SELECT ${object} AS body`;
