import { Injectable } from '@nestjs/common';
import { can } from '@planerka/agency/domain';
import type { CurrentMember } from '@planerka/agency/server';
import { planCalendar } from '@planerka/content-plan/server';
import {
  compareDates,
  encodeCursor,
  isWorkingDay,
  Temporal,
  undecreedYears,
  type BusinessCalendar,
  type Id,
  type PlainDate,
} from '@planerka/platform/domain';
import { badArgument, Clock, pageStart, Reader } from '@planerka/platform/server';
import {
  calendarOf,
  capacityOn,
  daysOf,
  isBlocked,
  isClosed,
  loadByDay,
  maxTimelineDays,
  mayBeHandedOver,
  minutesPerDay,
  rescheduleWay,
  spanOf,
  type Day,
  type Span,
  type Working,
} from '@planerka/tasks/domain';
import { z } from 'zod';
import type { TaskFilter } from '../tasks/task-filter';
import { taskRiskOf } from '../tasks/task-risk';
import { aheadOf, awayOf, inHands, seenPeople, shownOf, type Ahead } from '../workload/people-ahead';
import { workloadStatements, type OpenTaskRow, type PersonRow } from '../workload/workload-rows';
import { timelineStatement, type TimelineRow } from './timeline-rows';
import type { TaskTimelineObject, TimelinePersonObject, TimelineTaskObject } from './timeline.object';

export interface TimelineArgs {
  readonly filter: TaskFilter;
  readonly from: PlainDate | null;
  readonly days: number;
  readonly first: number;
  readonly after: string | null;
}

/** More bars than anybody looks at: the rest comes by pages. */
export const maxTimelineTasks = 500;
const cursorKey = z.tuple([z.string(), z.uuid()]);

/** The days of a window, and who is there on them. */
interface Window extends Ahead {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly shown: readonly Day[];
  readonly calendar: BusinessCalendar;
  readonly workingOf: (memberId: Id | null) => Working;
}

/** Tasks over days, with the load of those who do them by the same rules as the workload. */
@Injectable()
export class TimelineService {
  constructor(
    private readonly reader: Reader,
    private readonly clock: Clock,
  ) {}

  async timeline(viewer: CurrentMember, args: TimelineArgs): Promise<TaskTimelineObject> {
    const { first, after, days, filter } = checked(args);
    const at = this.clock.now();
    const asked = {
      from: args.from && args.from.toString(),
      days,
      first,
      after: pageStart({ first, after }, 'timeline', cursorKey),
    };
    const [people, open, bodies] = await this.reader.askAll<[PersonRow, OpenTaskRow, { body: TimelineRow }]>(viewer, [
      ...workloadStatements(viewer, at.toString()),
      timelineStatement(viewer, filter, asked, at),
    ]);
    const window = windowOf(args, aheadOf(people, at), people);
    const rows = bodies.map(({ body }) => body);
    const dated = rows.filter(({ dueOn }) => dueOn !== null);
    const page = dated.slice(0, first);
    const last = page.at(-1);
    const hands = inHands(people, open);
    return {
      today: window.today.toString(),
      from: window.from.toString(),
      to: window.to.toString(),
      daysOff: window.shown.filter((day) => !isWorkingDay(window.calendar, Temporal.PlainDate.from(day))),
      undecreedYears: undecreedYears([window.from.year, window.to.year], window.ownDays),
      people: seenPeople(viewer, people, hands).map((person) =>
        personOf(viewer, person, hands.get(person.id) ?? [], window),
      ),
      tasks: page.flatMap((row) => taskOf(viewer, row, window, at.toString()) ?? []),
      undated: rows
        .filter(({ dueOn }) => dueOn === null)
        .flatMap((row) => taskOf(viewer, row, window, at.toString()) ?? []),
      endCursor: last && dated.length > first ? encodeCursor('timeline', [last.dueKey, last.id]) : null,
    };
  }
}

function checked(args: TimelineArgs): TimelineArgs {
  const { first, days, from } = args;
  if (first < 1 || first > maxTimelineTasks) throw badArgument(`first must be between 1 and ${maxTimelineTasks}`);
  if (days < 1 || days > maxTimelineDays) throw badArgument(`days must be between 1 and ${maxTimelineDays}`);
  if (from && (from.year < 2000 || from.year > 2100)) throw badArgument('from must be a day of this century');
  return args;
}

