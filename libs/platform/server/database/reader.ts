import { Inject, Injectable } from '@nestjs/common';
import { sql, type Kysely } from 'kysely';
import type pg from 'pg';
import { Flight, type FirstColumn, type FlightStatement } from './flight';
import { KYSELY, POOL } from './database.tokens';
import type { Tables } from './kysely';
import { tables, type Statement } from './statement';
import { statementName } from './statement-names';
import { settingsOf, type TenantScope } from './tenant';

/** Kysely on one connection, inside a read-only transaction of the tenant. */
export type ReadTransaction = Kysely<Tables>;

/** A statement that is ready to be sent. */
export interface PreparedRead {
  readonly text: string;
  readonly values: readonly unknown[];
}

export interface ScopedRead extends PreparedRead {
  readonly scope: TenantScope;
}

const plansOnce = 'SET LOCAL plan_cache_mode = force_generic_plan';

/**
 * Prepared once, a statement is planned once: what is planned for each value anew costs more than it ever saves here. In
 * one string, which saves a message; the tenant's settings are statements of their own, for Citus passes them on only so.
 */
const begin = `BEGIN READ ONLY; ${plansOnce}`;

/** The same around a flight, where a message costs next to nothing. */
const opening: readonly FlightStatement[] = [
  { name: 'planerka begin', text: 'BEGIN READ ONLY' },
  { name: 'planerka plans once', text: plansOnce },
];
const closing: FlightStatement = { name: 'planerka commit', text: 'COMMIT' };

/** Of a statement that wrote nothing but a body its bytes. */
const bytesOf = (body: Buffer | string | null): Buffer | null => (typeof body === 'string' ? Buffer.from(body) : body);

/** The read's way: one read-only transaction inside the tenant, as few statements as the screen needs. */
@Injectable()
export class Reader {
  constructor(
    @Inject(KYSELY) private readonly kysely: Kysely<Tables>,
    @Inject(POOL) private readonly pool: pg.Pool,
  ) {}

  read<T>(scope: TenantScope, query: (db: ReadTransaction) => Promise<T>): Promise<T> {
    return this.kysely.connection().execute(async (db) => {
      const opened = [begin, ...settingsOf(scope)].map((statement) => sql.raw(statement).execute(db));
      try {
        // The connection keeps the order, so the first query travels with what opens the transaction.
        const [answer] = await settled([query(db), ...opened]);
        return answer;
      } finally {
        // Nobody waits for the end of a reading: whoever has the connection next comes after it by the order of asking.
        void sql
          .raw('COMMIT')
          .execute(db)
          .catch(() => undefined);
      }
    });
  }

  /** One statement and all that is around it, sent and answered at once. */
  async rows<Row extends object>(scope: TenantScope, read: PreparedRead): Promise<readonly Row[]> {
    const [rows] = await this.send<[Row]>(scope, [read]);
    return rows;
  }

  /**
   * What statements of one row have written in their column `body`, as it came; null where there is no row, or nothing in it.
   * All reads of the same tenant in one transaction, sent and answered at once.
   */
  async bodies(reads: readonly ScopedRead[]): Promise<readonly (Buffer | null)[]> {
    const found = new Map<ScopedRead, Buffer | null>();
    const transactions = Map.groupBy(reads, ({ scope }) => settingsOf(scope).join());
    await Promise.all(
      [...transactions.values()].map(async (group) => {
        const [first] = group;
        const answers = first ? await this.fly(first.scope, group) : [];
        group.forEach((read, index) => found.set(read, bytesOf(answers[index]?.[0] ?? null)));
      }),
    );
    return reads.map((read) => found.get(read) ?? null);
  }

  /** The same for what Kysely builds. */
  async ask<Row extends object>(scope: TenantScope, statement: Statement<Row>): Promise<readonly Row[]> {
    const [rows] = await this.askAll<[Row]>(scope, [statement]);
    return rows;
  }

  /** Several statements of one transaction, sent at once: none waits for what another answers. */
  askAll<Rows extends readonly object[]>(
    scope: TenantScope,
    statements: { readonly [K in keyof Rows]: Statement<Rows[K]> },
  ): Promise<{ readonly [K in keyof Rows]: readonly Rows[K][] }> {
    const built: readonly Statement[] = statements;
    return this.send<Rows>(
      scope,
      built.map((statement) => {
        const { sql: text, parameters } = statement.compile(tables);
        return { text, values: parameters };
      }),
    );
  }

  /** What is read so has no types and no columns to tell apart: it needs nothing of what pg does for a query of its own. */
  private async fly(scope: TenantScope, reads: readonly PreparedRead[]): Promise<readonly FirstColumn[]> {
    const client = await this.pool.connect();
    const before = [...opening, ...settingsOf(scope).map((text) => ({ text }))];
    const asked = reads.map(({ text, values }) => ({ text, values, name: statementName(text) }));
    const flight = new Flight([...before, ...asked, closing]);
    let problem: unknown;
    try {
      client.query(flight);
      return (await flight.landed).slice(before.length);
    } catch (reason) {
      problem = reason;
      if (!isBroken(reason)) await client.query('ROLLBACK').catch((worse: unknown) => (problem = worse));
      throw reason;
    } finally {
      client.release(problem !== undefined && isBroken(problem));
    }
  }

  private async send<Rows extends readonly object[]>(
    scope: TenantScope,
    reads: readonly PreparedRead[],
  ): Promise<{ readonly [K in keyof Rows]: readonly Rows[K][] }> {
    const client = await this.pool.connect();
    let problem: unknown;
    try {
      const opened = [begin, ...settingsOf(scope)].map((statement) => client.query(statement));
      const asked = reads.map(({ text, values }) => {
        const name = statementName(text);
        return client.query({ text, values: [...values], ...(name !== undefined && { name }) });
      });
      const answers = await settled([...asked, ...opened, client.query('COMMIT')]);
      return answers.slice(0, reads.length).map(({ rows }) => rows as readonly object[]) as never;
    } catch (reason) {
      problem = reason;
      throw reason;
    } finally {
      client.release(problem !== undefined && isBroken(problem));
    }
  }
}

/** Waits for all, so that nothing runs on when the connection is given back; then the first problem is thrown. */
async function settled<T extends readonly unknown[]>(work: T): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  const outcomes = await Promise.allSettled(work);
  const failed = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failed) throw failed.reason;
  return outcomes.map((outcome) => (outcome as PromiseFulfilledResult<unknown>).value) as never;
}

/** PostgreSQL's own refusals carry a five-character code and leave the connection as good as it was. */
const isBroken = (problem: unknown): boolean =>
  !(problem instanceof Error && 'code' in problem && /^[0-9A-Z]{5}$/.test(String(problem.code)));
