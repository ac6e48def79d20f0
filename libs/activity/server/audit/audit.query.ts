import { Injectable } from '@nestjs/common';
import { leadScope } from '@planerka/agency/domain';
import type { CurrentMember } from '@planerka/agency/server';
import type { AuditOrigin } from '@planerka/activity/domain';
import { isId, type Change, type Changes, type Id, type PlainDate } from '@planerka/platform/domain';
import { pageSize, pageStart, Reader, toConnection, type Connection, type PageArgs } from '@planerka/platform/server';
import { sql, type RawBuilder } from 'kysely';
import { z } from 'zod';
import { idsIn, namesIn, type Names } from './audit-names';
import type { AuditChange, AuditEntryObject } from './audit.object';

export interface AuditFilter {
  readonly clientId?: Id | null;
  readonly memberId?: Id | null;
  readonly actions?: readonly string[] | null;
  readonly entityId?: Id | null;
  readonly from?: PlainDate | null;
  readonly to?: PlainDate | null;
}

type Key = readonly [at: string, id: Id];

const order = 'audit';
const keySchema = z.tuple([z.iso.datetime(), z.uuid()]);

/** Newest first: the agency's for the owner, of own clients for a manager, nothing for a specialist. */
@Injectable()
export class AuditQuery {
  constructor(private readonly reader: Reader) {}

  async log(viewer: CurrentMember, args: AuditFilter & PageArgs): Promise<Connection<AuditEntryObject>> {
    const first = pageSize(args);
    const rows = await this.rows(viewer, args, pageStart(args, order, keySchema), first + 1);
    const names = await namesIn(this.reader, viewer, rows);
    return toConnection(rows, first, order, keyOf, (row) => entryOf(row, names));
  }

  /** All of it, page by page: what is exported has no last page. */
  async *all(viewer: CurrentMember, filter: AuditFilter): AsyncGenerator<AuditEntryObject> {
    const page = 1_000;
    let after: Key | null = null;
    for (;;) {
      const rows: readonly AuditLogRow[] = await this.rows(viewer, filter, after, page);
      const names = await namesIn(this.reader, viewer, rows);
      yield* rows.map((row) => entryOf(row, names));
      const last = rows.at(-1);
      if (!last || rows.length < page) return;
      after = keyOf(last);
    }
  }

  private async rows(
    viewer: CurrentMember,
    filter: AuditFilter,
    after: Key | null,
    limit: number,
  ): Promise<readonly AuditLogRow[]> {
    // What no id can be, nobody has done.
    if ([filter.clientId, filter.memberId, filter.entityId].some((id) => id != null && !isId(id))) return [];
    return this.reader.ask<AuditLogRow>(
      viewer,
      sql`SELECT entry.id, entry.sequence, encode(entry.hash, 'hex') AS hash, entry.at, entry.actor_name AS "actorName",
            entry.actor_member_id AS "actorMemberId", entry.action, entry.entity_type AS "entityType",
            entry.entity_id AS "entityId", coalesce(entry.details ->> 'title', entry.details ->> 'name') AS title,
            entry.details ->> 'reason' AS reason, entry.client_id AS "clientId", client.name AS "clientName",
            entry.changes, entry.origin
          FROM audit_entry entry
          LEFT JOIN client ON client.agency_id = entry.agency_id AND client.id = entry.client_id
          WHERE entry.agency_id = ${viewer.agencyId} AND ${seenBy(viewer)} AND ${askedFor(viewer, filter)}
            AND ${after ? sql`(entry.at, entry.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql`true`}
          ORDER BY entry.at DESC, entry.id DESC LIMIT ${limit}`,
    );
  }
}

interface AuditLogRow extends Omit<AuditEntryObject, 'changes' | 'names' | 'address' | 'device' | 'tokenName'> {
  readonly changes: Changes;
  readonly origin: AuditOrigin | null;
}

/** `audit.view` as a condition. */
function seenBy(viewer: CurrentMember): RawBuilder<unknown> {
  const scope = leadScope(viewer);
  if (scope.kind === 'all') return sql`true`;
  return sql`(NOT entry.owners_only AND client.squad_id = ANY(${scope.squadIds}::uuid[]))`;
}

function askedFor(
  { agencyId }: CurrentMember,
  { clientId, memberId, entityId, actions, from, to }: AuditFilter,
): RawBuilder<unknown> {
  const midnight = (day: string) =>
    sql`(${day}::date::timestamp AT TIME ZONE (SELECT time_zone FROM agency WHERE id = ${agencyId}))`;
  const conditions = [
    ...(clientId ? [sql`entry.client_id = ${clientId}`] : []),
    ...(memberId ? [sql`entry.actor_member_id = ${memberId}`] : []),
    ...(entityId ? [sql`entry.entity_id = ${entityId}`] : []),
    ...(actions && actions.length > 0
      ? [sql`(entry.action = ANY(${actions}::text[]) OR split_part(entry.action, '.', 1) = ANY(${actions}::text[]))`]
      : []),
    ...(from ? [sql`entry.at >= ${midnight(from.toString())}`] : []),
    ...(to ? [sql`entry.at < ${midnight(to.add({ days: 1 }).toString())}`] : []),
  ];
  return conditions.length > 0 ? sql.join(conditions, sql` AND `) : sql`true`;
}

const keyOf = ({ at, id }: AuditLogRow): Key => [at.toISOString(), id];

const entryOf = ({ changes, origin, ...row }: AuditLogRow, names: Names): AuditEntryObject => ({
  ...row,
  changes: Object.entries(changes).map(changeOf),
  names: [...new Set(idsIn(changes))].flatMap((id) => {
    const name = names.get(id);
    return name === undefined ? [] : [{ id, name }];
  }),
  address: origin?.address ?? null,
  device: origin?.device ?? null,
  tokenName: origin?.token ?? null,
});

const changeOf = ([field, { from, to }]: [field: string, change: Change]): AuditChange => ({ field, from, to });
