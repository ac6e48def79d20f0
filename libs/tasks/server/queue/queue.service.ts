import { Injectable } from '@nestjs/common';
import type { Discipline } from '@planerka/agency/domain';
import type { CurrentMember } from '@planerka/agency/server';
import type { Id } from '@planerka/platform/domain';
import { Clock, fromDbInstant, Reader } from '@planerka/platform/server';
import { queueOf, type TaskState } from '@planerka/tasks/domain';
import { sql } from 'kysely';
import type { QueuedTaskObject } from './queue.object';

interface Row {
  readonly id: Id;
  readonly title: string;
  readonly clientName: string;
  readonly state: TaskState;
  readonly discipline: Discipline;
  readonly dueAt: Date | null;
  readonly estimatedMinutes: number | null;
  readonly openQuestions: number;
  readonly waitsFor: string | null;
  readonly unlocks: number;
}

/** What one has to do, in the order that is suggested. */
@Injectable()
export class QueueService {
  constructor(
    private readonly reader: Reader,
    private readonly clock: Clock,
  ) {}

  async mine(viewer: CurrentMember): Promise<readonly QueuedTaskObject[]> {
    const rows = await this.reader.ask(
      viewer,
      sql<Row>`
        SELECT t.id, t.title, c.name AS "clientName", t.state, t.discipline, t.due_at AS "dueAt",
          t.estimated_minutes AS "estimatedMinutes", t.open_questions AS "openQuestions",
          (SELECT p.title FROM task_dependency d JOIN task p ON p.agency_id = d.agency_id AND p.id = d.after_task_id
            WHERE d.agency_id = t.agency_id AND d.task_id = t.id AND p.state NOT IN ('done', 'cancelled')
            ORDER BY p.due_at NULLS LAST, p.id LIMIT 1) AS "waitsFor",
          (SELECT count(*)::int FROM task_dependency d JOIN task n ON n.agency_id = d.agency_id AND n.id = d.task_id
            WHERE d.agency_id = t.agency_id AND d.after_task_id = t.id AND n.state NOT IN ('done', 'cancelled')) AS unlocks
        FROM task t JOIN client c ON c.agency_id = t.agency_id AND c.id = t.client_id
        WHERE t.agency_id = ${viewer.agencyId}::uuid AND t.assignee_id = ${viewer.memberId}::uuid
          AND t.state IN ('issued', 'in_progress')`,
    );
    const tasks = rows.map((row) => ({
      ...row,
      due: row.dueAt && fromDbInstant(row.dueAt),
      dueAt: row.dueAt && row.dueAt.getTime(),
      isBegun: row.state === 'in_progress',
      isAsked: row.openQuestions > 0,
      // Begun work has what it waited for.
      isWaiting: row.state === 'issued' && row.waitsFor !== null,
    }));
    return queueOf(tasks, this.clock.now().epochMilliseconds).map(({ task: { due, ...task }, reason }) => ({
      ...task,
      dueAt: due,
      reason,
    }));
  }
}
