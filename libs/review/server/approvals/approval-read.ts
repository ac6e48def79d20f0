import { memberRule } from '@planerka/agency/server';
import { read, type ReadField, type ReadType } from '@planerka/platform/server';
import { linkStateOf, type ApprovalState } from '@planerka/review/domain';
import { sql } from 'kysely';
import { changeRequestRead } from '../change-requests/change-request-read';
import type { ChangeRequestObject } from '../change-requests/change-request.object';
import type {
  ApprovalClientObject,
  ApprovalDecisionObject,
  ApprovalLinkObject,
  ApprovalLinkUseObject,
  ApprovalObject,
  ApprovalSubjectObject,
} from './approval.object';

/* A request to the client with all its page shows: rows of `a` approval and `c` client. */

const now = sql`${read.value('at')}::timestamptz`;

const client: ReadType = {
  name: 'ApprovalClient',
  fields: { id: read.id(sql`c.id`), name: read.text(sql`c.name`) } satisfies Record<
    keyof ApprovalClientObject,
    ReadField
  >,
};

const subject: ReadType = {
  name: 'ApprovalSubject',
  fields: {
    id: read.id(sql`s.id`),
    taskId: read.id(sql`t.id`),
    title: read.text(sql`t.title`),
    discipline: read.enumeration(sql`t.discipline`),
    taskState: read.enumeration(sql`t.state`),
    itemId: read.nullable(read.id(sql`i.id`)),
    itemTitle: read.nullable(read.text(sql`i.title`)),
    publishAt: read.nullable(read.instant(sql`i.publish_at`)),
    deliverableNumber: read.int(sql`d.number`),
    isCurrent: read.boolean(sql`d.number = t.deliverable_number`),
  } satisfies Record<keyof ApprovalSubjectObject, ReadField>,
};

const use: ReadType = {
  name: 'ApprovalLinkUse',
  fields: {
    id: read.id(sql`u.id`),
    kind: read.enumeration(sql`u.kind`),
    ipAddress: read.text(sql`u.ip_address`),
    userAgent: read.text(sql`u.user_agent`),
    at: read.instant(sql`u.at`),
  } satisfies Record<keyof ApprovalLinkUseObject, ReadField>,
};

/** Visits by the link `k`. */
const visits = sql`approval_link_use v WHERE v.agency_id = k.agency_id AND v.link_id = k.id AND v.kind = 'opened'`;

const link: ReadType = {
  name: 'ApprovalLink',
  fields: {
    id: read.id(sql`k.id`),
    contactId: read.id(sql`n.id`),
    contactName: read.text(sql`n.name`),
    contactPosition: read.text(sql`n.position`),
    isFinal: read.boolean(sql`n.id IS NOT DISTINCT FROM a.final_contact_id`),
    state: memberRule(
      {
        isRevoked: read.boolean(sql`k.revoked_at IS NOT NULL`),
        isExpired: read.boolean(sql`k.expires_at <= ${now}`),
        hasPin: read.boolean(sql`k.pin_hash IS NOT NULL`),
        pinAttempts: read.int(sql`k.pin_attempts`),
      },
      linkStateOf,
    ),
    hasPin: read.boolean(sql`k.pin_hash IS NOT NULL`),
    expiresAt: read.instant(sql`k.expires_at`),
    openedAt: read.nullable(read.instant(sql`k.opened_at`)),
    visits: read.int(sql`(SELECT count(*)::int FROM ${visits})`),
    lastVisitAt: read.nullable(read.instant(sql`(SELECT max(v.at) FROM ${visits})`)),
    // As `stateWithout` decides when it is done.
    approvesIfRevoked: read.boolean(sql`a.state = 'pending' AND a.mode = 'all' AND a.final_contact_id IS NULL
      AND k.revoked_at IS NULL AND coalesce((
        SELECT bool_and(EXISTS (SELECT FROM approval_decision y WHERE y.agency_id = o.agency_id AND y.approval_id = o.approval_id
          AND y.contact_id = o.contact_id AND y.kind = 'approve' AND y.voided_at IS NULL))
        FROM approval_link o WHERE o.agency_id = k.agency_id AND o.approval_id = k.approval_id AND o.revoked_at IS NULL
          AND o.contact_id <> k.contact_id), false)`),
    uses: read.many<ApprovalLinkUseObject>(
      () => use,
      (object) => sql`(
        SELECT string_agg(${object}, ',' ORDER BY u.at DESC, u.id DESC) FROM (
          SELECT * FROM approval_link_use last WHERE last.agency_id = k.agency_id AND last.link_id = k.id
          ORDER BY last.at DESC, last.id DESC LIMIT 20) u)`,
    ),
  } satisfies Record<keyof ApprovalLinkObject, ReadField>,
};

