import type { Discipline } from '@planerka/agency/domain';
import type { SilencePolicy, StageMode } from '@planerka/clients/domain';
import type { ItemFormat } from '@planerka/content-plan/domain';
import type { Currency, Id } from '@planerka/platform/domain';
import type { FileRow, ReadTransaction } from '@planerka/platform/server';
import type { ApprovalState, DecisionKind } from '@planerka/review/domain';
import type { DeliverableContent } from '@planerka/tasks/domain';
import { sql } from 'kysely';
import type { GuestChannelObject, GuestCommentObject } from './guest.object';

/** A deliverable's content and files, as rows hold them. */
export interface ShownDocument {
  readonly content: DeliverableContent;
  readonly files: readonly FileRow[];
}

export interface SubjectDocument extends ShownDocument {
  readonly id: Id;
  readonly taskId: Id;
  readonly itemId: Id | null;
  readonly contentHash: string;
  readonly kind: Discipline;
  readonly number: number;
  readonly title: string;
  readonly format: ItemFormat | null;
  readonly publishAt: string | null;
  readonly channels: readonly GuestChannelObject[];
  readonly earlier: readonly (ShownDocument & { readonly id: Id; readonly number: number; readonly shownAt: string })[];
  readonly comments: readonly CommentDocument[];
  /** Finished texts and pictures of the same publication that are not asked about: the post would be empty without. */
  readonly beside: readonly (ShownDocument & { readonly kind: Discipline })[];
}

interface CommentDocument extends Omit<GuestCommentObject, 'subjectId' | 'isYours'> {
  readonly contactId: Id | null;
}

export interface PersonDocument {
  readonly id: Id;
  readonly name: string;
  readonly decision: DecisionKind | null;
  readonly decidedAt: string | null;
}

export interface GuestDocument {
  readonly agencyName: string;
  readonly timeZone: string;
  readonly locale: string;
  readonly silence: SilencePolicy;
  readonly clientName: string;
  readonly title: string;
  readonly message: string;
  readonly changes: readonly string[];
  readonly state: ApprovalState;
  readonly stateReason: string;
  readonly mode: StageMode;
  readonly finalContactId: Id | null;
  readonly round: number;
  readonly includedRounds: number;
  readonly extraRoundMinor: string | null;
  readonly currency: Currency;
  readonly dueAt: string | null;
  readonly sentAt: string;
  readonly people: readonly PersonDocument[];
  readonly subjects: readonly SubjectDocument[];
}

export const filesOf = (deliverable: string) =>
  sql.raw(`(SELECT coalesce(json_agg(json_build_object('id', f.id, 'name', f.name, 'mime', f.mime, 'state', f.state,
      'size', f.size, 'width', f.width, 'height', f.height)), '[]')
    FROM deliverable_file df JOIN file f ON f.agency_id = df.agency_id AND f.id = df.file_id
    WHERE df.agency_id = ${deliverable}.agency_id AND df.deliverable_id = ${deliverable}.id)`);

/** Of the publication `i`. */
export const channelsOf = sql.raw(`(SELECT coalesce(json_agg(json_build_object('network', h.network, 'title', h.title)
    ORDER BY h.position, h.id), '[]')
  FROM item_channel ic JOIN channel h ON h.agency_id = ic.agency_id AND h.id = ic.channel_id
  WHERE ic.agency_id = i.agency_id AND ic.item_id = i.id)`);

/**
 * The whole of what a client's page is made from, in one statement. What is not selected here cannot leak: no fee, no
 * brief, no note, no internal comment, no version that was never sent.
 */
