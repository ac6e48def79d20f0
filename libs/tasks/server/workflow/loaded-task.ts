import type { Discipline } from '@planerka/agency/domain';
import type { ItemFacts } from '@planerka/content-plan/server';
import { isId, Money, Temporal, type Currency, type Id, type Instant } from '@planerka/platform/domain';
import type { Tx } from '@planerka/platform/server';
import { unmarkedCreatives, type Predecessor, type TaskFacts, type TaskState } from '@planerka/tasks/domain';
import { sql } from 'kysely';
import { adOfTask, readAd, type AdDocument } from '../marking/ad-sources';

/** A task as commands hold it: its row is locked until the transaction ends, so nothing of it changes meanwhile. */
export interface LoadedTask extends TaskFacts {
  readonly id: Id;
  readonly clientId: Id;
  readonly campaignId: Id | null;
  readonly itemId: Id | null;
  /** The publication that it is for, locked too, with the states of all its tasks; null where it has been deleted. */
  readonly item: ItemOfTask | null;
  /** The client has been asked about it, or has approved it: what becomes void when its content changes. */
  readonly hasWordOfClient: boolean;
  readonly discipline: Discipline;
  readonly title: string;
  readonly managerId: Id;
  readonly dueAt: Instant | null;
  /** Null where nobody works by it, or has said they would: a declined or handed over task begins anew. */
  readonly acceptedAt: Instant | null;
  /** Of a revision that waits for the assignee's word: until then the task keeps its own. */
  readonly proposed: Terms | null;
  readonly estimatedMinutes: number | null;
  readonly budgetLineId: Id | null;
  readonly briefNumber: number;
  readonly deliverableNumber: number;
  readonly version: number;
}

/** For how much and by when. */
export interface Terms {
  readonly fee: Money;
  readonly dueAt: Instant | null;
}

export interface ItemOfTask extends ItemFacts {
  readonly tasks: readonly { readonly id: Id; readonly state: TaskState }[];
}

/** Locks the task and its publication, and loads what the workflow looks at; null where the agency has no such task. */
export async function loadTask(tx: Tx, taskId: Id): Promise<LoadedTask | null> {
  if (!isId(taskId)) return null;
  const [, , [row]] = await Promise.all([
    // Three statements, sent together: only the last one's snapshot is sure to be later than the locks.
    tx.query(sql`SELECT 1 FROM task WHERE agency_id = ${tx.agencyId}::uuid AND id = ${taskId}::uuid FOR UPDATE`),
    // Of two tasks of one publication that move at once, the second must see the first's new state.
    tx.query(sql`
      SELECT 1 FROM content_item WHERE agency_id = ${tx.agencyId}::uuid
        AND id = (SELECT item_id FROM task WHERE agency_id = ${tx.agencyId}::uuid AND id = ${taskId}::uuid) FOR NO KEY UPDATE`),
    tx.query(documentOf(tx.agencyId, taskId)),
  ]);
  return row ? read(row.task) : null;
}

