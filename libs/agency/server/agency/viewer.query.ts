import { Injectable } from '@nestjs/common';
import { abilitiesOf, can } from '@planerka/agency/domain';
import { dateOf, undecreedYears, type Id } from '@planerka/platform/domain';
import { Clock, Reader } from '@planerka/platform/server';
import type { CurrentMember, SignedInUser } from '../auth/current-member';
import { Memberships } from '../auth/memberships';
import { ownDaysOf } from './own-days';
import type { AgencyObject, MembershipObject, ViewerObject } from './agency.object';

@Injectable()
export class ViewerQuery {
  constructor(
    private readonly reader: Reader,
    private readonly membershipsOf: Memberships,
    private readonly clock: Clock,
  ) {}

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
      db
        .selectFrom('agency')
        .selectAll()
        .select(ownDaysOf('agency').as('own_days'))
        .where('id', '=', viewer.agencyId)
        .executeTakeFirstOrThrow(),
    );
    const ownDays = row.own_days;
    const { year } = dateOf(this.clock.now(), row.time_zone);
    return {
      id: row.id,
      name: row.name,
      timeZone: row.time_zone,
      locale: row.locale,
      currency: row.currency,
      marginGoal: can(viewer, 'agency.manage') && row.margin_goal !== null ? Number(row.margin_goal) : null,
      killFeePercent: row.kill_fee_percent,
      fullTimeClients: row.full_time_clients,
      partTimeClients: row.part_time_clients,
      requiresSecondFactor: row.requires_second_factor,
      deletionDueAt: row.deletion_due_at,
      daysOff: ownDays.off,
      workedDays: ownDays.worked,
      calendarYears: ownDays.years,
      calendarVersion: row.calendar_version,
      undecreedYears: undecreedYears([year, year + 1, year + 2], ownDays),
      version: row.version,
    };
  }

  private async memberships(userId: Id): Promise<MembershipObject[]> {
    const memberships = await this.membershipsOf.of(userId);
    // An agency's name is the agency's own row, seen only from within it; people belong to one or two.
    return Promise.all(
      memberships.map(async ({ agencyId, role }) => {
        const agency = await this.reader.read({ agencyId }, (db) =>
          db.selectFrom('agency').select('name').where('id', '=', agencyId).executeTakeFirstOrThrow(),
        );
        return { id: agencyId, agencyName: agency.name, role };
      }),
    );
  }
}
