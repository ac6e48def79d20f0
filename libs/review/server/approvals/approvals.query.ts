import { Injectable } from '@nestjs/common';
import type { CurrentMember } from '@planerka/agency/server';
import { dateOf, isAfter, isId, russianCalendar, Temporal, type Id, type Instant } from '@planerka/platform/domain';
import {
  Clock,
  Mailer,
  pageSize,
  pageStart,
  Reader,
  toConnection,
  type Connection,
  type PageArgs,
} from '@planerka/platform/server';
import { answerDeadline, linkState } from '@planerka/review/domain';
import { sql, type RawBuilder } from 'kysely';
import { z } from 'zod';
import type { ApprovalFilterInput } from './approval.inputs';
import {
  changeRequestDocument,
  presentChangeRequest,
  type ChangeRequestDocument,
} from '../change-requests/change-request-document';
import type { ApprovalDraftObject, ApprovalLinkObject, ApprovalObject } from './approval.object';
import { inScope, known } from './in-scope';

const order = 'sent';
const cursorKey = z.tuple([z.string(), z.uuid()]);

interface LinkDocument extends Omit<ApprovalLinkObject, 'state'> {
  readonly revokedAt: string | null;
  readonly pinAttempts: number;
}

interface Document extends Omit<ApprovalObject, 'isOverdue' | 'links' | 'changeRequests' | 'availableActions'> {
  readonly links: readonly LinkDocument[];
  readonly changeRequests: readonly ChangeRequestDocument[];
}

interface DraftDocument extends Omit<ApprovalDraftObject, 'isMailed' | 'dueChoices'> {
  readonly agency: { readonly timeZone: string; readonly daysOff: readonly string[] };
}

interface Row {
  readonly key: string;
  readonly approval: Document;
}

/** Needs `t` task, `d` deliverable, `i` item in scope. */
const subjectFields = sql.raw(`'taskId', t.id, 'title', t.title, 'discipline', t.discipline, 'taskState', t.state,
  'itemId', i.id, 'itemTitle', i.title, 'publishAt', i.publish_at, 'deliverableNumber', d.number,
  'isCurrent', d.number = t.deliverable_number`);

const approvalDocument = sql<Document>`json_build_object(
  'id', a.id, 'title', a.title, 'message', a.message, 'changes', a.changes, 'state', a.state,
  'stateReason', a.state_reason, 'mode', a.mode, 'round', a.round, 'includedRounds', a.included_rounds,
  'dueAt', a.due_at, 'sentAt', a.sent_at, 'decidedAt', a.decided_at, 'version', a.version,
  'silencePolicy', a.silence_policy, 'remindedAt', a.reminded_at,
  'sentBy', (SELECT m.name FROM member m WHERE m.agency_id = a.agency_id AND m.id = a.sent_by_id),
  'client', json_build_object('id', c.id, 'name', c.name),
  'subjects', (SELECT coalesce(json_agg(json_build_object('id', s.id, ${subjectFields}) ORDER BY s.position), '[]')
    FROM approval_subject s
    JOIN task t ON t.agency_id = s.agency_id AND t.id = s.task_id
    JOIN deliverable d ON d.agency_id = s.agency_id AND d.id = s.deliverable_id
    LEFT JOIN content_item i ON i.agency_id = s.agency_id AND i.id = s.item_id
    WHERE s.agency_id = a.agency_id AND s.approval_id = a.id),
  'links', (SELECT coalesce(json_agg(l.link ORDER BY l.name), '[]') FROM (
      SELECT DISTINCT ON (k.contact_id) n.name, json_build_object(
        'id', k.id, 'contactId', n.id, 'contactName', n.name, 'contactPosition', n.position,
        'isFinal', n.id IS NOT DISTINCT FROM a.final_contact_id, 'hasPin', k.pin_hash IS NOT NULL,
        'pinAttempts', k.pin_attempts, 'expiresAt', k.expires_at, 'revokedAt', k.revoked_at,
        'openedAt', k.opened_at) AS link
      FROM approval_link k JOIN contact n ON n.agency_id = k.agency_id AND n.id = k.contact_id
      WHERE k.agency_id = a.agency_id AND k.approval_id = a.id
      ORDER BY k.contact_id, k.created_at DESC, k.id DESC) l),
  'decisions', (SELECT coalesce(json_agg(json_build_object(
      'id', x.id, 'contactId', x.contact_id, 'contactName', x.contact_name, 'kind', x.kind, 'comment', x.comment,
      'contentHash', x.content_hash, 'ipAddress', x.ip_address, 'userAgent', x.user_agent,
      'decidedAt', x.decided_at, 'voidedAt', x.voided_at, 'voidReason', x.void_reason) ORDER BY x.decided_at, x.id), '[]')
    FROM approval_decision x WHERE x.agency_id = a.agency_id AND x.approval_id = a.id),
  'changeRequests', (SELECT coalesce(json_agg(${changeRequestDocument} ORDER BY q.round, q.id), '[]')
    FROM change_request q
    JOIN task qt ON qt.agency_id = q.agency_id AND qt.id = q.task_id
    JOIN approval_subject s ON s.agency_id = q.agency_id AND s.task_id = q.task_id AND s.approval_id = a.id
    WHERE q.agency_id = a.agency_id)
)`;

