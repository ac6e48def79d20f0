import { Injectable, type OnModuleInit } from '@nestjs/common';
import { fromDbInstant, Reader } from '@planerka/platform/server';
import type { GuestActor } from './guest-visitor';
import { lastVisit } from './link-uses';
import { linkColumns, LinksByToken, type FoundLink } from './links-by-token';

/** The contact whom a link asks about a request. */
@Injectable()
export class GuestsByLink implements OnModuleInit {
  constructor(
    private readonly links: LinksByToken,
    private readonly reader: Reader,
  ) {}

  onModuleInit(): void {
    this.links.serve('approval', (user, pin) => this.actorOf(user, pin));
  }

  private async actorOf(user: FoundLink, pin: string | undefined): Promise<GuestActor> {
    const { link, ...place } = await this.visitorOf(user);
    const { refusal, ...hears } = await this.links.letIn('approval', user, link, pin);
    return {
      kind: 'guest',
      agencyId: user.agencyId,
      ...hears,
      guest: { kind: 'guest', ...user, ...place, expiresAt: fromDbInstant(link.expiresAt), refusal },
    };
  }

  private async visitorOf(user: FoundLink) {
    const { expiresAt, revokedAt, pinHash, pinAttempts, lastVisitAt, ...place } = await this.reader.read(user, (db) =>
      db
        .selectFrom('approval_link as k')
        .innerJoin('approval as a', (join) =>
          join.onRef('a.agency_id', '=', 'k.agency_id').onRef('a.id', '=', 'k.approval_id'),
        )
        .innerJoin('contact as n', (join) =>
          join.onRef('n.agency_id', '=', 'k.agency_id').onRef('n.id', '=', 'k.contact_id'),
        )
        .innerJoin('agency as g', 'g.id', 'k.agency_id')
        .select(['g.name as agencyName', 'g.locale', 'n.name', 'n.id as contactId'])
        .select(['a.id as approvalId', 'a.client_id as clientId'])
        .select(linkColumns)
        .select(lastVisit('approval', user).as('lastVisitAt'))
        .where('k.agency_id', '=', user.agencyId)
        .where('k.id', '=', user.linkId)
        .executeTakeFirstOrThrow(),
    );
    return {
      ...place,
      lastVisitAt: lastVisitAt && fromDbInstant(lastVisitAt),
      link: { expiresAt, revokedAt, pinHash, pinAttempts },
    };
  }
}
