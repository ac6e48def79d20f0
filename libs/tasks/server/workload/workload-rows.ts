import type { AbsenceKind, Discipline, Role } from '@planerka/agency/domain';
import { ownDaysOf, type CurrentMember } from '@planerka/agency/server';
import type { Id, OwnDays } from '@planerka/platform/domain';
import type { Reader } from '@planerka/platform/server';
import type { TaskState } from '@planerka/tasks/domain';
import { sql, type RawBuilder } from 'kysely';

export interface AbsenceRow {
  readonly id: Id;
  readonly kind: AbsenceKind;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly note: string;
}

export interface PersonRow {
  readonly id: Id;
  readonly name: string;
  readonly role: Role;
  readonly disciplines: readonly Discipline[];
  readonly weeklyHours: number;
  /** Written down since Monday. */
  readonly spentThisWeek: number;
  readonly squadIds: readonly Id[];
  /** Those that are not over. */
  readonly absences: readonly AbsenceRow[];
  readonly timeZone: string;
  readonly ownDays: OwnDays;
}

/** Days are calendar days where the agency is. */
export interface OpenTaskRow {
  readonly id: Id;
  readonly title: string;
  readonly clientName: string;
  readonly squadId: Id;
  readonly state: TaskState;
  readonly discipline: Discipline;
  readonly assigneeId: Id | null;
  readonly estimatedMinutes: number | null;
  /** Of everybody. */
  readonly spentMinutes: number;
  readonly dueAt: Date | null;
  readonly dueOn: string | null;
  readonly afterOn: string | null;
  readonly version: number;
}

/** Everybody who works here, and all the work that is not handed in yet; of one person where one is asked for. */
export const readWorkload = (reader: Reader, viewer: CurrentMember, at: string, assigneeId?: Id) =>
  reader.askAll<[PersonRow, OpenTaskRow]>(viewer, workloadStatements(viewer, at, assigneeId));

export function workloadStatements(
  viewer: CurrentMember,
  at: string,
  assigneeId?: Id,
): readonly [RawBuilder<PersonRow>, RawBuilder<OpenTaskRow>] {
  const { agencyId } = viewer;
  return [
    sql<PersonRow>`
      SELECT m.id, m.name, m.role, m.disciplines::text[] AS disciplines, m.weekly_hours AS "weeklyHours",
        array(SELECT s.squad_id::text FROM squad_member s WHERE s.agency_id = m.agency_id AND s.member_id = m.id) AS "squadIds",
        coalesce((SELECT json_agg(json_build_object('id', a.id, 'kind', a.kind, 'startsOn', a.starts_on::text,
            'endsOn', a.ends_on::text, 'note', a.note) ORDER BY a.starts_on)
          FROM absence a WHERE a.agency_id = m.agency_id AND a.member_id = m.id
            AND a.ends_on >= (${at}::timestamptz AT TIME ZONE g.time_zone)::date), '[]') AS absences,
        (SELECT coalesce(sum(e.minutes), 0)::int FROM time_entry e WHERE e.agency_id = m.agency_id AND e.member_id = m.id
          AND e.spent_on >= date_trunc('week', ${at}::timestamptz AT TIME ZONE g.time_zone)::date) AS "spentThisWeek",
        g.time_zone AS "timeZone", ${ownDaysOf('g')} AS "ownDays"
      FROM member m JOIN agency g ON g.id = m.agency_id
      WHERE m.agency_id = ${agencyId}::uuid AND m.deactivated_at IS NULL
      ORDER BY m.role = 'specialist' DESC, m.name, m.id`,
    sql<OpenTaskRow>`
      SELECT t.id, t.title, c.name AS "clientName", c.squad_id AS "squadId", t.state, t.discipline,
        t.assignee_id AS "assigneeId", t.estimated_minutes AS "estimatedMinutes", t.version,
        (SELECT coalesce(sum(e.minutes), 0)::int FROM time_entry e
          WHERE e.agency_id = t.agency_id AND e.task_id = t.id) AS "spentMinutes",
        t.due_at AS "dueAt", (t.due_at AT TIME ZONE g.time_zone)::date::text AS "dueOn",
        (SELECT max(p.due_at AT TIME ZONE g.time_zone)::date::text FROM task_dependency d
          JOIN task p ON p.agency_id = d.agency_id AND p.id = d.after_task_id
          WHERE d.agency_id = t.agency_id AND d.task_id = t.id AND p.state NOT IN ('done', 'cancelled')) AS "afterOn"
      FROM task t
      JOIN client c ON c.agency_id = t.agency_id AND c.id = t.client_id
      JOIN agency g ON g.id = t.agency_id
      WHERE t.agency_id = ${agencyId}::uuid AND t.state IN ('draft', 'issued', 'in_progress')
        ${assigneeId ? sql`AND t.assignee_id = ${assigneeId}::uuid` : sql``}
        ${viewer.role === 'specialist' ? sql`AND t.assignee_id = ${viewer.memberId}::uuid AND t.state <> 'draft'` : sql``}
      ORDER BY t.due_at NULLS LAST, t.id`,
  ];
}
