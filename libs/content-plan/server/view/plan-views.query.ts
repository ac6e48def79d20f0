import { Injectable } from '@nestjs/common';
import { can, clientScope } from '@planerka/agency/domain';
import type { CurrentMember } from '@planerka/agency/server';
import { planShownSchema } from '@planerka/content-plan/domain';
import type { Id } from '@planerka/platform/domain';
import { Reader, type ReadTransaction } from '@planerka/platform/server';
import { sql } from 'kysely';
import type { PlanViewObject } from './plan-view.object';

/** Far more than a person and their colleagues keep; a guard for the server, not a page. */
const viewLimit = 500;

@Injectable()
export class PlanViewsQuery {
  constructor(private readonly reader: Reader) {}

  async list(viewer: CurrentMember): Promise<readonly PlanViewObject[]> {
    const rows = await this.reader.read(viewer, (db) =>
      seenBy(db, viewer).orderBy('plan_view.name').orderBy('plan_view.id').limit(viewLimit).execute(),
    );
    return rows.map((row) => toView(row, viewer));
  }

  async view(viewer: CurrentMember, id: Id): Promise<PlanViewObject> {
    const row = await this.reader.read(viewer, (db) =>
      seenBy(db, viewer).where('plan_view.id', '=', id).executeTakeFirstOrThrow(),
    );
    return toView(row, viewer);
  }
}

/** `planView.view` as a filter: one's own, and shared ones for managers, if every client that they name is served. */
const seenBy = (db: ReadTransaction, viewer: CurrentMember) => {
  const scope = clientScope(viewer);
  return db
    .selectFrom('plan_view')
    .innerJoin('member', (join) =>
      join.onRef('member.agency_id', '=', 'plan_view.agency_id').onRef('member.id', '=', 'plan_view.created_by_id'),
    )
    .leftJoin('client', (join) =>
      join.onRef('client.agency_id', '=', 'plan_view.agency_id').onRef('client.id', '=', 'plan_view.client_id'),
    )
    .select([
      'plan_view.id',
      'plan_view.name',
      'plan_view.is_shared',
      'plan_view.client_id',
      'client.name as client_name',
      'plan_view.shown',
      'plan_view.created_by_id',
      'member.name as author_name',
      'plan_view.version',
    ])
    .where('plan_view.agency_id', '=', viewer.agencyId)
    .where('plan_view.deleted_at', 'is', null)
    .where((eb) =>
      viewer.role === 'specialist'
        ? eb('plan_view.created_by_id', '=', viewer.memberId)
        : eb.or([eb('plan_view.created_by_id', '=', viewer.memberId), eb('plan_view.is_shared', '=', true)]),
    )
    .$if(scope.kind === 'squads', (query) =>
      query.where(
        sql<boolean>`NOT EXISTS (
          SELECT FROM client named
          WHERE named.agency_id = plan_view.agency_id
            AND (named.id = plan_view.client_id OR jsonb_exists(plan_view.shown->'clientIds', named.id::text))
            AND named.squad_id <> ALL(${scope.kind === 'squads' ? [...scope.squadIds] : []}::uuid[]))`,
      ),
    );
};

interface ViewRow {
  readonly id: Id;
  readonly name: string;
  readonly is_shared: boolean;
  readonly client_id: Id | null;
  readonly client_name: string | null;
  readonly shown: unknown;
  readonly created_by_id: Id;
  readonly author_name: string;
  readonly version: number;
}

/** Whoever is told of it sees all its clients: whose squads they are decides nothing any more. */
const toView = (row: ViewRow, viewer: CurrentMember): PlanViewObject => ({
  id: row.id,
  name: row.name,
  isShared: row.is_shared,
  isOwn: row.created_by_id === viewer.memberId,
  authorName: row.author_name,
  clientId: row.client_id,
  clientName: row.client_name,
  shown: planShownSchema.parse(row.shown),
  viewerCanEdit: can(viewer, 'planView.edit', { authorId: row.created_by_id, isShared: row.is_shared, squadIds: [] }),
  version: row.version,
});
