import { createHash } from 'node:crypto';
import { v7 } from 'uuid';
import type { Transaction } from './transaction.ts';

interface TaskInput {
  readonly taskId: string;
  readonly expectedVersion: number;
}

interface Task {
  readonly id: string;
  readonly client_id: string;
  readonly item_id: string | null;
  readonly budget_line_id: string;
  readonly squad_id: string;
  readonly assignee_id: string;
  readonly manager_id: string;
  readonly title: string;
  readonly state: string;
  readonly fee_minor: string;
  readonly brief_number: number;
  readonly deliverable_number: number;
  readonly version: number;
  readonly waits_for: string;
}

export async function accept(tx: Transaction, input: TaskInput): Promise<unknown> {
  const task = await taskOf(tx, input, 'issued');
  if (task.assignee_id !== tx.member.id || task.waits_for !== '0') throw new Error('Not theirs to accept');
  await move(
    tx,
    task.budget_line_id,
    task.fee_minor,
    'commitment',
    'available',
    'committed',
    task.id,
    null,
    task.title,
  );
  await tx.ask(
    'brief-accepted',
    'UPDATE brief_version SET accepted_at = now() WHERE agency_id = $1 AND task_id = $2 AND number = $3',
    [tx.agencyId, task.id, task.brief_number],
  );
  await tx.ask(
    'task-accepted',
    `UPDATE task SET state = 'in_progress', state_since = now(), accepted_at = now(), committed_minor = $3, version = version + 1
      WHERE agency_id = $1 AND id = $2`,
    [tx.agencyId, task.id, task.fee_minor],
  );
  return told(tx, task, 'accept', 'in_progress', ['task.accepted']);
}

export async function submit(tx: Transaction, input: TaskInput & { readonly content: object }): Promise<unknown> {
  const task = await taskOf(tx, input, 'in_progress');
  if (task.assignee_id !== tx.member.id) throw new Error('Not theirs to submit');
  const [brief] = await tx.ask<{ data: { maxLength: number } }>(
    'brief',
    'SELECT data, brand_snapshot FROM brief_version WHERE agency_id = $1 AND task_id = $2 AND number = $3',
    [tx.agencyId, task.id, task.brief_number],
  );
  const content = JSON.stringify(input.content);
  if (content.length > (brief?.data.maxLength ?? 0) * 10) throw new Error('Too long');
  await tx.ask(
    'deliverable',
    `INSERT INTO deliverable (agency_id, id, task_id, number, data, content_hash, submitted_by_id, submitted_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, now())`,
    [
      tx.agencyId,
      v7(),
      task.id,
      task.deliverable_number + 1,
      content,
      createHash('sha256').update(content).digest('hex'),
      tx.member.id,
    ],
  );
  await tx.ask(
    'task-submitted',
    `UPDATE task SET state = 'in_review', state_since = now(), submitted_at = now(), deliverable_number = deliverable_number + 1,
      version = version + 1 WHERE agency_id = $1 AND id = $2`,
    [tx.agencyId, task.id],
  );
  await tx.ask(
    'approvals-of-other-content',
    `SELECT s.approval_id FROM approval_subject s JOIN approval a ON a.agency_id = s.agency_id AND a.id = s.approval_id
      WHERE s.agency_id = $1 AND s.task_id = $2 AND a.state IN ('pending', 'approved')`,
    [tx.agencyId, task.id],
  );
  return told(tx, task, 'submit', 'in_review', ['task.submitted']);
}

export async function approve(tx: Transaction, input: TaskInput): Promise<unknown> {
  const task = await taskOf(tx, input, 'in_review');
  if (tx.member.role !== 'manager' || !tx.member.squads.includes(task.squad_id))
    throw new Error('Not theirs to review');
  await move(tx, task.budget_line_id, task.fee_minor, 'payable', 'committed', 'payable', task.id, null, task.title);
  await tx.ask(
    'task-approved',
    `UPDATE task SET state = 'done', state_since = now(), done_at = now(), committed_minor = 0, version = version + 1
      WHERE agency_id = $1 AND id = $2`,
    [tx.agencyId, task.id],
  );
  return told(tx, task, 'approve', 'done', ['task.approved', 'task.done']);
}

