import { Injectable } from '@nestjs/common';
import { awayOn, can, type Discipline } from '@planerka/agency/domain';
import { ownDaysOf, type CurrentMember } from '@planerka/agency/server';
import { answeringOf, planCalendar, type AwayRow } from '@planerka/content-plan/server';
import {
  dateOf,
  err,
  instantOf,
  isId,
  ok,
  parseInput,
  Temporal,
  type Currency,
  type Id,
  type PlainDate,
  type Result,
  type OwnDays,
} from '@planerka/platform/domain';
import {
  Clock,
  invalidInput,
  notFound,
  Reader,
  staleVersion,
  toMoneyObject,
  UnitOfWork,
} from '@planerka/platform/server';
import {
  rescheduleBreaksOf,
  rescheduleWay,
  type ChainNeighbour,
  type RescheduleBreak,
  type TaskState,
} from '@planerka/tasks/domain';
import { sql } from 'kysely';
import { BriefDraftsService } from '../briefs/brief-drafts.service';
import { readinessWith } from '../briefs/brief-readiness';
import { reasonInput } from '../tasks/task-input';
import { awayOfClient } from '../tasks/task-risk';
import { loadTask } from '../workflow/loaded-task';
import type { TaskRefusal } from '../workflow/task-refusal';
import { TaskWorkflow } from '../workflow/task-workflow';
import { toPeriod } from '../workload/days-away';
import type { RescheduleTaskInput, TaskRescheduleObject } from './timeline.object';

interface NeighbourRow extends Omit<ChainNeighbour, 'dueOn'> {
  readonly dueOn: string | null;
}

/** Days are calendar days where the agency is. */
interface Row {
  readonly squadId: Id;
  readonly assigneeId: Id | null;
  readonly campaignId: Id | null;
  readonly discipline: Discipline;
  readonly state: TaskState;
  readonly version: number;
  readonly dueAt: string | null;
  readonly isAccepted: boolean;
  readonly feeMinor: string;
  readonly currency: Currency;
  readonly timeZone: string;
  readonly ownDays: OwnDays;
  readonly publishOn: string | null;
  readonly wantsClientApproval: boolean;
  readonly answerDays: number | null;
  readonly away: readonly AwayRow[];
  readonly absences: readonly { readonly startsOn: string; readonly endsOn: string }[];
  readonly hasUnissuedChanges: boolean;
  readonly before: readonly NeighbourRow[];
  readonly after: readonly NeighbourRow[];
}

/** The end of a working day: what a task gets that had no due moment. */
const dueTime = Temporal.PlainTime.from('18:00');

/** Another due day: what it would do, and the doing of it. */
@Injectable()
export class RescheduleService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: Reader,
    private readonly clock: Clock,
    private readonly drafts: BriefDraftsService,
    private readonly workflow: TaskWorkflow,
  ) {}

  async preview(viewer: CurrentMember, taskId: Id, dueOn: PlainDate): Promise<TaskRescheduleObject | null> {
    if (!isId(taskId)) return null;
    const [found] = await this.reader.ask(viewer, rowOf(viewer, taskId));
    const task = found?.body;
    if (!task || !can(viewer, 'task.edit', task) || !can(viewer, 'task.revise', task)) return null;
    const way = rescheduleWay(task.state);
    const { timeZone, version, isAccepted, hasUnissuedChanges } = task;
    const dueAt = task.dueAt === null ? null : Temporal.Instant.from(task.dueAt);
    const time = dueAt ? dueAt.toZonedDateTimeISO(timeZone).toPlainTime() : dueTime;
    const newMonth = dueOn.toPlainYearMonth().toString();
    const isOtherMonth = dueAt === null || dateOf(dueAt, timeZone).toPlainYearMonth().toString() !== newMonth;
    const paysByMonth = isOtherMonth && task.campaignId !== null && task.feeMinor !== '0';
    const at = this.clock.now();
    const newDueAt = instantOf(dueOn, time, timeZone);
    const findings =
      way === 'by_revision'
        ? (await readinessWith(this.reader, viewer, { taskId, dueAt: newDueAt, at })).filter(({ blocks }) => blocks)
        : [];
    return {
      taskId,
      way,
      dueAt,
      newDueAt,
      isAccepted: isAccepted && way === 'by_revision',
      fee: can(viewer, 'fee.view', task) ? toMoneyObject(BigInt(task.feeMinor), task.currency) : null,
      budgetMonth: paysByMonth ? newMonth : null,
      findings,
      hasUnissuedChanges: hasUnissuedChanges && way === 'by_revision',
      breaks: breaksOf(task, dueOn, dateOf(at, timeZone)).map(({ on, ...rest }) => ({
        ...rest,
        on: on && on.toString(),
      })),
      version,
    };
  }

  /** The draft takes the day; what was issued is issued once more with it. */
  reschedule(viewer: CurrentMember, input: RescheduleTaskInput): Promise<Result<Id, TaskRefusal>> {
    const { taskId, expectedVersion, dueAt = null } = input;
    return this.unitOfWork.run<Result<Id, TaskRefusal>>(viewer, async (tx) => {
      const task = await loadTask(tx, taskId);
      if (!task || !can(viewer, 'task.edit', task)) return err(notFound('Task'));
      const parsed = parseInput(reasonInput, input);
      if (!parsed.ok) return err(invalidInput(parsed.error));
      const way = rescheduleWay(task.state);
      if (!way) return err({ kind: 'IllegalTransition', state: task.state, action: 'reschedule' });
      if (task.version !== expectedVersion) return err(staleVersion(task.version));
      const saved = await this.drafts.saveWithin(tx, viewer, { taskId, dueAt });
      if (!saved.ok) return saved;
      if (way === 'by_revision') {
        return this.workflow.revise(tx, { viewer, name: viewer.name }, { taskId, reason: parsed.value.reason });
      }
      // Whoever else has it before their eyes is told that it stands elsewhere.
      await tx.db.task.update({
        where: { agencyId_id: { agencyId: tx.agencyId, id: task.id } },
        data: { version: { increment: 1 } },
      });
      return ok(task.id);
    });
  }
}

