import { Injectable } from '@nestjs/common';
import { itemStatusOf, type ItemStatus, type ItemTaskFacts } from '@planerka/content-plan/domain';
import type { Id, Instant } from '@planerka/platform/domain';
import { fromDbInstant, tables, type Tx } from '@planerka/platform/server';

/** What an item's status follows from besides its tasks, and what it is now. */
export interface ItemFacts {
  readonly id: Id;
  readonly status: ItemStatus;
  readonly publishedAt: Instant | null;
}

/**
 * The door through which the work on a publication changes its status. Tasks stand above the plan, so they tell it
 * what they know, in their own transaction.
 */
@Injectable()
export class ItemProduction {
  /** Re-derives and keeps the item's status from all its tasks as they stand now; a deleted item is left alone. */
  async update(tx: Tx, itemId: Id, tasks: readonly ItemTaskFacts[]): Promise<void> {
    const { db, agencyId } = tx;
    const item = await db.contentItem.findFirst({
      where: { agencyId, id: itemId, deletedAt: null },
      select: { id: true, status: true, publishedAt: true },
    });
    if (item) this.keep(tx, { ...item, publishedAt: item.publishedAt && fromDbInstant(item.publishedAt) }, tasks);
  }

  /** The same for an item that has been read under its lock. */
  keep(tx: Tx, { id, status: before, publishedAt }: ItemFacts, tasks: readonly ItemTaskFacts[]): void {
    const status = itemStatusOf({ publishedAt }, tasks);
    if (status === before) return;
    // The version guards what people type; a status that follows from tasks must not refuse somebody's edit.
    tx.write(
      tables.updateTable('content_item').set({ status }).where('agency_id', '=', tx.agencyId).where('id', '=', id),
    );
  }
}
