import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ok } from '@planerka/platform/domain';
import { EventBus, tables, UnitOfWork, type DispatchedEvent } from '@planerka/platform/server';

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
    await this.unitOfWork.run({ agencyId: first.agencyId }, (tx) => {
      tx.write(
        tables
          .insertInto('audit_entry')
          .values(events.map(entryOf))
          .onConflict((conflict) => conflict.doNothing()),
      );
      return Promise.resolve(ok(undefined));
    });
  }
}

const entryOf = ({ id, agencyId, at, type, entity, actor, audience, details }: DispatchedEvent) => ({
  agency_id: agencyId,
  id,
  at: new Date(at),
  actor_member_id: actor.memberId,
  actor_name: actor.name,
  action: type,
  entity_type: entity.type,
  entity_id: entity.id,
  client_id: audience.clientId ?? null,
  details: JSON.stringify(details ?? {}),
});
