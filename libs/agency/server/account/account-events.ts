import { Injectable } from '@nestjs/common';
import { ok, type Changes, type Id } from '@planerka/platform/domain';
import { UnitOfWork, type Tx } from '@planerka/platform/server';
import { Memberships } from '../auth/memberships';

/**
 * What a person did to their account, told to every agency they work in: its audit log keeps it, and open sockets come
 * again and are asked who they are.
 */
@Injectable()
export class AccountEvents {
  constructor(
    private readonly memberships: Memberships,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** @param write what changes in each agency by the same transaction */
  async tell(
    userId: Id,
    type: `account.${string}` | 'member.updated',
    write: (tx: Tx, memberId: Id) => Promise<unknown> = () => Promise.resolve(),
    changes: Changes = {},
  ): Promise<void> {
    for (const { agencyId, memberId, name } of await this.memberships.of(userId)) {
      await this.unitOfWork.run({ agencyId }, async (tx) => {
        await write(tx, memberId);
        tx.emit({
          type,
          entity: { type: 'Member', id: memberId },
          actor: { memberId, name },
          audience: { memberIds: [memberId] },
          details: { title: name },
          changes,
        });
        return ok(undefined);
      });
    }
  }
}