/** Requests of the clients that the viewer leads, the last sent first; one statement a page. */
@Injectable()
export class ApprovalsQuery {
  constructor(
    private readonly reader: Reader,
    private readonly clock: Clock,
    private readonly mailer: Mailer,
  ) {}

  async list(viewer: CurrentMember, filter: ApprovalFilterInput, page: PageArgs): Promise<Connection<ApprovalObject>> {
    const first = pageSize(page);
    const start = pageStart(page, order, cursorKey);
    const rows = await this.read(
      viewer,
      sql`${matching(filter)} ${start ? sql`AND (a.sent_at, a.id) < (${start[0]}::timestamptz, ${start[1]}::uuid)` : sql``}`,
      first + 1,
    );
    const at = this.clock.now();
    return toConnection(
      rows,
      first,
      order,
      ({ key, approval }) => [key, approval.id],
      ({ approval }) => present(approval, at),
    );
  }

  async one(viewer: CurrentMember, id: Id): Promise<ApprovalObject | null> {
    if (!isId(id)) return null;
    const [row] = await this.read(viewer, sql`AND a.id = ${id}::uuid`, 1);
    return row ? present(row.approval, this.clock.now()) : null;
  }

  /** What would be sent for these tasks and publications, to whom; null where there is nothing of the viewer's. */
  async draft(
    viewer: CurrentMember,
    taskIds: readonly Id[],
    itemIds: readonly Id[],
  ): Promise<ApprovalDraftObject | null> {
    const tasks = taskIds.filter(isId);
    const items = itemIds.filter(isId);
    const rows = await this.reader.ask(
      viewer,
      sql<{ readonly draft: DraftDocument }>`
        SELECT json_build_object(
          'client', json_build_object('id', c.id, 'name', c.name), 'silencePolicy', c.silence_policy,
          'agency', (SELECT json_build_object('timeZone', g.time_zone,
            'daysOff', coalesce(g.extra_days_off, '{}')) FROM agency g WHERE g.id = c.agency_id),
          'round', max(t.rounds) + 1,
          'includedRounds', coalesce((SELECT r.included_rounds FROM retainer r
            WHERE r.agency_id = c.agency_id AND r.client_id = c.id AND r.valid_from <= current_date
            ORDER BY r.valid_from DESC LIMIT 1), 0),
          'subjects', json_agg(json_build_object('id', t.id, ${subjectFields})
            ORDER BY i.publish_at NULLS LAST, t.item_id, t.discipline, t.id),
          'contacts', (SELECT coalesce(json_agg(json_build_object('id', n.id, 'name', n.name, 'position', n.position,
              'email', n.email, 'isApprover', n.is_approver, 'isFinalApprover', n.is_final_approver)
              ORDER BY n.is_final_approver DESC, n.is_approver DESC, n.name), '[]')
            FROM contact n WHERE n.agency_id = c.agency_id AND n.client_id = c.id AND n.archived_at IS NULL)
        ) AS draft
        FROM task t
        JOIN client c ON c.agency_id = t.agency_id AND c.id = t.client_id
        JOIN deliverable d ON d.agency_id = t.agency_id AND d.task_id = t.id AND d.number = t.deliverable_number
        LEFT JOIN content_item i ON i.agency_id = t.agency_id AND i.id = t.item_id
        WHERE ${inScope(viewer, sql`t`)} AND t.state = 'in_review' AND t.wants_client_approval
          AND (t.id = ANY(${tasks}::uuid[]) OR t.item_id = ANY(${items}::uuid[]))
        GROUP BY c.agency_id, c.id, c.name, c.silence_policy ORDER BY c.id LIMIT 1`,
    );
    if (!rows[0]) return null;
    const { agency, ...told } = rows[0].draft;
    return { ...told, dueChoices: dueChoices(agency, this.clock.now()), isMailed: this.mailer.isConfigured };
  }

