import type { Id } from '@planerka/platform/domain';
import { toDbInstant, type Tx } from '@planerka/platform/server';

/** An idea lives in the publication that it has become: with that deleted it is an idea again, with that brought back it lives there. */
export async function ideasFollow(
  { db, agencyId, at }: Tx,
  itemIds: readonly Id[],
  { isDeleted }: { readonly isDeleted: boolean },
): Promise<void> {
  if (itemIds.length === 0) return;
  await db.idea.updateMany({
    where: { agencyId, itemId: { in: [...itemIds] }, archivedAt: isDeleted ? { not: null } : null },
    data: { archivedAt: isDeleted ? null : toDbInstant(at) },
  });
}
