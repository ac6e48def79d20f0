import type { Role } from '@planerka/agency/domain';
import { Injectable } from '@nestjs/common';
import type { Id } from '@planerka/platform/domain';
import { Reader } from '@planerka/platform/server';

export interface Membership {
  readonly agencyId: Id;
  readonly memberId: Id;
  readonly name: string;
  readonly role: Role;
}

/** Where a person works now, the agency they came to first before others. */
@Injectable()
export class Memberships {
  constructor(private readonly reader: Reader) {}

  of(userId: Id): Promise<readonly Membership[]> {
    return this.reader.read({ userId }, (db) =>
      db
        .selectFrom('member')
        .select(['agency_id as agencyId', 'id as memberId', 'name', 'role'])
        .where('user_id', '=', userId)
        .where('deactivated_at', 'is', null)
        .orderBy('created_at')
        .orderBy('agency_id')
        .execute(),
    );
  }
}
