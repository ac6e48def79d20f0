import type { Discipline } from '@planerka/agency/domain';
import {
  addBusinessDays,
  businessCalendar,
  compareDates,
  type BusinessCalendar,
  type PlainDate,
} from '@planerka/platform/domain';
import { stepDays } from './chain';
import { isClosed, type TaskState } from './task-state';
import { spreadWork, type Day, type LoadTask } from './workload';

/** How many days a timeline shows: two weeks, five, or a quarter. */
export const timelineZooms = { weeks: 14, month: 35, quarter: 91 } as const;
export type TimelineZoom = keyof typeof timelineZooms;

/** No screen has room for more. */
export const maxTimelineDays = 100;

/** What a bar's first day follows from. */
export const spanStarts = ['accepted', 'issued', 'after', 'planned'] as const;

export interface Span {
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate;
  readonly start: (typeof spanStarts)[number];
  /** What it begins after is due later than it is itself. */
  readonly isBroken: boolean;
}

export interface SpanFacts {
  readonly state: TaskState;
  readonly discipline: Discipline;
  readonly dueOn: PlainDate;
  readonly issuedOn: PlainDate | null;
  readonly acceptedOn: PlainDate | null;
  readonly doneOn: PlainDate | null;
  readonly estimatedMinutes: number | null;
  /** The last day of what it begins after and that is not done yet. */
  readonly afterOn: PlainDate | null;
}

/** When somebody works, and how long a day of theirs is. */
export interface Working {
  readonly calendar: BusinessCalendar;
  readonly minutesPerDay: number;
}

const usualDay = 8 * 60;

/** A fifth of their week; whoever has no hours of their own is planned by usual days. */
export const minutesPerDay = (weeklyHours: number): number => (weeklyHours > 0 ? (weeklyHours * 60) / 5 : usualDay);

/** The agency's calendar without the days on which somebody is away. */
export const calendarOf = (calendar: BusinessCalendar, away: ReadonlySet<Day>): BusinessCalendar =>
  away.size === 0
    ? calendar
    : businessCalendar({
        ...calendar,
        nonWorkingDays: [...calendar.nonWorkingDays, ...away],
        // A moved Saturday is no day at work for whoever is away on it.
        workingDays: [...calendar.workingDays].filter((day) => !away.has(day)),
      });

/**
 * From when to when a task stands on a timeline: from its acceptance, else from its issue, and what is not issued yet from as many
 * working days before its due day as it takes; not before what it begins after is there. Its last day is the one on which it is
 * due, or was done.
 */
export function spanOf(task: SpanFacts, working: Working): Span {
  const { dueOn, acceptedOn, issuedOn, afterOn, doneOn } = task;
  const isBroken = afterOn !== null && compareDates(afterOn, dueOn) > 0;
  const endsOn = isClosed(task.state) && doneOn ? doneOn : dueOn;
  const begun: readonly [PlainDate, Span['start']] = acceptedOn
    ? [acceptedOn, 'accepted']
    : issuedOn && task.state !== 'draft'
      ? [issuedOn, 'issued']
      : [plannedStart(task, working), 'planned'];
  const free = afterOn && addBusinessDays(working.calendar, afterOn, 1);
  const [wanted, start] = free && !acceptedOn && compareDates(free, begun[0]) > 0 ? ([free, 'after'] as const) : begun;
  return { startsOn: compareDates(wanted, endsOn) > 0 ? endsOn : wanted, endsOn, start, isBroken };
}

/** The due day is the last of them. */
function plannedStart({ dueOn, estimatedMinutes, discipline }: SpanFacts, { calendar, minutesPerDay }: Working) {
  const days = estimatedMinutes === null ? stepDays[discipline] : Math.ceil(estimatedMinutes / minutesPerDay);
  return days <= 1 ? dueOn : addBusinessDays(calendar, dueOn, 1 - days);
}

/** Minutes of several tasks by day, as `sumByWeek` has them by week. */
export function loadByDay(tasks: readonly LoadTask[], days: readonly Day[]): ReadonlyMap<Day, number> {
  const sums = new Map<Day, number>();
  for (const { estimatedMinutes, spentMinutes = 0, dueOn, afterOn } of tasks) {
    if (estimatedMinutes === null || dueOn === null) continue;
    const minutes = Math.max(0, estimatedMinutes - spentMinutes);
    for (const [day, part] of spreadWork({ minutes, dueOn, afterOn }, days)) sums.set(day, (sums.get(day) ?? 0) + part);
  }
  return sums;
}

/** What somebody can give on a day: nothing where nobody works, and where they are away. */
export const capacityOn = (
  weeklyHours: number,
  workingDays: ReadonlySet<Day>,
  away: ReadonlySet<Day>,
  day: Day,
): number => (workingDays.has(day) && !away.has(day) ? (weeklyHours * 60) / 5 : 0);
