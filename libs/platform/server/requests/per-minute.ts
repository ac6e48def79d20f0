import { LRUCache } from 'lru-cache';

const minute = 60_000;

interface Minute {
  readonly endsAt: number;
  count: number;
}

export interface Count {
  readonly isAllowed: boolean;
  readonly remaining: number;
  /** Seconds until counting begins anew. */
  readonly wait: number;
}

/** How often one key may ask in a minute. Counted by each node for itself: it spares the server, and guards no secret. */
export class PerMinute {
  private readonly minutes = new LRUCache<string, Minute>({ max: 10_000 });

  constructor(readonly limit: number) {}

  count(key: string): Count {
    const now = performance.now();
    const known = this.minutes.get(key);
    const current = known && known.endsAt > now ? known : { endsAt: now + minute, count: 0 };
    current.count += 1;
    this.minutes.set(key, current);
    return {
      isAllowed: current.count <= this.limit,
      remaining: Math.max(0, this.limit - current.count),
      wait: Math.ceil((current.endsAt - now) / 1_000),
    };
  }
}
