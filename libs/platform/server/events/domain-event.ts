import { newId, type Changes, type Id, type Instant } from '@planerka/platform/domain';
import { tables, type Statement } from '../database/statement';
import { requestOrigin, type RequestOrigin } from '../requests/request-origin';
import { toDbInstant } from '../time/database-time';

/** A fact that a command made true, told to whoever listens: live updates, notices, audit. */
export interface DomainEvent {
  /** `task.accepted`: a word of the product and what happened to it. */
  readonly type: string;
  /** What it happened to. */
  readonly entity: { readonly type: string; readonly id: Id };
  /** Who did it; null for a client by link and for the system's own rounds. */
  readonly actor: { readonly memberId: Id | null; readonly name: string };
  /** Who may learn of it: see `canHear` in @planerka/agency/domain. */
  readonly audience: {
    readonly clientId?: Id | undefined;
    readonly squadId?: Id | undefined;
    /** Members who may learn of it whatever their squad: assignees, the author of a request. */
    readonly memberIds?: readonly Id[];
    /** Owners alone. */
    readonly ownersOnly?: boolean;
  };
  /** Further ids that a screen needs to know whether it shows this: { campaignId, itemId, taskId }. */
  readonly related?: Readonly<Record<string, Id | null>>;
  /** What the audit log and notices say; never a secret, never somebody's fee. */
  readonly details?: Readonly<Record<string, string | number | boolean | null>>;
  /** What is different now, for the audit log alone: `changesBetween(before, after)`. */
  readonly changes?: Changes;
  /** Of many things that one command changed alike: what is said of each. See `together`. */
  readonly parts?: readonly EventPart[];
}

export interface EventPart extends Pick<DomainEvent, 'type' | 'entity' | 'related' | 'details' | 'changes'> {
  readonly id: Id;
}

/**
 * Many facts of one command, told at once: one event for all that are of one kind and that the same people may learn of. The
 * journal and webhooks get each of them, whoever looks on is told once.
 */
export function together(events: readonly DomainEvent[]): readonly DomainEvent[] {
  const alike = Map.groupBy(events, ({ type, entity, actor, audience }) =>
    JSON.stringify([type.split('.')[0], entity.type, actor, audience]),
  );
  return [...alike.values()].flatMap(([first, ...more]) => {
    if (!first || more.length === 0) return first ?? [];
    const { type, entity, actor, audience } = first;
    return { type, entity, actor, audience, parts: [first, ...more].map(partOf) };
  });
}

const partOf = ({ actor: _actor, audience: _audience, ...event }: DomainEvent): EventPart => ({
  id: newId(),
  ...event,
});

/** Each fact by itself, as the journal keeps it. */
export const partsOf = ({ parts, ...event }: DispatchedEvent): readonly DispatchedEvent[] =>
  parts ? parts.map((part) => ({ ...event, ...part })) : [event];

/** An event as listeners get it. */
export interface DispatchedEvent extends DomainEvent {
  readonly id: Id;
  readonly agencyId: Id;
  readonly at: string;
  /** From where it was asked; none where the system did it by itself. */
  readonly origin?: RequestOrigin;
}

/** The statement that keeps events; there is one at least. */
export function insertOutboxEvents(agencyId: Id, at: Instant, events: readonly DomainEvent[]): Statement {
  const origin = requestOrigin();
  return tables.insertInto('outbox_event').values(
    events.map(({ type, ...payload }) => ({
      agency_id: agencyId,
      id: newId(),
      type,
      payload: JSON.stringify({ ...payload, ...(origin && { origin }) }),
      created_at: toDbInstant(at),
    })),
  );
}
