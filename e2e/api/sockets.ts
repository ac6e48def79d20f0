import { EventBus } from '@planerka/platform/server';
import type { TestMember } from '@planerka/testing/server';
import { createClient, type Client, type ClientOptions } from 'graphql-ws';
import WebSocket from 'ws';
import type { Api } from './harness';

/** A browser's socket, as far as the server can tell. The server must be listening. */
export async function socketOf(
  api: Api,
  member: TestMember,
  { origin, ...options }: Partial<ClientOptions> & { readonly origin?: string } = {},
): Promise<Client> {
  class WithCookie extends WebSocket {
    constructor(url: string, protocols: string[]) {
      super(url, protocols, { headers: { cookie: member.cookie, ...(origin && { origin }) } });
    }
  }
  return createClient({
    url: await socketAddressOf(api),
    webSocketImpl: WithCookie,
    connectionParams: { agencyId: member.agencyId },
    retryAttempts: 0,
    ...options,
  });
}

export const socketAddressOf = async (api: Api): Promise<string> =>
  `${(await api.app.getUrl()).replace(/^http/, 'ws').replace('[::1]', '127.0.0.1')}/graphql`;

export interface Heard {
  readonly type: string;
  readonly actorName: string;
  readonly entityId: string;
  readonly also: readonly string[];
  readonly months: readonly string[];
}

export interface Ear {
  /** Everything heard until now. */
  readonly heard: readonly Heard[];
  /** The next one, or the first that was not asked for yet. */
  next(): Promise<Heard>;
  close(): Promise<void>;
  /** Why the server ended it: the closing of the socket, or the errors it answered. */
  readonly ended: Promise<unknown>;
}

/** How many listen on a server: what the server itself counts is right only once openings and closings have reached it. */
const ears = new WeakMap<Api, number>();

/** Listens to what happens; resolves when the server really listens, so that nothing is missed from then on. */
export async function listenAs(api: Api, member: TestMember): Promise<Ear> {
  const bus = api.app.get(EventBus);
  const count = (change: number): number => {
    const present = (ears.get(api) ?? 0) + change;
    ears.set(api, present);
    return present;
  };
  const present = count(1);
  const client = await socketOf(api, member);
  const heard: Heard[] = [];
  const waiting: ((happening: Heard) => void)[] = [];
  let asked = 0;
  const { promise: ended, resolve: end } = Promise.withResolvers<unknown>();
  client.subscribe<{ happened: Heard }>(
    { query: 'subscription { happened { type actorName entityId also months } }' },
    {
      next: ({ data }) => {
        if (!data) return;
        heard.push(data.happened);
        const first = waiting.shift();
        if (first) first(data.happened);
      },
      error: (problem) => {
        count(-1);
        end(problem);
      },
      complete: () => undefined,
    },
  );
  await until(() => bus.listenerCount >= present);
  return {
    heard,
    ended,
    next: () => {
      const present = heard[asked];
      asked += 1;
      return present ? Promise.resolve(present) : new Promise((resolve) => void waiting.push(resolve));
    },
    close: async () => {
      const others = count(-1);
      await client.dispose();
      await until(() => bus.listenerCount <= others);
    },
  };
}

/** Looks again and again; the test's own time limit ends a wait in vain. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 10));
}
