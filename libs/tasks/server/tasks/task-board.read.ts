import { memberRead, memberRule } from '@planerka/agency/server';
import { encodeCursor } from '@planerka/platform/domain';
import { pageSize, read, type Given, type ReadField, type ReadType, type Value } from '@planerka/platform/server';
import { isClosed, taskStates, type TaskState } from '@planerka/tasks/domain';
import { sql, type RawBuilder } from 'kysely';
import { taskConditions, taskFilterInput, type TaskFilter, type TaskFilterInput } from './task-filter';
import { taskRead } from './task-read';
import { inTaskScope, scopeBranches } from './task-scope';
import type { TaskColumnObject } from './task.object';

export interface TaskBoardArgs {
  readonly filter: TaskFilter;
  readonly perColumn: number;
}

interface TaskBoardInput extends TaskFilterInput {
  readonly perColumn: number;
}

/** Open columns by due day, closed ones by when they were closed. */
const orders = {
  open: sql`coalesce(t.due_at, 'infinity'), t.id`,
  closed: sql`t.state_since DESC, t.id DESC`,
};

/** A column: its state is `k.state`, its tasks are `picked`, and how many there are in all is in `counted`. */
const column: ReadType = {
  name: 'TaskColumn',
  fields: {
    state: read.enumeration(sql`k.state`),
    count: read.int(sql`coalesce((SELECT n.total FROM counted n WHERE n.state = k.state), 0)`),
    nodes: read.many(
      () => taskRead,
      (object, joins) => sql`(
        SELECT string_agg(${object}, ',' ORDER BY p.place)
        FROM picked p
        JOIN task t ON t.agency_id = ${read.value('agencyId')}::uuid AND t.id = p.id
        JOIN client c ON c.agency_id = t.agency_id AND c.id = t.client_id ${joins}
        WHERE p.state = k.state)`,
    ),
    endCursor: memberRule(
      {
        state: read.enumeration<TaskState>(sql`k.state`),
        last: read.nullable(
          read.json(sql`(
            SELECT json_build_array(coalesce(t.due_at, 'infinity')::text, t.state_since::text, t.id)
            FROM picked p JOIN task t ON t.agency_id = ${read.value('agencyId')}::uuid AND t.id = p.id
            WHERE p.state = k.state
              AND p.place = ${read.value('perColumn')}::int
              AND p.place < (SELECT n.total FROM counted n WHERE n.state = k.state))`),
        ),
      },
      ({ state, last }) => (last === null ? null : cursorAfter(state, last as readonly [string, string, string])),
    ),
  } satisfies Record<keyof TaskColumnObject, ReadField>,
};

const cursorAfter = (state: TaskState, [due, since, id]: readonly [string, string, string]): string =>
  isClosed(state) ? encodeCursor('recent', [since, id]) : encodeCursor('due', [due, id]);

/** The first of each column. Every state is named by itself: only so does it find the index that it has. */
function picked(value: Value<TaskBoardInput>, given: Given<TaskBoardInput>): RawBuilder<unknown> {
  const columns = taskStates.map((state) => {
    const order = isClosed(state) ? orders.closed : orders.open;
    return sql`(
      SELECT t.id, t.state, row_number() OVER (ORDER BY ${order}) AS place
      FROM task t
      WHERE t.state = ${sql.lit(state)} AND ${taskConditions(value, given)} AND ${inTaskScope(value, given)}
      ORDER BY ${order} LIMIT ${value('perColumn')}::int)`;
  });
  return sql.join(columns, sql` UNION ALL `);
}

function counted(value: Value<TaskBoardInput>, given: Given<TaskBoardInput>): RawBuilder<unknown> {
  const branches = scopeBranches(value, given).map(
    (scope) => sql`SELECT t.state FROM task t WHERE ${taskConditions(value, given)} AND ${scope}`,
  );
  return sql`SELECT v.state, count(*) AS total FROM (${sql.join(branches, sql` UNION ALL `)}) v GROUP BY v.state`;
}

/** Work by its state: how much there is, and the first of it. */
export const taskBoardRead = memberRead<TaskBoardArgs, TaskBoardInput>({
  field: 'taskBoard',
  type: column,
  input: (viewer, { filter, perColumn }, at) => ({
    ...taskFilterInput(viewer, filter, at),
    perColumn: pageSize({ first: perColumn }),
  }),
  statement: ({ object }, value, given) => sql`
    WITH picked AS (${picked(value, given)}), counted AS (${counted(value, given)})
    SELECT concat('[', string_agg(${object}, ',' ORDER BY k.place), ']') AS body
    FROM (VALUES ${sql.join(taskStates.map((state, place) => sql`(${sql.lit(state)}::"TaskState", ${sql.lit(place)})`))})
      AS k (state, place)`,
});
