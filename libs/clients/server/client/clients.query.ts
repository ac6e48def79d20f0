import { Injectable, type OnModuleInit } from '@nestjs/common';
import { can } from '@planerka/agency/domain';
import { memberRead, type CurrentMember } from '@planerka/agency/server';
import type { ClientState } from '@planerka/clients/domain';
import { isId, type Id } from '@planerka/platform/domain';
import {
  connection,
  pageSize,
  pageStart,
  pageStatement,
  read,
  Reader,
  Reads,
  type Connection,
} from '@planerka/platform/server';
import type { GraphQLResolveInfo } from 'graphql';
import { sql } from 'kysely';
import { z } from 'zod';
import { clientRead } from './client-read';
import { clientScopeInput, inClientScope, type ClientScopeInput } from './client-scope';
import type { ClientListArgs } from './client.inputs';
import type { ClientObject, SquadRefObject } from './client.object';

const order = 'client.name';
const cursorKey = z.tuple([z.string(), z.uuid()]);

interface ClientInput extends ClientScopeInput {
  /** ISO 8601. */
  readonly at: string;
}

interface OneClientInput extends ClientInput {
  readonly id: Id;
}

interface ClientsInput extends ClientInput {
  readonly first: number;
  readonly states: readonly ClientState[] | undefined;
  readonly afterName: string | undefined;
  readonly afterId: Id | undefined;
}

const oneClientRead = memberRead<{ readonly id: Id }, OneClientInput>({
  field: 'client',
  type: clientRead,
  input: (viewer, { id }, at) => (isId(id) ? { ...clientScopeInput(viewer), at: at.toString(), id } : null),
  statement: ({ object, joins }, value, given) => sql`
    SELECT ${object} AS body FROM client ${joins}
    WHERE ${inClientScope(value, given)} AND client.id = ${value('id')}::uuid`,
});

const clientsRead = memberRead<ClientListArgs, ClientsInput>({
  field: 'clients',
  type: connection(
    'ClientConnection',
    clientRead,
    sql.lit(order),
    sql`JOIN client ON client.agency_id = ${read.value('agencyId')}::uuid AND client.id = page.id`,
  ),
  input: (viewer, { states, ...page }, at) => {
    const start = pageStart(page, order, cursorKey);
    return {
      ...clientScopeInput(viewer),
      at: at.toString(),
      first: pageSize(page),
      states: states ?? undefined,
      afterName: start?.[0],
      afterId: start?.[1],
    };
  },
  statement: (row, value, given) =>
    pageStatement(
      row,
      sql`
        SELECT client.id, json_build_array(client.name, client.id) AS key, row_number() OVER (ORDER BY client.name, client.id) AS place
        FROM client
        WHERE ${inClientScope(value, given)}
          ${given('states') ? sql`AND client.state::text = ANY(${value('states')}::text[])` : sql``}
          ${given('afterName') ? sql`AND (client.name, client.id) > (${value('afterName')}::text, ${value('afterId')}::uuid)` : sql``}
        ORDER BY client.name, client.id LIMIT ${value('first')}::int + 1`,
    ),
});

@Injectable()
export class ClientsQuery implements OnModuleInit {
  constructor(
    private readonly reads: Reads,
    private readonly reader: Reader,
  ) {}

  onModuleInit(): void {
    this.reads.add(oneClientRead);
    this.reads.add(clientsRead);
  }

  list(viewer: CurrentMember, args: ClientListArgs, info: GraphQLResolveInfo): Promise<Connection<ClientObject>> {
    return this.reads.always(clientsRead, viewer, args, info);
  }

  client(viewer: CurrentMember, id: Id, info?: GraphQLResolveInfo): Promise<ClientObject | null> {
    return this.reads.find(oneClientRead, viewer, { id }, info);
  }

  async servingSquads(viewer: CurrentMember): Promise<readonly SquadRefObject[]> {
    const squads = await this.reader.read(viewer, (db) =>
      db.selectFrom('squad').select(['id', 'name']).where('agency_id', '=', viewer.agencyId).orderBy('name').execute(),
    );
    return squads.filter(({ id }) => can(viewer, 'client.edit', { squadId: id }));
  }
}
