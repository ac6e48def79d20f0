import { Injectable } from '@nestjs/common';
import { taskScope, type Discipline } from '@planerka/agency/domain';
import type { CurrentMember } from '@planerka/agency/server';
import { encodeCursor, isId, type Id } from '@planerka/platform/domain';
import {
  Clock,
  pageSize,
  pageStart,
  Reader,
  toConnection,
  type Connection,
  type PageArgs,
} from '@planerka/platform/server';
import { isClosed, taskStates, type TaskState } from '@planerka/tasks/domain';
import { sql, type RawBuilder } from 'kysely';
import { z } from 'zod';
import { presentTask, taskDocument, type TaskDocument } from './task-document';
import type { TaskColumnObject, TaskObject } from './task.object';

export interface TaskFilter {
  readonly states?: readonly TaskState[] | null;
  readonly clientId?: Id | null;
  readonly campaignId?: Id | null;
  readonly itemId?: Id | null;
  readonly assigneeId?: Id | null;
  readonly discipline?: Discipline | null;
  readonly isOverdue?: boolean | null;
  /** Assigned to me, or written and reviewed by me. */
  readonly isMine?: boolean | null;
  readonly search?: string | null;
}

export const taskOrders = ['due', 'recent', 'title', 'fee'] as const;
export type TaskOrder = (typeof taskOrders)[number];

interface Order {
  readonly by: RawBuilder<unknown>;
  readonly type: RawBuilder<unknown>;
  readonly isDescending: boolean;
}

const orders: Readonly<Record<TaskOrder, Order>> = {
  due: { by: sql`coalesce(t.due_at, 'infinity')`, type: sql`timestamptz`, isDescending: false },
  recent: { by: sql`t.state_since`, type: sql`timestamptz`, isDescending: true },
  title: { by: sql`lower(t.title)`, type: sql`text`, isDescending: false },
  fee: { by: sql`t.fee_minor`, type: sql`bigint`, isDescending: true },
};

const cursorKey = z.tuple([z.string(), z.uuid()]);

interface Row {
  readonly key: string;
  readonly task: TaskDocument;
}

interface BoardRow {
  readonly state: TaskState;
  readonly total: string;
  readonly due_key: string;
  readonly since_key: string;
  readonly task: TaskDocument;
}

/** The board and the table: the same tasks under the same filter, one statement each. */
@Injectable()
export class TaskListsQuery {
  constructor(
    private readonly reader: Reader,
    private readonly clock: Clock,
  ) {}

  async list(
    viewer: CurrentMember,
    filter: TaskFilter,
    order: TaskOrder,
    page: PageArgs,
  ): Promise<Connection<TaskObject>> {
    const first = pageSize(page);
    const start = pageStart(page, order, cursorKey);
    const { by, type, isDescending } = orders[order];
    const direction = isDescending ? sql`DESC` : sql`ASC`;
    const beyond = isDescending ? sql`<` : sql`>`;
    const { rows } = await this.reader.read(viewer, (db) =>
      sql<Row>`
        SELECT ${by}::text AS key, ${taskDocument} AS task
        FROM task t JOIN client c ON c.agency_id = t.agency_id AND c.id = t.client_id
        WHERE ${this.matches(viewer, filter)}
          ${start ? sql`AND (${by}, t.id) ${beyond} (${start[0]}::${type}, ${start[1]}::uuid)` : sql``}
        ORDER BY ${by} ${direction}, t.id ${direction}
        LIMIT ${first + 1}`.execute(db),
    );
    const at = this.clock.now();
    return toConnection(
      rows,
      first,
      order,
      ({ key, task }) => [key, task.id],
      ({ task }) => presentTask(task, viewer, at),
    );
  }

