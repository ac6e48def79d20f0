import { Injectable } from '@nestjs/common';
import type { Id, Instant } from '@planerka/platform/domain';
import {
  Clock,
  EventBus,
  FileHolders,
  LiveStream,
  partsOf,
  Reader,
  type LiveListener,
} from '@planerka/platform/server';
import { changesPage, mayCloseLink, type GuestPlace } from '@planerka/review/domain';
import type { PlanVisitor } from '../plan-links/plan-visitor';
import type { GuestVisitor } from './guest-visitor';

interface Link {
  readonly agencyId: Id;
  readonly linkId: Id;
  readonly expiresAt: Instant;
}

/** The longest that a timer waits; a link that ends later is looked after by the server's round of a minute. */
const longestTimer = 2 ** 31 - 1;

/** Tells an open page of a client that it may show something else now, for as long as its link is open. */
@Injectable()
export class GuestChanges {
  constructor(
    private readonly bus: EventBus,
    private readonly reader: Reader,
    private readonly clock: Clock,
    private readonly links: FileHolders,
  ) {}

  async ofApproval(visitor: GuestVisitor): Promise<LiveStream> {
    const { agencyId, approvalId } = visitor;
    // What is asked about does not grow: another version is another request.
    const subjects = await this.reader.read({ agencyId }, (db) =>
      db
        .selectFrom('approval_subject')
        .select(['task_id as taskId', 'item_id as itemId'])
        .where('agency_id', '=', agencyId)
        .where('approval_id', '=', approvalId)
        .execute(),
    );
    return this.of(visitor, {
      kind: 'approval',
      approvalId,
      taskIds: new Set(subjects.map(({ taskId }) => taskId)),
      itemIds: new Set(subjects.flatMap(({ itemId }) => itemId ?? [])),
    });
  }

  ofPlan(visitor: PlanVisitor): LiveStream {
    return this.of(visitor, { kind: 'plan', clientId: visitor.clientId, month: visitor.month.slice(0, 7) });
  }

  private of(link: Link, place: GuestPlace): LiveStream {
    return new LiveStream((listener) => {
      const stop = this.bus.listen(link.agencyId, (event) => {
        const facts = partsOf(event);
        if (facts.some((fact) => mayCloseLink(place, fact))) this.look(link, listener);
        if (facts.some((fact) => changesPage(place, fact))) tell(listener, event.at);
      });
      const now = this.clock.now();
      const left = link.expiresAt.epochMilliseconds - now.epochMilliseconds;
      const end = left <= longestTimer ? setTimeout(() => listener.end(), Math.max(left, 0)).unref() : undefined;
      // What has happened since the page was asked for and since the link was looked at is caught up with here.
      tell(listener, now.toString());
      this.look(link, listener);
      return () => {
        stop();
        clearTimeout(end);
      };
    });
  }

  private look({ agencyId, linkId }: Link, listener: LiveListener): void {
    void this.links.find(agencyId, linkId).then(
      (isOpen) => {
        if (!isOpen) listener.end();
      },
      // Whether it is open cannot be found out now: then it is not.
      () => listener.end(),
    );
  }
}

const tell = (listener: LiveListener, at: string): void =>
  listener.tell({ root: { guestChanged: { at } }, sameness: 'guestChanged' });
