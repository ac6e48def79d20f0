import { Kysely, PostgresDialect } from 'kysely';
import type pg from 'pg';
import type { DB } from './generated/kysely/tables';

export type Tables = DB;

/** Kysely over the shared pool: screens read through it, one statement each. */
export const createKysely = (pool: pg.Pool): Kysely<Tables> =>
  new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
