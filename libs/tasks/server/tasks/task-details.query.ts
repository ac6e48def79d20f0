import { Injectable } from '@nestjs/common';
import { leadScope, rateFor, suggestedFee, type Discipline, type RateUnit } from '@planerka/agency/domain';
import type { CurrentMember } from '@planerka/agency/server';
import { dateOf, isId, Money, Temporal, type Currency, type Id, type Instant } from '@planerka/platform/domain';
import { Clock, FilePresenter, Reader, toMoneyObject, type FileRow, type MoneyObject } from '@planerka/platform/server';
import {
  courtTime,
  deliverableTypeOf,
  inCourtSince,
  type Brief,
  type Court,
  type TaskState,
} from '@planerka/tasks/domain';
import { sql } from 'kysely';
import { draftForForm, judge, type DraftDocument } from '../briefs/brief-readiness';
import type {
  BriefDraftObject,
  BriefVersionObject,
  CourtStayObject,
  CriterionObject,
  DeliverableObject,
  TaskDetailsObject,
  TaskQuestionObject,
} from './task-details.object';
import { presentTask, taskDocument, type TaskDocument } from './task-document';
import { inScope } from './task-scope';
import type { TaskObject } from './task.object';

interface DraftRow {
  readonly id: Id;
  readonly version: number;
  readonly updatedAt: string;
  readonly rates: readonly RateRow[];
  readonly context: DraftDocument;
}

interface RateRow {
  readonly memberId: Id | null;
  readonly discipline: Discipline;
  readonly deliverableType: string | null;
  readonly unit: RateUnit;
  readonly amount: string;
  readonly validFrom: string;
}

interface Transition {
  readonly id: Id;
  readonly action: string;
  readonly from: TaskState | null;
  readonly to: TaskState;
  readonly actorName: string;
  readonly actorId: Id | null;
  readonly reason: string;
  readonly details: unknown;
  readonly at: string;
}

type DeliverableDocument = Omit<DeliverableObject, 'files'> & { readonly files: readonly FileRow[] };

interface DetailsDocument {
  readonly briefs: readonly BriefVersionObject[];
  readonly criteria: readonly CriterionObject[];
  readonly questions: readonly TaskQuestionObject[];
  readonly deliverables: readonly DeliverableDocument[];
  readonly briefFiles: readonly FileRow[];
  readonly activity: readonly Transition[];
  readonly draft: DraftRow | null;
}

/** What a task's own page shows: the row and all that hangs on it in one statement. */
@Injectable()
export class TaskDetailsQuery {
  constructor(
    private readonly reader: Reader,
    private readonly clock: Clock,
    private readonly files: FilePresenter,
  ) {}

  /** The task with its details; null where there is none, or none for this viewer. */
  async page(viewer: CurrentMember, taskId: Id): Promise<TaskWithDetails | null> {
    if (!isId(taskId)) return null;
    const rows = await this.reader.ask(
      viewer,
      sql<{ readonly task: TaskDocument; readonly details: DetailsDocument }>`
        SELECT ${taskDocument} AS task, ${detailsFor(viewer)} AS details
        FROM task t JOIN client c ON c.agency_id = t.agency_id AND c.id = t.client_id
        WHERE ${inScope(viewer)} AND t.id = ${taskId}::uuid`,
    );
    const [row] = rows;
    if (!row) return null;
    const at = this.clock.now();
    const task = presentTask(row.task, viewer, at);
    return { ...task, loadedDetails: this.present(row.details, task, viewer, at) };
  }

  /** Of a task that has been loaded without them, such as a command's answer. */
  async details(viewer: CurrentMember, task: TaskObject): Promise<TaskDetailsObject> {
    const loaded =
      (task as Partial<TaskWithDetails>).loadedDetails ?? (await this.page(viewer, task.id))?.loadedDetails;
    if (!loaded) throw new Error(`Task ${task.id} has gone while it was read`);
    return loaded;
  }

  private present(
    { draft, activity, deliverables, briefFiles, ...rest }: DetailsDocument,
    task: TaskObject,
    viewer: CurrentMember,
    at: Instant,
  ): TaskDetailsObject {
    const present = (file: FileRow) => this.files.present(viewer.agencyId, file);
    const passages = activity.map((passage) => ({ to: passage.to, at: Temporal.Instant.from(passage.at) }));
    return {
      ...rest,
      activity,
      draft: draft && presentDraft(draft, task, at),
      deliverables: deliverables.map((version) => ({ ...version, files: version.files.map(present) })),
      briefFiles: briefFiles.map(present),
      courts: staysOf(courtTime(passages, at)),
      inCourtSince: inCourtSince(passages)?.toString() ?? null,
    };
  }
}

/** What the page's one statement brings along, so that the field asks nothing more. */
interface TaskWithDetails extends TaskObject {
  readonly loadedDetails: TaskDetailsObject;
}

const staysOf = (time: Readonly<Record<Court, number>>): CourtStayObject[] =>
  (['manager', 'specialist', 'client'] as const).flatMap((court) =>
    time[court] > 0 ? [{ court, seconds: Math.round(time[court] / 1000) }] : [],
  );

const fileDocument = sql.raw(`json_build_object('id', f.id, 'name', f.name, 'mime', f.mime, 'state', f.state,
  'size', f.size, 'width', f.width, 'height', f.height)`);

