import { Injectable } from '@nestjs/common';
import { can } from '@planerka/agency/domain';
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
import { clientColumns, joinSquad, seesClient, toClient } from './client.fields';
import type { ClientListArgs } from './client.inputs';
import type { ClientObject, SquadRefObject } from './client.object';

const order = 'client.name';
const key = z.tuple([z.string(), z.uuid()]);

@Injectable()
export class ClientsQuery {
  constructor(private readonly reader: Reader) {}

  async list(viewer: CurrentMember, args: ClientListArgs): Promise<Connection<ClientObject>> {
    const first = pageSize(args);
    const after = pageStart(args, order, key);
    const rows = await this.reader.read(viewer, (db) =>
      within(db, viewer)
        .$if(args.states != null, (query) => query.where('client.state', 'in', args.states ?? []))
        .$if(after !== null, (query) =>
          query.where(({ eb, refTuple, tuple }) =>
            eb(refTuple('client.name', 'client.id'), '>', tuple(after?.[0] ?? '', after?.[1] ?? '')),
          ),
        )
        .orderBy('client.name')
        .orderBy('client.id')
        .limit(first + 1)
        .execute(),
    );
    return toConnection(
      rows,
      first,
      order,
      (row) => [row.client_name, row.client_id],
      (row) => toClient(viewer, row),
    );
  }

  async client(viewer: CurrentMember, id: Id): Promise<ClientObject | null> {
    if (!isId(id)) return null;
    const row = await this.reader.read(viewer, (db) =>
      within(db, viewer).where('client.id', '=', id).executeTakeFirst(),
    );
    return row ? toClient(viewer, row) : null;
  }

  async servingSquads(viewer: CurrentMember): Promise<readonly SquadRefObject[]> {
    const squads = await this.reader.read(viewer, (db) =>
      db.selectFrom('squad').select(['id', 'name']).where('agency_id', '=', viewer.agencyId).orderBy('name').execute(),
    );
    return squads.filter(({ id }) => can(viewer, 'client.edit', { squadId: id }));
  }
}

const within = (db: ReadTransaction, viewer: CurrentMember) =>
  joinSquad(db.selectFrom('client'))
    .select(clientColumns)
    .where('client.agency_id', '=', viewer.agencyId)
    .where(seesClient(viewer));
