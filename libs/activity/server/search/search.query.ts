import { Injectable } from '@nestjs/common';
import { Field, ID, ObjectType } from '@nestjs/graphql';
import { clientScope, taskScope } from '@planerka/agency/domain';
import type { CurrentMember } from '@planerka/agency/server';
import { graphqlEnum, Reader } from '@planerka/platform/server';
import { sql, type RawBuilder } from 'kysely';

export const FoundKindEnum = graphqlEnum('FoundKind', ['client', 'campaign', 'item', 'task']);

@ObjectType('Found', { description: 'Something whose name matches.' })
export class FoundObject {
  @Field(() => ID)
  id!: string;

  @Field(() => FoundKindEnum)
  kind!: 'client' | 'campaign' | 'item' | 'task';

  @Field()
  title!: string;

  @Field(() => ID)
  clientId!: string;

  @Field()
  clientName!: string;

  @Field(() => String, { nullable: true, description: 'The state of a task or the status of an item.' })
  state!: string | null;
}

const perKind = 6;
const maxQuery = 100;

/** Finds clients, campaigns, publications and tasks by a part of their name, among what the viewer may see. */
@Injectable()
export class SearchQuery {
  constructor(private readonly reader: Reader) {}

  async find(viewer: CurrentMember, text: string): Promise<FoundObject[]> {
    const wanted = text.trim().slice(0, maxQuery);
    if (wanted.length < 2) return [];
    const pattern = `%${wanted.replaceAll(/[\\%_]/g, '\\$&')}%`;
    const ownClients = ofClients(viewer);
    const { rows } = await this.reader.read(viewer, (db) =>
      sql<FoundObject>`
        WITH own AS (SELECT id, name, created_at FROM client WHERE agency_id = ${viewer.agencyId} AND ${ownClients})
        (SELECT id, 'client' AS kind, name AS title, id AS "clientId", name AS "clientName", NULL AS state
         FROM own WHERE name ILIKE ${pattern} ORDER BY name LIMIT ${perKind})
        UNION ALL
        (SELECT c.id, 'campaign', c.name, own.id, own.name, c.state::text FROM campaign c JOIN own ON own.id = c.client_id
         WHERE c.agency_id = ${viewer.agencyId} AND c.name ILIKE ${pattern} ORDER BY c.starts_on DESC LIMIT ${perKind})
        UNION ALL
        (SELECT i.id, 'item', i.title, own.id, own.name, i.status::text FROM content_item i JOIN own ON own.id = i.client_id
         WHERE i.agency_id = ${viewer.agencyId} AND i.deleted_at IS NULL AND i.title ILIKE ${pattern}
         ORDER BY i.publish_at DESC LIMIT ${perKind})
        UNION ALL
        (SELECT t.id, 'task', t.title, client.id, client.name, t.state::text FROM task t
         JOIN client ON client.agency_id = t.agency_id AND client.id = t.client_id
         WHERE t.agency_id = ${viewer.agencyId} AND t.title ILIKE ${pattern} AND ${ofTasks(viewer)}
         ORDER BY t.state IN ('done', 'cancelled'), t.due_at DESC NULLS LAST LIMIT ${perKind})`.execute(db),
    );
    return rows;
  }
}

function ofClients(viewer: CurrentMember): RawBuilder<boolean> {
  const scope = clientScope(viewer);
  return scope.kind === 'all' ? sql`true` : sql`squad_id = ANY(${scope.squadIds}::uuid[])`;
}

function ofTasks(viewer: CurrentMember): RawBuilder<boolean> {
  const scope = taskScope(viewer);
  if (scope.kind === 'all') return sql`true`;
  return sql`(client.squad_id = ANY(${scope.squadIds}::uuid[]) OR t.assignee_id = ${scope.assigneeId})`;
}
