import { Injectable, type OnModuleInit } from '@nestjs/common';
import { can } from '@planerka/agency/domain';
import { actorOf, type CurrentMember } from '@planerka/agency/server';
import { rolledDueDayFrom, type WorkMove } from '@planerka/content-plan/domain';
import { ItemWork, type BegunItem, type ItemWorker, type Work, type WorkFacts } from '@planerka/content-plan/server';
import { changesBetween, instantOf, newId, Temporal, type Id, type Instant } from '@planerka/platform/domain';
import { fromDbInstant, tables, toDbInstant, type Tx } from '@planerka/platform/server';
import { briefSchema, emptyBrief, reusable, type TaskState } from '@planerka/tasks/domain';
import { sql } from 'kysely';
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

  async assign(tx: Tx, viewer: CurrentMember, moves: readonly WorkMove[]): Promise<readonly Id[]> {
    const { agencyId, at } = tx;
    const ids = moves.map(({ taskId }) => taskId);
    const rows = await tx.query(sql<GivenTask>`
      SELECT t.id, t.title, t.state, t.item_id AS "itemId", t.campaign_id AS "campaignId", t.client_id AS "clientId",
        t.assignee_id AS "assigneeId", t.manager_id AS "managerId", c.squad_id AS "squadId", t.accepted_at IS NOT NULL AS "isAccepted"
      FROM task t JOIN client c ON c.agency_id = t.agency_id AND c.id = t.client_id
      WHERE t.agency_id = ${agencyId}::uuid AND t.id = ANY(${ids}::uuid[]) ORDER BY t.id FOR UPDATE OF t`);
    const taskOf = new Map(rows.map((row) => [row.id, row]));
    const isAsSeen = ({ taskId, fromMemberId }: WorkMove): boolean => {
      const task = taskOf.get(taskId);
      const isFree = task && (task.state === 'draft' || task.state === 'issued') && !task.isAccepted;
      return isFree === true && task.assigneeId === fromMemberId && can(viewer, 'task.edit', task);
    };
    const left = moves.filter((move) => !isAsSeen(move)).map(({ taskId }) => taskId);
    if (left.length > 0) return left;
    tx.write(sql`
      UPDATE task SET assignee_id = given.member_id, version = version + 1
      FROM unnest(${ids}::uuid[], ${moves.map(({ toMemberId }) => toMemberId)}::uuid[]) AS given (task_id, member_id)
      WHERE agency_id = ${agencyId}::uuid AND id = given.task_id`);
    const given = moves.flatMap((move) => {
      const task = taskOf.get(move.taskId);
      return task ? [{ move, task }] : [];
    });
    tx.write(
      tables.insertInto('task_transition').values(
        given.map(({ task }) => ({
          agency_id: agencyId,
          id: newId(),
          task_id: task.id,
          action: 'hand_over',
          from_state: task.state,
          to_state: task.state,
          actor_member_id: viewer.memberId,
          actor_name: viewer.name,
          reason: '',
          details: '{}',
          at: toDbInstant(at),
        })),
      ),
    );
    tx.emitTogether(
      given.map(({ move, task }) => {
        const audience = audienceOf(task);
        return {
          type: 'task.handed_over',
          entity: { type: 'Task', id: task.id },
          actor: actorOf(viewer),
          audience: { ...audience, memberIds: [...audience.memberIds, ...(move.toMemberId ? [move.toMemberId] : [])] },
          related: relatedOf(task),
          details: { title: task.title, from: task.state, to: task.state, reason: '' },
          changes: changesBetween({ assigneeId: move.fromMemberId }, { assigneeId: move.toMemberId }),
        };
      }),
    );
    return [];
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

interface GivenTask {
  readonly id: Id;
  readonly title: string;
  readonly state: TaskState;
  readonly itemId: Id | null;
  readonly campaignId: Id | null;
  readonly clientId: Id;
  readonly assigneeId: Id | null;
  readonly managerId: Id;
  readonly squadId: Id;
  readonly isAccepted: boolean;
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
