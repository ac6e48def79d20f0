import pg from 'pg';
import type { Config } from '../config/config';
import { Flight } from './flight';
import { statementName } from './statement-names';
import { handOnBodies } from './written-bodies';

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

/** `more`: what of pg's own settings a program besides the server needs. */
export function createConnectionPool(
  config: Pick<Config, 'databaseUrl' | 'databasePool'>,
  more: Pick<pg.PoolConfig, 'allowExitOnIdle'> = {},
): pg.Pool {
  const pool = new pg.Pool({
    ...more,
    connectionString: config.databaseUrl,
    max: config.databasePool,
    application_name: 'planerka',
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    // What is asked before the last answer has come is sent at once: a transaction's opening costs no round trips.
    pipeline: true,
  });
  pool.on('connect', listenTo);
  // An idle connection that Postgres closes must not end the process; the next query opens another.
  pool.on('error', () => undefined);
  return pool;
}

function listenTo(client: pg.PoolClient): void {
  // A connection that breaks while it is lent out tells whoever has it by their query, and must not end the process.
  client.on('error', () => undefined);
  handOnBodies(client.connection);
  const query = client.query.bind(client) as (...args: unknown[]) => unknown;
  const hold = holdUntilTick(client);
  client.query = ((...args: unknown[]) => {
    if (listeners.size > 0) {
      for (const text of textsOf(args[0])) for (const listener of listeners) listener(text);
    }
    hold();
    return query(...named(args));
  }) as typeof client.query;
}

function textsOf(asked: unknown): readonly string[] {
  if (asked instanceof Flight) return asked.statements.map(({ text }) => text);
  return [typeof asked === 'string' ? asked : ((asked as { text?: string }).text ?? '')];
}

/** What is asked in one go leaves in one packet: of a command's processor time a fifth went into a system call a statement. */
function holdUntilTick({ connection }: pg.PoolClient): () => void {
  let isHeld = false;
  return () => {
    if (isHeld) return;
    isHeld = true;
    const { stream } = connection;
    stream.cork();
    process.nextTick(() => {
      isHeld = false;
      stream.uncork();
    });
  };
}

/** Kysely asks by a text and its values; what it asks often, PostgreSQL need not plan each time. */
function named(args: unknown[]): unknown[] {
  const [text, values, ...rest] = args;
  if (typeof text !== 'string' || !Array.isArray(values) || values.length === 0 || rest.length > 0) return args;
  const name = statementName(text);
  return name === undefined ? args : [{ name, text, values }];
}
