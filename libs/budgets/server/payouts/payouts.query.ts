import { Injectable, type OnModuleInit } from '@nestjs/common';
import { memberObject, memberRead, type CurrentMember } from '@planerka/agency/server';
import type { PayoutState } from '@planerka/budgets/domain';
import type { Id } from '@planerka/platform/domain';
import {
  connection,
  pageSize,
  pageStart,
  pageStatement,
  read,
  Reads,
  type Connection,
  type PageArgs,
} from '@planerka/platform/server';
import type { GraphQLResolveInfo } from 'graphql';
import { sql } from 'kysely';
import { z } from 'zod';
import { payablesRead } from './payables-read';
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
  constructor(private readonly reads: Reads) {}

  onModuleInit(): void {
    this.reads.add(payoutsRead);
    this.reads.add(payablesRead);
  }

  payables(viewer: CurrentMember, info: GraphQLResolveInfo): Promise<readonly MemberPayablesObject[]> {
    return this.reads.always(payablesRead, viewer, {}, info);
  }

  payouts(viewer: CurrentMember, args: PayoutListArgs, info: GraphQLResolveInfo): Promise<Connection<PayoutObject>> {
    return this.reads.always(payoutsRead, viewer, args, info);
  }

  some(viewer: CurrentMember, ids: readonly Id[]): Promise<readonly PayoutObject[]> {
    return this.reads.always(somePayoutsRead, viewer, { ids });
  }
}
