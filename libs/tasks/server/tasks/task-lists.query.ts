import { Injectable, type OnModuleInit } from '@nestjs/common';
import { memberRead, type CurrentMember } from '@planerka/agency/server';
import { isId, type Id } from '@planerka/platform/domain';
import { Reads, type Connection } from '@planerka/platform/server';
import type { GraphQLResolveInfo } from 'graphql';
import { sql } from 'kysely';
import { taskBoardRead, type TaskBoardArgs } from './task-board.read';
import { taskListRead, type TaskListArgs } from './task-list.read';
import { taskRead } from './task-read';
import { inTaskScope, taskScopeInput, type TaskScopeInput } from './task-scope';
import type { TaskColumnObject, TaskObject } from './task.object';

interface OneTaskInput extends TaskScopeInput {
  readonly id: Id;
  readonly at: string;
}

const oneTaskRead = memberRead<{ readonly id: Id }, OneTaskInput>({
  field: 'task',
  type: taskRead,
  input: (viewer, { id }, at) => (isId(id) ? { ...taskScopeInput(viewer), id, at: at.toString() } : null),
  statement: ({ object, joins }, value, given) => sql`
    SELECT ${object} AS body
    FROM task t JOIN client c ON c.agency_id = t.agency_id AND c.id = t.client_id ${joins}
    WHERE t.agency_id = ${value('agencyId')}::uuid AND t.id = ${value('id')}::uuid AND ${inTaskScope(value, given)}`,
});

/** The board and the table: the same tasks under the same filter, one statement each. */
@Injectable()
export class TaskListsQuery implements OnModuleInit {
  constructor(private readonly reads: Reads) {}

  onModuleInit(): void {
    this.reads.add(taskBoardRead);
    this.reads.add(taskListRead);
    this.reads.add(oneTaskRead);
  }

  async list(viewer: CurrentMember, args: TaskListArgs, info?: GraphQLResolveInfo): Promise<Connection<TaskObject>> {
    return this.reads.always(taskListRead, viewer, args, info);
  }

  async board(
    viewer: CurrentMember,
    args: TaskBoardArgs,
    info?: GraphQLResolveInfo,
  ): Promise<readonly TaskColumnObject[]> {
    return this.reads.always(taskBoardRead, viewer, args, info);
  }

  /** By id; null where there is none, or none for this viewer. */
  async one(viewer: CurrentMember, id: Id, info: GraphQLResolveInfo): Promise<TaskObject | null> {
    return this.reads.find(oneTaskRead, viewer, { id }, info);
  }
}
