import { Injectable } from '@nestjs/common';

/** Tells the dispatcher of this process that a commit left events, so that it need not wait for its next look. */
@Injectable()
export class OutboxSignal {
  private listener: (() => void) | undefined;

  wake(): void {
    this.listener?.();
  }

  onWake(listener: () => void): void {
    this.listener = listener;
  }
}
