import { Injectable, type OnModuleInit } from '@nestjs/common';
import { memberObject, memberRead, type CurrentMember } from '@planerka/agency/server';
import { isId, type Id } from '@planerka/platform/domain';
import {
  connection,
  knownId,
  pageSize,
  pageStart,
  pageStatement,
  read,
  Reads,
  type Connection,
  type PageArgs,
} from '@planerka/platform/server';
import type { ChangeRequestState } from '@planerka/review/domain';
import type { GraphQLResolveInfo } from 'graphql';
import { sql } from 'kysely';
import { z } from 'zod';
import { inLeadScope, leadScopeInput, type LeadScopeInput } from '../approvals/lead-scope';
import type { ChangeRequestFilterInput } from './change-request.inputs';
import type { ChangeRequestObject } from './change-request.object';
import { changeRequestRead } from './change-request-read';

const order = 'drafted';
const cursorKey = z.tuple([z.string(), z.uuid()]);

interface ListArgs extends PageArgs {
  readonly filter: ChangeRequestFilterInput;
}

interface ListInput extends LeadScopeInput {
  readonly states: readonly ChangeRequestState[] | undefined;
  readonly clientId: Id | undefined;
  readonly taskId: Id | undefined;
  readonly first: number;
  readonly afterKey: string | undefined;
  readonly afterId: string | undefined;
}

const itsClient = sql`JOIN client c ON c.agency_id = q.agency_id AND c.id = q.client_id`;

const listRead = memberRead<ListArgs, ListInput>({
  field: 'changeRequests',
  type: connection(
    'ChangeRequestConnection',
    changeRequestRead,
    sql`${sql.lit(order)}::text`,
    sql`JOIN change_request q ON q.agency_id = ${read.value('agencyId')}::uuid AND q.id = page.id ${itsClient}`,
  ),
  input: (viewer, { filter, ...page }) => {
    const start = pageStart(page, order, cursorKey);
    return {
      ...leadScopeInput(viewer),
      states: filter.states ?? undefined,
      clientId: knownId(filter.clientId),
      taskId: knownId(filter.taskId),
      first: pageSize(page),
      afterKey: start?.[0],
      afterId: start?.[1],
    };
  },
  statement: (row, value, given) =>
    pageStatement(
      row,
      sql`
        SELECT q.id, json_build_array(q.created_at::text, q.id) AS key,
          row_number() OVER (ORDER BY q.created_at DESC, q.id DESC) AS place
        FROM change_request q ${itsClient}
        WHERE ${inLeadScope(sql`q`, value, given)}
          ${given('states') ? sql`AND q.state::text = ANY(${value('states')}::text[])` : sql``}
          ${given('clientId') ? sql`AND q.client_id = ${value('clientId')}::uuid` : sql``}
          ${given('taskId') ? sql`AND q.task_id = ${value('taskId')}::uuid` : sql``}
          ${
            given('afterKey')
              ? sql`AND (q.created_at, q.id) < (${value('afterKey')}::timestamptz, ${value('afterId')}::uuid)`
              : sql``
          }
        ORDER BY q.created_at DESC, q.id DESC LIMIT ${value('first')}::int + 1`,
    ),
});

interface OneInput extends LeadScopeInput {
  readonly id: Id;
}

const oneRead = memberObject<{ readonly id: Id }, OneInput>({
  type: changeRequestRead,
  input: (viewer, { id }) => (isId(id) ? { ...leadScopeInput(viewer), id } : null),
  statement: ({ object, joins }, value, given) => sql`
    SELECT ${object} AS body FROM change_request q ${itsClient} ${joins}
    WHERE ${inLeadScope(sql`q`, value, given)} AND q.id = ${value('id')}::uuid`,
});

/** Rounds past the included ones, of the clients that the viewer leads; the last drafted first. */
@Injectable()
export class ChangeRequestsQuery implements OnModuleInit {
  constructor(private readonly reads: Reads) {}

  onModuleInit(): void {
    this.reads.add(listRead);
  }

  list(viewer: CurrentMember, args: ListArgs, info: GraphQLResolveInfo): Promise<Connection<ChangeRequestObject>> {
    return this.reads.always(listRead, viewer, args, info);
  }

  one(viewer: CurrentMember, id: Id, info: GraphQLResolveInfo): Promise<ChangeRequestObject | null> {
    return this.reads.find(oneRead, viewer, { id }, info);
  }
}
