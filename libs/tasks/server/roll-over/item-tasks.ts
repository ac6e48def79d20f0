import { Injectable, type OnModuleInit } from '@nestjs/common';
import { can } from '@planerka/agency/domain';
import { actorOf, type CurrentMember } from '@planerka/agency/server';
import { rolledDueDayFrom } from '@planerka/content-plan/domain';
import { ItemWork, type BegunItem, type ItemWorker, type Work, type WorkFacts } from '@planerka/content-plan/server';
import { changesBetween, instantOf, Temporal, type Id, type Instant } from '@planerka/platform/domain';
import { fromDbInstant, type Tx } from '@planerka/platform/server';
import { briefSchema, emptyBrief, reusable } from '@planerka/tasks/domain';
import { toJson } from '../briefs/brief-versions';
import { NewTask } from '../tasks/new-task';
import { audienceOf, relatedOf } from '../workflow/task-workflow';

/** The work on publications that are made after others: drafts with the same briefs, days that moved along. */
@Injectable()
export class ItemTasks implements ItemWorker, OnModuleInit {
  constructor(
    private readonly work: ItemWork,
    private readonly newTask: NewTask,
  ) {}

  onModuleInit(): void {
    this.work.join(this);
  }

  async describe({ db, agencyId }: Tx, itemIds: readonly Id[]): Promise<ReadonlyMap<Id, readonly Work[]>> {
    const { timeZone } = await db.agency.findUniqueOrThrow({ where: { id: agencyId }, select: { timeZone: true } });
    const tasks = await db.task.findMany({
      where: { agencyId, itemId: { in: [...itemIds] }, state: { not: 'cancelled' } },
      include: {
        predecessors: { select: { afterTaskId: true } },
        assignee: { select: { deactivatedAt: true } },
        briefs: { where: { number: 0 }, select: { data: true } },
      },
      orderBy: [{ discipline: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }],
    });
    const described = tasks.map(({ itemId, title, discipline, estimatedMinutes, wantsClientApproval, ...task }) => {
      const due = task.dueAt && fromDbInstant(task.dueAt).toZonedDateTimeISO(timeZone);
      const work: Work = {
        key: task.id,
        title,
        discipline,
        estimatedMinutes,
        wantsClientApproval,
        dueOn: due && due.toPlainDate().toString(),
        dueTime: due && due.toPlainTime().toString({ smallestUnit: 'minute' }),
        after: task.predecessors.map(({ afterTaskId }) => afterTaskId),
        brief: toJson(reusable(briefSchema.parse(task.briefs[0]?.data ?? { discipline }))),
        assigneeId: task.assignee?.deactivatedAt === null ? task.assigneeId : null,
        feeMinor: task.feeMinor,
      };
      return { itemId: itemId ?? '', work };
    });
    return new Map(
      [...Map.groupBy(described, ({ itemId }) => itemId)].map(([id, ofItem]) => [id, ofItem.map(({ work }) => work)]),
    );
  }

  async begin(tx: Tx, viewer: CurrentMember, items: readonly BegunItem[], facts: WorkFacts): Promise<number> {
    if (!can(viewer, 'task.create', facts)) return 0;
    const madeOf = new Map<string, Id>();
    let made = 0;
    for (const item of items) {
      const origin = await this.newTask.originOf(tx, { itemId: item.id });
      if (!origin.ok) throw new Error(`The publication ${item.id} that was just made is not there`);
      for (const { key, title, discipline, estimatedMinutes, wantsClientApproval, ...work } of item.work) {
        const brief = briefSchema.safeParse(work.brief);
        const id = await this.newTask.write(
          tx,
          viewer,
          {
            title,
            discipline,
            estimatedMinutes,
            wantsClientApproval,
            assigneeId: work.assigneeId ?? null,
            dueAt: dueAfter(item, work, facts),
            // Of other publications' work only what is made with it, too.
            startAfter: work.after.flatMap((before) => madeOf.get(before) ?? []),
          },
          origin.value,
          {
            feeMinor: work.feeMinor ?? 0n,
            brief: brief.success && brief.data.discipline === discipline ? brief.data : emptyBrief(discipline),
          },
        );
        madeOf.set(key, id);
        made += 1;
      }
    }
    return made;
  }

  async asMade({ db, agencyId }: Tx, itemIds: readonly Id[]): Promise<ReadonlySet<Id>> {
    const tasks = await db.task.findMany({
      where: { agencyId, itemId: { in: [...itemIds] } },
      include: {
        item: { select: { createdAt: true } },
        briefs: { select: { version: true } },
        _count: { select: { comments: true, questions: true, transitions: true } },
      },
    });
    const begun = tasks.flatMap(({ itemId, state, version, createdAt, item, briefs, _count }) =>
      state === 'draft' &&
      version === 1 &&
      briefs.every((brief) => brief.version === 1) &&
      createdAt.getTime() === item?.createdAt.getTime() &&
      Object.values(_count).every((count) => count === 0)
        ? []
        : (itemId ?? []),
    );
    return new Set(itemIds.filter((id) => !begun.includes(id)));
  }

  async discard(tx: Tx, viewer: CurrentMember, itemIds: readonly Id[]): Promise<boolean> {
    const { db, agencyId } = tx;
    const asMade = await this.asMade(tx, itemIds);
    if (asMade.size < new Set(itemIds).size) return false;
    const tasks = await db.task.findMany({
      where: { agencyId, itemId: { in: [...itemIds] } },
      include: { client: { select: { squadId: true } } },
    });
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
function dueAfter(
  { wasOn, publishOn }: BegunItem,
  { dueOn, dueTime }: Pick<Work, 'dueOn' | 'dueTime'>,
  { zone, calendar, today }: WorkFacts,
): Instant | null {
  if (dueOn === null) return null;
  const due = { publishOn: wasOn, dueOn: Temporal.PlainDate.from(dueOn) };
  const day = rolledDueDayFrom(today, calendar, due, publishOn);
  return instantOf(day, Temporal.PlainTime.from(dueTime ?? '18:00'), zone);
}
