import { Injectable } from '@nestjs/common';
import { can } from '@planerka/agency/domain';
import { actorOf, type CurrentMember } from '@planerka/agency/server';
import {
  changesBetween,
  changesOfGone,
  changesOfNew,
  dateOf,
  err,
  isId,
  newId,
  ok,
  parseInput,
  under,
  type Changes,
  type Id,
  type Instant,
  type PlainDate,
  type Result,
} from '@planerka/platform/domain';
import {
  fromDbInstant,
  invalidInput,
  notFound,
  staleVersion,
  toDbDate,
  toDbInstant,
  UnitOfWork,
  type CommandError,
  type Tx,
} from '@planerka/platform/server';
import {
  isForgotten,
  mayTimeWork,
  mayTrackTime,
  minutesSince,
  resumedFrom,
  timeInput,
  timeMinutes,
} from '@planerka/tasks/domain';
import { audienceOf, relatedOf } from '../workflow/task-workflow';
import type { ChangeTimeInput, EnterTimeInput } from './time.object';

export interface TimerForgotten {
  readonly kind: 'TimerForgotten';
  readonly entryId: Id;
  readonly taskId: Id;
  readonly taskTitle: string;
  readonly startedAt: Instant;
}

export interface ChangedTime {
  readonly entryId: Id;
  readonly taskId: Id;
  readonly version: number;
}

export type TimeCommand = Promise<Result<ChangedTime, CommandError | TimerForgotten>>;

/** Time that somebody gives their own tasks, by a timer or by hand. Only whoever worked writes it, and only they correct it. */
@Injectable()
export class TimeService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  start(viewer: CurrentMember, taskId: Id): TimeCommand {
    return this.unitOfWork.run(viewer, async (tx) => {
      const { db, agencyId, at } = tx;
      await oneAtATime(tx, viewer);
      const task = await taskOf(tx, taskId);
      if (!task || !can(viewer, 'time.enter', task)) return err(notFound('Task'));
      if (!mayTimeWork(task.state)) return err({ kind: 'IllegalTransition', state: task.state, action: 'start_timer' });
      const running = await runningOf(tx, viewer);
      if (running && running.taskId === task.id) return ok(changed(running));
      if (running) {
        const began = fromDbInstant(running.startedAt);
        if (isForgotten(began, at)) return err(forgotten(running));
        await this.end(tx, viewer, running, minutesSince(began, at));
      }
      const id = newId();
      const spentOn = toDbDate(dateOf(at, await zoneOf(tx)));
      const { memberId } = viewer;
      await db.timeEntry.create({
        data: { agencyId, id, taskId: task.id, memberId, spentOn, startedAt: toDbInstant(at) },
      });
      tell(tx, viewer, task, 'time.started');
      return ok({ entryId: id, taskId: task.id, version: 1 });
    });
  }

  stop(viewer: CurrentMember, entryId: Id, given?: number | null): TimeCommand {
    return this.unitOfWork.run(viewer, async (tx) => {
      await oneAtATime(tx, viewer);
      const running = await runningOf(tx, viewer);
      if (!running || running.id !== entryId) return err(notFound('TimeEntry'));
      const began = fromDbInstant(running.startedAt);
      if (given == null && isForgotten(began, tx.at)) return err(forgotten(running));
      const minutes = parseInput(timeMinutes, given ?? minutesSince(began, tx.at));
      if (!minutes.ok) return err(invalidInput(under(['minutes'], minutes.error)));
      await this.end(tx, viewer, running, minutes.value);
      return ok({ ...changed(running), version: running.version + 1 });
    });
  }

  /** One that was stopped by mistake goes on, with what it has counted. */
  resume(viewer: CurrentMember, entryId: Id): TimeCommand {
    return this.unitOfWork.run(viewer, async (tx) => {
      const { db, agencyId, at } = tx;
      await oneAtATime(tx, viewer);
      const entry = await entryOf(tx, viewer, entryId);
      if (!entry || !can(viewer, 'time.enter', entry.task)) return err(notFound('TimeEntry'));
      const { id, minutes, startedAt, task } = entry;
      const running = await runningOf(tx, viewer);
      // Another one that runs is not stopped for it, and what was written down by hand never ran.
      if (running || minutes === null || startedAt === null || !mayTimeWork(task.state))
        return err({ kind: 'IllegalTransition', state: task.state, action: 'resume_timer' });
      await db.timeEntry.update({
        where: { agencyId_id: { agencyId, id } },
        data: { minutes: null, startedAt: toDbInstant(resumedFrom(minutes, at)), version: { increment: 1 } },
      });
      tell(tx, viewer, task, 'time.resumed', changesOfGone({ minutes }));
      return ok({ ...changed(entry), version: entry.version + 1 });
    });
  }

  enter(viewer: CurrentMember, { taskId, ...input }: EnterTimeInput): TimeCommand {
    return this.unitOfWork.run(viewer, async (tx) => {
      const { db, agencyId } = tx;
      const task = await taskOf(tx, taskId);
      if (!task || !can(viewer, 'time.enter', task)) return err(notFound('Task'));
      const parsed = parseInput(timeInput(await todayOf(tx)), input);
      if (!parsed.ok) return err(invalidInput(parsed.error));
      if (!mayTrackTime(task.state)) return err({ kind: 'IllegalTransition', state: task.state, action: 'enter_time' });
      const id = newId();
      const data = rowOf(parsed.value);
      await db.timeEntry.create({ data: { agencyId, id, taskId: task.id, memberId: viewer.memberId, ...data } });
      tell(tx, viewer, task, 'time.entered', changesOfNew({ minutes: data.minutes, spentOn: data.spentOn }));
      return ok({ entryId: id, taskId: task.id, version: 1 });
    });
  }

  change(viewer: CurrentMember, { entryId, expectedVersion, ...input }: ChangeTimeInput): TimeCommand {
    return this.unitOfWork.run(viewer, async (tx) => {
      const { db, agencyId } = tx;
      const entry = await entryOf(tx, viewer, entryId);
      if (!entry) return err(notFound('TimeEntry'));
      const parsed = parseInput(timeInput(await todayOf(tx)), input);
      if (!parsed.ok) return err(invalidInput(parsed.error));
      const data = rowOf(parsed.value);
      const { count } = await db.timeEntry.updateMany({
        // What still runs is stopped, not corrected.
        where: { agencyId, id: entry.id, version: expectedVersion, minutes: { not: null } },
        data: { ...data, version: { increment: 1 } },
      });
      if (count === 0) return err(staleVersion(entry.version));
      const { minutes, spentOn } = data;
      tell(tx, viewer, entry.task, 'time.changed', changesBetween(entry, { minutes, spentOn }));
      return ok({ ...changed(entry), version: entry.version + 1 });
    });
  }

  remove(viewer: CurrentMember, entryId: Id): TimeCommand {
    return this.unitOfWork.run(viewer, async (tx) => {
      const { db, agencyId } = tx;
      const entry = await entryOf(tx, viewer, entryId);
      if (!entry) return err(notFound('TimeEntry'));
      await db.timeEntry.delete({ where: { agencyId_id: { agencyId, id: entry.id } } });
      const { minutes, spentOn } = entry;
      tell(tx, viewer, entry.task, 'time.removed', changesOfGone({ minutes, spentOn }));
      return ok({ ...changed(entry), version: 0 });
    });
  }

  private async end(tx: Tx, viewer: CurrentMember, running: Running, minutes: number): Promise<void> {
    const { db, agencyId } = tx;
    await db.timeEntry.update({
      where: { agencyId_id: { agencyId, id: running.id } },
      data: { minutes, version: { increment: 1 } },
    });
    tell(tx, viewer, running.task, 'time.stopped', changesOfNew({ minutes }));
  }
}

