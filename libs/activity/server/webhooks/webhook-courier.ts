import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import {
  afterAttempt,
  allowedNetworks,
  isTaken,
  webhookTest,
  type AfterAttempt,
  type WebhookPause,
} from '@planerka/activity/domain';
import { ok, type Id, type Instant } from '@planerka/platform/domain';
import {
  Clock,
  CONFIG,
  fromDbInstant,
  Jobs,
  Mailer,
  Reader,
  tables,
  toDbInstant,
  UnitOfWork,
  type Config,
  type Tx,
} from '@planerka/platform/server';
import { sql } from 'kysely';
import { Webhook } from 'standardwebhooks';
import { deliverJob, deliverLane, deliverySpec, type DeliverPayload } from './webhook-jobs';
import { pausedLetter } from './webhook-letter';
import { postWebhook, type PostLimits, type Receipt } from './webhook-post';
import { WebhookSecrets } from './webhook-secrets';

const limits: PostLimits = { milliseconds: 10_000, answerBytes: 2_048 };
/** Of a delivery that is sent again and again the older answers are forgotten. */
const keptAnswers = 10;

interface Due {
  readonly eventId: Id;
  readonly body: string;
  readonly url: string;
  readonly secret: string;
  readonly previousSecret: string | null;
}

/** One attempt, as the row keeps it. */
export interface WebhookAttempt {
  readonly at: string;
  readonly status: number | null;
  readonly failure: string | null;
  readonly milliseconds: number;
  readonly answer: string | null;
}

interface Tried {
  readonly webhookId: Id;
  readonly name: string;
  readonly type: string;
  readonly tries: number;
  readonly attempts: readonly WebhookAttempt[];
  readonly failingSince: Date | null;
}

