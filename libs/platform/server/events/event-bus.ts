import { Injectable } from '@nestjs/common';
import type { DispatchedEvent } from './domain-event';

/** Runs inside the dispatcher's transaction order: at least once, so it must be idempotent by the event's id. */
export type EventHandler = (event: DispatchedEvent) => Promise<void>;

/** Where domains and `activity` listen to what commands have committed. */
@Injectable()
export class EventBus {
  private readonly handlers: EventHandler[] = [];
  private readonly listeners = new Set<(event: DispatchedEvent) => void>();

  /** A durable handler: the event counts as dispatched only when it has succeeded. */
  handle(handler: EventHandler): void {
    this.handlers.push(handler);
  }

  /** A live listener of this node, such as a subscription. Misses what happens while it is away. */
  listen(listener: (event: DispatchedEvent) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  async deliver(event: DispatchedEvent): Promise<void> {
    for (const handler of this.handlers) await handler(event);
    for (const listener of this.listeners) listener(event);
  }
}
