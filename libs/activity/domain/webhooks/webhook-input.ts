import { custom, printable } from '@planerka/platform/domain';
import { z } from 'zod';
import { webhookUrl, type AllowedNetworks } from './webhook-address';
import { isWebhookEvent, type WebhookEvent } from './webhook-events';

/** Receivers of one agency: each is called for each event, so there is a limit. */
export const maxWebhooks = 20;

const maxName = 80;

export const webhookInput = (allowed: AllowedNetworks) =>
  z.object({
    name: printable().trim().min(1).max(maxName),
    url: z
      .string()
      .min(1)
      .transform((text, context): string => {
        const url = webhookUrl(text, allowed);
        if (url.ok) return url.value;
        context.addIssue(custom(url.error, url.error === 'too_long' ? { max: 500 } : {}));
        return z.NEVER;
      }),
    events: z
      .array(z.string())
      .min(1)
      .transform((types, context): WebhookEvent[] => {
        const chosen = new Set(types);
        const events = [...chosen].filter(isWebhookEvent);
        if (events.length < chosen.size) context.addIssue(custom('unknown_event'));
        return events.toSorted();
      }),
  });
