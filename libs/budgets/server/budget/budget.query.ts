import { Injectable, type OnModuleInit } from '@nestjs/common';
import { memberRead, type CurrentMember } from '@planerka/agency/server';
import { isId, type Id } from '@planerka/platform/domain';
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
import { budgetRead, clock } from './budget-read';
import { budgetInput, inBudgetScope, type BudgetInput } from './budget-scope';
import type { BudgetObject } from './budget.object';

const order = 'budgets';
const cursorKey = z.tuple([z.string(), z.uuid()]);

interface OneBudgetInput extends BudgetInput {
  readonly campaignId: Id;
}

interface BudgetsInput extends BudgetInput {
  readonly first: number;
  readonly afterEnd: string | undefined;
  readonly afterId: string | undefined;
}

const oneBudgetRead = memberRead<{ readonly campaignId: Id }, OneBudgetInput>({
  field: 'budget',
  type: budgetRead,
  input: (viewer, { campaignId }, at) => {
    const input = budgetInput(viewer, at);
    return input && isId(campaignId) ? { ...input, campaignId } : null;
  },
  statement: ({ object, joins }, value, given) => sql`
    WITH ${clock(value)}
    SELECT ${object} AS body
    FROM clock, campaign c JOIN client cl ON cl.agency_id = c.agency_id AND cl.id = c.client_id ${joins}
    WHERE c.agency_id = ${value('agencyId')}::uuid AND c.id = ${value('campaignId')}::uuid AND ${inBudgetScope(value, given)}`,
});

const budgetsRead = memberRead<PageArgs, BudgetsInput>({
  field: 'budgets',
  type: connection(
    'BudgetConnection',
    budgetRead,
    sql.lit(order),
    sql`JOIN campaign c ON c.agency_id = ${read.value('agencyId')}::uuid AND c.id = page.id
      JOIN client cl ON cl.agency_id = c.agency_id AND cl.id = c.client_id CROSS JOIN clock`,
  ),
  input: (viewer, page, at) => {
    const start = pageStart(page, order, cursorKey);
    const first = pageSize(page);
    // Who sees no budget sees an empty page of them.
    const input = budgetInput(viewer, at) ?? {
      agencyId: viewer.agencyId,
      at: at.toString(),
      seesAll: undefined,
      squadIds: [],
      seesAllLines: false,
    };
    return { ...input, first, afterEnd: start?.[0], afterId: start?.[1] };
  },
  statement: (row, value, given) =>
    pageStatement(
      row,
      sql`
        SELECT c.id, json_build_array(c.ends_on::text, c.id) AS key, row_number() OVER (ORDER BY c.ends_on DESC, c.id DESC) AS place
        FROM campaign c JOIN client cl ON cl.agency_id = c.agency_id AND cl.id = c.client_id
        WHERE c.agency_id = ${value('agencyId')}::uuid AND ${inBudgetScope(value, given)}
          ${given('afterEnd') ? sql`AND (c.ends_on, c.id) < (${value('afterEnd')}::date, ${value('afterId')}::uuid)` : sql``}
        ORDER BY c.ends_on DESC, c.id DESC LIMIT ${value('first')}::int + 1`,
      clock(value),
    ),
});

/** A campaign's budget with lines, requests and the pace of its advertising: one statement, for the page and the list. */
@Injectable()
export class BudgetQuery implements OnModuleInit {
  constructor(private readonly reads: Reads) {}

  onModuleInit(): void {
    this.reads.add(oneBudgetRead);
    this.reads.add(budgetsRead);
  }

  budget(viewer: CurrentMember, campaignId: Id, info?: GraphQLResolveInfo): Promise<BudgetObject | null> {
    return this.reads.find(oneBudgetRead, viewer, { campaignId }, info);
  }

  budgets(viewer: CurrentMember, page: PageArgs, info: GraphQLResolveInfo): Promise<Connection<BudgetObject>> {
    return this.reads.always(budgetsRead, viewer, page, info);
  }
}
