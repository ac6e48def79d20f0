import pg from 'pg';
import type { Config } from '../config/config';

/** Sees the text of every statement that goes to Postgres; tests count with it. */
export type StatementListener = (statement: string) => void;

const listeners = new Set<StatementListener>();

/** Calls back for each statement until the returned function is called. Transaction control and settings included. */
export function onStatement(listener: StatementListener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

// A calendar day is not an instant: pg would make it a Date at the server's midnight.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

export function createConnectionPool(config: Pick<Config, 'databaseUrl' | 'databasePool'>): pg.Pool {
  const pool = new pg.Pool({
    connectionString: config.databaseUrl,
    max: config.databasePool,
    application_name: 'planerka',
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
  });
  pool.on('connect', listenTo);
  // An idle connection that Postgres closes must not end the process; the next query opens another.
  pool.on('error', () => undefined);
  return pool;
}

/** One thing at a time: Prisma asks the parts of a nested read at once, and a connection has one conversation. */
function listenTo(client: pg.PoolClient): void {
  const query = client.query.bind(client) as (...args: unknown[]) => unknown;
  let last: Promise<unknown> | undefined;
  const listened = (...args: unknown[]): unknown => {
    if (listeners.size > 0) {
      const [first] = args;
      const text = typeof first === 'string' ? first : (first as { text?: string }).text;
      for (const listener of listeners) listener(text ?? '');
    }
    // A callback's own caller keeps its order.
    if (typeof args.at(-1) === 'function') return query(...args);
    const send = (): unknown => query(...args);
    const answer = last ? last.then(send) : send();
    if (!(answer instanceof Promise)) return answer;
    const settled: Promise<unknown> = answer
      .catch(() => undefined)
      .then(() => {
        if (last === settled) last = undefined;
      });
    last = settled;
    return answer;
  };
  client.query = listened as typeof client.query;
}
