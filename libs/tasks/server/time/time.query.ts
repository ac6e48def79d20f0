import { Injectable } from '@nestjs/common';
import { can } from '@planerka/agency/domain';
import type { CurrentMember } from '@planerka/agency/server';
import { isId, type Id } from '@planerka/platform/domain';
import { Clock, fromDbInstant, Reader } from '@planerka/platform/server';
import { isForgotten, mayTimeWork, mayTrackTime, type TaskState } from '@planerka/tasks/domain';
import { sql } from 'kysely';
import type { RunningTimerObject, TaskTimeObject, TimeEntryObject } from './time.object';

interface TaskRow {
  readonly squadId: Id;
  readonly assigneeId: Id | null;
  readonly state: TaskState;
  readonly estimatedMinutes: number | null;
  readonly people: readonly { readonly memberId: Id; readonly name: string; readonly minutes: number }[];
}

interface EntryRow extends Omit<TimeEntryObject, 'startedAt'> {
  readonly startedAt: Date | null;
}

interface RunningRow extends Pick<RunningTimerObject, 'entryId' | 'taskId' | 'taskTitle'> {
  readonly startedAt: Date;
}

/** Time of a task as its viewer may know it: sums for whoever works on it, entries for whoever made them. */
@Injectable()
export class TimeQuery {
  constructor(
    private readonly reader: Reader,
    private readonly clock: Clock,
  ) {}

  async ofTask(viewer: CurrentMember, taskId: Id): Promise<TaskTimeObject | null> {
    if (!isId(taskId)) return null;
    const { agencyId, memberId } = viewer;
    const [[task], entries, [running]] = await this.reader.askAll<[TaskRow, EntryRow, RunningRow]>(viewer, [
      sql<TaskRow>`
        SELECT c.squad_id AS "squadId", t.assignee_id AS "assigneeId", t.state, t.estimated_minutes AS "estimatedMinutes",
          (SELECT coalesce(json_agg(s ORDER BY s.minutes DESC, s.name), '[]') FROM (
            SELECT e.member_id AS "memberId", m.name, sum(e.minutes)::int AS minutes
            FROM time_entry e JOIN member m ON m.agency_id = e.agency_id AND m.id = e.member_id
            WHERE e.agency_id = t.agency_id AND e.task_id = t.id AND e.minutes IS NOT NULL GROUP BY e.member_id, m.name) s) AS people
        FROM task t JOIN client c ON c.agency_id = t.agency_id AND c.id = t.client_id
        WHERE t.agency_id = ${agencyId}::uuid AND t.id = ${taskId}::uuid`,
      sql<EntryRow>`
        SELECT e.id, e.spent_on::text AS "spentOn", e.minutes, e.started_at AS "startedAt", e.note AS note, e.version
        FROM time_entry e
        WHERE e.agency_id = ${agencyId}::uuid AND e.task_id = ${taskId}::uuid AND e.member_id = ${memberId}::uuid
        ORDER BY e.minutes IS NULL DESC, e.spent_on DESC, e.created_at DESC, e.id`,
      runningOf(viewer),
    ]);
    if (!task || !can(viewer, 'time.sum.view', task)) return null;
    const mayEnter = can(viewer, 'time.enter', task);
    const isOwn = can(viewer, 'time.view', { memberId });
    return {
      estimatedMinutes: task.estimatedMinutes,
      spentMinutes: task.people.reduce((sum, { minutes }) => sum + minutes, 0),
      people: can(viewer, 'task.edit', task) ? task.people : [],
      entries: isOwn
        ? entries.map((entry) => ({ ...entry, startedAt: entry.startedAt && fromDbInstant(entry.startedAt) }))
        : [],
      canEnter: mayEnter && mayTrackTime(task.state),
      canStart: mayEnter && mayTimeWork(task.state),
      running: running ? this.present(running) : null,
    };
  }

  async running(viewer: CurrentMember): Promise<RunningTimerObject | null> {
    const [running] = await this.reader.ask(viewer, runningOf(viewer));
    return running ? this.present(running) : null;
  }

  private present({ startedAt, ...running }: RunningRow): RunningTimerObject {
    const began = fromDbInstant(startedAt);
    return { ...running, startedAt: began, isForgotten: isForgotten(began, this.clock.now()) };
  }
}

const runningOf = ({ agencyId, memberId }: CurrentMember) => sql<RunningRow>`
  SELECT e.id AS "entryId", e.task_id AS "taskId", t.title AS "taskTitle", e.started_at AS "startedAt"
  FROM time_entry e JOIN task t ON t.agency_id = e.agency_id AND t.id = e.task_id
  WHERE e.agency_id = ${agencyId}::uuid AND e.member_id = ${memberId}::uuid AND e.minutes IS NULL`;
