import { can } from '@planerka/agency/domain';
import { memberRule } from '@planerka/agency/server';
import { Temporal } from '@planerka/platform/domain';
import { fileRead, read, type FileObject, type ReadField, type ReadType } from '@planerka/platform/server';
import { courtTime, inCourtSince, type Court, type TaskState } from '@planerka/tasks/domain';
import { sql } from 'kysely';
import { briefDraftRead } from '../briefs/brief-draft-read';
import { deliverableRead } from '../deliverables/deliverable-read';
import type {
  BriefDraftObject,
  BriefVersionObject,
  CourtStayObject,
  CriterionObject,
  DeliverableObject,
  TaskDetailsObject,
  TaskQuestionObject,
  TaskTransitionObject,
} from './task-details.object';

/* What hangs on a task and only its own page shows: rows of `t` task and `c` its client. */

const memberName = (alias: string, id: ReturnType<typeof sql>) => {
  const member = sql.ref(alias);
  return read.nullable(
    read.text(
      sql`${member}.name`,
      read.join(alias, sql`LEFT JOIN member ${member} ON ${member}.agency_id = t.agency_id AND ${member}.id = ${id}`),
    ),
  );
};

/** Whoever has the task now was asked by that version: it is the last one, or nobody has declined or handed over since. */
const isTheirs = read.boolean(sql`(b.number = t.brief_number OR NOT EXISTS (
  SELECT 1 FROM task_transition s WHERE s.agency_id = t.agency_id AND s.task_id = t.id
    AND s.action IN ('decline', 'hand_over') AND s.at >= b.issued_at))`);

const briefVersion: ReadType = {
  name: 'BriefVersion',
  fields: {
    id: read.id(sql`b.id`),
    number: read.int(sql`b.number`),
    data: read.json(sql`b.data`),
    brand: read.json(sql`coalesce(b.brand_snapshot, '{}')`),
    dueAt: read.nullable(read.instant(sql`b.due_at`)),
    issuedAt: read.nullable(read.instant(sql`b.issued_at`)),
    acceptedAt: read.nullable(read.instant(sql`b.accepted_at`)),
    issuedBy: memberName('issuer', sql`b.issued_by_id`),
    fee: memberRule(
      {
        squadId: read.id(sql`c.squad_id`),
        assigneeId: read.nullable(read.id(sql`t.assignee_id`)),
        isTheirs,
        ...read.sum(sql`b.fee_minor`, sql`t.currency`),
      },
      ({ isTheirs: mayBeTheirs, ...fee }, viewer) =>
        can(viewer, 'fee.view', mayBeTheirs ? fee : { ...fee, assigneeId: null }) ? read.sumOf(fee) : null,
    ),
  } satisfies Record<keyof BriefVersionObject, ReadField>,
};

const criterion: ReadType = {
  name: 'Criterion',
  fields: {
    id: read.id(sql`k.id`),
    text: read.text(sql`k.text`),
    isMet: read.boolean(sql`k.checked_at IS NOT NULL`),
    checkedBy: memberName('checker', sql`k.checked_by_id`),
  } satisfies Record<keyof CriterionObject, ReadField>,
};

const question: ReadType = {
  name: 'TaskQuestion',
  fields: {
    id: read.id(sql`q.id`),
    question: read.text(sql`q.question`),
    askedBy: read.text(sql`(SELECT m.name FROM member m WHERE m.agency_id = q.agency_id AND m.id = q.asked_by_id)`),
    askedAt: read.instant(sql`q.asked_at`),
    answer: read.nullable(read.text(sql`q.answer`)),
    answeredBy: memberName('answerer', sql`q.answered_by_id`),
    answeredAt: read.nullable(read.instant(sql`q.answered_at`)),
  } satisfies Record<keyof TaskQuestionObject, ReadField>,
};

const to = read.enumeration<TaskState>(sql`s.to_state`);

const transition: ReadType = {
  name: 'TaskTransition',
  fields: {
    id: read.id(sql`s.id`),
    action: read.text(sql`s.action`),
    from: read.nullable(read.enumeration(sql`s.from_state`)),
    to,
    actorName: read.text(sql`s.actor_name`),
    actorId: read.nullable(read.id(sql`s.actor_member_id`)),
    reason: read.text(sql`s.reason`),
    details: read.json(sql`s.details`),
    at: read.instant(sql`s.at`),
  } satisfies Record<keyof TaskTransitionObject, ReadField>,
};

