import { Injectable } from '@nestjs/common';
import { ok, type Id } from '@planerka/platform/domain';
import { Reader, UnitOfWork, type Tx } from '@planerka/platform/server';

interface OwnMembership {
  readonly agencyId: Id;
  readonly memberId: Id;
  readonly name: string;
}

/**
 * What a person did to their account, told to every agency they work in: its audit log keeps it, and open sockets come
 * again and are asked who they are.
 */
@Injectable()
export class AccountEvents {
  constructor(
    private readonly reader: Reader,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** @param write what changes in each agency by the same transaction */
  async tell(
    userId: Id,
    type: `account.${string}` | 'member.updated',
    write: (tx: Tx, memberId: Id) => Promise<unknown> = () => Promise.resolve(),
  ): Promise<void> {
    for (const { agencyId, memberId, name } of await this.membershipsOf(userId)) {
      await this.unitOfWork.run({ agencyId }, async (tx) => {
        await write(tx, memberId);
        tx.emit({
          type,
          entity: { type: 'Member', id: memberId },
          actor: { memberId, name },
          audience: { memberIds: [memberId] },
          details: { title: name },
        });
        return ok(undefined);
      });
    }
  }

  async membershipsOf(userId: Id): Promise<readonly OwnMembership[]> {
    return this.reader.read({ userId }, (db) =>
      db
        .selectFrom('member')
        .select(['agency_id as agencyId', 'id as memberId', 'name'])
        .where('user_id', '=', userId)
        .where('deactivated_at', 'is', null)
        .execute(),
    );
  }
}
