import { isWorkingDay, Temporal, type BusinessCalendar, type Id, type PlainDate } from '@planerka/platform/domain';

/** How far ahead the load of people is looked at. */
export const workloadWeeks = 8;

/** What is due later than that is spread as if it were due then: nobody plans by the hour so far ahead. */
const horizonDays = 366;

/** ISO days compare by value and in their order. */
export type Day = string;

export interface PlannedWork {
  readonly minutes: number;
  readonly dueOn: Day;
  /** The last day of what it begins after; null where it can begin now. */
  readonly afterOn: Day | null;
}

/** Mondays of the weeks from today's on. */
export function weeksFrom(today: PlainDate, count = workloadWeeks): readonly Day[] {
  const monday = today.subtract({ days: today.dayOfWeek - 1 });
  return Array.from({ length: count }, (_, index) => monday.add({ weeks: index }).toString());
}

/** The agency's working days from today on, a year of them. */
export function workingDaysFrom(calendar: BusinessCalendar, today: PlainDate): readonly Day[] {
  const days: Day[] = [];
  for (let day = today, left = horizonDays; left > 0; day = day.add({ days: 1 }), left -= 1)
    if (isWorkingDay(calendar, day)) days.push(day.toString());
  return days;
}

/** Those of them on which somebody is there. */
export function daysOf(days: readonly Day[], away: ReadonlySet<Day>): readonly Day[] {
  const own = days.filter((day) => !away.has(day));
  // Away for longer than we look: the work stays on the calendar, to be seen and handed over.
  return own.length > 0 ? own : days;
}

/**
 * The work in equal parts on the days between now (or the end of what comes before it) and its due day. Whole minutes, none of
 * them lost: what is late stands on the first day, what cannot begin in time on the last.
 */
export function spreadWork({ minutes, dueOn, afterOn }: PlannedWork, days: readonly Day[]): ReadonlyMap<Day, number> {
  const end = Math.max(
    0,
    days.findLastIndex((day) => day <= dueOn),
  );
  const free = afterOn === null ? 0 : days.findIndex((day) => day > afterOn);
  const begin = free < 0 ? end : Math.min(free, end);
  const chosen = days.slice(begin, end + 1);
  const each = Math.floor(minutes / chosen.length);
  const rest = minutes - each * chosen.length;
  return new Map(chosen.map((day, index) => [day, each + (index < rest ? 1 : 0)]));
}

export interface WeeklyMinutes {
  readonly weeks: readonly number[];
  /** What falls on days past the last week. */
  readonly later: number;
}

/** Minutes by day as minutes by week. */
export function byWeek(minutes: ReadonlyMap<Day, number>, weeks: readonly Day[]): WeeklyMinutes {
  const sums = weeks.map(() => 0);
  const last = sundayOf(weeks.at(-1));
  let later = 0;
  for (const [day, count] of minutes) {
    const week = weeks.findLastIndex((monday) => monday <= day);
    if (week < 0 || day > last) later += count;
    else sums[week] = (sums[week] ?? 0) + count;
  }
  return { weeks: sums, later };
}

export const sundayOf = (monday: Day | undefined): Day =>
  monday ? Temporal.PlainDate.from(monday).add({ days: 6 }).toString() : '';

export const addWeekly = (one: WeeklyMinutes, other: WeeklyMinutes): WeeklyMinutes => ({
  weeks: one.weeks.map((minutes, index) => minutes + (other.weeks[index] ?? 0)),
  later: one.later + other.later,
});

/** Of several tasks; one that is not counted adds nothing. */
export const sumByWeek = (loads: readonly (WeeklyMinutes | null)[], weeks: readonly Day[]): WeeklyMinutes =>
  loads.reduce<WeeklyMinutes>((all, load) => (load ? addWeekly(all, load) : all), {
    weeks: weeks.map(() => 0),
    later: 0,
  });

/** What somebody can give in each week: a fifth of their weekly hours on each working day of it that they are there. */
export const capacityByWeek = (
  weeklyHours: number,
  days: readonly Day[],
  away: ReadonlySet<Day>,
  weeks: readonly Day[],
): readonly { readonly minutes: number; readonly daysAway: number }[] =>
  weeks.map((monday) => {
    const sunday = sundayOf(monday);
    const open = days.filter((day) => day >= monday && day <= sunday);
    const daysAway = open.filter((day) => away.has(day)).length;
    return { minutes: Math.round(((open.length - daysAway) * weeklyHours * 60) / 5), daysAway };
  });

/** A task as its load is counted. */
export interface LoadTask {
  readonly id: Id;
  readonly estimatedMinutes: number | null;
  /** What it has taken already: the rest is still to do. */
  readonly spentMinutes?: number;
  readonly dueOn: Day | null;
  readonly afterOn: Day | null;
}

/** The load of one task; null where it has no estimate or no due day, and is listed in place of being counted. */
export function loadOf(
  { estimatedMinutes, spentMinutes = 0, dueOn, afterOn }: LoadTask,
  days: readonly Day[],
  weeks: readonly Day[],
): WeeklyMinutes | null {
  if (estimatedMinutes === null || dueOn === null) return null;
  const minutes = Math.max(0, estimatedMinutes - spentMinutes);
  return byWeek(spreadWork({ minutes, dueOn, afterOn }, days), weeks);
}
