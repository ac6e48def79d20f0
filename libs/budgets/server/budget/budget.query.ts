import { Injectable } from '@nestjs/common';
import type { CurrentMember } from '@planerka/agency/server';
import { isId, type Id } from '@planerka/platform/domain';
import {
  Clock,
  pageSize,
  pageStart,
  Reader,
  toConnection,
  type Connection,
  type PageArgs,
} from '@planerka/platform/server';
import { sql, type RawBuilder } from 'kysely';
import { z } from 'zod';
import { presentBudget } from './budget-presenter';
import type { BudgetRow } from './budget-row';
import { budgetScope, ofCategory, ofClients, type BudgetScope } from './budget-scope';
import type { BudgetObject } from './budget.object';

const order = 'budgets';
const cursorKey = z.tuple([z.string(), z.string()]);
const decidedShown = 10;

/** A campaign's budget with lines, requests and the pace of its advertising: one statement, for the page and the list. */
@Injectable()
export class BudgetQuery {
  constructor(
    private readonly reader: Reader,
    private readonly clock: Clock,
  ) {}

  async budget(viewer: CurrentMember, campaignId: Id): Promise<BudgetObject | null> {
    if (!isId(campaignId)) return null;
    const [row] = await this.rows(viewer, sql`c.id = ${campaignId}::uuid`, 1);
    return row ? presentBudget(viewer, row) : null;
  }

  async budgets(viewer: CurrentMember, page: PageArgs): Promise<Connection<BudgetObject>> {
    const first = pageSize(page);
    const after = pageStart(page, order, cursorKey);
    const where = after ? sql`(c.ends_on, c.id) < (${after[0]}::date, ${after[1]}::uuid)` : sql`true`;
    const rows = await this.rows(viewer, where, first + 1);
    return toConnection(
      rows,
      first,
      order,
      ({ ends_on, id }) => [ends_on, id],
      (row) => presentBudget(viewer, row),
    );
  }

  private async rows(viewer: CurrentMember, where: RawBuilder<unknown>, limit: number): Promise<readonly BudgetRow[]> {
    const scope = budgetScope(viewer);
    if (!scope) return [];
    const { rows } = await this.reader.read(viewer, (db) =>
      this.statement(viewer.agencyId, scope, where, limit).execute(db),
    );
    return rows;
  }

  private statement(
    agencyId: Id,
    scope: BudgetScope,
    where: RawBuilder<unknown>,
    limit: number,
  ): RawBuilder<BudgetRow> {
    const now = this.clock.now().toString();
    return sql<BudgetRow>`
      SELECT c.id, c.name, c.state = 'closed' AS is_closed, c.starts_on::text, c.ends_on::text,
        cl.id AS client_id, cl.name AS client_name, cl.squad_id, cl.currency, day.today::text,
        ARRAY(SELECT m.name FROM member m
          WHERE m.agency_id = c.agency_id AND m.role = 'owner' AND m.deactivated_at IS NULL ORDER BY m.created_at) AS deciders,
        ${lines(scope)} AS lines,
        ${scope.onlyCategory === null ? revisions : sql`'[]'::json`} AS revisions,
        ${pace} AS pace
      FROM campaign c
      JOIN client cl ON cl.agency_id = c.agency_id AND cl.id = c.client_id
      JOIN agency a ON a.id = c.agency_id
      CROSS JOIN LATERAL (SELECT (${now}::timestamptz AT TIME ZONE a.time_zone)::date AS today) day
      WHERE c.agency_id = ${agencyId}::uuid AND ${ofClients(scope)} AND ${where}
      ORDER BY c.ends_on DESC, c.id DESC
      LIMIT ${limit}`;
  }
}

/** A line that was asked for and never approved is nothing to show, unless the request is still open. */
const lines = (scope: BudgetScope): RawBuilder<unknown> => sql`(
  SELECT coalesce(json_agg(json_build_object(
      'id', l.id, 'category', l.category, 'month', to_char(l.month, 'YYYY-MM'), 'isHard', l.is_hard,
      'available', l.available_minor::text, 'committed', l.committed_minor::text,
      'payable', l.payable_minor::text, 'spent', l.spent_minor::text,
      'pending', open.change::text, 'version', l.version
    ) ORDER BY l.month DESC, l.category), '[]')
  FROM budget_line l
  LEFT JOIN LATERAL (
    SELECT sum(rl.new_total_minor - rl.previous_minor) AS change
    FROM budget_revision_line rl
    JOIN budget_revision r ON r.agency_id = rl.agency_id AND r.id = rl.revision_id
    WHERE rl.agency_id = l.agency_id AND rl.line_id = l.id AND r.state = 'requested'
  ) open ON true
  WHERE l.agency_id = c.agency_id AND l.campaign_id = c.id AND ${ofCategory(scope)}
    AND (l.planned_minor <> 0 OR l.available_minor <> 0 OR l.committed_minor <> 0 OR l.payable_minor <> 0
      OR l.spent_minor <> 0 OR open.change IS NOT NULL)
)`;

export const revisionJson = sql`json_build_object(
  'id', r.id, 'state', r.state, 'reason', r.reason, 'requestedById', r.requested_by_id,
  'requestedByName', (SELECT m.name FROM member m WHERE m.agency_id = r.agency_id AND m.id = r.requested_by_id),
  'requestedAt', r.requested_at,
  'decidedByName', (SELECT m.name FROM member m WHERE m.agency_id = r.agency_id AND m.id = r.decided_by_id),
  'decidedAt', r.decided_at, 'decisionNote', r.decision_note, 'version', r.version,
  'lines', (
    SELECT coalesce(json_agg(json_build_object(
        'lineId', l.id, 'category', l.category, 'month', to_char(l.month, 'YYYY-MM'),
        'previous', rl.previous_minor::text, 'newTotal', rl.new_total_minor::text
      ) ORDER BY abs(rl.new_total_minor - rl.previous_minor) DESC, l.month, l.category), '[]')
    FROM budget_revision_line rl
    JOIN budget_line l ON l.agency_id = rl.agency_id AND l.id = rl.line_id
    WHERE rl.agency_id = r.agency_id AND rl.revision_id = r.id
  )
)`;

const revisions = sql`(
  SELECT coalesce(json_agg(${revisionJson} ORDER BY (r.state = 'requested') DESC, coalesce(r.decided_at, r.requested_at) DESC), '[]')
  FROM (
    SELECT * FROM budget_revision r
    WHERE r.agency_id = c.agency_id AND r.campaign_id = c.id
    ORDER BY (r.state = 'requested') DESC, coalesce(r.decided_at, r.requested_at) DESC LIMIT ${sql.lit(decidedShown)}
  ) r
)`;

/** The advertising line of this month, or of the last month that had one. */
const pace = sql`(
  SELECT json_build_object('lineId', l.id, 'month', to_char(l.month, 'YYYY-MM'), 'days', (
    SELECT json_agg(json_build_object('day', spent.day, 'minor', spent.minor::text) ORDER BY spent.day)
    FROM (
      SELECT s.day, sum(s.amount_minor) AS minor FROM ad_spend s
      WHERE s.agency_id = l.agency_id AND s.line_id = l.id AND s.reversed_at IS NULL GROUP BY s.day
    ) spent
  ))
  FROM budget_line l
  WHERE l.agency_id = c.agency_id AND l.campaign_id = c.id AND l.category = 'ad_spend' AND l.month <= day.today
    AND l.planned_minor > 0
  ORDER BY l.month DESC LIMIT 1
)`;
