import type { Socket } from 'node:net';
import type { WebSocket } from 'ws';

/** What may wait in a socket before the rest is held back: a few hundred messages. */
const mostBuffered = 64 * 1024;
/** Held back for one who reads too slowly; whoever is further behind than this has to ask again anyway. */
const mostHeld = 500;
/** One who does not read does not read the end either. */
const patienceMilliseconds = 5_000;

/** In the range that is an application's own; browsers connect again, and then ask anew for what they show. */
export const closeCodes = { comeAgain: 4205, tooSlow: 4290, tooMany: 4291 } as const;

/** Where the messages of one socket go out. A slow reader costs its own socket, never this server's memory. */
export class Outlet {
  private isBehind = false;
  private isCorked = false;
  /** By sameness, in the order of the latest. */
  private readonly held = new Map<string, Buffer>();

  constructor(
    private readonly socket: WebSocket,
    private readonly connection: Socket,
    private readonly patience = patienceMilliseconds,
  ) {}

  send(message: Buffer, sameness: string): void {
    if (this.socket.readyState !== this.socket.OPEN) return;
    if (this.isBehind) this.hold(message, sameness);
    else if (this.socket.bufferedAmount + message.length <= mostBuffered) this.write(message);
    else {
      this.isBehind = true;
      this.write(message, () => this.catchUp());
    }
  }

  close(code: number, reason: string): void {
    this.held.clear();
    this.socket.close(code, reason);
    setTimeout(() => this.socket.terminate(), this.patience).unref();
  }

  private hold(message: Buffer, sameness: string): void {
    this.held.delete(sameness);
    this.held.set(sameness, message);
    if (this.held.size > mostHeld) this.close(closeCodes.tooSlow, 'Too slow');
  }

  private catchUp(): void {
    this.isBehind = false;
    const waiting = [...this.held];
    this.held.clear();
    for (const [sameness, message] of waiting) this.send(message, sameness);
  }

  private write(message: Buffer, onWritten?: () => void): void {
    if (!this.isCorked) {
      // What happens at once goes out at once: one call of the system for a burst, not one for each message.
      this.isCorked = true;
      this.connection.cork();
      process.nextTick(() => {
        this.isCorked = false;
        this.connection.uncork();
      });
    }
    this.socket.send(message, { binary: false }, onWritten);
  }
}
