import { ok } from '@planerka/platform/domain';
import type { DomainEvent, UnitOfWork } from '@planerka/platform/server';
import { actorOf, type CurrentMember } from './current-member';

/** Who took what out of the agency: it changes nothing, and the journal keeps it all the same. */
export async function tellTakenOut(
  unitOfWork: UnitOfWork,
  viewer: CurrentMember,
  what: Pick<DomainEvent, 'type' | 'entity' | 'audience' | 'related' | 'details'>,
): Promise<void> {
  await unitOfWork.run(viewer, (tx) => {
    tx.emit({ ...what, actor: actorOf(viewer) });
    return Promise.resolve(ok(null));
  });
}
