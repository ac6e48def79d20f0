import { Injectable } from '@nestjs/common';
import { ok, type Changes, type Id } from '@planerka/platform/domain';
import { UnitOfWork, type DomainEvent, type Tx } from '@planerka/platform/server';
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

  /** Somebody came in: by a password, a code after it, or the provider. */
  signedIn(userId: Id): Promise<void> {
    return this.tell(userId, 'account.signed_in');
  }

  /** Somebody tried to come in as this person. */
  signInFailed(userId: Id): Promise<void> {
    return this.tell(userId, 'account.sign_in_failed', undefined, {}, { memberId: null, name: '?' });
  }

  /**
   * @param write what changes in each agency by the same transaction
   * @param actor where it was not they themselves
   */
  async tell(
    userId: Id,
    type: `account.${string}` | 'member.updated',
    write: (tx: Tx, memberId: Id) => Promise<unknown> = () => Promise.resolve(),
    changes: Changes = {},
    actor?: DomainEvent['actor'],
  ): Promise<void> {
    for (const { agencyId, memberId, name } of await this.memberships.of(userId)) {
      await this.unitOfWork.run({ agencyId }, async (tx) => {
        await write(tx, memberId);
        tx.emit({
          type,
          entity: { type: 'Member', id: memberId },
          actor: actor ?? { memberId, name },
          audience: { memberIds: [memberId] },
          details: { title: name },
          changes,
        });
        return ok(undefined);
      });
    }
  }
}
