import { Injectable, type OnModuleInit } from '@nestjs/common';
import { can } from '@planerka/agency/domain';
import { memberObject, memberRead, type CurrentMember } from '@planerka/agency/server';
import type { PayoutState } from '@planerka/budgets/domain';
import { Money, type Currency, type Id } from '@planerka/platform/domain';
import {
  connection,
  pageSize,
  pageStart,
  pageStatement,
  read,
  Reader,
  Reads,
  type Connection,
  type PageArgs,
} from '@planerka/platform/server';
import type { GraphQLResolveInfo } from 'graphql';
import { CompiledQuery, sql } from 'kysely';
import { z } from 'zod';
import { toMoney } from '../budget/budget-presenter';
import { payablesStatement, type PayableRow } from './payable-rows';
import { inPayoutScope, payoutRead, payoutScopeInput, type PayoutScopeInput } from './payout-read';
import type { MemberPayablesObject, PayoutObject } from './payout.object';

const order = 'payouts';
const cursorKey = z.tuple([z.number().int()]);

export interface PayoutListArgs extends PageArgs {
  readonly state?: PayoutState | null;
}

interface PayoutsInput extends PayoutScopeInput {
  readonly first: number;
  readonly state: PayoutState | undefined;
  readonly after: number | undefined;
}

const payoutsRead = memberRead<PayoutListArgs, PayoutsInput>({
  field: 'payouts',
  type: connection(
    'PayoutConnection',
    payoutRead,
    sql.lit(order),
    sql`JOIN payout p ON p.agency_id = ${read.value('agencyId')}::uuid AND p.id = page.id
      JOIN member m ON m.agency_id = p.agency_id AND m.id = p.member_id`,
  ),
  input: (viewer, { state, ...page }) => ({
    ...payoutScopeInput(viewer),
    first: pageSize(page),
    state: state ?? undefined,
    after: pageStart(page, order, cursorKey)?.[0],
  }),
  statement: (row, value, given) =>
    pageStatement(
      row,
      sql`
        SELECT p.id, json_build_array(p.number) AS key, row_number() OVER (ORDER BY p.number DESC) AS place
        FROM payout p
        WHERE p.agency_id = ${value('agencyId')}::uuid AND ${inPayoutScope}
          ${given('state') ? sql`AND p.state = ${value('state')}::"PayoutState"` : sql``}
          ${given('after') ? sql`AND p.number < ${value('after')}::int` : sql``}
        ORDER BY p.number DESC LIMIT ${value('first')}::int + 1`,
    ),
});

interface SomePayoutsInput extends PayoutScopeInput {
  readonly ids: readonly Id[];
}

/** What a command has changed. */
const somePayoutsRead = memberObject<{ readonly ids: readonly Id[] }, SomePayoutsInput>({
  type: payoutRead,
  input: (viewer, { ids }) => ({ ...payoutScopeInput(viewer), ids }),
  statement: ({ object, joins }, value) => sql`
    SELECT concat('[', string_agg(${object}, ',' ORDER BY p.number DESC), ']') AS body
    FROM payout p JOIN member m ON m.agency_id = p.agency_id AND m.id = p.member_id ${joins}
    WHERE p.agency_id = ${value('agencyId')}::uuid AND p.id = ANY(${value('ids')}::uuid[]) AND ${inPayoutScope}`,
});

@Injectable()
export class PayoutsQuery implements OnModuleInit {
  constructor(
    private readonly reads: Reads,
    private readonly reader: Reader,
  ) {}

  onModuleInit(): void {
    this.reads.add(payoutsRead);
  }

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

  payouts(viewer: CurrentMember, args: PayoutListArgs, info: GraphQLResolveInfo): Promise<Connection<PayoutObject>> {
    return this.reads.always(payoutsRead, viewer, args, info);
  }

  some(viewer: CurrentMember, ids: readonly Id[]): Promise<readonly PayoutObject[]> {
    return this.reads.always(somePayoutsRead, viewer, { ids });
  }
}

function presentPayables(viewer: CurrentMember, id: string, rows: readonly PayableRow[]): MemberPayablesObject {
  const [first] = rows;
  if (!first) throw new Error('A group has a row');
  const works = rows.map((row) => ({
    taskId: row.task_id,
    title: row.title,
    clientName: row.client_name,
    amount: toMoney(row.minor, row.currency),
    owedSince: row.owed_since.toISOString(),
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
