import { memberRead } from '@planerka/agency/server';
import {
  connection,
  pageSize,
  pageStart,
  pageStatement,
  read,
  type PageArgs,
  type ReadType,
} from '@planerka/platform/server';
import type { TaskOrder } from '@planerka/tasks/domain';
import { sql, type RawBuilder } from 'kysely';
import { z } from 'zod';
import { taskConditions, taskFilterInput, type TaskFilter, type TaskFilterInput } from './task-filter';
import { spentOnTask, taskRead } from './task-read';
import { inTaskScope } from './task-scope';

export interface TaskListArgs extends PageArgs {
  readonly filter: TaskFilter;
  readonly order: TaskOrder;
}

interface TaskListInput extends TaskFilterInput {
  readonly first: number;
  readonly order: TaskOrder;
  readonly afterKey: string | undefined;
  readonly afterId: string | undefined;
  readonly byDue?: true;
  readonly byRecent?: true;
  readonly byTitle?: true;
  readonly byFee?: true;
  readonly byOverrun?: true;
}

interface Order {
  readonly given: 'byDue' | 'byRecent' | 'byTitle' | 'byFee' | 'byOverrun';
  readonly by: RawBuilder<unknown>;
  readonly type: RawBuilder<unknown>;
  readonly isDescending: boolean;
}

const orders: Readonly<Record<TaskOrder, Order>> = {
  due: { given: 'byDue', by: sql`coalesce(t.due_at, 'infinity')`, type: sql`timestamptz`, isDescending: false },
  recent: { given: 'byRecent', by: sql`t.state_since`, type: sql`timestamptz`, isDescending: true },
  title: { given: 'byTitle', by: sql`lower(t.title)`, type: sql`text`, isDescending: false },
  fee: { given: 'byFee', by: sql`t.fee_minor`, type: sql`bigint`, isDescending: true },
  // What has no estimate cannot go past it, and stands last.
  overrun: {
    given: 'byOverrun',
    by: sql`coalesce(${spentOnTask} - t.estimated_minutes, -1000000)`,
    type: sql`int`,
    isDescending: true,
  },
};

const cursorKey = z.tuple([z.string(), z.uuid()]);

const tasks: ReadType = connection(
  'TaskConnection',
  taskRead,
  read.value('order'),
  sql`JOIN task t ON t.agency_id = ${read.value('agencyId')}::uuid AND t.id = page.id
    JOIN client c ON c.agency_id = t.agency_id AND c.id = t.client_id`,
);

/** Work as a table: a page of it in one of its orders. */
export const taskListRead = memberRead<TaskListArgs, TaskListInput>({
  field: 'tasks',
  type: tasks,
  input: (viewer, { filter, order, ...page }, at) => {
    const start = pageStart(page, order, cursorKey);
    return {
      ...taskFilterInput(viewer, filter, at),
      first: pageSize(page),
      order,
      [orders[order].given]: true,
      afterKey: start?.[0],
      afterId: start?.[1],
    };
  },
  statement: (row, value, given) => {
    const { by, type, isDescending } = Object.values(orders).find((order) => given(order.given)) ?? orders.due;
    const direction = isDescending ? sql`DESC` : sql`ASC`;
    const after = sql`AND (${by}, t.id) ${isDescending ? sql`<` : sql`>`}
      (${value('afterKey')}::${type}, ${value('afterId')}::uuid)`;
    return pageStatement(
      row,
      sql`
        SELECT t.id, json_build_array(${by}::text, t.id) AS key,
          row_number() OVER (ORDER BY ${by} ${direction}, t.id ${direction}) AS place
        FROM task t
        WHERE ${taskConditions(value, given)} AND ${inTaskScope(value, given)} ${given('afterKey') ? after : sql``}
        ORDER BY ${by} ${direction}, t.id ${direction}
        LIMIT ${value('first')}::int + 1`,
    );
  },
});
