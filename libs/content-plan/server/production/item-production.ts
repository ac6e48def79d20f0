import { Injectable } from '@nestjs/common';
import { itemStatusOf, type ItemStatus, type ItemTaskFacts } from '@planerka/content-plan/domain';
import type { Id } from '@planerka/platform/domain';
import { fromDbInstant, type Tx } from '@planerka/platform/server';

/**
 * The door through which the work on a publication changes its status. Tasks stand above the plan, so they tell it
 * what they know, in their own transaction.
 */
@Injectable()
export class ItemProduction {
  /** Re-derives and keeps the item's status from all its tasks as they stand now; a deleted item is left alone. */
  async update({ db, agencyId }: Tx, itemId: Id, tasks: readonly ItemTaskFacts[]): Promise<ItemStatus | null> {
    const item = await db.contentItem.findFirst({
      where: { agencyId, id: itemId, deletedAt: null },
      select: { status: true, publishedAt: true },
    });
    if (!item) return null;
    const status = itemStatusOf({ publishedAt: item.publishedAt && fromDbInstant(item.publishedAt) }, tasks);
    // The version guards what people type; a status that follows from tasks must not refuse somebody's edit.
    if (status !== item.status) await db.contentItem.updateMany({ where: { agencyId, id: itemId }, data: { status } });
    return status;
  }
}
