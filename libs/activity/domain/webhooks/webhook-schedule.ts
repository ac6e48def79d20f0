import type { Instant } from '@planerka/platform/domain';

export const webhookDeliveryStates = ['waiting', 'delivered', 'failed'] as const;
export type WebhookDeliveryState = (typeof webhookDeliveryStates)[number];

/** Why a webhook is told nothing: its owner's wish, its receiver's («410 Gone»), or that it has failed for too long. */
export const webhookPauses = ['owner', 'gone', 'failing'] as const;
export type WebhookPause = (typeof webhookPauses)[number];

/** Why an attempt failed where there is no answer whose status says so. */
export const webhookFailures = [
  'refused_address',
  'unknown_host',
  'timeout',
  'connection',
  'tls',
  'secret_unreadable',
] as const;
export type WebhookFailure = (typeof webhookFailures)[number];

const second = 1;
const minute = 60 * second;
const hour = 60 * minute;

/** Seconds before the second attempt, the third and so on: ten attempts within about three days. */
export const webhookWaits: readonly number[] = [
  5 * second,
  5 * minute,
  30 * minute,
  2 * hour,
  5 * hour,
  10 * hour,
  14 * hour,
  20 * hour,
  24 * hour,
];

/** A receiver that took nothing for so long is not asked any more until an owner says so. */
export const webhookPatienceDays = 5;

/** How long the secret before the present one still signs, too. */
export const secretOverlapHours = 24;

/** What was sent, and its answer, is remembered so long. */
export const deliveriesKeptDays = 30;

export interface AttemptOutcome {
  /** The answer's status; null where there was none. */
  readonly status: number | null;
  readonly at: Instant;
}

export interface TriedSoFar {
  /** Attempts of this round, this one included: 1 is the first. */
  readonly tries: number;
  /** Since when nothing has got through. */
  readonly failingSince: Instant | null;
}

export interface AfterAttempt {
  readonly state: WebhookDeliveryState;
  /** When it is tried again. */
  readonly dueAt: Instant | null;
  readonly failingSince: Instant | null;
  readonly pause: WebhookPause | null;
}

export const isTaken = (status: number | null): boolean => status !== null && status >= 200 && status < 300;

const gone = 410;

/** What an attempt means for the delivery and for its webhook. */
export function afterAttempt({ status, at }: AttemptOutcome, { tries, failingSince }: TriedSoFar): AfterAttempt {
  if (isTaken(status)) return { state: 'delivered', dueAt: null, failingSince: null, pause: null };
  const since = failingSince ?? at;
  if (status === gone) return { state: 'failed', dueAt: null, failingSince: since, pause: 'gone' };
  const wait = webhookWaits[tries - 1];
  const isTooLong = at.epochMilliseconds - since.epochMilliseconds >= webhookPatienceDays * 24 * hour * 1_000;
  return {
    state: wait === undefined ? 'failed' : 'waiting',
    dueAt: wait === undefined ? null : at.add({ seconds: wait }),
    failingSince: since,
    pause: isTooLong ? 'failing' : null,
  };
}