  private async read(viewer: CurrentMember, condition: RawBuilder<unknown>, limit: number): Promise<readonly Row[]> {
    const rows = await this.reader.ask(
      viewer,
      sql<Row>`
        SELECT a.sent_at::text AS key, ${approvalDocument} AS approval
        FROM approval a JOIN client c ON c.agency_id = a.agency_id AND c.id = a.client_id
        WHERE ${inScope(viewer, sql`a`)} ${condition}
        ORDER BY a.sent_at DESC, a.id DESC LIMIT ${limit}`,
    );
    return rows;
  }
}

function matching({ states, clientId, taskId, itemId }: ApprovalFilterInput): RawBuilder<unknown> {
  const ofSubject = (column: RawBuilder<unknown>, id: Id) => sql`AND EXISTS (SELECT 1 FROM approval_subject s
    WHERE s.agency_id = a.agency_id AND s.approval_id = a.id AND ${column} = ${known(id)}::uuid)`;
  return sql.join(
    [
      states ? sql`AND a.state::text = ANY(${[...states]}::text[])` : sql``,
      clientId ? sql`AND a.client_id = ${known(clientId)}::uuid` : sql``,
      taskId ? ofSubject(sql`s.task_id`, taskId) : sql``,
      itemId ? ofSubject(sql`s.item_id`, itemId) : sql``,
    ],
    sql` `,
  );
}

/** By when an answer is usually asked, in working days of the agency. */
function dueChoices({ timeZone, daysOff }: DraftDocument['agency'], at: Instant): readonly string[] {
  const today = dateOf(at, timeZone);
  const calendar = russianCalendar([today.year, today.year + 1], daysOff);
  return [1, 2, 3, 5].map((days) => answerDeadline(calendar, today, days, timeZone).toString());
}

function present({ links, changeRequests, ...approval }: Document, at: Instant): ApprovalObject {
  const isPending = approval.state === 'pending';
  return {
    ...approval,
    isOverdue: isPending && approval.dueAt !== null && isAfter(at, Temporal.Instant.from(approval.dueAt)),
    links: links.map(({ revokedAt, pinAttempts, ...link }) => ({
      ...link,
      state: linkState(
        {
          expiresAt: Temporal.Instant.from(link.expiresAt),
          revokedAt: revokedAt === null ? null : Temporal.Instant.from(revokedAt),
          hasPin: link.hasPin,
          pinAttempts,
        },
        at,
      ),
    })),
    changeRequests: changeRequests.map(presentChangeRequest),
    availableActions: isPending ? ['withdraw'] : [],
  };
}
