import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Id } from '@planerka/platform/domain';
import { OperationGuards, type GraphQLContext } from '@planerka/platform/server';
import { GraphQLError } from 'graphql';
import { LRUCache } from 'lru-cache';

/** Five a second on the average: a program that wants more has no page to wait for. */
export const requestsAMinute = 300;
const minute = 60_000;

interface Minute {
  readonly endsAt: number;
  count: number;
}

/** How often one token may ask. Counted by each node for itself: it spares the server, and guards no secret. */
@Injectable()
export class TokenRate implements OnModuleInit {
  private readonly minutes = new LRUCache<Id, Minute>({ max: 10_000 });

  constructor(private readonly guards: OperationGuards) {}

  onModuleInit(): void {
    this.guards.add((_operation, { actor, reply }: GraphQLContext) => {
      if (actor?.tokenId === undefined) return;
      const now = performance.now();
      const known = this.minutes.get(actor.tokenId);
      const current = known && known.endsAt > now ? known : { endsAt: now + minute, count: 0 };
      current.count += 1;
      this.minutes.set(actor.tokenId, current);
      const wait = Math.ceil((current.endsAt - now) / 1_000);
      reply?.header('ratelimit-limit', requestsAMinute);
      reply?.header('ratelimit-remaining', Math.max(0, requestsAMinute - current.count));
      reply?.header('ratelimit-reset', wait);
      if (current.count <= requestsAMinute) return;
      reply?.header('retry-after', wait);
      throw new GraphQLError(`An API token may ask ${requestsAMinute} times a minute; go on in ${wait} s`, {
        extensions: { code: 'TOO_MANY_REQUESTS', http: { status: 429 } },
      });
    });
  }
}
