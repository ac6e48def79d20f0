import { Injectable } from '@nestjs/common';
import { canHear, type MemberViewer } from '@planerka/agency/domain';
import { EventBus, type DispatchedEvent } from '@planerka/platform/server';
import type { HappeningObject } from './happening.object';

/** A subscriber that does not read must not fill the memory; it asks everything again when it comes back. */
const queueLimit = 1_000;

/** What a viewer may hear, as it is dispatched on this node. */
@Injectable()
export class Happenings {
  constructor(private readonly bus: EventBus) {}

  async *of(viewer: MemberViewer): AsyncGenerator<{ happened: HappeningObject }> {
    const queue: HappeningObject[] = [];
    let wake = (): void => undefined;
    const stop = this.bus.listen((event) => {
      if (event.agencyId !== viewer.agencyId || !canHear(viewer, event.audience)) return;
      if (queue.length < queueLimit) queue.push(toHappening(event));
      wake();
    });
    try {
      for (;;) {
        const next = queue.shift();
        if (next) yield { happened: next };
        else await new Promise<void>((resolve) => (wake = resolve));
      }
    } finally {
      stop();
    }
  }
}

const toHappening = ({ id, type, entity, actor, audience, related = {}, at }: DispatchedEvent): HappeningObject => ({
  id,
  type,
  entityType: entity.type,
  entityId: entity.id,
  clientId: audience.clientId ?? null,
  campaignId: related['campaignId'] ?? null,
  itemId: related['itemId'] ?? null,
  taskId: related['taskId'] ?? null,
  actorId: actor.memberId,
  actorName: actor.name,
  at,
});
