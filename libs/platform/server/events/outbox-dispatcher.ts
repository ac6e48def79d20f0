import { Injectable, Logger, type OnApplicationBootstrap, type BeforeApplicationShutdown } from '@nestjs/common';
import { EventBus } from './event-bus';
import { NodeRelay } from './node-relay';
import { Outbox } from './outbox';
import { OutboxSignal } from './outbox-signal';

const batch = 100;
/** Another node's commits do not wake this one, so it looks by itself, too. */
const idleMilliseconds = 1_000;

/** Hands committed events to the durable handlers, and those that are handled to every node's live listeners. */
@Injectable()
export class OutboxDispatcher implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(OutboxDispatcher.name);
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private wokenMeanwhile = false;
  private stopped = false;

  constructor(
    private readonly outbox: Outbox,
    private readonly bus: EventBus,
    private readonly relay: NodeRelay,
    private readonly signal: OutboxSignal,
  ) {}

  onApplicationBootstrap(): void {
    this.signal.onWake(() => this.look());
    this.look();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  private look(): void {
    if (this.stopped) return;
    if (this.running) {
      this.wokenMeanwhile = true;
      return;
    }
    clearTimeout(this.timer);
    this.running = this.drain()
      .catch((problem: unknown) => this.log.error(problem, 'The outbox could not be dispatched; trying again'))
      .finally(() => {
        this.running = undefined;
        if (this.stopped) return;
        if (this.wokenMeanwhile) {
          this.wokenMeanwhile = false;
          this.look();
        } else {
          this.timer = setTimeout(() => this.look(), idleMilliseconds);
        }
      });
  }

  private async drain(): Promise<void> {
    for (let claimed = batch; claimed === batch && !this.stopped;) {
      const round = await this.outbox.dispatch(
        batch,
        (events) => this.bus.dispatch(events),
        ({ id, type }, problem) =>
          this.log.error(problem, `Event ${id} (${type}) was not handled; it is tried again later`),
      );
      await this.relay.announce(round.dispatched);
      claimed = round.claimed;
    }
  }
}
