import { named } from './words.mjs';

/** Of each line what its transfers add up to, beside what it says; only those that are wrong. */
const WRONG_LINES = `
  WITH moved AS (
    SELECT line_id, to_account AS account, amount_minor AS amount FROM ledger_transfer
    UNION ALL
    SELECT line_id, from_account, -amount_minor FROM ledger_transfer
  ), summed AS (
    SELECT line_id,
      coalesce(sum(amount), 0) AS everything,
      coalesce(-sum(amount) FILTER (WHERE account = 'plan'), 0) AS planned,
      coalesce(sum(amount) FILTER (WHERE account = 'available'), 0) AS available,
      coalesce(sum(amount) FILTER (WHERE account = 'committed'), 0) AS committed,
      coalesce(sum(amount) FILTER (WHERE account = 'payable'), 0) AS payable,
      coalesce(sum(amount) FILTER (WHERE account = 'spent'), 0) AS spent
    FROM moved GROUP BY line_id
  )
  SELECT l.id, l.is_hard AND l.available_minor < 0 AS overdrawn,
    coalesce(s.everything, 0) <> 0 OR l.planned_minor <> l.available_minor + l.committed_minor + l.payable_minor + l.spent_minor
      AS unbalanced,
    l.planned_minor <> coalesce(s.planned, 0) OR l.available_minor <> coalesce(s.available, 0)
      OR l.committed_minor <> coalesce(s.committed, 0) OR l.payable_minor <> coalesce(s.payable, 0)
      OR l.spent_minor <> coalesce(s.spent, 0) AS differs
  FROM budget_line l LEFT JOIN summed s ON s.line_id = l.id`;

export async function checkLedger({ inEach }) {
  const lines = await inEach(WRONG_LINES);
  const counts = await inEach('SELECT count(*)::int AS transfers FROM ledger_transfer');
  const untrue = await inEach('SELECT id FROM ledger_transfer WHERE amount_minor <= 0 OR from_account = to_account');
  const lonely = await inEach(
    `SELECT t.id FROM ledger_transaction t
     WHERE NOT EXISTS (SELECT FROM ledger_transfer f WHERE f.agency_id = t.agency_id AND f.transaction_id = t.id)`,
  );
  const lineOf = ({ agency, id }) => `Budget line ${id} of agency ${agency}`;
  return {
    problems: [
      ...named(
        lines.filter(({ overdrawn }) => overdrawn),
        (line) => `${lineOf(line)} is hard and below zero.`,
      ),
      ...named(
        lines.filter(({ unbalanced }) => unbalanced),
        (line) => `${lineOf(line)} does not add up to its plan.`,
      ),
      ...named(
        lines.filter(({ differs }) => differs),
        (line) => `${lineOf(line)} differs from the sum of its entries.`,
      ),
      ...named(untrue, ({ agency, id }) => `Transfer ${id} of agency ${agency} moves nothing.`),
      ...named(lonely, ({ agency, id }) => `Ledger transaction ${id} of agency ${agency} has no transfers.`),
    ],
    found: `${lines.length} budget lines, ${counts.reduce((sum, { transfers }) => sum + transfers, 0)} transfers`,
  };
}
