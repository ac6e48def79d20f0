import { Injectable } from '@nestjs/common';
import { actorOf, type CurrentMember } from '@planerka/agency/server';
import { webhookBody, webhookTest } from '@planerka/activity/domain';
import { err, isId, newId, ok, type Id, type Result } from '@planerka/platform/domain';
import { Jobs, notFound, toDbInstant, UnitOfWork } from '@planerka/platform/server';
import { deliverJob, deliverySpec } from './webhook-jobs';
import { manageable, tell } from './webhooks.service';

interface Illegal {
  readonly kind: 'IllegalTransition';
  readonly state: string;
  readonly action: string;
}

/** What owners send by hand: a test, or once more what was sent before. */
@Injectable()
export class WebhookDeliveries {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly jobs: Jobs,
  ) {}

  test(viewer: CurrentMember, webhookId: Id): Promise<Result<Id, ReturnType<typeof notFound> | Illegal>> {
    return this.unitOfWork.run(viewer, async (tx) => {
      const hook = await manageable(tx, viewer, webhookId);
      if (!hook) return err(notFound('Webhook'));
      const { agencyId, at, db } = tx;
      const [id, eventId] = [newId(), newId()];
      const body = webhookBody({
        type: webhookTest,
        at: at.toString(),
        agencyId,
        entity: { type: 'Webhook', id: hook.id },
        actor: actorOf(viewer),
        clientId: null,
        related: {},
        details: { title: hook.name },
      });
      const moment = toDbInstant(at);
      await db.webhookDelivery.create({
        data: { agencyId, id, webhookId: hook.id, eventId, type: webhookTest, body, dueAt: moment, createdAt: moment },
      });
      await this.jobs.enqueueAll(tx, deliverJob, [
        deliverySpec({ agencyId, deliveryId: id, webhookId: hook.id, attempt: 0 }),
      ]);
      tell(tx, viewer, 'webhook.tested', hook);
      return ok(id);
    });
  }

  replay(viewer: CurrentMember, deliveryId: Id): Promise<Result<Id, ReturnType<typeof notFound> | Illegal>> {
    return this.unitOfWork.run(viewer, async (tx) => {
      const { agencyId, at, db } = tx;
      const delivery = isId(deliveryId)
        ? await db.webhookDelivery.findUnique({ where: { agencyId_id: { agencyId, id: deliveryId } } })
        : null;
      const hook = delivery && (await manageable(tx, viewer, delivery.webhookId));
      if (!delivery || !hook) return err(notFound('WebhookDelivery'));
      if (delivery.state === 'waiting') return err(illegal('waiting'));
      if (hook.pausedAt && delivery.type !== webhookTest) return err(illegal('paused'));
      const { count } = await db.webhookDelivery.updateMany({
        where: { agencyId, id: delivery.id, state: delivery.state },
        data: { state: 'waiting', tries: 0, finishedAt: null, dueAt: toDbInstant(at) },
      });
      if (count === 0) return err(illegal('waiting'));
      const attempt = (delivery.attempts as readonly unknown[]).length;
      await this.jobs.enqueueAll(tx, deliverJob, [
        deliverySpec({ agencyId, deliveryId: delivery.id, webhookId: hook.id, attempt }),
      ]);
      tell(tx, viewer, 'webhook.replayed', hook);
      return ok(delivery.id);
    });
  }
}

const illegal = (state: string): Illegal => ({ kind: 'IllegalTransition', state, action: 'replay' });