  /** Open columns by due day, closed ones by when they were closed. */
  async board(viewer: CurrentMember, filter: TaskFilter, perColumn: number): Promise<readonly TaskColumnObject[]> {
    const most = pageSize({ first: perColumn });
    const { rows } = await this.reader.read(viewer, (db) =>
      sql<BoardRow>`
        WITH visible AS (
          SELECT t.agency_id, t.id, t.state, t.state IN ('done', 'cancelled') AS is_closed, t.due_at, t.state_since
          FROM task t JOIN client c ON c.agency_id = t.agency_id AND c.id = t.client_id
          WHERE ${this.matches(viewer, filter)}
        ), ranked AS (
          SELECT agency_id, id, state, count(*) OVER (PARTITION BY state) AS total, row_number() OVER (
            PARTITION BY state
            ORDER BY CASE WHEN is_closed THEN state_since END DESC, CASE WHEN is_closed THEN id END DESC,
              coalesce(due_at, 'infinity'), id) AS place
          FROM visible
        )
        SELECT r.state, r.total, coalesce(t.due_at, 'infinity')::text AS due_key, t.state_since::text AS since_key,
          ${taskDocument} AS task
        FROM ranked r
        JOIN task t ON t.agency_id = r.agency_id AND t.id = r.id
        JOIN client c ON c.agency_id = t.agency_id AND c.id = t.client_id
        WHERE r.place <= ${most}
        ORDER BY r.state, r.place`.execute(db),
    );
    const at = this.clock.now();
    return taskStates.map((state) => {
      const column = rows.filter((row) => row.state === state);
      const count = Number(column[0]?.total ?? 0);
      const last = count > column.length ? column.at(-1) : undefined;
      return {
        state,
        count,
        nodes: column.map(({ task }) => presentTask(task, viewer, at)),
        endCursor: last ? cursorOf(last) : null,
      };
    });
  }

  /** By id; null where there is none, or none for this viewer. */
  async one(viewer: CurrentMember, taskId: Id): Promise<TaskObject | null> {
    if (!isId(taskId)) return null;
    const { rows } = await this.reader.read(viewer, (db) =>
      sql<Pick<Row, 'task'>>`
        SELECT ${taskDocument} AS task
        FROM task t JOIN client c ON c.agency_id = t.agency_id AND c.id = t.client_id
        WHERE ${inScope(viewer)} AND t.id = ${taskId}::uuid`.execute(db),
    );
    return rows[0] ? presentTask(rows[0].task, viewer, this.clock.now()) : null;
  }

  private matches(viewer: CurrentMember, filter: TaskFilter): RawBuilder<unknown> {
    const conditions = [inScope(viewer)];
    const { states, clientId, campaignId, itemId, assigneeId, discipline, isOverdue, isMine } = filter;
    // An unfinished brief is its author's: whoever will do the work sees it when it is issued.
    if (viewer.role === 'specialist') conditions.push(sql`t.state <> 'draft'`);
    if (states) conditions.push(sql`t.state::text = ANY(${[...states]}::text[])`);
    if (clientId) conditions.push(sql`t.client_id = ${known(clientId)}::uuid`);
    if (campaignId) conditions.push(sql`t.campaign_id = ${known(campaignId)}::uuid`);
    if (itemId) conditions.push(sql`t.item_id = ${known(itemId)}::uuid`);
    if (assigneeId) conditions.push(sql`t.assignee_id = ${known(assigneeId)}::uuid`);
    if (discipline) conditions.push(sql`t.discipline::text = ${discipline}`);
    if (isOverdue) {
      conditions.push(
        sql`t.state IN ('issued', 'in_progress') AND t.due_at < ${this.clock.now().toString()}::timestamptz`,
      );
    }
    if (isMine)
      conditions.push(sql`(t.assignee_id = ${viewer.memberId}::uuid OR t.manager_id = ${viewer.memberId}::uuid)`);
    const search = filter.search?.trim();
    if (search) conditions.push(sql`t.title ILIKE ${`%${search.slice(0, 100).replace(/[\\%_]/g, '\\$&')}%`}`);
    return sql.join(conditions, sql` AND `);
  }
}

function cursorOf({ state, due_key, since_key, task }: BoardRow): string {
  return isClosed(state) ? encodeCursor('recent', [since_key, task.id]) : encodeCursor('due', [due_key, task.id]);
}

/** What is no id matches nothing. */
const known = (id: Id): Id => (isId(id) ? id : '00000000-0000-0000-0000-000000000000');

/** `task.view` as a condition on `t` and `c`. */
export function inScope(viewer: CurrentMember): RawBuilder<unknown> {
  const scope = taskScope(viewer);
  const agency = sql`t.agency_id = ${viewer.agencyId}::uuid`;
  if (scope.kind === 'all') return agency;
  const { squadIds, assigneeId } = scope;
  return sql`${agency} AND (c.squad_id = ANY(${[...squadIds]}::uuid[]) OR t.assignee_id = ${assigneeId}::uuid)`;
}
