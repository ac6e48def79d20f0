import { json, list, money } from './json.ts';
import { CLIENTS, MANAGER, SELF } from './viewer.ts';

const named = (table: string, id: string): string =>
  `(SELECT ${json({ id: 'x.id', name: 'x.name' })} FROM ${table} x WHERE x.agency_id = $1 AND x.id = ${id})`;
const nameOf = (id: string): string => `(SELECT x.name FROM member x WHERE x.agency_id = $1 AND x.id = ${id})`;

const linked = (mine: string, theirs: string): string =>
  list(
    { id: 'b.id', title: 'b.title', discipline: 'upper(b.discipline::text)', state: 'upper(b.state::text)' },
    'b.id',
    `task_dependency d JOIN task b ON b.agency_id = $1 AND b.id = d.${theirs} WHERE d.agency_id = $1 AND d.${mine} = t.id`,
  );

const FILE = {
  id: 'f.id',
  name: 'f.name',
  mime: 'f.mime',
  state: 'upper(f.state::text)',
  size: 'f.size',
  width: 'f.width',
  height: 'f.height',
};

const words = (comment: string): Record<string, string> => ({
  id: `${comment}.id`,
  body: `${comment}.body`,
  authorId: `${comment}.author_member_id`,
  authorName: `${comment}.author_name`,
  isViewers: `${comment}.author_member_id IS NOT DISTINCT FROM ${SELF}`,
  isEdited: `${comment}.version > 1`,
  createdAt: `${comment}.created_at`,
  version: `${comment}.version`,
});

const threads = (visibility: string): string =>
  list(
    {
      ...words('k'),
      visibility: `'${visibility.toUpperCase()}'`,
      deliverableId: 'k.deliverable_id',
      deliverableNumber: 'v.number',
      resolvedAt: 'k.resolved_at',
      resolvedBy: nameOf('k.resolved_by_id'),
      criterionId: 'k.criterion_id',
      anchor: 'k.anchor',
      replies: list(words('r'), 'r.created_at, r.id', 'comment r WHERE r.agency_id = $1 AND r.parent_id = k.id'),
    },
    'k.created_at, k.id',
    `comment k LEFT JOIN deliverable v ON v.agency_id = $1 AND v.id = k.deliverable_id
      WHERE k.agency_id = $1 AND k.task_id = t.id AND k.visibility = '${visibility}' AND k.parent_id IS NULL`,
  );

const COURTS = `(SELECT coalesce(json_agg(${json({ court: 'court', seconds: 'round(seconds)' })} ORDER BY place), '[]') FROM (
    SELECT court, sum(extract(epoch FROM until - at)) AS seconds,
      CASE court WHEN 'MANAGER' THEN 1 WHEN 'SPECIALIST' THEN 2 ELSE 3 END AS place
    FROM (SELECT at, lead(at, 1, now()) OVER (ORDER BY at, id) AS until, CASE WHEN to_state IN ('issued', 'in_progress') THEN 'SPECIALIST'
        WHEN to_state = 'client_review' THEN 'CLIENT' WHEN to_state IN ('draft', 'in_review') THEN 'MANAGER' END AS court
      FROM task_transition s WHERE s.agency_id = $1 AND s.task_id = t.id) stays
    WHERE court IS NOT NULL GROUP BY court) courts)`;

const LINE = `(SELECT ${json({
  id: 'l.id',
  category: 'upper(l.category::text)',
  month: `to_char(l.month, 'YYYY-MM')`,
  isHard: 'l.is_hard',
  planned: money('l.planned_minor', 'l.currency'),
  spent: money('l.spent_minor', 'l.currency'),
  payable: money('l.payable_minor', 'l.currency'),
  committed: money('l.committed_minor', 'l.currency'),
  available: money('l.available_minor', 'l.currency'),
})} FROM budget_line l JOIN agency g ON g.id = $1
  WHERE l.agency_id = $1 AND CASE WHEN t.budget_line_id IS NOT NULL THEN l.id = t.budget_line_id ELSE l.category::text = t.discipline::text
    AND l.month = date_trunc('month', t.due_at AT TIME ZONE g.time_zone)::date END AND l.campaign_id = t.campaign_id LIMIT 1)`;

