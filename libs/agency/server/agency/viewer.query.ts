import { Injectable } from '@nestjs/common';
import { abilitiesOf, can } from '@planerka/agency/domain';
import type { Id } from '@planerka/platform/domain';
import { Reader } from '@planerka/platform/server';
import type { CurrentMember, SignedInUser } from '../auth/current-member';
import type { AgencyObject, MembershipObject, ViewerObject } from './agency.object';

@Injectable()
export class ViewerQuery {
  constructor(private readonly reader: Reader) {}

  async viewer(user: SignedInUser, viewer: CurrentMember | null): Promise<ViewerObject> {
    const memberships = await this.memberships(user.id);
    return {
      id: user.id,
      name: viewer?.name ?? user.name,
      email: user.email,
      memberId: viewer?.memberId ?? null,
      role: viewer?.role ?? null,
      disciplines: viewer?.disciplines ?? [],
      agency: viewer ? await this.agency(viewer) : null,
      // who belongs to an agency and is nobody there is kept out by this alone
      needsSecondFactor: viewer === null && memberships.length > 0,
      memberships,
      abilities: viewer ? abilitiesOf(viewer) : [],
    };
  }

  async agency(viewer: CurrentMember): Promise<AgencyObject> {
    const row = await this.reader.read(viewer, (db) =>
      db.selectFrom('agency').selectAll().where('id', '=', viewer.agencyId).executeTakeFirstOrThrow(),
    );
    return {
      id: row.id,
      name: row.name,
      timeZone: row.time_zone,
      locale: row.locale,
      currency: row.currency,
      marginGoal: can(viewer, 'agency.manage') && row.margin_goal !== null ? Number(row.margin_goal) : null,
      killFeePercent: row.kill_fee_percent,
      requiresSecondFactor: row.requires_second_factor,
      deletionDueAt: row.deletion_due_at,
      version: row.version,
    };
  }

  private async memberships(userId: Id): Promise<MembershipObject[]> {
    const rows = await this.reader.read({ userId }, (db) =>
      db
        .selectFrom('member')
        .select(['agency_id', 'role'])
        .where('user_id', '=', userId)
        .where('deactivated_at', 'is', null)
        .orderBy('created_at')
        .execute(),
    );
    // An agency's name is the agency's own row, seen only from within it; people belong to one or two.
    return Promise.all(
      rows.map(async ({ agency_id, role }) => {
        const agency = await this.reader.read({ agencyId: agency_id }, (db) =>
          db.selectFrom('agency').select('name').where('id', '=', agency_id).executeTakeFirstOrThrow(),
        );
        return { id: agency_id, agencyName: agency.name, role };
      }),
    );
  }
}
