import { Injectable } from '@nestjs/common';
import { can, type Employment } from '@planerka/agency/domain';
import type { CurrentMember } from '@planerka/agency/server';
import { payoutActionsIn, type PayoutState } from '@planerka/budgets/domain';
import { Money, Temporal, type Currency, type Id } from '@planerka/platform/domain';
import { pageSize, pageStart, Reader, toConnection, type Connection, type PageArgs } from '@planerka/platform/server';
import { CompiledQuery, sql, type RawBuilder } from 'kysely';
import { z } from 'zod';
import { toDate, toMoney } from '../budget/budget-presenter';
import { payablesStatement, type PayableRow } from './payable-rows';
import type { MemberPayablesObject, PayableWorkObject, PayoutObject } from './payout.object';

const order = 'payouts';
const cursorKey = z.tuple([z.number().int()]);

interface PayoutRow {
  readonly id: Id;
  readonly number: number;
  readonly state: PayoutState;
  readonly total_minor: string;
  readonly currency: string;
  readonly member_id: Id;
  readonly member_name: string;
  readonly employment: Employment;
  readonly prepared_by: string;
  readonly prepared_at: Date;
  readonly approved_by: string | null;
  readonly approved_at: Date | null;
  readonly paid_on: string | null;
  readonly document: string;
  readonly version: number;
  /** What the viewer may know of it. */
  readonly works: readonly { taskId: Id; title: string; clientName: string; minor: string }[];
  /** Of all its works. */
  readonly squad_ids: readonly Id[];
}

@Injectable()
export class PayoutsQuery {
  constructor(private readonly reader: Reader) {}

  /** What waits to be gathered: everybody's for an owner, own clients' for a manager, their own for a specialist. */
  async payables(viewer: CurrentMember): Promise<readonly MemberPayablesObject[]> {
    const squadIds = viewer.role === 'manager' ? [...viewer.squadIds] : null;
    const memberId = viewer.role === 'specialist' ? viewer.memberId : null;
    const { rows } = await this.reader.read(viewer, (db) =>
      db.executeQuery<PayableRow>(CompiledQuery.raw(payablesStatement, [viewer.agencyId, squadIds, memberId])),
    );
    const groups = Map.groupBy(rows, (row) => `${row.member_id}:${row.currency}`);
    return [...groups].map(([id, works]) => presentPayables(viewer, id, works));
  }

  async payouts(viewer: CurrentMember, state: PayoutState | null, page: PageArgs): Promise<Connection<PayoutObject>> {
    const first = pageSize(page);
    const after = pageStart(page, order, cursorKey);
    const where = sql`${after ? sql`p.number < ${after[0]}` : sql`true`}
      AND ${state ? sql`p.state = ${state}::"PayoutState"` : sql`true`}`;
    const rows = await this.rows(viewer, where, first + 1);
    return toConnection(
      rows,
      first,
      order,
      ({ number }) => [number],
      (row) => presentPayout(viewer, row),
    );
  }

  async some(viewer: CurrentMember, ids: readonly Id[]): Promise<readonly PayoutObject[]> {
    const rows = await this.rows(viewer, sql`p.id = ANY(${[...ids]}::uuid[])`, ids.length);
    return rows.map((row) => presentPayout(viewer, row));
  }

  private async rows(viewer: CurrentMember, where: RawBuilder<unknown>, limit: number): Promise<readonly PayoutRow[]> {
    const rows = await this.reader.ask(
      viewer,
      sql<PayoutRow>`
        SELECT p.id, p.number, p.state, items.total_minor::text, p.currency, m.id AS member_id, m.name AS member_name,
          m.employment, coalesce(prepared.name, '') AS prepared_by, p.prepared_at, approved.name AS approved_by,
          p.approved_at, p.paid_on::text, p.document, p.version, items.works, items.squad_ids
        FROM payout p
        JOIN member m ON m.agency_id = p.agency_id AND m.id = p.member_id
        LEFT JOIN member prepared ON prepared.agency_id = p.agency_id AND prepared.id = p.prepared_by_id
        LEFT JOIN member approved ON approved.agency_id = p.agency_id AND approved.id = p.approved_by_id
        CROSS JOIN LATERAL (
          SELECT coalesce(json_agg(json_build_object(
              'taskId', t.id, 'title', t.title, 'clientName', cl.name, 'minor', i.amount_minor::text
            ) ORDER BY t.title, t.id) FILTER (WHERE ${knownTo(viewer)}), '[]') AS works,
            coalesce(sum(i.amount_minor) FILTER (WHERE ${knownTo(viewer)}), 0) AS total_minor,
            json_agg(DISTINCT cl.squad_id) AS squad_ids
          FROM payout_item i
          JOIN task t ON t.agency_id = i.agency_id AND t.id = i.task_id
          JOIN client cl ON cl.agency_id = t.agency_id AND cl.id = t.client_id
          WHERE i.agency_id = p.agency_id AND i.payout_id = p.id
        ) items
        WHERE p.agency_id = ${viewer.agencyId}::uuid AND ${visibleTo(viewer)} AND ${where}
        ORDER BY p.number DESC LIMIT ${limit}`,
    );
    return rows;
  }
}

