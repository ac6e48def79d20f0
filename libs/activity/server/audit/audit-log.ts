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
    this.bus.handle((event) => this.write(event));
  }

  private async write({ id, agencyId, at, type, entity, actor, audience, details }: DispatchedEvent): Promise<void> {
    await this.unitOfWork.run({ agencyId }, async ({ db }) => {
      await db.auditEntry.createMany({
        data: {
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
        },
        skipDuplicates: true,
      });
      return ok(undefined);
    });
  }
}
