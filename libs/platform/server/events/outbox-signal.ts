import { AsyncResource } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';

/** Tells the dispatcher of this process that a commit left events, so that it need not wait for its next look. */
@Injectable()
export class OutboxSignal {
  private listener: (() => void) | undefined;

  wake(): void {
    this.listener?.();
  }

  onWake(listener: () => void): void {
    // What is woken is no part of the command that woke it: neither its log lines' request nor anything else of its context.
    this.listener = AsyncResource.bind(listener);
  }
}