/** Where briefs of all disciplines name files. */
const briefFileIds = sql.raw(`SELECT jsonb_path_query(b.data, path) #>> '{}' AS id
  FROM unnest(ARRAY['$.references[*].fileId', '$.identityFileIds[*]', '$.creatives[*].fileId']::jsonpath[]) AS path`);

/** `t` task, `c` client. The draft and its files are for those who may write it. */
function detailsFor(viewer: CurrentMember) {
  const scope = leadScope(viewer);
  const withDraft = scope.kind === 'all' ? sql`true` : sql`c.squad_id = ANY(${[...scope.squadIds]}::uuid[])`;
  return sql<DetailsDocument>`json_build_object(
      'briefs', (SELECT coalesce(json_agg(json_build_object(
          'id', b.id, 'number', b.number, 'data', b.data, 'brand', b.brand_snapshot, 'dueAt', b.due_at,
          'issuedAt', b.issued_at, 'acceptedAt', b.accepted_at) ORDER BY b.number), '[]')
        FROM brief_version b WHERE b.agency_id = t.agency_id AND b.task_id = t.id AND b.number > 0),
      'briefFiles', (SELECT coalesce(json_agg(${fileDocument} ORDER BY f.name), '[]') FROM file f
        WHERE f.agency_id = t.agency_id AND f.id::text IN (
          SELECT named.id FROM brief_version b CROSS JOIN LATERAL (${briefFileIds}) named
          WHERE b.agency_id = t.agency_id AND b.task_id = t.id AND (b.number > 0 OR ${withDraft}))),
      'criteria', (SELECT coalesce(json_agg(json_build_object(
          'id', k.id, 'text', k.text, 'isMet', k.checked_at IS NOT NULL, 'checkedBy', m.name) ORDER BY k.position, k.id), '[]')
        FROM criterion k LEFT JOIN member m ON m.agency_id = k.agency_id AND m.id = k.checked_by_id
        WHERE k.agency_id = t.agency_id AND k.task_id = t.id),
      'questions', (SELECT coalesce(json_agg(json_build_object(
          'id', q.id, 'question', q.question, 'askedBy', asker.name, 'askedAt', q.asked_at, 'answer', q.answer,
          'answeredBy', answerer.name, 'answeredAt', q.answered_at) ORDER BY q.asked_at, q.id), '[]')
        FROM task_question q
        JOIN member asker ON asker.agency_id = q.agency_id AND asker.id = q.asked_by_id
        LEFT JOIN member answerer ON answerer.agency_id = q.agency_id AND answerer.id = q.answered_by_id
        WHERE q.agency_id = t.agency_id AND q.task_id = t.id),
      'deliverables', (SELECT coalesce(json_agg(json_build_object(
          'id', v.id, 'number', v.number, 'content', v.data, 'note', v.note, 'contentHash', v.content_hash,
          'findings', v.preflight, 'submittedAt', v.submitted_at, 'submittedBy', coalesce(m.name, ''),
          'files', (SELECT coalesce(json_agg(${fileDocument} ORDER BY df.position), '[]')
            FROM deliverable_file df JOIN file f ON f.agency_id = df.agency_id AND f.id = df.file_id
            WHERE df.agency_id = v.agency_id AND df.deliverable_id = v.id)) ORDER BY v.number), '[]')
        FROM deliverable v LEFT JOIN member m ON m.agency_id = v.agency_id AND m.id = v.submitted_by_id
        WHERE v.agency_id = t.agency_id AND v.task_id = t.id),
      'activity', (SELECT coalesce(json_agg(json_build_object(
          'id', s.id, 'action', s.action, 'from', s.from_state, 'to', s.to_state, 'actorName', s.actor_name,
          'actorId', s.actor_member_id, 'reason', s.reason, 'details', s.details, 'at', s.at) ORDER BY s.at, s.id), '[]')
        FROM task_transition s WHERE s.agency_id = t.agency_id AND s.task_id = t.id),
      'draft', CASE WHEN ${withDraft} THEN ${sql.raw(draftForForm)} END)`;
}

function presentDraft(draft: DraftRow, task: TaskObject, at: Instant): BriefDraftObject {
  const { id, version, updatedAt, context } = draft;
  const { brief, brand, findings } = judge(context, at);
  return {
    id,
    version,
    updatedAt,
    data: brief,
    brand,
    dueAt: context.dueAt,
    fee: toMoneyObject(context.fee, context.currency),
    suggestedFee: feeOf(draft, task, brief, at),
    findings,
  };
}

function feeOf({ rates, context }: DraftRow, task: TaskObject, brief: Brief, at: Instant): MoneyObject | null {
  if (!task.assignee) return null;
  const dueAt = context.dueAt === null ? at : Temporal.Instant.from(context.dueAt);
  const question = {
    memberId: task.assignee.id,
    discipline: task.discipline,
    deliverableType: deliverableTypeOf(brief),
    on: dateOf(dueAt, context.timeZone),
  };
  const rate = rateFor(
    rates.map((row) => readRate(row, context.currency)),
    question,
  );
  return (rate && suggestedFee(rate, context.estimatedMinutes))?.toJSON() ?? null;
}

const readRate = ({ amount, validFrom, ...rate }: RateRow, currency: Currency) => ({
  ...rate,
  amount: Money.of(BigInt(amount), currency),
  validFrom: Temporal.PlainDate.from(validFrom),
});
