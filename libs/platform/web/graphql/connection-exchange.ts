import type { CombinedError, Exchange, Operation } from 'urql';
import { pipe, tap } from 'wonka';
import { connection } from './connection';

/** No answer at all: the network is away, or the server is. */
export function isUnreachable(error: CombinedError | undefined): boolean {
  return Boolean(error?.networkError) && !(error?.response as Response | undefined)?.status;
}

/** Watches answers to know whether the server is reachable, and asks again for what was lost once it is. */
export const connectionExchange: Exchange = ({ forward, client }) => {
  const lost = new Map<number, Operation>();
  connection.onRetry(() => {
    const operations = [...lost.values()];
    lost.clear();
    for (const operation of operations) {
      client.reexecuteOperation(
        client.createRequestOperation('query', operation, { ...operation.context, requestPolicy: 'network-only' }),
      );
    }
  });
  return (operations$) =>
    pipe(
      operations$,
      tap((operation) => {
        if (operation.kind === 'teardown') lost.delete(operation.key);
      }),
      forward,
      tap((result) => {
        if (result.operation.kind === 'subscription') return;
        if (isUnreachable(result.error)) {
          if (result.operation.kind === 'query') lost.set(result.operation.key, result.operation);
          connection.reportOffline();
        } else if (!result.stale) {
          connection.reportOnline();
        }
      }),
    );
};