function windowOf({ from: asked, days }: TimelineArgs, ahead: Ahead, people: readonly PersonRow[]): Window {
  const { today, ownDays } = ahead;
  const from = asked ?? today.subtract({ days: today.dayOfWeek - 1 });
  const to = from.add({ days: days - 1 });
  const begin = Math.min(from.year, today.year) - 1;
  const end = Math.max(to.year, today.year) + 1;
  const calendar = planCalendar(
    Array.from({ length: end - begin + 1 }, (_, index) => begin + index),
    ownDays,
  );
  const working = new Map<Id | null, Working>(
    people.map((person) => [
      person.id,
      { calendar: calendarOf(calendar, awayOf(person, today)), minutesPerDay: minutesPerDay(person.weeklyHours) },
    ]),
  );
  const usual = { calendar, minutesPerDay: minutesPerDay(0) };
  return {
    ...ahead,
    from,
    to,
    calendar,
    shown: Array.from({ length: days }, (_, index) => from.add({ days: index }).toString()),
    workingOf: (memberId) => working.get(memberId) ?? usual,
  };
}

function personOf(
  viewer: CurrentMember,
  person: PersonRow,
  tasks: readonly OpenTaskRow[],
  { today, days, shown }: Window,
): TimelinePersonObject {
  const { isOpen: _, ...told } = shownOf(viewer, person);
  const away = awayOf(person, today);
  const own = daysOf(days, away);
  const planned = loadByDay(tasks, own);
  const elsewhere = loadByDay(
    tasks.filter((task) => !can(viewer, 'task.view', task)),
    own,
  );
  const working = new Set(days);
  return {
    memberId: person.id,
    ...told,
    plannedMinutes: shown.map((day) => planned.get(day) ?? 0),
    capacityMinutes: shown.map((day) => Math.round(capacityOn(person.weeklyHours, working, away, day))),
    elsewhereMinutes: shown.reduce((sum, day) => sum + (elsewhere.get(day) ?? 0), 0),
  };
}

/** Null for what does not touch the window after all. */
function taskOf(viewer: CurrentMember, row: TimelineRow, window: Window, at: string): TimelineTaskObject | null {
  const span = spanIn(row, window);
  if (span && !touches(span, row, window)) return null;
  const { squadId, state } = row;
  const facts = { squadId, assigneeId: row.assignee?.id ?? null };
  const mayEdit = can(viewer, 'task.edit', facts);
  const way = rescheduleWay(state);
  return {
    id: row.id,
    title: row.title,
    state,
    discipline: row.discipline,
    client: row.client,
    campaign: row.campaign && { thingId: row.campaign.id, name: row.campaign.name },
    item: row.item && { thingId: row.item.id, name: row.item.name },
    assignee: row.assignee,
    startsOn: span && span.startsOn.toString(),
    endsOn: span && span.endsOn.toString(),
    start: span && span.start,
    dueOn: row.dueOn,
    dueAt: row.dueAt,
    proposedDueOn: row.proposedDueOn,
    estimatedMinutes: row.estimatedMinutes,
    spentMinutes: row.spentMinutes,
    isBlocked: isBlocked(row),
    isBroken: span !== null && span.isBroken && !isClosed(state),
    risk: taskRiskOf({ ...row, at, today: window.today.toString(), ownDays: window.ownDays }),
    before: row.before.map(({ id: taskId, ...rest }) => ({ taskId, ...rest })),
    way: mayEdit && (way === 'at_once' || can(viewer, 'task.revise', facts)) ? way : null,
    canHandOver: mayEdit && mayBeHandedOver(state),
    version: row.version,
  };
}

function spanIn(row: TimelineRow, { workingOf }: Window): Span | null {
  const dueOn = day(row.dueOn);
  if (!dueOn) return null;
  const waits = row.before.flatMap(({ state, dueOn: on }) => (isClosed(state) || on === null ? [] : [on]));
  return spanOf(
    {
      state: row.state,
      discipline: row.discipline,
      dueOn,
      issuedOn: day(row.issuedOn),
      acceptedOn: day(row.acceptedOn),
      doneOn: day(row.doneOn),
      estimatedMinutes: row.estimatedMinutes,
      afterOn: day(waits.toSorted().at(-1) ?? null),
    },
    workingOf(row.assignee?.id ?? null),
  );
}

/** Open work that is past its due day is there until today. */
function touches({ startsOn, endsOn }: Span, { state }: TimelineRow, { from, to, today }: Window): boolean {
  const isLate = !isClosed(state) && compareDates(endsOn, today) < 0;
  return compareDates(startsOn, to) <= 0 && compareDates(isLate ? today : endsOn, from) >= 0;
}

const day = (text: string | null): PlainDate | null => (text === null ? null : Temporal.PlainDate.from(text));
