import { Inject, Injectable } from '@nestjs/common';
import { can } from '@planerka/agency/domain';
import { actorOf, type CurrentMember } from '@planerka/agency/server';
import { allowedNetworks, maxWebhooks, secretOverlapHours, webhookInput } from '@planerka/activity/domain';
import {
  changesBetween,
  changesOfGone,
  changesOfNew,
  err,
  isId,
  issue,
  newId,
  ok,
  parseInput,
  type Changes,
  type Id,
  type InputIssue,
  type Result,
} from '@planerka/platform/domain';
import {
  CONFIG,
  invalidInput,
  Jobs,
  notFound,
  staleVersion,
  toDbInstant,
  UnitOfWork,
  type Config,
  type Tx,
} from '@planerka/platform/server';
import { deliverJob, deliverySpec } from './webhook-jobs';
import { newWebhookSecret, WebhookSecrets } from './webhook-secrets';
import type { CreateWebhookInput, UpdateWebhookInput } from './webhook.inputs';

export interface IssuedSecret {
  readonly id: Id;
  readonly secret: string;
}

type Missing = ReturnType<typeof notFound>;
type Invalid = { readonly kind: 'InvalidInput'; readonly issues: readonly InputIssue[] };

/** An agency's webhooks: owners make, change, pause and delete them. */
@Injectable()
export class WebhooksService {
  private readonly schema;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly unitOfWork: UnitOfWork,
    private readonly secrets: WebhookSecrets,
    private readonly jobs: Jobs,
  ) {
    this.schema = webhookInput(allowedNetworks(config.webhooksAllowPrivate));
  }

  async create(viewer: CurrentMember, input: CreateWebhookInput): Promise<Result<IssuedSecret, Invalid | Missing>> {
    const secret = newWebhookSecret();
    const sealed = await this.secrets.seal(secret);
    return this.unitOfWork.run(viewer, async (tx) => {
      if (!can(viewer, 'webhook.manage')) return err(notFound('Webhook'));
      const parsed = parseInput(this.schema, input);
      if (!parsed.ok) return err(invalidInput(parsed.error));
      const { db, agencyId, at } = tx;
      if ((await db.webhook.count({ where: { agencyId } })) >= maxWebhooks) {
        return err(invalidInput([issue(['name'], 'too_many', { max: maxWebhooks })]));
      }
      const id = newId();
      await db.webhook.create({
        data: { agencyId, id, ...parsed.value, secret: sealed, createdAt: toDbInstant(at) },
      });
      tell(tx, viewer, 'webhook.created', { id, name: parsed.value.name }, changesOfNew(parsed.value));
      return ok({ id, secret });
    });
  }

  update(
    viewer: CurrentMember,
    { webhookId, expectedVersion, ...input }: UpdateWebhookInput,
  ): Promise<Result<Id, Invalid | Missing | ReturnType<typeof staleVersion>>> {
    return this.unitOfWork.run(viewer, async (tx) => {
      const found = await manageable(tx, viewer, webhookId);
      if (!found) return err(notFound('Webhook'));
      const parsed = parseInput(this.schema, input);
      if (!parsed.ok) return err(invalidInput(parsed.error));
      if (found.version !== expectedVersion) return err(staleVersion(found.version));
      await tx.db.webhook.update({
        where: { agencyId_id: { agencyId: tx.agencyId, id: found.id } },
        data: { ...parsed.value, version: { increment: 1 } },
      });
      tell(tx, viewer, 'webhook.updated', { id: found.id, ...parsed.value }, changesBetween(found, parsed.value));
      return ok(found.id);
    });
  }

  /** What it missed while it was paused goes out in its order, and what failed before begins its tries anew. */
  setActive(viewer: CurrentMember, id: Id, isActive: boolean): Promise<Result<Id, Missing>> {
    return this.unitOfWork.run(viewer, async (tx) => {
      const found = await manageable(tx, viewer, id);
      if (!found) return err(notFound('Webhook'));
      if (isActive === (found.pausedAt === null)) return ok(found.id);
      await tx.db.webhook.update({
        where: { agencyId_id: { agencyId: tx.agencyId, id: found.id } },
        data: isActive
          ? { pausedAt: null, pausedBecause: null, failingSince: null, version: { increment: 1 } }
          : { pausedAt: toDbInstant(tx.at), pausedBecause: 'owner', version: { increment: 1 } },
      });
      if (isActive) await this.sendMissed(tx, found.id);
      const changes = changesBetween({ isActive: !isActive }, { isActive });
      tell(tx, viewer, isActive ? 'webhook.resumed' : 'webhook.paused', found, changes);
      return ok(found.id);
    });
  }

  async rotateSecret(viewer: CurrentMember, id: Id): Promise<Result<IssuedSecret, Missing>> {
    const secret = newWebhookSecret();
    const sealed = await this.secrets.seal(secret);
    return this.unitOfWork.run(viewer, async (tx) => {
      const found = await manageable(tx, viewer, id);
      if (!found) return err(notFound('Webhook'));
      await tx.db.webhook.update({
        where: { agencyId_id: { agencyId: tx.agencyId, id: found.id } },
        data: {
          secret: sealed,
          previousSecret: found.secret,
          previousUntil: toDbInstant(tx.at.add({ hours: secretOverlapHours })),
          version: { increment: 1 },
        },
      });
      // What it was and is, the journal strikes out.
      tell(tx, viewer, 'webhook.secret_rotated', found, changesBetween({ secret: 'was' }, { secret: 'is' }));
      return ok({ id: found.id, secret });
    });
  }

  delete(viewer: CurrentMember, id: Id): Promise<Result<Id, Missing>> {
    return this.unitOfWork.run(viewer, async (tx) => {
      const found = await manageable(tx, viewer, id);
      if (!found) return err(notFound('Webhook'));
      await tx.db.webhook.delete({ where: { agencyId_id: { agencyId: tx.agencyId, id: found.id } } });
      const { name, url, events } = found;
      tell(tx, viewer, 'webhook.deleted', found, changesOfGone({ name, url, events }));
      return ok(found.id);
    });
  }

  private async sendMissed(tx: Tx, webhookId: Id): Promise<void> {
    const { agencyId, db, at } = tx;
    const missed = await db.webhookDelivery.findMany({
      where: { agencyId, webhookId, state: 'waiting' },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      select: { id: true, attempts: true },
    });
    await db.webhookDelivery.updateMany({
      where: { agencyId, webhookId, state: 'waiting' },
      data: { tries: 0, dueAt: toDbInstant(at) },
    });
    const specs = missed.map(({ id, attempts }) =>
      deliverySpec({ agencyId, deliveryId: id, webhookId, attempt: (attempts as readonly unknown[]).length }),
    );
    await this.jobs.enqueueAll(tx, deliverJob, specs);
  }
}

/** Held until the transaction ends: a delivery that is just being written down comes before or after. */
export async function manageable(tx: Tx, viewer: CurrentMember, id: Id) {
  if (!isId(id) || !can(viewer, 'webhook.manage')) return null;
  await tx.db.$queryRaw`SELECT 1 FROM webhook WHERE agency_id = ${tx.agencyId}::uuid AND id = ${id}::uuid FOR UPDATE`;
  return tx.db.webhook.findUnique({ where: { agencyId_id: { agencyId: tx.agencyId, id } } });
}

export const tell = (
  { emit }: Tx,
  viewer: CurrentMember,
  type: `webhook.${string}`,
  { id, name }: { readonly id: Id; readonly name: string },
  changes: Changes = {},
): void =>
  emit({
    type,
    entity: { type: 'Webhook', id },
    actor: actorOf(viewer),
    audience: { ownersOnly: true },
    details: { title: name },
    changes,
  });
