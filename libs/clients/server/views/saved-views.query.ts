import { Injectable } from '@nestjs/common';
import { can, clientScope } from '@planerka/agency/domain';
import type { CurrentMember } from '@planerka/agency/server';
import type { Id } from '@planerka/platform/domain';
import { Reader, type ReadTransaction } from '@planerka/platform/server';
import { sql } from 'kysely';
import type { SavedViewObject } from './saved-view.object';
import type { PageOfViews } from './viewed-page';

/** Far more than a person and their colleagues keep; a guard for the server, not a page. */
const viewLimit = 500;

@Injectable()
export class SavedViewsQuery {
  constructor(private readonly reader: Reader) {}

  async list<Shown extends object>(
    page: PageOfViews<Shown>,
    viewer: CurrentMember,
  ): Promise<readonly SavedViewObject[]> {
    const rows = await this.reader.read(viewer, (db) =>
      seenBy(db, page, viewer).orderBy('saved_view.name').orderBy('saved_view.id').limit(viewLimit).execute(),
    );
    return rows.map((row) => toView(page, row, viewer));
  }

  async view<Shown extends object>(page: PageOfViews<Shown>, viewer: CurrentMember, id: Id): Promise<SavedViewObject> {
    const row = await this.reader.read(viewer, (db) =>
      seenBy(db, page, viewer).where('saved_view.id', '=', id).executeTakeFirstOrThrow(),
    );
    return toView(page, row, viewer);
  }
}

/** `savedView.view` as a filter: one's own, and shared ones for managers, if every client that they name is seen. */
const seenBy = <Shown extends object>(
  db: ReadTransaction,
  { page, isOfOwnWork }: PageOfViews<Shown>,
  viewer: CurrentMember,
) => {
  const scope = clientScope(viewer);
  const ofOthers = isOfOwnWork
    ? sql`AND NOT EXISTS (
        SELECT FROM task t
        WHERE t.agency_id = named.agency_id AND t.client_id = named.id AND t.assignee_id = ${viewer.memberId}::uuid)`
    : sql``;
  return db
    .selectFrom('saved_view')
    .innerJoin('member', (join) =>
      join.onRef('member.agency_id', '=', 'saved_view.agency_id').onRef('member.id', '=', 'saved_view.created_by_id'),
    )
    .leftJoin('client', (join) =>
      join.onRef('client.agency_id', '=', 'saved_view.agency_id').onRef('client.id', '=', 'saved_view.client_id'),
    )
    .select([
      'saved_view.id',
      'saved_view.name',
      'saved_view.is_shared',
      'saved_view.client_id',
      'client.name as client_name',
      'saved_view.shown',
      'saved_view.created_by_id',
      'member.name as author_name',
      'saved_view.version',
    ])
    .where('saved_view.agency_id', '=', viewer.agencyId)
    .where('saved_view.page', '=', page)
    .where('saved_view.deleted_at', 'is', null)
    .where((eb) =>
      viewer.role === 'specialist'
        ? eb('saved_view.created_by_id', '=', viewer.memberId)
        : eb.or([eb('saved_view.created_by_id', '=', viewer.memberId), eb('saved_view.is_shared', '=', true)]),
    )
    .$if(scope.kind === 'squads', (query) =>
      query.where(
        sql<boolean>`NOT EXISTS (
          SELECT FROM client named
          WHERE named.agency_id = saved_view.agency_id
            AND (named.id = saved_view.client_id OR jsonb_exists(saved_view.shown->'clientIds', named.id::text))
            AND named.squad_id <> ALL(${scope.kind === 'squads' ? [...scope.squadIds] : []}::uuid[]) ${ofOthers})`,
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
const toView = <Shown extends object>(
  page: PageOfViews<Shown>,
  row: ViewRow,
  viewer: CurrentMember,
): SavedViewObject => ({
  id: row.id,
  name: row.name,
  isShared: row.is_shared,
  isOwn: row.created_by_id === viewer.memberId,
  authorName: row.author_name,
  clientId: row.client_id,
  clientName: row.client_name,
  shown: page.shown.parse(row.shown),
  viewerCanEdit: can(viewer, 'savedView.edit', { authorId: row.created_by_id, isShared: row.is_shared, squadIds: [] }),
  version: row.version,
});
