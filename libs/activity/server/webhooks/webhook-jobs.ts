import type { Id, Instant } from '@planerka/platform/domain';
import type { JobSpec, Lane } from '@planerka/platform/server';

export const deliverJob = 'webhook.deliver';

/** Ten seconds for the receiver, the rest for us. */
export const deliverLane: Lane = { width: 10, longestSeconds: 60 };

export interface DeliverPayload {
  readonly agencyId: Id;
  readonly deliveryId: Id;
  /** How many attempts there were before: a job that comes again after its attempt was written down does nothing. */
  readonly attempt: number;
}

interface Due extends DeliverPayload {
  readonly webhookId: Id;
  readonly runAt?: Instant;
}

/** One webhook's deliveries go out one after the other, so that a slow receiver is slow for itself. */
export const deliverySpec = ({ agencyId, deliveryId, attempt, webhookId, runAt }: Due): JobSpec => ({
  payload: { agencyId, deliveryId, attempt } satisfies DeliverPayload,
  queue: `webhook:${webhookId}`,
  key: `webhook:${deliveryId}:${attempt}`,
  ...(runAt && { runAt }),
});
