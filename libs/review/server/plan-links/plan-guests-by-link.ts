import { Injectable, type OnModuleInit } from '@nestjs/common';
import { fromDbInstant, Reader } from '@planerka/platform/server';
import { lastVisit } from '../guest/link-uses';
import { linkColumns, LinksByToken, type FoundLink } from '../guest/links-by-token';
import type { PlanGuestActor } from './plan-visitor';

/** Whom a link shows a month's plan. */
@Injectable()
export class PlanGuestsByLink implements OnModuleInit {
  constructor(
    private readonly links: LinksByToken,
    private readonly reader: Reader,
  ) {}

  onModuleInit(): void {
    this.links.serve('plan', (user, pin) => this.actorOf(user, pin));
  }

  private async actorOf(user: FoundLink, pin: string | undefined): Promise<PlanGuestActor> {
    const { link, ...place } = await this.visitorOf(user);
    const { refusal, ...hears } = await this.links.letIn('plan', user, link, pin);
    return {
      kind: 'planGuest',
      agencyId: user.agencyId,
      ...hears,
      visitor: { ...user, ...place, expiresAt: fromDbInstant(link.expiresAt), refusal },
    };
  }

  private async visitorOf(user: FoundLink) {
    const { expiresAt, revokedAt, pinHash, pinAttempts, lastVisitAt, dueAt, ...place } = await this.reader.read(
      user,
      (db) =>
        db
          .selectFrom('plan_link as k')
          .innerJoin('agency as g', 'g.id', 'k.agency_id')
          .select(['g.name as agencyName', 'g.locale', 'k.name', 'k.message', 'k.client_id as clientId'])
          .select(['k.asks_approval as asksApproval', 'k.created_by_id as createdById'])
          .select(['k.is_final as isFinal', 'k.due_at as dueAt'])
          .select((eb) => eb.cast<string>('k.month', 'text').as('month'))
          .select(linkColumns)
          .select(lastVisit('plan', user).as('lastVisitAt'))
          .where('k.agency_id', '=', user.agencyId)
          .where('k.id', '=', user.linkId)
          .executeTakeFirstOrThrow(),
    );
    return {
      ...place,
      lastVisitAt: lastVisitAt && fromDbInstant(lastVisitAt),
      dueAt: dueAt && fromDbInstant(dueAt),
      link: { expiresAt, revokedAt, pinHash, pinAttempts },
    };
  }
}
