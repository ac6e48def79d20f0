import { Injectable } from '@nestjs/common';
import { taskScope, type AbsenceKind, type Discipline } from '@planerka/agency/domain';
import type { CurrentMember } from '@planerka/agency/server';
import type { Id } from '@planerka/platform/domain';
import { Clock, Reader } from '@planerka/platform/server';
import { sql } from 'kysely';
import { inScope } from './task-scope';
import type { TaskOptionsObject } from './task.object';

interface Row {
  readonly clients: readonly { readonly id: Id; readonly name: string }[];
  readonly campaigns: readonly { readonly id: Id; readonly name: string; readonly clientId: Id }[];
  readonly people: readonly {
    readonly id: Id;
    readonly name: string;
    readonly disciplines: readonly Discipline[];
    readonly awayUntil: string | null;
    readonly awayKind: AbsenceKind | null;
  }[];
}

/** What filters and the form of a new task choose from. */
@Injectable()
export class TaskOptionsQuery {
  constructor(
    private readonly reader: Reader,
    private readonly clock: Clock,
  ) {}

  /** Those who write briefs choose among their clients and everybody; specialists among what they have tasks for. */
  async options(viewer: CurrentMember): Promise<TaskOptionsObject> {
    const scope = taskScope(viewer);
    const leads = viewer.role !== 'specialist';
    const visible = sql`(SELECT t.client_id FROM task t JOIN client c ON c.agency_id = t.agency_id AND c.id = t.client_id
      WHERE ${inScope(viewer)})`;
    const own =
      scope.kind === 'all'
        ? sql`true`
        : leads
          ? sql`(k.squad_id = ANY(${[...scope.squadIds]}::uuid[]) OR k.id IN ${visible})`
          : sql`k.id IN ${visible}`;
    const rows = await this.reader.ask(
      viewer,
      sql<Row>`
        SELECT
          (SELECT coalesce(json_agg(json_build_object('id', k.id, 'name', k.name) ORDER BY k.name, k.id), '[]')
            FROM client k WHERE k.agency_id = ${viewer.agencyId}::uuid AND k.state <> 'archived' AND ${own}) AS clients,
          (SELECT coalesce(json_agg(json_build_object('id', p.id, 'name', p.name, 'clientId', p.client_id)
              ORDER BY p.starts_on DESC, p.id), '[]')
            FROM campaign p JOIN client k ON k.agency_id = p.agency_id AND k.id = p.client_id
            WHERE p.agency_id = ${viewer.agencyId}::uuid AND p.state <> 'closed' AND ${own}) AS campaigns,
          (SELECT coalesce(json_agg(json_build_object('id', m.id, 'name', m.name, 'disciplines', m.disciplines,
              'awayUntil', a.ends_on, 'awayKind', a.kind)
              ORDER BY m.name, m.id), '[]')
            FROM member m
            JOIN agency g ON g.id = m.agency_id
            LEFT JOIN absence a ON a.agency_id = m.agency_id AND a.member_id = m.id
              AND (${this.clock.now().toString()}::timestamptz AT TIME ZONE g.time_zone)::date BETWEEN a.starts_on AND a.ends_on
            WHERE m.agency_id = ${viewer.agencyId}::uuid AND m.deactivated_at IS NULL
              AND (${leads} OR m.id = ${viewer.memberId}::uuid)) AS people`,
    );
    return rows[0] ?? { clients: [], campaigns: [], people: [] };
  }
}
