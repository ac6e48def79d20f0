import { Injectable } from '@nestjs/common';
import { can } from '@planerka/agency/domain';
import type { CurrentMember } from '@planerka/agency/server';
import { webhookTest } from '@planerka/activity/domain';
import { isId, type Id } from '@planerka/platform/domain';
import { pageSize, pageStart, Reader, toConnection, type Connection } from '@planerka/platform/server';
import { sql } from 'kysely';
import { z } from 'zod';
import type { WebhookAttempt } from './webhook-courier';
import type { WebhookDeliveriesArgs } from './webhook.inputs';
import type { WebhookDeliveryDetailsObject, WebhookDeliveryObject, WebhookObject } from './webhook.object';

const order = 'webhook-deliveries';
const keySchema = z.tuple([z.iso.datetime(), z.uuid()]);
type Key = readonly [at: string, id: Id];

/** Columns of `delivery` beside its webhook `hook`, as the API shows them. */
const deliveryColumns = sql`delivery.id, delivery.event_id AS "eventId", delivery.type, delivery.state,
  delivery.created_at AS "createdAt", delivery.due_at AS "dueAt", jsonb_array_length(delivery.attempts) AS "attemptCount",
  (delivery.attempts -> -1 ->> 'status')::int AS status, delivery.attempts -> -1 ->> 'failure' AS failure,
  (delivery.attempts -> -1 ->> 'milliseconds')::int AS milliseconds,
  delivery.state <> 'waiting' AND (hook.paused_at IS NULL OR delivery.type = ${sql.lit(webhookTest)}) AS "canReplay"`;

type DeliveryRow = Omit<WebhookDeliveryDetailsObject, 'attempts'> & { readonly attempts: readonly WebhookAttempt[] };
type LastDelivery = Omit<WebhookDeliveryObject, 'createdAt' | 'dueAt'> & {
  readonly createdAt: string;
  readonly dueAt: string | null;
};
type HookRow = Omit<WebhookObject, 'lastDelivery'> & { readonly lastDelivery: LastDelivery | null };

/** What owners are shown of their webhooks; to anybody else there are none. */
@Injectable()
export class WebhooksQuery {
  constructor(private readonly reader: Reader) {}

  list(viewer: CurrentMember): Promise<WebhookObject[]> {
    return this.hooks(viewer, sql`true`);
  }

  async one(viewer: CurrentMember, id: Id): Promise<WebhookObject> {
    const [hook] = await this.hooks(viewer, sql`hook.id = ${id}`);
    if (!hook) throw new Error(`The webhook ${id} is gone`);
    return hook;
  }

  async deliveries(viewer: CurrentMember, args: WebhookDeliveriesArgs): Promise<Connection<WebhookDeliveryObject>> {
    const first = pageSize(args);
    const after: Key | null = pageStart(args, order, keySchema);
    const { webhookId, state } = args;
    const isAsked = can(viewer, 'webhook.manage') && isId(webhookId);
    const rows = isAsked
      ? await this.reader.ask<WebhookDeliveryObject>(
          viewer,
          sql`SELECT ${deliveryColumns}
              FROM webhook_delivery delivery
              JOIN webhook hook ON hook.agency_id = delivery.agency_id AND hook.id = delivery.webhook_id
              WHERE delivery.agency_id = ${viewer.agencyId} AND delivery.webhook_id = ${webhookId}
                AND ${state ? sql`delivery.state = ${sql.lit(state)}` : sql`true`}
                AND ${after ? sql`(delivery.created_at, delivery.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql`true`}
              ORDER BY delivery.created_at DESC, delivery.id DESC LIMIT ${first + 1}`,
        )
      : [];
    return toConnection(
      rows,
      first,
      order,
      ({ createdAt, id }): Key => [createdAt.toISOString(), id],
      (row) => row,
    );
  }

  async delivery(viewer: CurrentMember, id: Id): Promise<WebhookDeliveryDetailsObject | null> {
    if (!can(viewer, 'webhook.manage') || !isId(id)) return null;
    const [row] = await this.reader.ask<DeliveryRow>(
      viewer,
      sql`SELECT ${deliveryColumns}, delivery.body, delivery.attempts
          FROM webhook_delivery delivery
          JOIN webhook hook ON hook.agency_id = delivery.agency_id AND hook.id = delivery.webhook_id
          WHERE delivery.agency_id = ${viewer.agencyId} AND delivery.id = ${id}`,
    );
    if (!row) return null;
    return { ...row, attempts: row.attempts.map((attempt) => ({ ...attempt, at: new Date(attempt.at) })) };
  }

  private async hooks(viewer: CurrentMember, condition: ReturnType<typeof sql>): Promise<WebhookObject[]> {
    if (!can(viewer, 'webhook.manage')) return [];
    const rows = await this.reader.ask<HookRow>(
      viewer,
      sql`SELECT hook.id, hook.name, hook.url, hook.events, hook.created_at AS "createdAt", hook.paused_at AS "pausedAt",
            hook.paused_because AS "pausedBecause", hook.failing_since AS "failingSince",
            CASE WHEN hook.previous_until > now() THEN hook.previous_until END AS "previousSecretUntil",
            (SELECT count(*)::int FROM webhook_delivery waiting WHERE waiting.agency_id = hook.agency_id
              AND waiting.webhook_id = hook.id AND waiting.state = 'waiting') AS "waitingCount",
            (SELECT to_jsonb(last) FROM (SELECT ${deliveryColumns} FROM webhook_delivery delivery
              WHERE delivery.agency_id = hook.agency_id AND delivery.webhook_id = hook.id
              ORDER BY delivery.created_at DESC, delivery.id DESC LIMIT 1) last) AS "lastDelivery", hook.version
          FROM webhook hook WHERE hook.agency_id = ${viewer.agencyId} AND ${condition}
          ORDER BY hook.created_at, hook.id`,
    );
    return rows.map(({ lastDelivery, ...hook }) => ({ ...hook, lastDelivery: lastDelivery && lastOf(lastDelivery) }));
  }
}

const lastOf = ({ createdAt, dueAt, ...last }: LastDelivery): WebhookDeliveryObject => ({
  ...last,
  createdAt: new Date(createdAt),
  dueAt: dueAt === null ? null : new Date(dueAt),
});
