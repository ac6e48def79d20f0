import { longestSearched, writtenText } from '@planerka/activity/domain';
import type { Id } from '@planerka/platform/domain';
import type { Tx } from '@planerka/platform/server';
import { sql, type RawBuilder } from 'kysely';

export const pendingKinds = ['client', 'campaign', 'item', 'task', 'comment'] as const;
export type PendingKind = (typeof pendingKinds)[number];

/** Of a task three: what all who work on it may read, what only its manager may, and what came of it. */
export type DocumentKind = PendingKind | 'draft' | 'text';

/** Whom to ask for the right: see `visibleTo`. */
export type Audience = 'squad' | 'work' | 'leads';

/** A thing as the index takes it. Never a sum of money: not in a brief's limits, not as anybody's fee. */
export interface Source {
  readonly kind: DocumentKind;
  readonly entityId: Id;
  readonly audience: Audience;
  readonly clientId: Id;
  readonly taskId: Id | null;
  readonly isOpen: boolean;
  readonly at: Date;
  readonly title: string;
  readonly body: string;
}

interface Row {
  readonly id: Id;
  readonly clientId: Id;
  readonly taskId: Id | null;
  readonly isOpen: boolean;
  readonly at: Date;
  readonly title: string;
  readonly plain: string;
  readonly data: unknown;
}

interface TaskRow extends Row {
  readonly draft: unknown;
  readonly draftAt: Date | null;
  readonly result: unknown;
  readonly resultAt: Date | null;
  readonly note: string | null;
}

/** What the documents of these things are made of now. What is gone is not among them. */
export async function sourcesOf(tx: Tx, kind: PendingKind, ids: readonly Id[]): Promise<readonly Source[]> {
  if (ids.length === 0) return [];
  if (kind === 'task') return (await tx.query(taskRows(tx.agencyId, ids))).flatMap(ofTask);
  const rows = await tx.query(rowsOf[kind](tx.agencyId, ids));
  return rows.map((row) => source(row, kind, kind === 'comment' ? 'work' : 'squad', row.title, bodyOf(row)));
}

const source = (
  row: Row,
  kind: DocumentKind,
  audience: Audience,
  title: string,
  body: string,
  at = row.at,
): Source => ({
  kind,
  entityId: row.id,
  audience,
  clientId: row.clientId,
  taskId: row.taskId,
  isOpen: row.isOpen,
  at,
  title,
  body: body.slice(0, longestSearched).toWellFormed(),
});

const bodyOf = ({ plain, data }: Row): string => [plain, writtenText(data)].filter(Boolean).join('\n');

function ofTask(row: TaskRow): readonly Source[] {
  const sources = [source(row, 'task', 'work', row.title, bodyOf(row))];
  // The title stands in both, so that what is asked of title and draft together is found.
  if (row.draftAt) sources.push(source(row, 'draft', 'leads', row.title, writtenText(row.draft), row.draftAt));
  if (row.resultAt) {
    const text = [writtenText(row.result), row.note].filter(Boolean).join('\n');
    if (text !== '') sources.push(source(row, 'text', 'work', '', text, row.resultAt));
  }
  return sources;
}

type Rows = (agencyId: Id, ids: readonly Id[]) => RawBuilder<Row>;

const rowsOf: Readonly<Record<Exclude<PendingKind, 'task'>, Rows>> = {
  client: (agencyId, ids) => sql`
    SELECT c.id, c.id AS "clientId", NULL AS "taskId", c.state = 'active' AS "isOpen", c.name AS title, c.about AS plain, b.data,
      coalesce(b.updated_at, c.created_at) AS at
    FROM client c LEFT JOIN brand_profile b ON b.agency_id = c.agency_id AND b.client_id = c.id
    WHERE c.agency_id = ${agencyId} AND c.id = ANY(${ids}::uuid[])`,
  campaign: (agencyId, ids) => sql`
    SELECT id, client_id AS "clientId", NULL AS "taskId", state <> 'closed' AS "isOpen", name AS title, description AS plain,
      NULL AS data, starts_on::timestamptz AS at
    FROM campaign WHERE agency_id = ${agencyId} AND id = ANY(${ids}::uuid[])`,
  item: (agencyId, ids) => sql`
    SELECT id, client_id AS "clientId", NULL AS "taskId", status NOT IN ('published', 'missed') AS "isOpen", title, idea AS plain,
      NULL AS data, publish_at AS at
    FROM content_item WHERE agency_id = ${agencyId} AND id = ANY(${ids}::uuid[]) AND deleted_at IS NULL`,
  comment: (agencyId, ids) => sql`
    SELECT o.id, t.client_id AS "clientId", t.id AS "taskId", o.resolved_at IS NULL AS "isOpen", '' AS title, o.body AS plain,
      NULL AS data, o.created_at AS at
    FROM comment o JOIN task t ON t.agency_id = o.agency_id AND t.id = o.task_id
    WHERE o.agency_id = ${agencyId} AND o.id = ANY(${ids}::uuid[])`,
};

const taskRows = (agencyId: Id, ids: readonly Id[]): RawBuilder<TaskRow> => sql`
  SELECT t.id, t.client_id AS "clientId", t.id AS "taskId", t.state NOT IN ('done', 'cancelled') AS "isOpen", t.title, '' AS plain,
    t.state_since AS at, issued.data, draft.data AS draft, draft.updated_at AS "draftAt",
    result.data AS result, result.note, result.submitted_at AS "resultAt"
  FROM task t
  LEFT JOIN LATERAL (
    SELECT data FROM brief_version b WHERE b.agency_id = t.agency_id AND b.task_id = t.id AND b.issued_at IS NOT NULL
    ORDER BY number DESC LIMIT 1) issued ON true
  LEFT JOIN LATERAL (
    SELECT data, updated_at FROM brief_version b WHERE b.agency_id = t.agency_id AND b.task_id = t.id AND b.issued_at IS NULL
    ORDER BY number DESC LIMIT 1) draft ON true
  LEFT JOIN LATERAL (
    SELECT data, note, submitted_at FROM deliverable d WHERE d.agency_id = t.agency_id AND d.task_id = t.id
    ORDER BY number DESC LIMIT 1) result ON true
  WHERE t.agency_id = ${agencyId} AND t.id = ANY(${ids}::uuid[])`;