export async function payout(
  tx: Transaction,
  input: { readonly payoutId: string; readonly expectedVersion: number; readonly paidOn: string },
): Promise<unknown> {
  if (tx.member.role !== 'owner') throw new Error('Not theirs to pay');
  const [payout] = await tx.ask<{ number: number; state: string; version: number; member_id: string }>(
    'payout',
    `SELECT p.number, p.state, p.version, p.member_id, m.employment FROM payout p
      JOIN member m ON m.agency_id = p.agency_id AND m.id = p.member_id
      WHERE p.agency_id = $1 AND p.id = $2 FOR UPDATE OF p`,
    [tx.agencyId, input.payoutId],
  );
  if (payout?.state !== 'approved' || payout.version !== input.expectedVersion) throw new Error('Not approved');
  const works = await tx.ask<{ task_id: string; line_id: string; amount_minor: string }>(
    'works',
    'SELECT task_id, line_id, amount_minor FROM payout_item WHERE agency_id = $1 AND payout_id = $2 ORDER BY line_id',
    [tx.agencyId, input.payoutId],
  );
  await tx.ask(
    'payout-paid',
    `UPDATE payout SET state = 'paid', paid_by_id = $3, paid_on = $4, version = version + 1 WHERE agency_id = $1 AND id = $2`,
    [tx.agencyId, input.payoutId, tx.member.id, input.paidOn],
  );
  const lines = works.map(({ line_id }) => line_id);
  await tx.ask(
    'lines',
    'SELECT 1 FROM budget_line WHERE agency_id = $1 AND id = ANY($2::uuid[]) ORDER BY id FOR UPDATE',
    [tx.agencyId, lines],
  );
  for (const { line_id, task_id, amount_minor } of works) {
    await move(tx, line_id, amount_minor, 'payout', 'payable', 'spent', task_id, input.payoutId, String(payout.number));
  }
  await tell(
    tx,
    ['payout.paid'],
    { type: 'Payout', id: input.payoutId },
    { memberIds: [payout.member_id, tx.member.id] },
  );
  return { __typename: 'ChangePayoutsSuccess' };
}

/** Locked, then read: only the second one's snapshot is sure to be later than the lock. */
async function taskOf(tx: Transaction, { taskId, expectedVersion }: TaskInput, state: string): Promise<Task> {
  const of = [tx.agencyId, taskId];
  await tx.ask('lock', 'SELECT 1 FROM task WHERE agency_id = $1 AND id = $2 FOR UPDATE', of);
  const [task] = await tx.ask<Task>(
    'task',
    `SELECT t.id, t.client_id, t.item_id, t.budget_line_id, c.squad_id, t.assignee_id, t.manager_id, t.title, t.state, t.fee_minor,
        t.brief_number, t.deliverable_number, t.version,
        (SELECT count(*) FROM task_dependency d JOIN task p ON p.agency_id = d.agency_id AND p.id = d.after_task_id
          WHERE d.agency_id = t.agency_id AND d.task_id = t.id AND p.state <> 'done') AS waits_for
      FROM task t JOIN client c ON c.agency_id = t.agency_id AND c.id = t.client_id
      WHERE t.agency_id = $1 AND t.id = $2`,
    of,
  );
  if (task?.state !== state || task.version !== expectedVersion) throw new Error(`The task is not ${state}`);
  return task;
}