const decision: ReadType = {
  name: 'ApprovalDecision',
  fields: {
    id: read.id(sql`x.id`),
    contactId: read.id(sql`x.contact_id`),
    contactName: read.text(sql`x.contact_name`),
    kind: read.enumeration(sql`x.kind`),
    comment: read.text(sql`x.comment`),
    contentHash: read.text(sql`x.content_hash`),
    ipAddress: read.text(sql`x.ip_address`),
    userAgent: read.text(sql`x.user_agent`),
    decidedAt: read.instant(sql`x.decided_at`),
    voidedAt: read.nullable(read.instant(sql`x.voided_at`)),
    voidReason: read.nullable(read.text(sql`x.void_reason`)),
  } satisfies Record<keyof ApprovalDecisionObject, ReadField>,
};

const state = read.enumeration<ApprovalState>(sql`a.state`);
const sender = read.join(
  'sender',
  sql`LEFT JOIN member sender ON sender.agency_id = a.agency_id AND sender.id = a.sent_by_id`,
);

export const approvalRead: ReadType = {
  name: 'Approval',
  fields: {
    id: read.id(sql`a.id`),
    title: read.text(sql`a.title`),
    message: read.text(sql`a.message`),
    changes: read.listOf(read.text(sql`a.changes`)),
    state,
    stateReason: read.text(sql`a.state_reason`),
    mode: read.enumeration(sql`a.mode`),
    round: read.int(sql`a.round`),
    includedRounds: read.int(sql`a.included_rounds`),
    dueAt: read.nullable(read.instant(sql`a.due_at`)),
    isOverdue: read.boolean(sql`a.state = 'pending' AND coalesce(a.due_at < ${now}, false)`),
    silencePolicy: read.enumeration(sql`a.silence_policy`),
    remindedAt: read.nullable(read.instant(sql`a.reminded_at`)),
    sentAt: read.instant(sql`a.sent_at`),
    sentBy: read.text(sql`coalesce(sender.name, '')`, sender),
    decidedAt: read.nullable(read.instant(sql`a.decided_at`)),
    version: read.int(sql`a.version`),
    client: read.here<ApprovalClientObject>(client),
    subjects: read.many<ApprovalSubjectObject>(
      () => subject,
      (object) => sql`(
        SELECT string_agg(${object}, ',' ORDER BY s.position, s.id)
        FROM approval_subject s
        JOIN task t ON t.agency_id = s.agency_id AND t.id = s.task_id
        JOIN deliverable d ON d.agency_id = s.agency_id AND d.id = s.deliverable_id
        LEFT JOIN content_item i ON i.agency_id = s.agency_id AND i.id = s.item_id
        WHERE s.agency_id = a.agency_id AND s.approval_id = a.id)`,
    ),
    links: read.many<ApprovalLinkObject>(
      () => link,
      (object) => sql`(
        SELECT string_agg(present.link, ',' ORDER BY present.name, present.contact_id) FROM (
          SELECT DISTINCT ON (k.contact_id) k.contact_id, n.name, ${object} AS link
          FROM approval_link k JOIN contact n ON n.agency_id = k.agency_id AND n.id = k.contact_id
          WHERE k.agency_id = a.agency_id AND k.approval_id = a.id
          ORDER BY k.contact_id, k.created_at DESC, k.id DESC) present)`,
    ),
    decisions: read.many<ApprovalDecisionObject>(
      () => decision,
      (object) => sql`(
        SELECT string_agg(${object}, ',' ORDER BY x.decided_at, x.id) FROM approval_decision x
        WHERE x.agency_id = a.agency_id AND x.approval_id = a.id)`,
    ),
    changeRequests: read.many<ChangeRequestObject>(
      () => changeRequestRead,
      (object, joins) => sql`(
        SELECT string_agg(${object}, ',' ORDER BY q.round, q.id)
        FROM approval_subject s JOIN change_request q ON q.agency_id = s.agency_id AND q.task_id = s.task_id ${joins}
        WHERE s.agency_id = a.agency_id AND s.approval_id = a.id)`,
    ),
    availableActions: memberRule({ state }, (approval) => (approval.state === 'pending' ? ['withdraw'] : [])),
  } satisfies Record<keyof ApprovalObject, ReadField>,
};
