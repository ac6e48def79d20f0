import { Injectable, type OnModuleInit } from '@nestjs/common';
import { isWebhookEvent, webhookBody } from '@planerka/activity/domain';
import { newId, ok, type Id } from '@planerka/platform/domain';
import { EventBus, Jobs, Reader, tables, UnitOfWork, type DispatchedEvent } from '@planerka/platform/server';
import { sql } from 'kysely';
import { deliverJob, deliverySpec } from './webhook-jobs';

interface Hook {
  readonly id: Id;
  readonly events: readonly string[];
  readonly isPaused: boolean;
}

/** Makes a delivery of every event that a webhook of its agency wants to hear: once, however often the event comes. */
@Injectable()
export class WebhookFeed implements OnModuleInit {
  constructor(
    private readonly bus: EventBus,
    private readonly reader: Reader,
    private readonly unitOfWork: UnitOfWork,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.bus.handle((events) => this.take(events));
  }

  private async take(events: readonly DispatchedEvent[]): Promise<void> {
    const told = events.filter(({ type }) => isWebhookEvent(type));
    const [first] = told;
    if (!first) return;
    const hooks = await this.hooksOf(first.agencyId);
    const wanted = hooks.flatMap((hook) =>
      told.filter(({ type }) => hook.events.includes(type)).map((event) => ({ hook, event })),
    );
    if (wanted.length > 0) await this.keep(first.agencyId, wanted);
  }

  private hooksOf(agencyId: Id): Promise<readonly Hook[]> {
    return this.reader.ask<Hook>(
      { agencyId },
      sql`SELECT id, events, paused_at IS NOT NULL AS "isPaused" FROM webhook WHERE agency_id = ${agencyId} ORDER BY created_at`,
    );
  }

  /** What a paused webhook misses waits for it. */
  private async keep(
    agencyId: Id,
    wanted: readonly { readonly hook: Hook; readonly event: DispatchedEvent }[],
  ): Promise<void> {
    await this.unitOfWork.run({ agencyId }, async (tx) => {
      const made = await tx.query(
        tables
          .insertInto('webhook_delivery')
          .values(wanted.map(rowOf))
          .onConflict((conflict) => conflict.doNothing())
          .returning(['id', 'webhook_id as webhookId']),
      );
      const paused = new Set(wanted.filter(({ hook }) => hook.isPaused).map(({ hook }) => hook.id));
      const specs = made
        .filter(({ webhookId }) => !paused.has(webhookId))
        .map(({ id, webhookId }) => deliverySpec({ agencyId, deliveryId: id, webhookId, attempt: 0 }));
      await this.jobs.enqueueAll(tx, deliverJob, specs);
      return ok(undefined);
    });
  }
}

const rowOf = ({ hook, event }: { readonly hook: Hook; readonly event: DispatchedEvent }) => ({
  agency_id: event.agencyId,
  id: newId(),
  webhook_id: hook.id,
  event_id: event.id,
  type: event.type,
  due_at: event.at,
  created_at: event.at,
  body: webhookBody({
    type: event.type,
    at: event.at,
    agencyId: event.agencyId,
    entity: event.entity,
    actor: event.actor,
    clientId: event.audience.clientId ?? null,
    related: event.related ?? {},
    details: event.details ?? {},
  }),
});