/** Somebody paid by two squads has one payout: a manager sees the works of their own, and what these come to. */
const knownTo = (viewer: CurrentMember): RawBuilder<unknown> =>
  viewer.role === 'manager'
    ? sql`(p.member_id = ${viewer.memberId}::uuid OR cl.squad_id = ANY(${[...viewer.squadIds]}::uuid[]))`
    : sql`true`;

/** `payout.view` as a filter. */
function visibleTo(viewer: CurrentMember): RawBuilder<unknown> {
  if (viewer.role === 'owner') return sql`true`;
  const own = sql`p.member_id = ${viewer.memberId}::uuid`;
  if (viewer.role === 'specialist') return own;
  return sql`(${own} OR EXISTS (
    SELECT 1 FROM payout_item i
    JOIN task t ON t.agency_id = i.agency_id AND t.id = i.task_id
    JOIN client cl ON cl.agency_id = t.agency_id AND cl.id = t.client_id
    WHERE i.agency_id = p.agency_id AND i.payout_id = p.id AND cl.squad_id = ANY(${[...viewer.squadIds]}::uuid[])))`;
}

function presentPayables(viewer: CurrentMember, id: string, rows: readonly PayableRow[]): MemberPayablesObject {
  const [first] = rows;
  if (!first) throw new Error('A group has a row');
  const works = rows.map((row): PayableWorkObject => ({
    taskId: row.task_id,
    title: row.title,
    clientName: row.client_name,
    amount: toMoney(row.minor, row.currency),
    owedSince: Temporal.Instant.fromEpochMilliseconds(row.owed_since.getTime()),
  }));
  const facts = { memberId: first.member_id, squadIds: rows.map(({ squad_id }) => squad_id) };
  return {
    id,
    memberId: first.member_id,
    memberName: first.member_name,
    employment: first.employment,
    total: Money.sum(
      works.map(({ amount }) => amount),
      first.currency as Currency,
    ),
    works,
    viewerCanPrepare: can(viewer, 'payout.prepare', facts),
  };
}

function presentPayout(viewer: CurrentMember, row: PayoutRow): PayoutObject {
  const facts = { memberId: row.member_id, squadIds: row.squad_ids };
  const decides = can(viewer, 'payout.approve', facts) ? payoutActionsIn(row.state) : [];
  const discard = row.state === 'draft' && can(viewer, 'payout.prepare', facts) ? ['discard'] : [];
  return {
    id: row.id,
    number: row.number,
    state: row.state,
    memberId: row.member_id,
    memberName: row.member_name,
    employment: row.employment,
    total: toMoney(row.total_minor, row.currency),
    works: row.works.map(({ taskId, title, clientName, minor }) => ({
      taskId,
      title,
      clientName,
      amount: toMoney(minor, row.currency),
      owedSince: null,
    })),
    preparedByName: row.prepared_by,
    preparedAt: Temporal.Instant.fromEpochMilliseconds(row.prepared_at.getTime()),
    approvedByName: row.approved_by,
    approvedAt: row.approved_at && Temporal.Instant.fromEpochMilliseconds(row.approved_at.getTime()),
    paidOn: row.paid_on === null ? null : toDate(row.paid_on),
    document: row.document,
    version: row.version,
    availableActions: [...decides, ...discard],
  };
}
