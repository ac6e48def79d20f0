import { clientScope } from '@planerka/agency/domain';
import type { CurrentMember } from '@planerka/agency/server';
import type { Id } from '@planerka/platform/domain';
import type { ReadTransaction } from '@planerka/platform/server';
import { sql } from 'kysely';

/** An idea for any client may have gone to one whose plan the viewer does not see: where, is not told then. */
const seesClientOf = (viewer: CurrentMember) => {
  const scope = clientScope(viewer);
  return scope.kind === 'all'
    ? sql<boolean>`true`
    : sql<boolean>`used_for.squad_id = ANY(${[...scope.squadIds]}::uuid[])`;
};

/** Ideas of clients that the viewer serves, ideas for any client, and their own; with the publication that an idea lives in. */
export const seenIdeas = (db: ReadTransaction, viewer: CurrentMember) => {
  const scope = clientScope(viewer);
  return db
    .selectFrom('idea')
    .leftJoin('client', (join) =>
      join.onRef('client.agency_id', '=', 'idea.agency_id').onRef('client.id', '=', 'idea.client_id'),
    )
    .innerJoin('member', (join) =>
      join.onRef('member.agency_id', '=', 'idea.agency_id').onRef('member.id', '=', 'idea.created_by_id'),
    )
    .leftJoin('rubric', (join) =>
      join.onRef('rubric.agency_id', '=', 'idea.agency_id').onRef('rubric.id', '=', 'idea.rubric_id'),
    )
    .leftJoin(
      (eb) =>
        eb
          .selectFrom('content_item')
          .innerJoin('client as used_for', (join) =>
            join
              .onRef('used_for.agency_id', '=', 'content_item.agency_id')
              .onRef('used_for.id', '=', 'content_item.client_id'),
          )
          .select(['content_item.agency_id', 'content_item.id', 'content_item.client_id', 'content_item.title'])
          .select('content_item.publish_at')
          .where('content_item.agency_id', '=', viewer.agencyId)
          .where('content_item.deleted_at', 'is', null)
          .where(seesClientOf(viewer))
          .as('used'),
      (join) =>
        join
          .onRef('used.agency_id', '=', 'idea.agency_id')
          .onRef('used.id', '=', 'idea.item_id')
          .on('idea.archived_at', 'is not', null),
    )
    .where('idea.agency_id', '=', viewer.agencyId)
    .where((eb) =>
      scope.kind === 'all'
        ? eb.lit(true)
        : eb.or([
            eb('idea.client_id', 'is', null),
            eb('idea.created_by_id', '=', viewer.memberId),
            scope.squadIds.length === 0 ? eb.lit(false) : eb('client.squad_id', 'in', [...scope.squadIds]),
          ]),
    );
};

/** For this client, and for any. */
export const ofClient = (clientId: Id | null) => sql<boolean>`(${clientId}::uuid IS NULL OR idea.client_id IS NULL
  OR idea.client_id = ${clientId}::uuid)`;