/** Takes deliveries to their receivers: at least once each, until it is taken or it is time to give up. */
@Injectable()
export class WebhookCourier implements OnModuleInit {
  private readonly allowed;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly jobs: Jobs,
    private readonly reader: Reader,
    private readonly unitOfWork: UnitOfWork,
    private readonly secrets: WebhookSecrets,
    private readonly mailer: Mailer,
    private readonly clock: Clock,
  ) {
    this.allowed = allowedNetworks(config.webhooksAllowPrivate);
  }

  onModuleInit(): void {
    this.jobs.handleApart<DeliverPayload>(deliverJob, deliverLane, (payload) => this.deliver(payload));
  }

  /** Nothing is open while the receiver thinks: no transaction, no connection. */
  async deliver(payload: DeliverPayload): Promise<void> {
    const due = await this.due(payload);
    if (!due) return;
    const at = this.clock.now();
    const receipt = await this.send(due, at);
    await this.record(payload, receipt, at);
  }

  /** Null where there is nothing to do any more: it was done, the webhook is paused, or it is gone. */
  private async due({ agencyId, deliveryId, attempt }: DeliverPayload): Promise<Due | null> {
    const [due] = await this.reader.ask<Due>(
      { agencyId },
      sql`SELECT delivery.event_id AS "eventId", delivery.body, hook.url, hook.secret,
            CASE WHEN hook.previous_until > ${toDbInstant(this.clock.now())} THEN hook.previous_secret END AS "previousSecret"
          FROM webhook_delivery delivery
          JOIN webhook hook ON hook.agency_id = delivery.agency_id AND hook.id = delivery.webhook_id
          WHERE delivery.agency_id = ${agencyId} AND delivery.id = ${deliveryId} AND delivery.state = 'waiting'
            AND jsonb_array_length(delivery.attempts) = ${attempt}
            AND (hook.paused_at IS NULL OR delivery.type = ${webhookTest})`,
    );
    return due ?? null;
  }

  private async send({ eventId, body, url, secret, previousSecret }: Due, at: Instant): Promise<Receipt> {
    const sealed = [secret, ...(previousSecret === null ? [] : [previousSecret])];
    const opened = await Promise.all(sealed.map((each) => this.secrets.open(each)));
    const secrets = opened.filter((each) => each !== null);
    if (secrets.length < sealed.length) {
      return { status: null, failure: 'secret_unreadable', milliseconds: 0, answer: null };
    }
    const signedAt = toDbInstant(at);
    const headers = {
      'content-type': 'application/json',
      'user-agent': 'Planerka-Webhooks/1',
      'webhook-id': eventId,
      'webhook-timestamp': String(Math.floor(signedAt.getTime() / 1_000)),
      'webhook-signature': secrets.map((each) => new Webhook(each).sign(eventId, signedAt, body)).join(' '),
    };
    return postWebhook({ url, headers, body }, this.allowed, limits);
  }

  private async record(payload: DeliverPayload, receipt: Receipt, at: Instant): Promise<void> {
    const { agencyId, deliveryId, attempt } = payload;
    await this.unitOfWork.run({ agencyId }, async (tx) => {
      const [tried] = await tx.query(selectTried(payload));
      if (tried?.attempts.length !== attempt) return ok(undefined);
      const after = verdictOf(tried, receipt, at);
      const attempts = [...tried.attempts, { at: at.toString(), ...receipt }].map((each, index, all) =>
        index < all.length - keptAnswers ? { ...each, answer: null } : each,
      );
      tx.write(
        tables
          .updateTable('webhook_delivery')
          .set({
            state: after.state,
            tries: tried.tries + 1,
            attempts: JSON.stringify(attempts),
            due_at: after.dueAt && toDbInstant(after.dueAt),
            finished_at: after.state === 'waiting' ? null : toDbInstant(tx.at),
          })
          .where('agency_id', '=', agencyId)
          .where('id', '=', deliveryId),
      );
      if (tried.type !== webhookTest) await this.follow(tx, tried, after);
      if (after.dueAt && after.pause === null) {
        const { webhookId } = tried;
        const next = { agencyId, deliveryId, webhookId, attempt: attempts.length, runAt: after.dueAt };
        await this.jobs.enqueueAll(tx, deliverJob, [deliverySpec(next)]);
      }
      return ok(undefined);
    });
  }

  /** What it means for the webhook as a whole. */
  private async follow(tx: Tx, { webhookId, name }: Tried, { failingSince, pause }: AfterAttempt): Promise<void> {
    tx.write(
      tables
        .updateTable('webhook')
        .set({
          failing_since: failingSince && toDbInstant(failingSince),
          ...(pause && { paused_at: toDbInstant(tx.at), paused_because: pause }),
        })
        .where('agency_id', '=', tx.agencyId)
        .where('id', '=', webhookId),
    );
    if (pause === null) return;
    tx.emit({
      type: 'webhook.paused',
      entity: { type: 'Webhook', id: webhookId },
      actor: { memberId: null, name: '' },
      audience: { ownersOnly: true },
      details: { title: name, reason: pause },
    });
    await this.tellOwners(tx, name, pause);
  }

  private async tellOwners(tx: Tx, name: string, pause: WebhookPause): Promise<void> {
    if (!this.mailer.isConfigured) return;
    const owners = await tx.db.member.findMany({
      where: { agencyId: tx.agencyId, role: 'owner', deactivatedAt: null },
      select: { user: { select: { email: true, locale: true } } },
    });
    // Nobody asks here whose address could be taken; where the operator has named none, the way is told in words.
    const url = this.config.publicUrl ? new URL('/settings/webhooks', this.config.publicUrl).href : null;
    for (const { user } of owners) {
      await this.mailer.send(tx, pausedLetter({ to: user.email, name, pause, url, locale: user.locale ?? 'ru' }));
    }
  }
}

/** Both rows are held: what is paused or sent again meanwhile comes before or after. */
const selectTried = ({ agencyId, deliveryId }: DeliverPayload) =>
  sql<Tried>`SELECT delivery.webhook_id AS "webhookId", hook.name, delivery.type, delivery.tries, delivery.attempts,
      hook.failing_since AS "failingSince"
    FROM webhook_delivery delivery
    JOIN webhook hook ON hook.agency_id = delivery.agency_id AND hook.id = delivery.webhook_id
    WHERE delivery.agency_id = ${agencyId} AND delivery.id = ${deliveryId} AND delivery.state = 'waiting'
    FOR UPDATE OF hook, delivery`;

function verdictOf({ type, tries, failingSince }: Tried, { status }: Receipt, at: Instant): AfterAttempt {
  // A test is tried once: whoever asked for it is looking at what comes.
  if (type === webhookTest) {
    return { state: isTaken(status) ? 'delivered' : 'failed', dueAt: null, failingSince: null, pause: null };
  }
  return afterAttempt({ status, at }, { tries: tries + 1, failingSince: failingSince && fromDbInstant(failingSince) });
}
