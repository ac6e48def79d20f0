import { newId } from '@planerka/platform/domain';
import { toDbInstant, type Tx } from '@planerka/platform/server';
import type { LinkUse } from '@planerka/review/domain';
import type { GuestVisitor } from './guest-visitor';

export type LinkUser = Pick<GuestVisitor, 'linkId' | 'ipAddress' | 'userAgent'>;

/** In the transaction of what was done: what failed was not done. */
export async function keepUse({ db, agencyId, at }: Tx, user: LinkUser, kind: LinkUse): Promise<void> {
  const { linkId, ipAddress, userAgent } = user;
  await db.approvalLinkUse.create({
    data: { agencyId, id: newId(), linkId, kind, ipAddress, userAgent, at: toDbInstant(at) },
  });
}
