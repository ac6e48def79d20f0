import { Injectable } from '@nestjs/common';
import { can, daysAway } from '@planerka/agency/domain';
import type { CurrentMember } from '@planerka/agency/server';
import { dateOf, isId, russianCalendar, type Id, type PlainDate } from '@planerka/platform/domain';
import { Clock, fromDbInstant, Reader } from '@planerka/platform/server';
import {
  capacityByWeek,
  daysOf,
  loadOf,
  mayBeHandedOver,
  sumByWeek,
  weeksFrom,
  workingDaysFrom,
  type Day,
  type WeeklyMinutes,
} from '@planerka/tasks/domain';
import { toPeriod } from './days-away';
import { readWorkload, type OpenTaskRow, type PersonRow } from './workload-rows';
import type { WorkloadObject, WorkloadPersonObject, WorkloadTaskObject, WorkloadTasksObject } from './workload.object';

/** The days ahead, as all of an agency share them. */
interface Ahead {
  readonly today: PlainDate;
  readonly weeks: readonly Day[];
  readonly days: readonly Day[];
}

/** Who has how much to do in the next weeks, against what they can give. */
@Injectable()
export class WorkloadService {
  constructor(
    private readonly reader: Reader,
    private readonly clock: Clock,
  ) {}

  async workload(viewer: CurrentMember): Promise<WorkloadObject> {
    const [people, tasks] = await readWorkload(this.reader, viewer, this.clock.now().toString());
    const ahead = this.ahead(people);
    const hands = new Map<Id | null, OpenTaskRow[]>();
    const there = new Set(people.map(({ id }) => id));
    for (const task of tasks) {
      const key = task.assigneeId !== null && there.has(task.assigneeId) ? task.assigneeId : null;
      hands.set(key, [...(hands.get(key) ?? []), task]);
    }
    const seen = people.filter((person) => {
      const own = hands.get(person.id) ?? [];
      // Whoever leads, and does none of the work, has no line here.
      return isSeen(viewer, person, own) && (person.disciplines.length > 0 || own.length > 0);
    });
    return {
      weeks: ahead.weeks,
      people: seen.map((person) => personOf(viewer, person, hands.get(person.id) ?? [], ahead)),
      unassigned: (hands.get(null) ?? []).filter((task) => can(viewer, 'task.view', task)).length,
    };
  }

  /** What somebody has in hand, or (null) what nobody has; null for whoever may not see that person's load. */
  async tasks(viewer: CurrentMember, memberId: Id | null): Promise<WorkloadTasksObject | null> {
    if (memberId !== null && !isId(memberId)) return null;
    const [people, tasks] = await readWorkload(this.reader, viewer, this.clock.now().toString(), memberId ?? undefined);
    const ahead = this.ahead(people);
    const there = new Set(people.map(({ id }) => id));
    const person = people.find(({ id }) => id === memberId);
    const own = memberId === null ? tasks.filter(({ assigneeId }) => !assigneeId || !there.has(assigneeId)) : tasks;
    if (memberId !== null && !(person && isSeen(viewer, person, own))) return null;
    const days = person ? daysOf(ahead.days, awayOf(person, ahead.today)) : ahead.days;
    const loads = own.map((task) => ({ task, load: loadOf(task, days, ahead.weeks) }));
    const isVisible = ({ task }: (typeof loads)[number]) => can(viewer, 'task.view', task);
    return {
      memberId,
      tasks: loads.filter(isVisible).map(({ task, load }) => this.taskOf(viewer, task, load)),
      elsewhereMinutes: sumByWeek(
        loads.filter((each) => !isVisible(each)).map(({ load }) => load),
        ahead.weeks,
      ).weeks,
    };
  }

  private taskOf(viewer: CurrentMember, task: OpenTaskRow, load: WeeklyMinutes | null): WorkloadTaskObject {
    const dueAt = task.dueAt === null ? null : fromDbInstant(task.dueAt);
    return {
      ...task,
      dueAt,
      isOverdue: dueAt !== null && dueAt.epochMilliseconds < this.clock.now().epochMilliseconds,
      minutes: load && load.weeks,
      laterMinutes: load?.later ?? 0,
      canHandOver: mayBeHandedOver(task.state) && can(viewer, 'task.edit', task),
    };
  }

  private ahead(people: readonly PersonRow[]): Ahead {
    const [agency] = people;
    const today = dateOf(this.clock.now(), agency?.timeZone ?? 'UTC');
    return { today, weeks: weeksFrom(today), days: workingDaysFrom(calendarOf(today, agency?.daysOff ?? []), today) };
  }
}

const calendarOf = ({ year }: PlainDate, daysOff: readonly string[]) =>
  russianCalendar([year, year + 1, year + 2], daysOff);

const awayOf = ({ absences }: PersonRow, today: PlainDate): ReadonlySet<Day> => daysAway(absences.map(toPeriod), today);

/** One's own, those of one's squads, and whoever works for one's clients. */
const isSeen = (viewer: CurrentMember, { id, squadIds }: PersonRow, tasks: readonly OpenTaskRow[]): boolean =>
  can(viewer, 'workload.view', { memberId: id, squadIds: [...squadIds, ...tasks.map(({ squadId }) => squadId)] });

function personOf(
  viewer: CurrentMember,
  person: PersonRow,
  tasks: readonly OpenTaskRow[],
  { today, days, weeks }: Ahead,
): WorkloadPersonObject {
  const { id, name, role, disciplines, weeklyHours, absences } = person;
  const isOpen = can(viewer, 'member.profile.edit', { memberId: id });
  const away = awayOf(person, today);
  const own = daysOf(days, away);
  const loads = tasks.map((task) => loadOf(task, own, weeks));
  const load = sumByWeek(loads, weeks);
  const capacity = capacityByWeek(weeklyHours, days, away, weeks);
  return {
    id,
    name,
    role,
    disciplines,
    weeklyHours,
    cells: capacity.map((week, index) => ({
      plannedMinutes: load.weeks[index] ?? 0,
      capacityMinutes: week.minutes,
      daysAway: week.daysAway,
    })),
    absences: absences.map((absence) => ({ ...absence, note: isOpen ? absence.note : null })),
    canEditAbsences: isOpen,
    laterMinutes: load.later,
    openTasks: tasks.length,
    uncounted: loads.filter((each) => each === null).length,
  };
}
