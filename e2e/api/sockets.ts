import { EventBus } from '@planerka/platform/server';
import type { TestMember } from '@planerka/testing/server';
import { createClient, type Client } from 'graphql-ws';
import WebSocket from 'ws';
import type { Api } from './harness';

/** A browser's socket, as far as the server can tell. The server must be listening. */
export async function socketOf(api: Api, member: TestMember, origin?: string): Promise<Client> {
  const address = (await api.app.getUrl()).replace(/^http/, 'ws').replace('[::1]', '127.0.0.1');
  class WithCookie extends WebSocket {
    constructor(url: string, protocols: string[]) {
      super(url, protocols, { headers: { cookie: member.cookie, ...(origin && { origin }) } });
    }
  }
  return createClient({
    url: `${address}/graphql`,
    webSocketImpl: WithCookie,
    connectionParams: { agencyId: member.agencyId },
    retryAttempts: 0,
  });
}

export interface Heard {
  readonly type: string;
  readonly actorName: string;
}

export interface Ear {
  /** Everything heard until now. */
  readonly heard: readonly Heard[];
  /** The next one, or the first that was not asked for yet. */
  next(): Promise<Heard>;
  close(): Promise<void>;
}

/** Listens to what happens; resolves when the server really listens, so that nothing is missed from then on. */
export async function listenAs(api: Api, member: TestMember): Promise<Ear> {
  const bus = api.app.get(EventBus);
  const before = bus.listenerCount;
  const client = await socketOf(api, member);
  const heard: Heard[] = [];
  const waiting: ((happening: Heard) => void)[] = [];
  let asked = 0;
  client.subscribe<{ happened: Heard }>(
    { query: 'subscription { happened { type actorName } }' },
    {
      next: ({ data }) => {
        if (!data) return;
        heard.push(data.happened);
        const first = waiting.shift();
        if (first) first(data.happened);
      },
      error: () => undefined,
      complete: () => undefined,
    },
  );
  await until(() => bus.listenerCount > before);
  return {
    heard,
    next: () => {
      const present = heard[asked];
      asked += 1;
      return present ? Promise.resolve(present) : new Promise((resolve) => void waiting.push(resolve));
    },
    close: async () => client.dispose(),
  };
}

/** Looks again and again; the test's own time limit ends a wait in vain. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 10));
}
