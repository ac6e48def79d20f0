import { webhookBody, type WebhookEvent } from '@planerka/activity/domain';
import { newWebhookSecret, sealWebhookSecret, type WebhookAttempt } from '@planerka/activity/server';
import type { Prisma } from '@planerka/platform/server';
import type { TaskAction } from '../content/types';
import { idOf } from './ids';
import type { Loading } from './loading';

const told: Partial<Record<TaskAction, WebhookEvent>> = {
  accept: 'task.accepted',
  submit: 'task.submitted',
  client_approve: 'task.client_approved',
};
const shownOfEach = 2;
const answered = '{"ok":true}';

/** A webhook whose receiver has gone, as they do: paused, so that the demo calls nobody. */
export async function loadWebhooks({ db, agencyId, demo, calendar, secret }: Loading): Promise<void> {
  const id = idOf('webhook', 'crm');
  const names = new Map(demo.agency.members.map(({ slug, name }) => [slug, name] as const));
  const happened = demo.tasks
    .flatMap((task) =>
      task.events.flatMap(({ action, by, at }) => {
        const type = told[action];
        return type ? [{ task, type, by, at: calendar.moment(at) }] : [];
      }),
    )
    .toSorted((one, other) => one.at.getTime() - other.at.getTime())
    .filter(({ type }, index, all) => all.slice(index).filter((later) => later.type === type).length <= shownOfEach);
  const last = happened.at(-1)?.at ?? calendar.moment({ minutesAgo: 60 });
  await db.webhook.create({
    data: {
      agencyId,
      id,
      name: 'CRM агентства',
      url: 'https://crm.mayak.example/planerka',
      events: Object.values(told).toSorted(),
      secret: await sealWebhookSecret(secret, newWebhookSecret()),
      createdAt: new Date((happened[0]?.at ?? last).getTime() - 86_400_000),
      pausedAt: last,
      pausedBecause: 'gone',
      failingSince: last,
    },
  });
  await db.webhookDelivery.createMany({
    data: happened.map(({ task, type, by, at }, index): Prisma.WebhookDeliveryCreateManyInput => {
      const attempts = attemptsOf(at, index, index === happened.length - 1);
      return {
        agencyId,
        id: idOf('webhook delivery', task.slug, type, index),
        webhookId: id,
        eventId: idOf('webhook event', task.slug, type, index),
        type,
        body: webhookBody({
          type,
          at: at.toISOString(),
          agencyId,
          entity: { type: 'Task', id: idOf('task', task.slug) },
          actor: { memberId: names.has(by) ? idOf('member', by) : null, name: names.get(by) ?? '' },
          clientId: idOf('client', task.client),
          related: { taskId: idOf('task', task.slug) },
          details: { title: task.title },
        }),
        state: attempts.at(-1)?.status === 200 ? 'delivered' : 'failed',
        tries: attempts.length,
        createdAt: at,
        finishedAt: at,
        attempts: attempts.map((attempt) => ({ ...attempt })),
      };
    }),
  });
}

/** Once it was away for a moment; at last it is gone. */
function attemptsOf(at: Date, index: number, isLast: boolean): readonly WebhookAttempt[] {
  const answer = (seconds: number, status: number, text: string, milliseconds: number): WebhookAttempt => ({
    at: new Date(at.getTime() + seconds * 1_000).toISOString(),
    status,
    failure: null,
    milliseconds,
    answer: text,
  });
  if (isLast) return [answer(1, 410, 'Gone: this integration was removed', 74)];
  const taken = (seconds: number) => answer(seconds, 200, answered, 90 + 17 * index);
  return index === 2 ? [answer(1, 503, 'Service Unavailable', 212), taken(7)] : [taken(1)];
}
