import { Injectable } from '@nestjs/common';
import type { CurrentMember } from '@planerka/agency/server';
import type { BudgetCategory, LedgerAccount, LedgerKind } from '@planerka/budgets/domain';
import { isId, Temporal, type Id } from '@planerka/platform/domain';
import { pageSize, pageStart, Reader, toConnection, type Connection, type PageArgs } from '@planerka/platform/server';
import { sql, type RawBuilder } from 'kysely';
import { z } from 'zod';
import { toMoney, toMonth } from '../budget/budget-presenter';
import { budgetScope, ofCategory, ofClients, type BudgetScope } from '../budget/budget-scope';
import type { LedgerEntryObject } from './ledger-entry.object';

const order = 'ledger';
/** More entries than a spreadsheet is read with. */
const wholeBook = 50_000;
const cursorKey = z.tuple([z.string(), z.string()]);

interface EntryRow {
  readonly id: Id;
  readonly line_id: Id;
  readonly category: BudgetCategory;
  readonly month: string;
  readonly currency: string;
  readonly kind: LedgerKind;
  readonly memo: string;
  readonly from_account: LedgerAccount;
  readonly to_account: LedgerAccount;
  readonly amount_minor: string;
  readonly available_after_minor: string;
  readonly actor_name: string;
  readonly posted_at: Date;
  readonly task_id: Id | null;
  readonly revision_id: Id | null;
  readonly payout_id: Id | null;
  readonly ad_spend_id: Id | null;
  readonly time_zone: string;
}

/** The book: of a campaign, or of one of its lines. The latest entry first. */
@Injectable()
export class LedgerBookQuery {
  constructor(private readonly reader: Reader) {}

  async entries(
    viewer: CurrentMember,
    of: { readonly campaignId: Id; readonly lineId: Id | null },
    page: PageArgs,
  ): Promise<Connection<LedgerEntryObject>> {
    const first = pageSize(page);
    const after = pageStart(page, order, cursorKey);
    const scope = budgetScope(viewer);
    if (!scope || !isId(of.campaignId) || (of.lineId !== null && !isId(of.lineId))) {
      return toConnection([], first, order, () => [], present);
    }
    const where = sql`${of.lineId === null ? sql`true` : sql`l.id = ${of.lineId}::uuid`}
      AND ${after ? sql`(tr.posted_at, tr.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql`true`}`;
    const rows = await this.rows(viewer, scope, of.campaignId, where, first + 1);
    return toConnection(rows, first, order, ({ posted_at, id }) => [posted_at.toISOString(), id], present);
  }

  /** For a file: all of it, and the agency's time zone to tell its days by. */
  async whole(
    viewer: CurrentMember,
    campaignId: Id,
  ): Promise<{ readonly entries: readonly LedgerEntryObject[]; readonly timeZone: string }> {
    const scope = budgetScope(viewer);
    const rows = scope ? await this.rows(viewer, scope, campaignId, sql`true`, wholeBook) : [];
    return { entries: rows.map(present), timeZone: rows[0]?.time_zone ?? 'UTC' };
  }

  private async rows(
    viewer: CurrentMember,
    scope: BudgetScope,
    campaignId: Id,
    where: RawBuilder<unknown>,
    limit: number,
  ): Promise<readonly EntryRow[]> {
    const { rows } = await this.reader.read(viewer, (db) =>
      sql<EntryRow>`
        SELECT tr.id, tr.line_id, l.category, to_char(l.month, 'YYYY-MM') AS month, l.currency, t.kind, t.memo,
          tr.from_account, tr.to_account, tr.amount_minor::text, tr.available_after_minor::text, t.actor_name, tr.posted_at,
          t.task_id, t.revision_id, t.payout_id, t.ad_spend_id, a.time_zone
        FROM ledger_transfer tr
        JOIN ledger_transaction t ON t.agency_id = tr.agency_id AND t.id = tr.transaction_id
        JOIN budget_line l ON l.agency_id = tr.agency_id AND l.id = tr.line_id
        JOIN campaign c ON c.agency_id = l.agency_id AND c.id = l.campaign_id
        JOIN client cl ON cl.agency_id = c.agency_id AND cl.id = c.client_id
        JOIN agency a ON a.id = tr.agency_id
        WHERE tr.agency_id = ${viewer.agencyId}::uuid AND c.id = ${campaignId}::uuid
          AND ${ofClients(scope)} AND ${ofCategory(scope)} AND ${where}
        ORDER BY tr.posted_at DESC, tr.id DESC LIMIT ${limit}`.execute(db),
    );
    return rows;
  }
}

const present = (row: EntryRow): LedgerEntryObject => ({
  id: row.id,
  lineId: row.line_id,
  category: row.category,
  month: toMonth(row.month),
  kind: row.kind,
  memo: row.memo,
  from: row.from_account,
  to: row.to_account,
  amount: toMoney(row.amount_minor, row.currency),
  availableAfter: toMoney(row.available_after_minor, row.currency),
  actorName: row.actor_name,
  postedAt: Temporal.Instant.fromEpochMilliseconds(row.posted_at.getTime()),
  taskId: row.task_id,
  revisionId: row.revision_id,
  payoutId: row.payout_id,
  adSpendId: row.ad_spend_id,
});
