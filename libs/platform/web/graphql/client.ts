import { cacheExchange, type KeyingConfig, type ResolverConfig } from '@urql/exchange-graphcache';
import { relayPagination } from '@urql/exchange-graphcache/extras';
import type { Client as SubscriptionClient } from 'graphql-ws';
import { Client, fetchExchange, mapExchange, subscriptionExchange } from 'urql';
import type { AgencyChoice } from './agency-choice';
import { cacheUpdates } from './cache-updates';
import { connection } from './connection';
import { connectionExchange } from './connection-exchange';
import { persistedExchange } from './persisted-exchange';
import { schemaFacts } from './schema-facts';

export interface ClientOptions {
  agency: AgencyChoice;
  /** The session ended: the app shows the sign-in page. */
  onSignedOut: () => void;
}

const keys: KeyingConfig = Object.fromEntries(schemaFacts.withoutId.map((type) => [type, () => null]));

/** Lists of thousands: each page is read by itself, for together they are read anew with every page that comes. */
const alone: ReadonlySet<string> = new Set(['tasks']);

const resolvers: ResolverConfig = Object.fromEntries(
  Object.entries(schemaFacts.connectionFields).map(([type, fields]) => [
    type,
    Object.fromEntries(fields.filter((field) => !alone.has(field)).map((field) => [field, relayPagination()])),
  ]),
);

const socketUrl = () => `${window.location.protocol === 'https:' ? 'wss' : 'ws'}://${window.location.host}/graphql`;

/** graphql-ws: Forbidden. */
const isSignedOut = (event: unknown): boolean => event instanceof CloseEvent && event.code === 4403;

/** Live updates come after the page: their code is no part of the first load. */
async function openSocket(agency: AgencyChoice): Promise<SubscriptionClient> {
  const { createClient } = await import('graphql-ws');
  return createClient({
    url: socketUrl,
    connectionParams: () => ({ agencyId: agency.agencyId }),
    lazy: true,
    lazyCloseTimeout: 5_000,
    retryAttempts: Number.POSITIVE_INFINITY,
    // The session has ended: only signing in helps.
    shouldRetry: (event) => !isSignedOut(event),
    on: {
      closed: (event) => {
        // what is on the screen is asked for again, and the answer leads to the sign-in
        if (isSignedOut(event)) connection.retry();
      },
      connected: (_socket, _payload, wasRetry) => {
        // events were missed while the socket was away: what is on the screen is asked for again
        if (wasRetry) connection.retry();
      },
    },
  });
}

/** One client per agency: switching agencies drops the whole cache, so nothing of one is ever shown in another. */
export function createGraphQLClient({ agency, onSignedOut }: ClientOptions): Client {
  let socket: Promise<SubscriptionClient> | undefined;

  return new Client({
    url: '/graphql',
    preferGetMethod: false,
    fetchOptions: () => ({
      credentials: 'include',
      headers: { 'x-planerka-csrf': '1', ...(agency.agencyId ? { 'x-planerka-agency': agency.agencyId } : {}) },
    }),
    exchanges: [
      mapExchange({
        onError(error) {
          if (error.graphQLErrors.some((one) => one.extensions['code'] === 'UNAUTHENTICATED')) onSignedOut();
        },
      }),
      connectionExchange,
      cacheExchange({ keys, resolvers, updates: cacheUpdates, possibleTypes: schemaFacts.possibleTypes }),
      persistedExchange,
      fetchExchange,
      subscriptionExchange({
        forwardSubscription: (request) => ({
          subscribe: (sink) => {
            socket ??= openSocket(agency);
            const { query = '', variables, extensions } = request;
            let isOver = false;
            let stop = () => {
              isOver = true;
            };
            void socket
              .then((client) => {
                if (!isOver) stop = client.subscribe({ query, variables, extensions }, sink);
              })
              .catch((problem: unknown) => {
                // the socket's code did not arrive: the next subscription asks for it again
                socket = undefined;
                sink.error(problem);
              });
            return { unsubscribe: () => stop() };
          },
        }),
      }),
    ],
  });
}
