import { Injectable, Logger } from '@nestjs/common';
import type { Id } from '@planerka/platform/domain';
import { partsOf, type DispatchedEvent } from './domain-event';

/** A statement has so many parameters and no more, however much one command has changed. */
const atOnce = 100;

/** Takes events of one agency, in their order and at least once, so it must be idempotent by their ids. */
export type EventHandler = (events: readonly DispatchedEvent[]) => Promise<void>;

/** Must be quick and must not wait: it stands between an event and everybody else who listens. */
export type EventListener = (event: DispatchedEvent) => void;

/** Where domains and `activity` listen to what commands have committed. */
@Injectable()
export class EventBus {
  private readonly log = new Logger(EventBus.name);
  private readonly handlers: EventHandler[] = [];
  /** By agency: what happens in one costs the others' listeners nothing. */
  private readonly listeners = new Map<Id, Set<EventListener>>();

  /** A durable handler: events count as dispatched only when it has succeeded. On one node of all. */
  handle(handler: EventHandler): void {
    this.handlers.push(handler);
  }

  /** A live listener, such as a subscription: hears what any node dispatched. Misses what happens while it is away. */
  listen(agencyId: Id, listener: EventListener): () => void {
    const listeners = this.listeners.get(agencyId) ?? new Set();
    this.listeners.set(agencyId, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.listeners.get(agencyId) === listeners) this.listeners.delete(agencyId);
    };
  }

  get listenerCount(): number {
    return this.listeners.values().reduce((count, { size }) => count + size, 0);
  }

  /** Runs every durable handler, whichever of them fails, and throws if one did. What was told together comes one by one. */
  async dispatch(events: readonly DispatchedEvent[]): Promise<void> {
    const failures: unknown[] = [];
    const each = events.flatMap(partsOf);
    for (const handler of this.handlers) {
      try {
        for (let from = 0; from < each.length; from += atOnce) await handler(each.slice(from, from + atOnce));
      } catch (problem) {
        failures.push(problem);
      }
    }
    if (failures.length > 0) throw failures.length === 1 ? failures[0] : new AggregateError(failures);
  }

  /** Tells this node's live listeners; one that throws costs the others nothing. */
  announce(event: DispatchedEvent): void {
    for (const listener of this.listeners.get(event.agencyId) ?? []) {
      try {
        listener(event);
      } catch (problem) {
        this.log.error(problem, `A listener failed on ${event.type} ${event.id}`);
      }
    }
  }
}
