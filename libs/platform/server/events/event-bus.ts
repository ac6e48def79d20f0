import { Injectable, Logger } from '@nestjs/common';
import type { DispatchedEvent } from './domain-event';

/** Runs inside the dispatcher's transaction order: at least once, so it must be idempotent by the event's id. */
export type EventHandler = (event: DispatchedEvent) => Promise<void>;

/** Must be quick and must not wait: it stands between an event and everybody else who listens. */
export type EventListener = (event: DispatchedEvent) => void;

/** Where domains and `activity` listen to what commands have committed. */
@Injectable()
export class EventBus {
  private readonly log = new Logger(EventBus.name);
  private readonly handlers: EventHandler[] = [];
  private readonly listeners = new Set<EventListener>();

  /** A durable handler: the event counts as dispatched only when it has succeeded. On one node of all. */
  handle(handler: EventHandler): void {
    this.handlers.push(handler);
  }

  /** A live listener, such as a subscription: hears what any node dispatched. Misses what happens while it is away. */
  listen(listener: EventListener): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  get listenerCount(): number {
    return this.listeners.size;
  }

  /** Runs every durable handler, whichever of them fails, and throws if one did. */
  async dispatch(event: DispatchedEvent): Promise<void> {
    const failures: unknown[] = [];
    for (const handler of this.handlers) {
      try {
        await handler(event);
      } catch (problem) {
        failures.push(problem);
      }
    }
    if (failures.length > 0) throw failures.length === 1 ? failures[0] : new AggregateError(failures);
  }

  /** Tells this node's live listeners; one that throws costs the others nothing. */
  announce(event: DispatchedEvent): void {
    for (const listener of this.listeners) {
      try {
        listener(event);
      } catch (problem) {
        this.log.error(problem, `A listener failed on ${event.type} ${event.id}`);
      }
    }
  }
}
