import { Injectable } from '@nestjs/common';
import { can, clientScope } from '@planerka/agency/domain';
import type { CurrentMember } from '@planerka/agency/server';
import { isId, type Id } from '@planerka/platform/domain';
import {
  pageSize,
  pageStart,
  Reader,
  toConnection,
  type Connection,
  type ReadTransaction,
} from '@planerka/platform/server';
import { z } from 'zod';
import type { IdeaListArgs } from './idea.inputs';
import type { IdeaObject } from './idea.object';

const order = 'idea.newest';
const key = z.tuple([z.uuid()]);

@Injectable()
export class IdeasQuery {
  constructor(private readonly reader: Reader) {}

  /** The newest first: ids are made in the order of time. */
  async list(viewer: CurrentMember, args: IdeaListArgs): Promise<Connection<IdeaObject>> {
    const first = pageSize(args);
    const after = pageStart(args, order, key)?.[0];
    const { clientId } = args;
    const words = wordsOf(args.search ?? '');
    const rows =
      clientId != null && !isId(clientId)
        ? []
        : await this.reader.read(viewer, (db) =>
            within(db, viewer)
              .where('idea.archived_at', 'is', null)
              .$if(clientId != null, (query) =>
                query.where((eb) =>
                  eb.or([eb('idea.client_id', '=', clientId ?? ''), eb('idea.client_id', 'is', null)]),
                ),
              )
              .where((eb) => eb.and(words.map((word) => eb('idea.text', 'ilike', `%${word}%`))))
              .$if(after !== undefined, (query) => query.where('idea.id', '<', after ?? ''))
              .orderBy('idea.id', 'desc')
              .limit(first + 1)
              .execute(),
          );
    return toConnection(
      rows,
      first,
      order,
      ({ id }) => [id],
      (row) => toIdea(row, viewer),
    );
  }

  async idea(viewer: CurrentMember, id: Id): Promise<IdeaObject> {
    const row = await this.reader.read(viewer, (db) =>
      within(db, viewer).where('idea.id', '=', id).executeTakeFirstOrThrow(),
    );
    return toIdea(row, viewer);
  }
}

/** As they are looked for: what a pattern means by itself means itself. Of a long text its beginning. */
const wordsOf = (text: string): readonly string[] =>
  text
    .slice(0, 200)
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 10)
    .map((word) => word.replace(/[\\%_]/g, '\\$&'));

/** Ideas of clients that the viewer serves, ideas for any client, and their own. */
const within = (db: ReadTransaction, viewer: CurrentMember) => {
  const scope = clientScope(viewer);
  return db
    .selectFrom('idea')
    .leftJoin('client', (join) =>
      join.onRef('client.agency_id', '=', 'idea.agency_id').onRef('client.id', '=', 'idea.client_id'),
    )
    .innerJoin('member', (join) =>
      join.onRef('member.agency_id', '=', 'idea.agency_id').onRef('member.id', '=', 'idea.created_by_id'),
    )
    .select([
      'idea.id',
      'idea.text',
      'idea.client_id',
      'client.name as client_name',
      'client.squad_id',
      'idea.item_id',
      'idea.created_by_id',
      'member.name as author_name',
      'idea.created_at',
    ])
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

interface IdeaRow {
  readonly id: Id;
  readonly text: string;
  readonly client_id: Id | null;
  readonly client_name: string | null;
  readonly squad_id: Id | null;
  readonly item_id: Id | null;
  readonly created_by_id: Id;
  readonly author_name: string;
  readonly created_at: Date;
}

const toIdea = (row: IdeaRow, viewer: CurrentMember): IdeaObject => ({
  id: row.id,
  text: row.text,
  clientId: row.client_id,
  clientName: row.client_name,
  itemId: row.item_id,
  authorName: row.author_name,
  createdAt: row.created_at,
  viewerCanArchive: can(viewer, 'idea.keep', { authorId: row.created_by_id, squadId: row.squad_id }),
});
