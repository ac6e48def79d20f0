import { webhookEventGroups, webhookTest, type WebhookEventGroup } from '@planerka/activity/domain/webhooks';
import type { Text } from '@planerka/platform/web';
import type { Delivery, Hook } from './webhook-documents';
import { ru } from './locales/ru';

type T = Text<typeof ru>;

export function eventText(type: string, t: T): string {
  if (type === webhookTest) return t('test_event');
  const key = type.replaceAll('.', '_');
  return Object.hasOwn(ru.event, key) ? t(`event.${key as keyof typeof ru.event}`) : type;
}

export function outcomeText({ status, failure }: Pick<Delivery, 'status' | 'failure'>, t: T): string | null {
  if (status !== null) return `HTTP ${status}`;
  if (failure === null) return null;
  return t(`failure.${Object.hasOwn(ru.failure, failure) ? (failure as keyof typeof ru.failure) : 'other'}`);
}

export const stateOf = ({ pausedAt, failingSince }: Hook) =>
  pausedAt !== null ? 'paused' : failingSince !== null ? 'failing' : 'active';

export const stateTone = { active: 'done', failing: 'danger', paused: 'neutral' } as const;
export const deliveryTone = { WAITING: 'progress', DELIVERED: 'done', FAILED: 'danger' } as const;

/** In the catalogue's order; an area that is chosen whole is told by its name. */
export const chosenWords = (chosen: readonly string[], t: T): string[] =>
  (Object.entries(webhookEventGroups) as [WebhookEventGroup, readonly string[]][]).flatMap(([group, events]) => {
    const some = events.filter((event) => chosen.includes(event));
    return some.length === events.length ? [t(`group.${group}`)] : some.map((event) => eventText(event, t));
  });
