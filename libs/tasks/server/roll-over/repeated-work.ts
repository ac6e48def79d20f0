import { Injectable, type OnModuleInit } from '@nestjs/common';
import { can } from '@planerka/agency/domain';
import { actorOf, type CurrentMember } from '@planerka/agency/server';
import { rolledDueDayFrom } from '@planerka/content-plan/domain';
import { ItemWork, type ItemWorker, type RepeatedItem, type RepeatFacts } from '@planerka/content-plan/server';
import { changesBetween, dateOf, instantOf, type Id, type Instant } from '@planerka/platform/domain';
import { fromDbInstant, type Tx } from '@planerka/platform/server';
import { NewTask } from '../tasks/new-task';
import { audienceOf, relatedOf } from '../workflow/task-workflow';

/** The work of repeated publications: drafts with the same briefs, owners where they still are there, days that moved along. */
@Injectable()
export class RepeatedWork implements ItemWorker, OnModuleInit {
  constructor(
    private readonly work: ItemWork,
    private readonly newTask: NewTask,
  ) {}

  onModuleInit(): void {
    this.work.join(this);
  }

  async repeat(tx: Tx, viewer: CurrentMember, items: readonly RepeatedItem[], facts: RepeatFacts): Promise<number> {
    const { db, agencyId } = tx;
    if (!can(viewer, 'task.create', facts)) return 0;
    const tasks = await db.task.findMany({
      where: { agencyId, itemId: { in: items.map(({ fromId }) => fromId) }, state: { not: 'cancelled' } },
      include: { predecessors: { select: { afterTaskId: true } }, assignee: { select: { deactivatedAt: true } } },
      orderBy: [{ discipline: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }],
    });
    const byItem = Map.groupBy(tasks, ({ itemId }) => itemId);
    const madeOf = new Map<Id, Id>();
    for (const item of items) {
      const origin = await this.newTask.originOf(tx, { itemId: item.id });
      if (!origin.ok) throw new Error(`The repeated publication ${item.id} is not there`);
      for (const task of byItem.get(item.fromId) ?? []) {
        const { title, discipline, estimatedMinutes, wantsClientApproval, assigneeId, assignee, feeMinor } = task;
        const id = await this.newTask.write(
          tx,
          viewer,
          {
            title,
            discipline,
            estimatedMinutes,
            wantsClientApproval,
            assigneeId: assignee?.deactivatedAt === null ? assigneeId : null,
            dueAt: task.dueAt && dueAfter(item, fromDbInstant(task.dueAt), facts),
            likeTaskId: task.id,
            // Of other publications' work only what is repeated, too.
            startAfter: task.predecessors.flatMap(({ afterTaskId }) => madeOf.get(afterTaskId) ?? []),
          },
          origin.value,
          { feeMinor },
        );
        madeOf.set(task.id, id);
      }
    }
    return madeOf.size;
  }

  async discard(tx: Tx, viewer: CurrentMember, itemIds: readonly Id[]): Promise<boolean> {
    const { db, agencyId } = tx;
    const tasks = await db.task.findMany({
      where: { agencyId, itemId: { in: [...itemIds] } },
      include: {
        item: { select: { createdAt: true } },
        client: { select: { squadId: true } },
        briefs: { select: { version: true } },
        _count: { select: { comments: true, questions: true, transitions: true } },
      },
    });
    const isAsMade = tasks.every(
      ({ state, version, createdAt, item, briefs, _count }) =>
        state === 'draft' &&
        version === 1 &&
        briefs.every((brief) => brief.version === 1) &&
        createdAt.getTime() === item?.createdAt.getTime() &&
        Object.values(_count).every((count) => count === 0),
    );
    if (!isAsMade) return false;
    await db.task.deleteMany({ where: { agencyId, id: { in: tasks.map(({ id }) => id) } } });
    for (const { client, ...task } of tasks) {
      tx.emit({
        type: 'task.discarded',
        entity: { type: 'Task', id: task.id },
        actor: actorOf(viewer),
        audience: audienceOf({ ...task, squadId: client.squadId }),
        related: relatedOf(task),
        details: { title: task.title },
        changes: changesBetween({ title: task.title, discipline: task.discipline }, { title: null, discipline: null }),
      });
    }
    return true;
  }
}

/** At the same time of a day as far from the publication as it was; never before today. */
function dueAfter({ wasOn, publishOn }: RepeatedItem, due: Instant, { zone, calendar, today }: RepeatFacts): Instant {
  const day = rolledDueDayFrom(today, calendar, { publishOn: wasOn, dueOn: dateOf(due, zone) }, publishOn);
  return instantOf(day, due.toZonedDateTimeISO(zone).toPlainTime(), zone);
}