const APPROVAL = list(
  {
    id: 'a.id',
    title: 'a.title',
    message: 'a.message',
    changes: 'a.changes',
    state: 'upper(a.state::text)',
    stateReason: 'a.state_reason',
    silencePolicy: 'upper(a.silence_policy::text)',
    remindedAt: 'a.reminded_at',
    round: 'a.round',
    includedRounds: 'a.included_rounds',
    dueAt: 'a.due_at',
    isOverdue: `coalesce(a.state = 'pending' AND a.due_at < now(), false)`,
    sentAt: 'a.sent_at',
    sentBy: nameOf('a.sent_by_id'),
    decidedAt: 'a.decided_at',
    version: 'a.version',
    client: json({ id: 'c.id', name: 'c.name' }),
    subjects: list(
      {
        id: 's.id',
        taskId: 'b.id',
        title: 'b.title',
        itemTitle: 'i.title',
        publishAt: 'i.publish_at',
        taskState: 'upper(b.state::text)',
        deliverableNumber: 'v.number',
        isCurrent: 'v.number = b.deliverable_number',
      },
      's.position',
      `approval_subject s JOIN task b ON b.agency_id = $1 AND b.id = s.task_id JOIN deliverable v ON v.agency_id = $1 AND v.id = s.deliverable_id
        LEFT JOIN content_item i ON i.agency_id = $1 AND i.id = s.item_id WHERE s.agency_id = $1 AND s.approval_id = a.id`,
    ),
    links: `(SELECT coalesce(json_agg(link ORDER BY name), '[]') FROM (SELECT DISTINCT ON (k.contact_id) n.name, ${json(
      {
        id: 'k.id',
        contactId: 'n.id',
        contactName: 'n.name',
        contactPosition: 'n.position',
        isFinal: 'n.id IS NOT DISTINCT FROM a.final_contact_id',
        state: `CASE WHEN k.revoked_at IS NOT NULL THEN 'REVOKED' WHEN k.expires_at <= now() THEN 'EXPIRED' ELSE 'OPEN' END`,
        hasPin: 'k.pin_hash IS NOT NULL',
        expiresAt: 'k.expires_at',
        openedAt: 'k.opened_at',
      },
    )} AS link FROM approval_link k JOIN contact n ON n.agency_id = $1 AND n.id = k.contact_id
      WHERE k.agency_id = $1 AND k.approval_id = a.id ORDER BY k.contact_id, k.created_at DESC, k.id DESC) links)`,
    decisions: list(
      {
        id: 'x.id',
        contactId: 'x.contact_id',
        contactName: 'x.contact_name',
        kind: 'upper(x.kind::text)',
        comment: 'x.comment',
        contentHash: 'x.content_hash',
        ipAddress: 'x.ip_address',
        userAgent: 'x.user_agent',
        decidedAt: 'x.decided_at',
        voidedAt: 'x.voided_at',
        voidReason: 'x.void_reason',
      },
      'x.decided_at, x.id',
      'approval_decision x WHERE x.agency_id = $1 AND x.approval_id = a.id',
    ),
    changeRequests: list(
      {
        id: 'q.id',
        taskId: 'q.task_id',
        taskTitle: 'qt.title',
        clientName: 'c.name',
        round: 'q.round',
        price: money('q.price_minor', 'q.currency'),
        reason: 'q.reason',
        state: 'upper(q.state::text)',
        createdAt: 'q.created_at',
        decidedAt: 'q.decided_at',
        decidedBy: nameOf('q.decided_by_id'),
        decisionNote: 'q.decision_note',
        version: 'q.version',
      },
      'q.round, q.id',
      `approval_subject s JOIN change_request q ON q.agency_id = $1 AND q.task_id = s.task_id JOIN task qt ON qt.agency_id = $1 AND qt.id = q.task_id
        WHERE s.agency_id = $1 AND s.approval_id = a.id`,
    ),
  },
  'a.sent_at DESC',
  `(SELECT a.* FROM approval_subject s JOIN approval a ON a.agency_id = $1 AND a.id = s.approval_id
    WHERE s.agency_id = $1 AND s.task_id = t.id ORDER BY a.sent_at DESC, a.id DESC LIMIT 1) a`,
);

const BRIEF_FILES = list(
  FILE,
  'f.name',
  `file f WHERE f.agency_id = $1 AND f.id IN (SELECT (jsonb_path_query(b.data, path) #>> '{}')::uuid FROM brief_version b,
    unnest(ARRAY['$.references[*].fileId', '$.identityFileIds[*]', '$.creatives[*].fileId']::jsonpath[]) path
    WHERE b.agency_id = $1 AND b.task_id = t.id)`,
);

