import { Injectable } from '@nestjs/common';
import type { CurrentMember } from '@planerka/agency/server';
import { isId, type Id } from '@planerka/platform/domain';
import { pageSize, pageStart, Reader, toConnection, type Connection, type PageArgs } from '@planerka/platform/server';
import { sql, type RawBuilder } from 'kysely';
import { z } from 'zod';
import { inScope, known } from '../approvals/in-scope';
import { changeRequestDocument, presentChangeRequest, type ChangeRequestDocument } from './change-request-document';
import type { ChangeRequestFilterInput } from './change-request.inputs';
import type { ChangeRequestObject } from './change-request.object';

const order = 'drafted';
const cursorKey = z.tuple([z.string(), z.uuid()]);

interface Row {
  readonly key: string;
  readonly request: ChangeRequestDocument;
}

/** Rounds past the included ones, of the clients that the viewer leads; the last drafted first. */
@Injectable()
export class ChangeRequestsQuery {
  constructor(private readonly reader: Reader) {}

  async list(
    viewer: CurrentMember,
    { states, clientId, taskId }: ChangeRequestFilterInput,
    page: PageArgs,
  ): Promise<Connection<ChangeRequestObject>> {
    const first = pageSize(page);
    const start = pageStart(page, order, cursorKey);
    const rows = await this.read(
      viewer,
      sql`${states ? sql`AND q.state::text = ANY(${[...states]}::text[])` : sql``}
        ${clientId ? sql`AND q.client_id = ${known(clientId)}::uuid` : sql``}
        ${taskId ? sql`AND q.task_id = ${known(taskId)}::uuid` : sql``}
        ${start ? sql`AND (q.created_at, q.id) < (${start[0]}::timestamptz, ${start[1]}::uuid)` : sql``}`,
      first + 1,
    );
    return toConnection(
      rows,
      first,
      order,
      ({ key, request }) => [key, request.id],
      ({ request }) => presentChangeRequest(request),
    );
  }

  async one(viewer: CurrentMember, id: Id): Promise<ChangeRequestObject | null> {
    if (!isId(id)) return null;
    const [row] = await this.read(viewer, sql`AND q.id = ${id}::uuid`, 1);
    return row ? presentChangeRequest(row.request) : null;
  }

  private async read(viewer: CurrentMember, condition: RawBuilder<unknown>, limit: number): Promise<readonly Row[]> {
    const rows = await this.reader.ask(
      viewer,
      sql<Row>`
        SELECT q.created_at::text AS key, ${changeRequestDocument} AS request
        FROM change_request q
        JOIN task qt ON qt.agency_id = q.agency_id AND qt.id = q.task_id
        JOIN client c ON c.agency_id = q.agency_id AND c.id = q.client_id
        WHERE ${inScope(viewer, sql`q`)} ${condition}
        ORDER BY q.created_at DESC, q.id DESC LIMIT ${limit}`,
    );
    return rows;
  }
}
