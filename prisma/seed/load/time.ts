import type { TaskContent } from '../content/types';
import { idOf } from './ids';
import { inBatches, type Loading } from './loading';

const notes = ['Черновик', 'Правки после проверки', 'Финальная вычитка'];
/** Of the estimate, in percent: work is rarely done in just the time that was thought of. */
const parts = [[60, 25], [130], [70, 35], [40, 30, 10], [85]] as const;

/** What people wrote down of their time, from the acceptance on. */
export async function loadTime({ db, agencyId, calendar, demo }: Loading): Promise<void> {
  const begun = demo.tasks.filter(
    ({ state, events }) =>
      state !== 'draft' && state !== 'issued' && state !== 'cancelled' && acceptedOf(events) !== undefined,
  );
  await inBatches(
    begun.flatMap((task, index) => rowsOf(task, index)),
    (data) => db.timeEntry.createMany({ data }),
  );

  function rowsOf(task: TaskContent, index: number) {
    const accepted = acceptedOf(task.events);
    // Some forget to write it down.
    if (!accepted || index % 6 === 4) return [];
    const chosen = parts[index % parts.length] ?? parts[0];
    // What is still in hand has taken a part of it only.
    const days = task.state === 'in_progress' ? chosen.slice(0, 1) : chosen;
    const first = calendar.moment(accepted.at);
    return days.flatMap((percent, day) => {
      const on = new Date(first.getTime() + day * 86_400_000);
      if (on.getTime() > calendar.now.epochMilliseconds) return [];
      return {
        agencyId,
        id: idOf('time', task.slug, day),
        taskId: idOf('task', task.slug),
        memberId: idOf('member', task.assignee),
        spentOn: new Date(`${on.toISOString().slice(0, 10)}T00:00:00Z`),
        minutes: Math.min(480, Math.max(10, Math.round((task.estimatedHours * percent * 60) / 100 / 5) * 5)),
        note: notes[day] ?? '',
        createdAt: on,
      };
    });
  }
}

const acceptedOf = (events: TaskContent['events']) => events.find(({ action }) => action === 'accept');