/** $3 the task: all that its page shows, and the client's last request. */
export const task = `
  WITH ${MANAGER}
  SELECT json_build_object('data', json_build_object('task', ${json({
    id: 't.id',
    state: 'upper(t.state::text)',
    version: 't.version',
    declineReason: 't.decline_reason',
    title: 't.title',
    discipline: 'upper(t.discipline::text)',
    dueAt: 't.due_at',
    isBlocked: 't.open_questions > 0',
    wantsClientApproval: 't.wants_client_approval',
    submittedAt: 't.submitted_at',
    estimatedMinutes: 't.estimated_minutes',
    rounds: 't.rounds',
    deliverableNumber: 't.deliverable_number',
    includedRounds: `coalesce((SELECT included_rounds FROM retainer r WHERE r.agency_id = $1 AND r.client_id = t.client_id
      AND r.valid_from <= current_date ORDER BY r.valid_from DESC LIMIT 1), 0)`,
    fee: money('t.fee_minor', 't.currency'),
    client: json({ id: 'c.id', name: 'c.name' }),
    campaign: named('campaign', 't.campaign_id'),
    assignee: named('member', 't.assignee_id'),
    manager: named('member', 't.manager_id'),
    item: `(SELECT ${json({
      id: 'i.id',
      title: 'i.title',
      format: 'i.format',
      idea: 'i.idea',
      publishAt: 'i.publish_at',
      rubric: '(SELECT r.name FROM rubric r WHERE r.agency_id = $1 AND r.id = i.rubric_id)',
      channels: list(
        { id: 'h.id', network: 'h.network', title: 'h.title' },
        'h.position, h.id',
        'item_channel ic JOIN channel h ON h.agency_id = $1 AND h.id = ic.channel_id WHERE ic.agency_id = $1 AND ic.item_id = i.id',
      ),
    })} FROM content_item i WHERE i.agency_id = $1 AND i.id = t.item_id)`,
    predecessors: linked('task_id', 'after_task_id'),
    successors: linked('after_task_id', 'task_id'),
    budgetLine: LINE,
    criteriaCount: '(SELECT count(*) FROM criterion k WHERE k.agency_id = $1 AND k.task_id = t.id)',
    criteriaMet: '(SELECT count(k.checked_at) FROM criterion k WHERE k.agency_id = $1 AND k.task_id = t.id)',
    details: json({
      courts: COURTS,
      briefs: list(
        {
          id: 'b.id',
          number: 'b.number',
          data: 'b.data',
          brand: 'b.brand_snapshot',
          issuedAt: 'b.issued_at',
          acceptedAt: 'b.accepted_at',
        },
        'b.number',
        'brief_version b WHERE b.agency_id = $1 AND b.task_id = t.id AND b.number > 0',
      ),
      draft: `(SELECT ${json({ id: 'b.id', data: 'b.data', brand: 'b.brand_snapshot' })} FROM brief_version b
        WHERE b.agency_id = $1 AND b.task_id = t.id AND b.number = 0)`,
      briefFiles: BRIEF_FILES,
      criteria: list(
        { id: 'k.id', text: 'k.text', isMet: 'k.checked_at IS NOT NULL', checkedBy: nameOf('k.checked_by_id') },
        'k.position, k.id',
        'criterion k WHERE k.agency_id = $1 AND k.task_id = t.id',
      ),
      questions: list(
        {
          id: 'q.id',
          question: 'q.question',
          askedBy: nameOf('q.asked_by_id'),
          askedAt: 'q.asked_at',
          answer: 'q.answer',
          answeredBy: nameOf('q.answered_by_id'),
          answeredAt: 'q.answered_at',
        },
        'q.asked_at, q.id',
        'task_question q WHERE q.agency_id = $1 AND q.task_id = t.id',
      ),
      activity: list(
        {
          id: 's.id',
          action: 's.action',
          to: 'upper(s.to_state::text)',
          actorName: 's.actor_name',
          reason: 's.reason',
          details: 's.details',
          at: 's.at',
        },
        's.at, s.id',
        'task_transition s WHERE s.agency_id = $1 AND s.task_id = t.id',
      ),
      deliverables: list(
        {
          id: 'v.id',
          number: 'v.number',
          content: 'v.data',
          note: 'v.note',
          findings: 'v.preflight',
          submittedAt: 'v.submitted_at',
          submittedBy: nameOf('v.submitted_by_id'),
          files: list(
            FILE,
            'df.position',
            'deliverable_file df JOIN file f ON f.agency_id = $1 AND f.id = df.file_id WHERE df.agency_id = $1 AND df.deliverable_id = v.id',
          ),
        },
        'v.number',
        'deliverable v WHERE v.agency_id = $1 AND v.task_id = t.id',
      ),
    }),
    discussion: json({ internal: threads('internal'), client: threads('client') }),
  })}, 'approvals', json_build_object('nodes', ${APPROVAL})))::text AS body
  FROM task t JOIN client c ON c.agency_id = $1 AND c.id = t.client_id
  WHERE t.agency_id = $1 AND t.id = $3::uuid AND (t.client_id = ANY(${CLIENTS}) OR t.assignee_id = ${SELF})`;