const documentOf = (agencyId: Id, taskId: Id) => sql<{ readonly task: TaskDocument }>`
  SELECT json_build_object(
    'id', t.id, 'clientId', t.client_id, 'campaignId', t.campaign_id, 'itemId', t.item_id,
    'discipline', t.discipline, 'title', t.title, 'state', t.state, 'squadId', c.squad_id,
    'assigneeId', t.assignee_id, 'managerId', t.manager_id, 'dueAt', t.due_at, 'acceptedAt', t.accepted_at,
    'proposed', CASE WHEN t.state = 'issued' AND t.accepted_at IS NOT NULL THEN (
      SELECT json_build_object('fee', b.fee_minor::text, 'dueAt', b.due_at) FROM brief_version b
      WHERE b.agency_id = t.agency_id AND b.task_id = t.id AND b.number = t.brief_number) END,
    'estimatedMinutes', t.estimated_minutes, 'budgetLineId', t.budget_line_id,
    'fee', t.fee_minor::text, 'committed', t.committed_minor::text, 'currency', t.currency,
    'wantsClientApproval', t.wants_client_approval, 'rounds', t.rounds, 'openQuestions', t.open_questions,
    'briefNumber', t.brief_number, 'deliverableNumber', t.deliverable_number, 'version', t.version,
    'item', (
      SELECT json_build_object('id', i.id, 'status', i.status, 'publishedAt', i.published_at, 'tasks', (
        SELECT json_agg(json_build_object('id', s.id, 'state', s.state)) FROM task s
        WHERE s.agency_id = i.agency_id AND s.item_id = i.id))
      FROM content_item i
      WHERE i.agency_id = t.agency_id AND i.id = t.item_id AND i.deleted_at IS NULL),
    'predecessors', (
      SELECT coalesce(json_agg(json_build_object('id', p.id, 'state', p.state)), '[]')
      FROM task_dependency d
      JOIN task p ON p.agency_id = d.agency_id AND p.id = d.after_task_id
      WHERE d.agency_id = t.agency_id AND d.task_id = t.id),
    'openComments', (
      SELECT count(*) FROM comment m
      JOIN deliverable v ON v.agency_id = m.agency_id AND v.id = m.deliverable_id
      WHERE m.agency_id = t.agency_id AND m.task_id = t.id AND m.visibility = 'internal'
        AND m.parent_id IS NULL AND m.resolved_at IS NULL AND v.number = t.deliverable_number),
    'approvals', (
      SELECT coalesce(json_agg(json_build_object('id', a.id, 'state', a.state)), '[]') FROM approval_subject s
      JOIN approval a ON a.agency_id = s.agency_id AND a.id = s.approval_id
      WHERE s.agency_id = t.agency_id AND s.task_id = t.id AND a.state IN ('pending', 'approved')),
    'includedRounds', coalesce((
      SELECT r.included_rounds FROM retainer r
      WHERE r.agency_id = t.agency_id AND r.client_id = t.client_id AND r.valid_from <= current_date
      ORDER BY r.valid_from DESC LIMIT 1), 0),
    'ad', CASE WHEN t.discipline = 'targeting' AND t.state = 'in_review' THEN ${adOfTask} END,
    'payable', (
      SELECT coalesce(sum(CASE WHEN f.to_account = 'payable' THEN f.amount_minor
                               WHEN f.from_account = 'payable' THEN -f.amount_minor ELSE 0 END), 0)::text
      FROM ledger_transaction l
      JOIN ledger_transfer f ON f.agency_id = l.agency_id AND f.transaction_id = l.id
      WHERE l.agency_id = t.agency_id AND l.task_id = t.id)
  ) AS task
  FROM task t
  JOIN client c ON c.agency_id = t.agency_id AND c.id = t.client_id
  WHERE t.agency_id = ${agencyId}::uuid AND t.id = ${taskId}::uuid`;

interface TaskDocument extends Omit<
  LoadedTask,
  | 'dueAt'
  | 'acceptedAt'
  | 'proposed'
  | 'fee'
  | 'proposedFee'
  | 'committed'
  | 'payable'
  | 'item'
  | 'approvalId'
  | 'hasWordOfClient'
  | 'unmarked'
> {
  readonly approvals: readonly { readonly id: Id; readonly state: 'pending' | 'approved' }[];
  /** Looked at where its launch is to be decided. */
  readonly ad: AdDocument | null;
  readonly state: TaskState;
  readonly predecessors: readonly Predecessor[];
  readonly dueAt: string | null;
  readonly acceptedAt: string | null;
  readonly proposed: { readonly fee: string; readonly dueAt: string | null } | null;
  readonly fee: string;
  readonly committed: string;
  readonly payable: string;
  readonly currency: Currency;
  readonly item: (Omit<ItemOfTask, 'publishedAt'> & { readonly publishedAt: string | null }) | null;
}

function read({
  dueAt,
  acceptedAt,
  proposed,
  fee,
  committed,
  payable,
  currency,
  item,
  approvals,
  ad,
  ...task
}: TaskDocument): LoadedTask {
  const money = (minor: string): Money => Money.of(BigInt(minor), currency);
  const instant = (text: string | null): Instant | null => (text === null ? null : Temporal.Instant.from(text));
  return {
    ...task,
    unmarked: ad ? unmarkedOf(ad) : [],
    approvalId: approvals.find(({ state }) => state === 'pending')?.id ?? null,
    hasWordOfClient: approvals.length > 0,
    item: item && { ...item, publishedAt: instant(item.publishedAt) },
    dueAt: instant(dueAt),
    acceptedAt: instant(acceptedAt),
    proposed: proposed && { fee: money(proposed.fee), dueAt: instant(proposed.dueAt) },
    fee: money(fee),
    proposedFee: money(proposed?.fee ?? fee),
    committed: money(committed),
    payable: money(payable),
  };
}

function unmarkedOf(document: AdDocument): readonly string[] {
  const { source, notes } = readAd(document, false);
  return unmarkedCreatives(source, notes);
}
