import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ok } from '@planerka/platform/domain';
import { EventBus, UnitOfWork, type DispatchedEvent } from '@planerka/platform/server';

/** Writes every event into the agency's audit log, once: the entry has the event's id. */
@Injectable()
export class AuditLog implements OnModuleInit {
  constructor(
    private readonly bus: EventBus,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  onModuleInit(): void {
    this.bus.handle((events) => this.write(events));
  }

  private async write(events: readonly DispatchedEvent[]): Promise<void> {
    const [first] = events;
    if (!first) return;
    await this.unitOfWork.run({ agencyId: first.agencyId }, async ({ db }) => {
      await db.auditEntry.createMany({ data: events.map(entryOf), skipDuplicates: true });
      return ok(undefined);
    });
  }
}

const entryOf = ({ id, agencyId, at, type, entity, actor, audience, details }: DispatchedEvent) => ({
  agencyId,
  id,
  at: new Date(at),
  actorMemberId: actor.memberId,
  actorName: actor.name,
  action: type,
  entityType: entity.type,
  entityId: entity.id,
  clientId: audience.clientId ?? null,
  details: details ?? {},
});
