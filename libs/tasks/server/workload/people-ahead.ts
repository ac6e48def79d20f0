import { can, daysAway } from '@planerka/agency/domain';
import type { CurrentMember } from '@planerka/agency/server';
import {
  dateOf,
  noOwnDays,
  russianCalendar,
  type Id,
  type Instant,
  type PlainDate,
  type OwnDays,
} from '@planerka/platform/domain';
import { weeksFrom, workingDaysFrom, type Day } from '@planerka/tasks/domain';
import { toPeriod } from './days-away';
import type { PlannedPersonObject } from './planned-person.object';
import type { OpenTaskRow, PersonRow } from './workload-rows';

/** The days ahead, as all of an agency share them. */
export interface Ahead {
  readonly today: PlainDate;
  readonly timeZone: string;
  readonly ownDays: OwnDays;
  readonly weeks: readonly Day[];
  /** Working days, from today on. */
  readonly days: readonly Day[];
}

export function aheadOf(people: readonly PersonRow[], at: Instant): Ahead {
  const [agency] = people;
  const { timeZone = 'UTC', ownDays = noOwnDays } = agency ?? {};
  const today = dateOf(at, timeZone);
  const calendar = russianCalendar([today.year, today.year + 1, today.year + 2], ownDays);
  return { today, timeZone, ownDays, weeks: weeksFrom(today), days: workingDaysFrom(calendar, today) };
}

export const awayOf = ({ absences }: Pick<PersonRow, 'absences'>, today: PlainDate): ReadonlySet<Day> =>
  daysAway(absences.map(toPeriod), today);

/** What both the workload and the timeline say of somebody; why they are away, only to whom it is told. */
export function shownOf(
  viewer: CurrentMember,
  { id, name, role, disciplines, weeklyHours, absences }: PersonRow,
): PlannedPersonObject & { readonly isOpen: boolean } {
  const isOpen = can(viewer, 'member.profile.edit', { memberId: id });
  const told = absences.map((absence) => ({ ...absence, note: isOpen ? absence.note : null }));
  return { name, role, disciplines, weeklyHours, absences: told, isOpen };
}

/** Open work by who has it in hand; null: nobody, or somebody who has left. */
export function inHands(
  people: readonly PersonRow[],
  tasks: readonly OpenTaskRow[],
): ReadonlyMap<Id | null, readonly OpenTaskRow[]> {
  const there = new Set(people.map(({ id }) => id));
  return Map.groupBy(tasks, ({ assigneeId }) => (assigneeId !== null && there.has(assigneeId) ? assigneeId : null));
}

/** One's own, those of one's squads, and whoever works for one's clients. */
export const isSeen = (
  viewer: CurrentMember,
  { id, squadIds }: Pick<PersonRow, 'id' | 'squadIds'>,
  tasks: readonly OpenTaskRow[],
): boolean =>
  can(viewer, 'workload.view', { memberId: id, squadIds: [...squadIds, ...tasks.map(({ squadId }) => squadId)] });

/** Those whose work is planned: whoever leads, and does none of the work, has no line. */
export const seenPeople = (
  viewer: CurrentMember,
  people: readonly PersonRow[],
  hands: ReadonlyMap<Id | null, readonly OpenTaskRow[]>,
): readonly PersonRow[] =>
  people.filter((person) => {
    const own = hands.get(person.id) ?? [];
    return isSeen(viewer, person, own) && (person.disciplines.length > 0 || own.length > 0);
  });