interface TaskOfTime {
  readonly id: Id;
  readonly title: string;
  readonly clientId: Id;
  readonly campaignId: Id | null;
  readonly itemId: Id | null;
  readonly squadId: Id;
  readonly assigneeId: Id | null;
  readonly managerId: Id;
}

interface Running {
  readonly id: Id;
  readonly taskId: Id;
  readonly version: number;
  readonly startedAt: Date;
  readonly task: TaskOfTime;
}

const taskColumns = {
  id: true,
  title: true,
  clientId: true,
  campaignId: true,
  itemId: true,
  assigneeId: true,
  managerId: true,
  state: true,
  client: { select: { squadId: true } },
} as const;

const squadOf = <T extends { readonly client: { readonly squadId: Id } }>({ client, ...task }: T) => ({
  ...task,
  squadId: client.squadId,
});

async function taskOf({ db, agencyId }: Tx, taskId: Id) {
  if (!isId(taskId)) return null;
  const task = await db.task.findUnique({ where: { agencyId_id: { agencyId, id: taskId } }, select: taskColumns });
  return task && squadOf(task);
}

/** Their own; another's does not exist. */
async function entryOf({ db, agencyId }: Tx, viewer: CurrentMember, entryId: Id) {
  if (!isId(entryId)) return null;
  const entry = await db.timeEntry.findUnique({
    where: { agencyId_id: { agencyId, id: entryId } },
    include: { task: { select: taskColumns } },
  });
  return entry && can(viewer, 'time.view', entry) ? { ...entry, task: squadOf(entry.task) } : null;
}

async function runningOf({ db, agencyId }: Tx, { memberId }: CurrentMember): Promise<Running | null> {
  const entry = await db.timeEntry.findFirst({
    where: { agencyId, memberId, minutes: null },
    include: { task: { select: taskColumns } },
  });
  return entry && entry.startedAt ? { ...entry, startedAt: entry.startedAt, task: squadOf(entry.task) } : null;
}

/** Two timers that are started at once, on two devices, come one after the other. */
const oneAtATime = ({ db, agencyId }: Tx, { memberId }: CurrentMember) =>
  db.$queryRaw`SELECT 1 FROM member WHERE agency_id = ${agencyId}::uuid AND id = ${memberId}::uuid FOR NO KEY UPDATE`;

const zoneOf = async ({ db, agencyId }: Tx): Promise<string> =>
  (await db.agency.findUniqueOrThrow({ where: { id: agencyId }, select: { timeZone: true } })).timeZone;

const todayOf = async (tx: Tx): Promise<PlainDate> => dateOf(tx.at, await zoneOf(tx));

const rowOf = ({ spentOn, minutes, note }: { spentOn: PlainDate; minutes: number; note: string }) => ({
  spentOn: toDbDate(spentOn),
  minutes,
  note,
});

const changed = ({
  id,
  taskId,
  version,
}: {
  readonly id: Id;
  readonly taskId: Id;
  readonly version: number;
}): ChangedTime => ({
  entryId: id,
  taskId,
  version,
});

const forgotten = ({ id, task, startedAt }: Running): TimerForgotten => ({
  kind: 'TimerForgotten',
  entryId: id,
  taskId: task.id,
  taskTitle: task.title,
  startedAt: fromDbInstant(startedAt),
});

function tell(tx: Tx, viewer: CurrentMember, task: TaskOfTime, type: string, changes: Changes = {}): void {
  const audience = audienceOf(task);
  tx.emit({
    type,
    entity: { type: 'Task', id: task.id },
    actor: actorOf(viewer),
    audience: { ...audience, memberIds: [...audience.memberIds, viewer.memberId] },
    related: relatedOf(task),
    details: { title: task.title },
    changes,
  });
}
