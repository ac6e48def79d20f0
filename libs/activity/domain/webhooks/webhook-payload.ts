import type { Id } from '@planerka/platform/domain';

/** As much of an event as a webhook is made from. */
export interface ToldEvent {
  readonly type: string;
  readonly at: string;
  readonly agencyId: Id;
  readonly entity: { readonly type: string; readonly id: Id };
  readonly actor: { readonly memberId: Id | null; readonly name: string };
  readonly clientId: Id | null;
  readonly related: Readonly<Record<string, Id | null>>;
  readonly details: Readonly<Record<string, unknown>>;
}

/**
 * What leaves the house besides ids and names. A detail that is not named here stays: a reason, a client's words and a sum are
 * asked for over the API, by somebody with the right to them.
 */
const toldDetails = ['from', 'to', 'decision', 'round'] as const;

/** The body, as it is signed and sent: thin, because whoever runs the receiver is not asked who they are. */
export function webhookBody({ type, at, agencyId, entity, actor, clientId, related, details }: ToldEvent): string {
  const title = details['title'] ?? details['name'] ?? details['clientName'];
  return JSON.stringify({
    type,
    timestamp: at,
    data: {
      agencyId,
      entity: { type: entity.type, id: entity.id },
      ...(typeof title === 'string' && { title }),
      actor: { memberId: actor.memberId, name: actor.name },
      related: { ...(clientId !== null && { clientId }), ...idsIn(related) },
      ...Object.fromEntries(toldDetails.filter((key) => isWord(details[key])).map((key) => [key, details[key]])),
    },
  });
}

const idsIn = (related: ToldEvent['related']) =>
  Object.fromEntries(Object.entries(related).filter(([, id]) => id !== null));

/** A state or a number; a text has spaces. */
const isWord = (value: unknown): boolean =>
  typeof value === 'number' || (typeof value === 'string' && /^[a-z_]{1,40}$/i.test(value));