function breaksOf(task: Row, dueOn: PlainDate, today: PlainDate): readonly RescheduleBreak[] {
  const { ownDays, publishOn, wantsClientApproval, before, after } = task;
  const years = [...new Set([today.year - 1, today.year, dueOn.year - 1, dueOn.year, dueOn.year + 1])];
  const away = awayOn(task.absences.map(toPeriod), dueOn);
  return rescheduleBreaksOf({
    dueOn,
    today,
    calendar: planCalendar(years, ownDays),
    before: before.map(neighbour),
    after: after.map(neighbour),
    publishOn: publishOn === null ? null : Temporal.PlainDate.from(publishOn),
    wantsClientApproval,
    answering: answeringOf(task, years),
    awayUntil: away && away.endsOn,
  });
}

const neighbour = ({ dueOn, ...task }: NeighbourRow): ChainNeighbour => ({
  ...task,
  dueOn: dueOn === null ? null : Temporal.PlainDate.from(dueOn),
});

const rowOf = ({ agencyId }: CurrentMember, taskId: Id) => {
  const neighbours = (theirs: string, ours: string) => sql`(
    SELECT coalesce(json_agg(json_build_object('id', o.id, 'title', o.title, 'state', o.state,
      'dueOn', (o.due_at AT TIME ZONE g.time_zone)::date) ORDER BY o.due_at, o.id), '[]')
    FROM task_dependency d JOIN task o ON o.agency_id = d.agency_id AND o.id = d.${sql.ref(theirs)}
    WHERE d.agency_id = t.agency_id AND d.${sql.ref(ours)} = t.id)`;
  return sql<{ readonly body: Row }>`
    SELECT json_build_object(
      'squadId', c.squad_id, 'assigneeId', t.assignee_id, 'campaignId', t.campaign_id, 'discipline', t.discipline,
      'state', t.state, 'version', t.version, 'dueAt', t.due_at, 'isAccepted', t.accepted_at IS NOT NULL,
      'feeMinor', t.fee_minor::text, 'currency', t.currency, 'timeZone', g.time_zone,
      'ownDays', ${ownDaysOf('g')}, 'wantsClientApproval', t.wants_client_approval,
      'publishOn', (SELECT (i.publish_at AT TIME ZONE g.time_zone)::date FROM content_item i
        WHERE i.agency_id = t.agency_id AND i.id = t.item_id AND i.deleted_at IS NULL AND i.published_at IS NULL),
      'answerDays', c.answer_days, 'away', ${awayOfClient},
      'absences', (SELECT coalesce(json_agg(json_build_object('startsOn', a.starts_on, 'endsOn', a.ends_on)), '[]')
        FROM absence a WHERE a.agency_id = t.agency_id AND a.member_id = t.assignee_id AND a.ends_on >= current_date - 1),
      'hasUnissuedChanges', EXISTS (
        SELECT FROM brief_version d JOIN brief_version b ON b.agency_id = d.agency_id AND b.task_id = d.task_id
        WHERE d.agency_id = t.agency_id AND d.task_id = t.id AND d.number = 0 AND b.number = t.brief_number AND b.number > 0
          AND (d.data <> b.data OR d.fee_minor <> b.fee_minor)),
      'before', ${neighbours('after_task_id', 'task_id')},
      'after', ${neighbours('task_id', 'after_task_id')}) AS body
    FROM task t
    JOIN client c ON c.agency_id = t.agency_id AND c.id = t.client_id
    JOIN agency g ON g.id = t.agency_id
    WHERE t.agency_id = ${agencyId}::uuid AND t.id = ${taskId}::uuid`;
};
