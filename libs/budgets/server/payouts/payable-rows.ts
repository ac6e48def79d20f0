import type { Employment } from '@planerka/agency/domain';
import type { Id } from '@planerka/platform/domain';

export interface PayableRow {
  readonly task_id: Id;
  readonly line_id: Id;
  readonly minor: string;
  readonly currency: string;
  readonly title: string;
  readonly client_name: string;
  readonly squad_id: Id;
  readonly member_id: Id;
  readonly member_name: string;
  readonly employment: Employment;
  readonly owed_since: Date;
}

/**
 * What is owed and stands in no open payout, straight from the book: payable less what has left it, per task. Only
 * lines that owe anything are looked into. $1 agency, $2 squads (null: all), $3 member (null: all).
 * Plain text, because commands run it through Prisma and screens through Kysely.
 */
export const payablesStatement = `
  SELECT owed.task_id, owed.line_id, owed.minor::text, owed.currency, t.title, cl.name AS client_name, cl.squad_id,
    m.id AS member_id, m.name AS member_name, m.employment::text, owed.owed_since
  FROM (
    SELECT lt.task_id, tr.line_id, l.currency, max(tr.posted_at) AS owed_since,
      sum(CASE WHEN tr.to_account = 'payable' THEN tr.amount_minor ELSE -tr.amount_minor END) AS minor
    FROM budget_line l
    JOIN ledger_transfer tr ON tr.agency_id = l.agency_id AND tr.line_id = l.id
    JOIN ledger_transaction lt ON lt.agency_id = tr.agency_id AND lt.id = tr.transaction_id
    WHERE l.agency_id = $1::uuid AND l.payable_minor > 0 AND lt.task_id IS NOT NULL
      AND 'payable' IN (tr.from_account, tr.to_account)
    GROUP BY lt.task_id, tr.line_id, l.currency
  ) owed
  JOIN task t ON t.agency_id = $1::uuid AND t.id = owed.task_id
  JOIN client cl ON cl.agency_id = t.agency_id AND cl.id = t.client_id
  JOIN member m ON m.agency_id = t.agency_id AND m.id = t.assignee_id
  WHERE owed.minor > 0
    AND ($2::uuid[] IS NULL OR cl.squad_id = ANY($2::uuid[]))
    AND ($3::uuid IS NULL OR m.id = $3::uuid)
    AND NOT EXISTS (
      SELECT 1 FROM payout_item i JOIN payout p ON p.agency_id = i.agency_id AND p.id = i.payout_id
      WHERE i.agency_id = $1::uuid AND i.task_id = owed.task_id AND i.line_id = owed.line_id AND p.state <> 'paid'
    )
  ORDER BY m.name, m.id, owed.owed_since, owed.task_id`;
