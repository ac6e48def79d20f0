import { Injectable } from '@nestjs/common';
import { can } from '@planerka/agency/domain';
import type { CurrentMember } from '@planerka/agency/server';
import { isId, type Id } from '@planerka/platform/domain';
import { Clock, fromDbInstant, Reader } from '@planerka/platform/server';
import { capacityByWeek, daysOf, loadOf, mayBeHandedOver, sumByWeek, type WeeklyMinutes } from '@planerka/tasks/domain';
import { aheadOf, awayOf, inHands, isSeen, seenPeople, shownOf, type Ahead } from './people-ahead';
import { readWorkload, type OpenTaskRow, type PersonRow } from './workload-rows';
import type { WorkloadObject, WorkloadPersonObject, WorkloadTaskObject, WorkloadTasksObject } from './workload.object';

/** Who has how much to do in the next weeks, against what they can give. */
@Injectable()
export class WorkloadService {
  constructor(
    private readonly reader: Reader,
    private readonly clock: Clock,
  ) {}

  async workload(viewer: CurrentMember): Promise<WorkloadObject> {
    const [people, tasks] = await readWorkload(this.reader, viewer, this.clock.now().toString());
    const ahead = aheadOf(people, this.clock.now());
    const hands = inHands(people, tasks);
    return {
      weeks: ahead.weeks,
      people: seenPeople(viewer, people, hands).map((person) =>
        personOf(viewer, person, hands.get(person.id) ?? [], ahead),
      ),
      unassigned: (hands.get(null) ?? []).filter((task) => can(viewer, 'task.view', task)).length,
    };
  }

  /** What somebody has in hand, or (null) what nobody has; null for whoever may not see that person's load. */
  async tasks(viewer: CurrentMember, memberId: Id | null): Promise<WorkloadTasksObject | null> {
    if (memberId !== null && !isId(memberId)) return null;
    const [people, tasks] = await readWorkload(this.reader, viewer, this.clock.now().toString(), memberId ?? undefined);
    const ahead = aheadOf(people, this.clock.now());
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
}

function personOf(
  viewer: CurrentMember,
  person: PersonRow,
  tasks: readonly OpenTaskRow[],
  { today, days, weeks }: Ahead,
): WorkloadPersonObject {
  const { isOpen, ...shown } = shownOf(viewer, person);
  const away = awayOf(person, today);
  const own = daysOf(days, away);
  const loads = tasks.map((task) => loadOf(task, own, weeks));
  const load = sumByWeek(loads, weeks);
  const capacity = capacityByWeek(person.weeklyHours, days, away, weeks);
  return {
    id: person.id,
    ...shown,
    spentThisWeekMinutes: person.spentThisWeek,
    cells: capacity.map((week, index) => ({
      plannedMinutes: load.weeks[index] ?? 0,
      capacityMinutes: week.minutes,
      daysAway: week.daysAway,
    })),
    canEditAbsences: isOpen,
    laterMinutes: load.later,
    openTasks: tasks.length,
    uncounted: loads.filter((each) => each === null).length,
  };
}
