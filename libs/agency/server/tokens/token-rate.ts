import { Injectable, type OnModuleInit } from '@nestjs/common';
import { OperationGuards, PerMinute, type GraphQLContext } from '@planerka/platform/server';
import { GraphQLError } from 'graphql';

/** Five a second on the average: a program that wants more has no page to wait for. */
export const requestsAMinute = 300;

/** How often one token may ask. */
@Injectable()
export class TokenRate implements OnModuleInit {
  private readonly minutes = new PerMinute(requestsAMinute);

  constructor(private readonly guards: OperationGuards) {}

  onModuleInit(): void {
    this.guards.add((_operation, { actor, reply }: GraphQLContext) => {
      if (actor?.tokenId === undefined) return;
      const { isAllowed, remaining, wait } = this.minutes.count(actor.tokenId);
      reply?.header('ratelimit-limit', requestsAMinute);
      reply?.header('ratelimit-remaining', remaining);
      reply?.header('ratelimit-reset', wait);
      if (isAllowed) return;
      reply?.header('retry-after', wait);
      throw new GraphQLError(`An API token may ask ${requestsAMinute} times a minute; go on in ${wait} s`, {
        extensions: { code: 'TOO_MANY_REQUESTS', http: { status: 429 } },
      });
    });
  }
}