async function move(
  tx: Transaction,
  lineId: string,
  minor: string,
  kind: string,
  from: 'available' | 'committed' | 'payable',
  to: 'committed' | 'payable' | 'spent',
  taskId: string,
  payoutId: string | null,
  memo: string,
): Promise<void> {
  const [line] = await tx.ask<{ available_minor: string }>(
    `${from}-to-${to}`,
    `UPDATE budget_line SET ${from}_minor = ${from}_minor - $3::bigint, ${to}_minor = ${to}_minor + $3::bigint
      WHERE agency_id = $1 AND id = $2 AND (NOT is_hard OR '${from}' <> 'available' OR available_minor >= $3::bigint)
      RETURNING available_minor`,
    [tx.agencyId, lineId, minor],
  );
  if (!line) throw new Error('Not enough');
  const transactionId = v7();
  await tx.ask(
    'ledger-transaction',
    `INSERT INTO ledger_transaction (agency_id, id, kind, memo, task_id, payout_id, member_id, actor_name, posted_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, now())`,
    [tx.agencyId, transactionId, kind, memo, taskId, payoutId, tx.member.id, tx.member.name],
  );
  await tx.ask(
    'ledger-transfer',
    `INSERT INTO ledger_transfer (agency_id, id, transaction_id, line_id, from_account, to_account, amount_minor,
        available_after_minor, posted_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, now())`,
    [tx.agencyId, v7(), transactionId, lineId, from, to, minor, line.available_minor],
  );
}

/** What every step of a task leaves: its activity, its item's status, an event; then what the answer shows. */
async function told(
  tx: Transaction,
  task: Task,
  action: string,
  state: string,
  types: readonly string[],
): Promise<unknown> {
  await tx.ask(
    'transition',
    `INSERT INTO task_transition (agency_id, id, task_id, action, from_state, to_state, actor_member_id, actor_name, at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, now())`,
    [tx.agencyId, v7(), task.id, action, task.state, state, tx.member.id, tx.member.name],
  );
  const siblings = await tx.ask<{ state: string }>(
    'siblings',
    'SELECT state FROM task WHERE agency_id = $1 AND item_id = $2',
    [tx.agencyId, task.item_id],
  );
  const [item] = await tx.ask<{ status: string; published_at: Date | null }>(
    'item',
    'SELECT status, published_at FROM content_item WHERE agency_id = $1 AND id = $2 AND deleted_at IS NULL',
    [tx.agencyId, task.item_id],
  );
  const isReady = siblings.every((sibling) => sibling.state === 'done' || sibling.state === 'cancelled');
  const status = item?.published_at ? 'published' : isReady ? 'ready' : 'in_production';
  if (item && item.status !== status) {
    await tx.ask('item-status', 'UPDATE content_item SET status = $3 WHERE agency_id = $1 AND id = $2', [
      tx.agencyId,
      task.item_id,
      status,
    ]);
  }
  await tell(
    tx,
    types,
    { type: 'Task', id: task.id },
    { clientId: task.client_id, squadId: task.squad_id, memberIds: [task.manager_id, task.assignee_id] },
    { title: task.title, from: task.state, to: state },
  );
  const [shown] = await tx.ask(
    'shown',
    `SELECT t.id, t.state, t.state_since, t.due_at, t.due_at < now() AND t.state IN ('issued', 'in_progress') AS is_overdue,
        t.open_questions > 0 AS is_blocked, t.decline_reason, t.version, t.brief_number, t.deliverable_number, t.rounds, t.issued_at,
        t.accepted_at, t.submitted_at, t.done_at, t.fee_minor, t.currency,
        (SELECT count(*) FROM comment m
          JOIN deliverable v ON v.agency_id = m.agency_id AND v.id = m.deliverable_id AND v.number = t.deliverable_number
          WHERE m.agency_id = t.agency_id AND m.task_id = t.id AND m.visibility = 'internal'
            AND m.parent_id IS NULL AND m.resolved_at IS NULL) AS open_comments
      FROM task t WHERE t.agency_id = $1 AND t.id = $2`,
    [tx.agencyId, task.id],
  );
  return { __typename: 'TaskSuccess', task: shown };
}

async function tell(
  tx: Transaction,
  types: readonly string[],
  entity: object,
  audience: object,
  details: object = {},
): Promise<void> {
  const actor = { memberId: tx.member.id, name: tx.member.name };
  const payload = JSON.stringify({ entity, actor, audience, related: {}, details });
  const rows = types.map((_, n) => `($1, $${2 * n + 3}, $${2 * n + 4}, $2, now())`);
  await tx.ask(
    `events-${types.length}`,
    `INSERT INTO outbox_event (agency_id, id, type, payload, created_at) VALUES ${rows.join(', ')}`,
    [tx.agencyId, payload, ...types.flatMap((type) => [v7(), type])],
  );
}