export async function guestDocument(db: ReadTransaction, agencyId: Id, approvalId: Id): Promise<GuestDocument | null> {
  const { rows } = await sql<{ readonly document: GuestDocument }>`
    SELECT json_build_object(
      'agencyName', g.name, 'timeZone', g.time_zone, 'locale', g.locale, 'clientName', c.name, 'title', a.title, 'message', a.message,
      'changes', a.changes, 'state', a.state, 'stateReason', a.state_reason, 'mode', a.mode,
      'finalContactId', a.final_contact_id, 'round', a.round, 'includedRounds', a.included_rounds,
      'currency', c.currency, 'dueAt', a.due_at, 'silence', a.silence_policy, 'sentAt', a.sent_at,
      'extraRoundMinor', (SELECT r.extra_round_minor::text FROM retainer r
        WHERE r.agency_id = a.agency_id AND r.client_id = a.client_id AND r.valid_from <= current_date
        ORDER BY r.valid_from DESC LIMIT 1),
      'people', (SELECT coalesce(json_agg(json_build_object(
          'id', n.id, 'name', n.name, 'decision', x.kind, 'decidedAt', x.decided_at) ORDER BY x.decided_at, n.name), '[]')
        FROM contact n
        LEFT JOIN LATERAL (SELECT y.kind, y.decided_at FROM approval_decision y
          WHERE y.agency_id = n.agency_id AND y.approval_id = a.id AND y.contact_id = n.id AND y.voided_at IS NULL
          ORDER BY y.decided_at DESC LIMIT 1) x ON true
        WHERE n.agency_id = a.agency_id AND (x.kind IS NOT NULL OR EXISTS (SELECT 1 FROM approval_link k
          WHERE k.agency_id = a.agency_id AND k.approval_id = a.id AND k.contact_id = n.id AND k.revoked_at IS NULL))),
      'subjects', (SELECT coalesce(json_agg(json_build_object(
          'id', s.id, 'taskId', s.task_id, 'itemId', s.item_id, 'contentHash', s.content_hash, 'kind', t.discipline,
          'number', d.number, 'title', coalesce(i.title, t.title), 'format', i.format, 'publishAt', i.publish_at,
          'channels', ${channelsOf}, 'content', d.data, 'files', ${filesOf('d')},
          'earlier', (SELECT coalesce(json_agg(v.version ORDER BY v.number DESC), '[]') FROM (
              SELECT DISTINCT ON (e.id) e.number, json_build_object('id', e.id, 'number', e.number,
                'shownAt', b.sent_at, 'content', e.data, 'files', ${filesOf('e')}) AS version
              FROM approval_subject p
              JOIN approval b ON b.agency_id = p.agency_id AND b.id = p.approval_id AND b.sent_at < a.sent_at
              JOIN deliverable e ON e.agency_id = p.agency_id AND e.id = p.deliverable_id AND e.id <> d.id
              WHERE p.agency_id = s.agency_id AND p.task_id = s.task_id ORDER BY e.id, b.sent_at) v),
          'comments', (SELECT coalesce(json_agg(json_build_object(
              'id', m.id, 'author', m.author_name, 'contactId', m.author_contact_id,
              'isFromAgency', m.author_contact_id IS NULL, 'body', m.body, 'anchor', m.anchor,
              'isResolved', m.resolved_at IS NOT NULL, 'createdAt', m.created_at) ORDER BY m.created_at, m.id), '[]')
            FROM comment m
            WHERE m.agency_id = s.agency_id AND m.task_id = s.task_id AND m.visibility = 'client'),
          'beside', (SELECT coalesce(json_agg(json_build_object(
              'kind', o.discipline, 'content', w.data, 'files', ${filesOf('w')}) ORDER BY o.done_at DESC), '[]')
            FROM task o
            JOIN deliverable w ON w.agency_id = o.agency_id AND w.task_id = o.id AND w.number = o.deliverable_number
            WHERE o.agency_id = s.agency_id AND o.item_id = s.item_id AND o.state = 'done' AND o.id <> s.task_id)
        ) ORDER BY s.position), '[]')
        FROM approval_subject s
        JOIN task t ON t.agency_id = s.agency_id AND t.id = s.task_id
        JOIN deliverable d ON d.agency_id = s.agency_id AND d.id = s.deliverable_id
        LEFT JOIN content_item i ON i.agency_id = s.agency_id AND i.id = s.item_id
        WHERE s.agency_id = a.agency_id AND s.approval_id = a.id)
    ) AS document
    FROM approval a
    JOIN client c ON c.agency_id = a.agency_id AND c.id = a.client_id
    JOIN agency g ON g.id = a.agency_id
    WHERE a.agency_id = ${agencyId}::uuid AND a.id = ${approvalId}::uuid`.execute(db);
  return rows[0]?.document ?? null;
}
