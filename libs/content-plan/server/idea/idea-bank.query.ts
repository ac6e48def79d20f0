import { Injectable } from '@nestjs/common';
import type { CurrentMember } from '@planerka/agency/server';
import { isId, type Id } from '@planerka/platform/domain';
import { Reader } from '@planerka/platform/server';
import { sql } from 'kysely';
import type { IdeaBank } from './idea.object';
import { ofClient, seenIdeas } from './seen-ideas';

/** Words to choose from, not a dictionary. */
const tagLimit = 100;

const nothing: IdeaBank = {
  tags: [],
  clients: [],
  rubrics: [],
  authors: [],
  openCount: 0,
  usedCount: 0,
  archivedCount: 0,
};

/** What stands over the list of ideas: its filters and how many there are. One statement. */
@Injectable()
export class IdeaBankQuery {
  constructor(private readonly reader: Reader) {}

  async bank(viewer: CurrentMember, clientId: Id | null): Promise<IdeaBank> {
    if (clientId !== null && !isId(clientId)) return nothing;
    return this.reader.read(viewer, (db) =>
      db
        .with('seen', () =>
          seenIdeas(db, viewer)
            .where(ofClient(clientId))
            .select(['idea.tags', 'idea.archived_at', 'idea.item_id', 'idea.client_id', 'client.name as client_name'])
            .select(['idea.created_by_id as author_id', 'member.name as author_name'])
            .select(['idea.rubric_id', 'rubric.name as rubric_name', 'used.id as used_id']),
        )
        .selectNoFrom([
          sql<
            IdeaBank['tags']
          >`(SELECT coalesce(json_agg(json_build_object('name', tag, 'count', count) ORDER BY count DESC, tag), '[]')
            FROM (SELECT tag, count(*)::int AS count FROM seen, unnest(seen.tags) AS tag WHERE archived_at IS NULL
              GROUP BY tag ORDER BY count(*) DESC, tag LIMIT ${sql.lit(tagLimit)}) AS counted)`.as('tags'),
          named('client_id', 'client_name').as('clients'),
          named('rubric_id', 'rubric_name').as('rubrics'),
          named('author_id', 'author_name').as('authors'),
          counted(sql`archived_at IS NULL`).as('openCount'),
          counted(sql`archived_at IS NOT NULL AND used_id IS NOT NULL`).as('usedCount'),
          counted(sql`archived_at IS NOT NULL AND item_id IS NULL`).as('archivedCount'),
        ])
        .executeTakeFirstOrThrow(),
    );
  }
}

const named = (id: string, name: string) =>
  sql<IdeaBank['clients']>`(SELECT coalesce(json_agg(json_build_object('id', id, 'name', name) ORDER BY name, id), '[]')
    FROM (SELECT DISTINCT ${sql.ref(id)} AS id, ${sql.ref(name)} AS name FROM seen WHERE ${sql.ref(id)} IS NOT NULL) AS one)`;

const counted = (which: ReturnType<typeof sql>) => sql<number>`(SELECT count(*)::int FROM seen WHERE ${which})`;
