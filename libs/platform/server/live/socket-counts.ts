/** How many sockets each of them holds, an address or a person. */
export class SocketCounts {
  private readonly counts = new Map<string, number>();

  constructor(private readonly most: number) {}

  /** False where they hold as many as they may; whoever has entered must leave. */
  enter(key: string): boolean {
    const held = this.counts.get(key) ?? 0;
    if (held >= this.most) return false;
    this.counts.set(key, held + 1);
    return true;
  }

  leave(key: string): void {
    const held = this.counts.get(key) ?? 0;
    if (held > 1) this.counts.set(key, held - 1);
    else this.counts.delete(key);
  }
}
