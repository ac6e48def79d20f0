import { Injectable } from '@nestjs/common';
import { Money, newId, type Id, type Instant } from '@planerka/platform/domain';
import { fromDbInstant, tables, toDbInstant, type Prisma, type Tx } from '@planerka/platform/server';
import { briefSchema, type Brief } from '@planerka/tasks/domain';
import { sql } from 'kysely';
import { brandFor } from './brand-for';
import type { LoadedTask, Terms } from '../workflow/loaded-task';
import type { TaskActor } from '../workflow/task-hooks';

export interface FrozenBrief {
  readonly number: number;
  readonly terms: Terms;
}

/** Number 0 is the working draft; every issue copies it to the next number, which never changes again. */
@Injectable()
export class BriefVersions {
  async begin(
    { db, agencyId }: Tx,
    taskId: Id,
    draft: { readonly brief: Brief; readonly feeMinor: bigint; readonly dueAt: Instant | null },
  ): Promise<void> {
    await db.briefVersion.create({
      data: {
        agencyId,
        id: newId(),
        taskId,
        number: 0,
        data: toJson(draft.brief),
        feeMinor: draft.feeMinor,
        dueAt: draft.dueAt && toDbInstant(draft.dueAt),
      },
    });
  }

  /** The draft becomes the version that is worked by, with the brand profile as it stands today. */
  async freeze(tx: Tx, task: LoadedTask, actor: TaskActor): Promise<FrozenBrief> {
    const { db, agencyId, at } = tx;
    const draft = await db.briefVersion.findUniqueOrThrow({
      where: { agencyId_taskId_number: { agencyId, taskId: task.id, number: 0 } },
    });
    const [brand] = await tx.query(
      tables
        .selectFrom('task')
        .select(brandFor(sql`task`).as('profile'))
        .where('agency_id', '=', agencyId)
        .where('id', '=', task.id),
    );
    const number = task.briefNumber + 1;
    await db.briefVersion.create({
      data: {
        agencyId,
        id: newId(),
        taskId: task.id,
        number,
        data: draft.data as Prisma.InputJsonValue,
        brandSnapshot: brand?.profile ?? {},
        feeMinor: draft.feeMinor,
        dueAt: draft.dueAt,
        issuedById: actor.memberId,
        issuedAt: toDbInstant(at),
      },
    });
    await this.keepCriteria(tx, task.id, briefSchema.parse(draft.data));
    const fee = Money.of(draft.feeMinor, task.fee.currency);
    return { number, terms: { fee, dueAt: draft.dueAt && fromDbInstant(draft.dueAt) } };
  }

  accepted(tx: Tx, task: LoadedTask): void {
    tx.write(
      tables
        .updateTable('brief_version')
        .set({ accepted_at: toDbInstant(tx.at) })
        .where('agency_id', '=', tx.agencyId)
        .where('task_id', '=', task.id)
        .where('number', '=', task.briefNumber),
    );
  }

  /** The brief that the work in hand was accepted by. */
  async current(tx: Tx, task: LoadedTask): Promise<{ readonly brief: Brief; readonly brand: unknown }> {
    const [version] = await tx.query(
      tables
        .selectFrom('brief_version')
        .select(['data', 'brand_snapshot'])
        .where('agency_id', '=', tx.agencyId)
        .where('task_id', '=', task.id)
        .where('number', '=', task.briefNumber),
    );
    if (!version) throw new Error(`Task ${task.id} has no brief ${task.briefNumber}`);
    return { brief: briefSchema.parse(version.data), brand: version.brand_snapshot };
  }

  /**
   * The checklist follows the brief: lines that stayed keep their ticks, lines that went are gone, and those that
   * came from comments stay where they are.
   */
  private async keepCriteria({ db, agencyId }: Tx, taskId: Id, brief: Brief): Promise<void> {
    const before = await db.criterion.findMany({ where: { agencyId, taskId }, orderBy: { position: 'asc' } });
    const fromComments = await db.comment.findMany({
      where: { agencyId, taskId, criterionId: { not: null } },
      select: { criterionId: true },
    });
    const kept = new Set(fromComments.map(({ criterionId }) => criterionId));
    const wanted = new Set(brief.criteria);
    const gone = before.filter(({ id, text }) => !kept.has(id) && !wanted.has(text)).map(({ id }) => id);
    await db.criterion.deleteMany({ where: { agencyId, id: { in: gone } } });
    const byText = new Map(before.map((criterion) => [criterion.text, criterion]));
    for (const [position, text] of [...wanted].entries()) {
      const known = byText.get(text);
      if (!known) await db.criterion.create({ data: { agencyId, id: newId(), taskId, position, text } });
      else if (known.position !== position) {
        await db.criterion.update({ where: { agencyId_id: { agencyId, id: known.id } }, data: { position } });
      }
    }
  }
}

/** Briefs are JSON by their schema; the generated type wants an index signature that interfaces do not have. */
export const toJson = (brief: Brief): Prisma.InputJsonObject => brief;
