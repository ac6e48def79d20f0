import { Injectable } from '@nestjs/common';
import type { CurrentMember } from '@planerka/agency/server';
import { isId, Temporal, type Id } from '@planerka/platform/domain';
import { pageSize, pageStart, Reader, toConnection, type Connection, type PageArgs } from '@planerka/platform/server';
import { sql, type RawBuilder } from 'kysely';
import { z } from 'zod';
import { toDate, toMoney } from '../budget/budget-presenter';
import { budgetScope, ofClients } from '../budget/budget-scope';
import type { AdSpendObject } from './ad-spend.object';

const order = 'adSpend';
const cursorKey = z.tuple([z.string(), z.string()]);

interface AdSpendRow {
  readonly id: Id;
  readonly line_id: Id;
  readonly day: string;
  readonly platform: string;
  readonly note: string;
  readonly amount_minor: string;
  readonly currency: string;
  readonly entered_by: string;
  readonly created_at: Date;
  readonly reversed_at: Date | null;
}

@Injectable()
export class AdSpendQuery {
  constructor(private readonly reader: Reader) {}

  async one(viewer: CurrentMember, id: Id): Promise<AdSpendObject | null> {
    const [row] = await this.rows(viewer, sql`s.id = ${id}::uuid`, 1);
    return row ? present(row) : null;
  }

  async ofCampaign(viewer: CurrentMember, campaignId: Id, page: PageArgs): Promise<Connection<AdSpendObject>> {
    const first = pageSize(page);
    const after = pageStart(page, order, cursorKey);
    const beyond = after ? sql`AND (s.day, s.id) < (${after[0]}::date, ${after[1]}::uuid)` : sql``;
    const rows = isId(campaignId)
      ? await this.rows(viewer, sql`l.campaign_id = ${campaignId}::uuid ${beyond}`, first + 1)
      : [];
    return toConnection(rows, first, order, ({ day, id }) => [day, id], present);
  }

  private async rows(viewer: CurrentMember, where: RawBuilder<unknown>, limit: number): Promise<readonly AdSpendRow[]> {
    const scope = budgetScope(viewer);
    if (!scope) return [];
    const { rows } = await this.reader.read(viewer, (db) =>
      sql<AdSpendRow>`
        SELECT s.id, s.line_id, s.day::text, s.platform, s.note, s.amount_minor::text, s.currency,
          coalesce(m.name, '') AS entered_by, s.created_at, s.reversed_at
        FROM ad_spend s
        JOIN budget_line l ON l.agency_id = s.agency_id AND l.id = s.line_id
        JOIN campaign c ON c.agency_id = s.agency_id AND c.id = l.campaign_id
        JOIN client cl ON cl.agency_id = s.agency_id AND cl.id = c.client_id
        LEFT JOIN member m ON m.agency_id = s.agency_id AND m.id = s.entered_by_id
        WHERE s.agency_id = ${viewer.agencyId}::uuid AND ${ofClients(scope)} AND ${where}
        ORDER BY s.day DESC, s.id DESC LIMIT ${limit}`.execute(db),
    );
    return rows;
  }
}

/** Whoever may see ad spend may also take a wrong entry back: the same people enter it. */
const present = (row: AdSpendRow): AdSpendObject => ({
  id: row.id,
  lineId: row.line_id,
  day: toDate(row.day),
  platform: row.platform,
  note: row.note,
  amount: toMoney(row.amount_minor, row.currency),
  enteredByName: row.entered_by,
  enteredAt: Temporal.Instant.fromEpochMilliseconds(row.created_at.getTime()),
  reversedAt: row.reversed_at && Temporal.Instant.fromEpochMilliseconds(row.reversed_at.getTime()),
  viewerCanReverse: row.reversed_at === null,
});