/** `task.edit`: the draft and its files are for those who may write it. */
const writesBrief = sql`(${read.value('seesAll')}::boolean OR c.squad_id = ANY(${read.value('squadIds')}::uuid[]))`;

/** Where briefs of all disciplines name files. */
const namedFiles = sql`unnest(ARRAY['references[*].fileId', 'identityFileIds[*]', 'creatives[*].fileId']) AS place
  CROSS JOIN LATERAL jsonb_path_query(b.data, format('$.%s ? (@ like_regex "^[0-9a-f-]{36}$" flag "i")', place)::jsonpath) named`;

interface Passage {
  readonly to: TaskState;
  readonly ms: number;
}

const passages = read.many<Passage>(
  () => ({
    name: 'TaskTransition',
    fields: { to, ms: read.float(sql`extract(epoch FROM s.at) * 1000`) },
  }),
  (object) => sql`(
    SELECT string_agg(${object}, ',' ORDER BY s.at, s.id) FROM task_transition s
    WHERE s.agency_id = t.agency_id AND s.task_id = t.id)`,
);

const changesOf = (facts: readonly Passage[]) => facts.map(({ to, ms }) => ({ to, at: instantOf(ms) }));
const instantOf = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms);

export const taskDetailsRead: ReadType = {
  name: 'TaskDetails',
  fields: {
    briefs: read.many<BriefVersionObject>(
      () => briefVersion,
      (object, joins) => sql`(
        SELECT string_agg(${object}, ',' ORDER BY b.number) FROM brief_version b ${joins}
        WHERE b.agency_id = t.agency_id AND b.task_id = t.id AND b.number > 0)`,
    ),
    draft: read.one<BriefDraftObject>(
      () => briefDraftRead,
      (object, joins) => sql`(
        SELECT ${object} FROM brief_version b ${joins}
        WHERE b.agency_id = t.agency_id AND b.task_id = t.id AND b.number = 0 AND ${writesBrief})`,
    ),
    briefFiles: read.many<FileObject>(
      () => fileRead,
      (object) => sql`(
        SELECT string_agg(${object}, ',' ORDER BY f.name, f.id) FROM file f
        WHERE f.agency_id = t.agency_id AND f.id = ANY(ARRAY(
          SELECT (named #>> '{}')::uuid FROM brief_version b, ${namedFiles}
          WHERE b.agency_id = t.agency_id AND b.task_id = t.id AND (b.number > 0 OR ${writesBrief}))))`,
    ),
    criteria: read.many<CriterionObject>(
      () => criterion,
      (object, joins) => sql`(
        SELECT string_agg(${object}, ',' ORDER BY k.position, k.id) FROM criterion k ${joins}
        WHERE k.agency_id = t.agency_id AND k.task_id = t.id)`,
    ),
    questions: read.many<TaskQuestionObject>(
      () => question,
      (object, joins) => sql`(
        SELECT string_agg(${object}, ',' ORDER BY q.asked_at, q.id) FROM task_question q ${joins}
        WHERE q.agency_id = t.agency_id AND q.task_id = t.id)`,
    ),
    deliverables: read.many<DeliverableObject>(
      () => deliverableRead,
      (object, joins) => sql`(
        SELECT string_agg(${object}, ',' ORDER BY v.number) FROM deliverable v ${joins}
        WHERE v.agency_id = t.agency_id AND v.task_id = t.id)`,
    ),
    activity: read.many<TaskTransitionObject>(
      () => transition,
      (object) => sql`(
        SELECT string_agg(${object}, ',' ORDER BY s.at, s.id) FROM task_transition s
        WHERE s.agency_id = t.agency_id AND s.task_id = t.id)`,
    ),
    courts: read.fleeting(
      memberRule(
        { passages, now: read.float(sql`extract(epoch FROM ${read.value('at')}::timestamptz) * 1000`) },
        (facts) => staysOf(courtTime(changesOf(facts.passages), instantOf(facts.now))),
      ),
    ),
    inCourtSince: memberRule({ passages }, (facts) => inCourtSince(changesOf(facts.passages))?.toString() ?? null),
  } satisfies Record<keyof TaskDetailsObject, ReadField>,
};

const staysOf = (time: Readonly<Record<Court, number>>): CourtStayObject[] =>
  (['manager', 'specialist', 'client'] as const).flatMap((court) =>
    time[court] > 0 ? [{ court, seconds: Math.round(time[court] / 1000) }] : [],
  );
