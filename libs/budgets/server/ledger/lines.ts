import { Injectable } from '@nestjs/common';
import type { BudgetCategory, BudgetLine } from '@planerka/budgets/domain';
import {
  Money,
  parsePlainYearMonth,
  unwrap,
  type Currency,
  type Id,
  type Instant,
  type PlainYearMonth,
} from '@planerka/platform/domain';
import type { Tx } from '@planerka/platform/server';
import { sql } from 'kysely';

/** A line with the campaign it belongs to. */
export interface CampaignLine extends BudgetLine {
  readonly campaignId: Id;
}

/** A row of budget_line as raw statements give it. */
export interface LineRow {
  readonly id: string;
  readonly campaign_id: string;
  readonly category: BudgetCategory;
  readonly month: string;
  readonly is_hard: boolean;
  readonly currency: string;
  /** As text: what pg makes of a bigint. */
  readonly available_minor: string;
  readonly committed_minor: string;
  readonly payable_minor: string;
  readonly spent_minor: string;
}

export const lineColumns = sql`id, campaign_id, category, to_char(month, 'YYYY-MM') AS month, is_hard, currency,
  available_minor, committed_minor, payable_minor, spent_minor`;

export function toLine(row: LineRow): CampaignLine {
  const currency = row.currency as Currency;
  return {
    id: row.id,
    campaignId: row.campaign_id,
    category: row.category,
    month: unwrap(parsePlainYearMonth(row.month)),
    isHard: row.is_hard,
    currency,
    balances: {
      available: Money.of(BigInt(row.available_minor), currency),
      committed: Money.of(BigInt(row.committed_minor), currency),
      payable: Money.of(BigInt(row.payable_minor), currency),
      spent: Money.of(BigInt(row.spent_minor), currency),
    },
  };
}

/** Finds lines inside a command's transaction. */
@Injectable()
export class Lines {
  /** The line that a campaign's work of this category and month is paid from; null where none is planned. */
  async find(
    { agencyId, query }: Tx,
    {
      campaignId,
      category,
      month,
    }: { readonly campaignId: Id; readonly category: BudgetCategory; readonly month: PlainYearMonth },
  ): Promise<CampaignLine | null> {
    const [row] = await query(sql<LineRow>`
      SELECT ${lineColumns} FROM budget_line
      WHERE agency_id = ${agencyId}::uuid AND campaign_id = ${campaignId}::uuid
        AND category = ${category}::"BudgetCategory" AND month = ${`${month.toString()}-01`}::date`);
    return row ? toLine(row) : null;
  }

  /** The same by the moment that the work is due: which month that is, only the agency's time zone tells. */
  async findDue(
    { agencyId, query }: Tx,
    {
      campaignId,
      category,
      dueAt,
    }: { readonly campaignId: Id; readonly category: BudgetCategory; readonly dueAt: Instant },
  ): Promise<Id | null> {
    const [row] = await query(sql<{ readonly id: Id }>`
      SELECT id FROM budget_line
      WHERE agency_id = ${agencyId}::uuid AND campaign_id = ${campaignId}::uuid AND category = ${category}::"BudgetCategory"
        AND month = date_trunc('month', ${dueAt.toString()}::timestamptz
          AT TIME ZONE (SELECT time_zone FROM agency WHERE id = ${agencyId}::uuid))::date`);
    return row?.id ?? null;
  }

  /**
   * Locks lines until the transaction ends, always in the order of their ids: two commands that need the same two
   * lines wait for each other instead of deadlocking. Whoever moves money on several lines locks them first.
   */
  async lock({ agencyId, query }: Tx, lineIds: readonly Id[]): Promise<ReadonlyMap<Id, CampaignLine>> {
    if (lineIds.length === 0) return new Map();
    const rows = await query(sql<LineRow>`
      SELECT ${lineColumns} FROM budget_line
      WHERE agency_id = ${agencyId}::uuid AND id = ANY(${[...new Set(lineIds)]}::uuid[])
      ORDER BY id FOR UPDATE`);
    return new Map(rows.map((row) => [row.id, toLine(row)]));
  }
}
