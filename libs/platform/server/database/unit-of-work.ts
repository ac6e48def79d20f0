import { Inject, Injectable } from '@nestjs/common';
import type { Id, Instant, Result } from '@planerka/platform/domain';
import type pg from 'pg';
import { insertOutboxEvents, together, type DomainEvent } from '../events/domain-event';
import { OutboxSignal } from '../events/outbox-signal';
import { Clock } from '../time/clock';
import { CommandConnection } from './command-connection';
import { POOL, PRISMA } from './database.tokens';
import { JoinedPrisma } from './joined-prisma';
import { Prisma, type PrismaClient } from './prisma';
import type { Statement } from './statement';
import { settingsOf, type TenantScope } from './tenant';

/** One use case's transaction: the only way a command writes. Every query names the agency itself, row-level security is the net. */
export interface Tx {
  /** Prisma inside the transaction. */
  readonly db: Prisma.TransactionClient;
  readonly agencyId: Id;
  /** The one instant of everything this command does. */
  readonly at: Instant;
  /** A statement of one's own, for what people do all day: prepared once, and sent together with what is asked beside it. */
  query<Row>(statement: Statement<Row>): Promise<readonly Row[]>;
  /** Sent like a query and not waited for: the commit waits, and fails with it. */
  write(statement: Statement): void;
  /** Written to the outbox by this same transaction; seen by nobody if it rolls back. */
  emit(event: DomainEvent): void;
  /** The same of many at once: see `together`. */
  emitTogether(events: readonly DomainEvent[]): void;
}

const attempts = 3;

type Scope = TenantScope & { readonly agencyId: Id };

@Injectable()
export class UnitOfWork {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(PRISMA) private readonly prisma: PrismaClient,
    private readonly clock: Clock,
    private readonly outbox: OutboxSignal,
  ) {}

  /**
   * Runs `work` in one transaction within the agency. An expected failure (`err`) rolls everything back and is
   * returned; anything thrown rolls back and is thrown. Serialization failures and deadlocks are tried again, so
   * `work` must have no effect outside the transaction.
   */
  async run<R extends Result<unknown, unknown>>(scope: Scope, work: (tx: Tx) => Promise<R>): Promise<R> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.attempt(scope, work);
      } catch (problem) {
        if (attempt >= attempts || !isTransient(problem)) throw problem;
      }
    }
  }

  private async attempt<R extends Result<unknown, unknown>>(scope: Scope, work: (tx: Tx) => Promise<R>): Promise<R> {
    const client = await this.pool.connect();
    const connection = new CommandConnection(client);
    const joined = new JoinedPrisma(this.prisma, client);
    const events: DomainEvent[] = [];
    const at = this.clock.now();
    let broken: Error | undefined;
    try {
      connection.begin(settingsOf(scope));
      const done = await work({
        db: joined.db,
        agencyId: scope.agencyId,
        at,
        query: (statement) => connection.query(statement),
        write: (statement) => connection.write(statement),
        emit: (event) => void events.push(event),
        emitTogether: (many) => void events.push(...together(many)),
      });
      await joined.leave();
      if (!done.ok) {
        broken = await connection.rollback();
        return done;
      }
      if (events.length > 0) connection.write(insertOutboxEvents(scope.agencyId, at, events));
      await connection.commit();
      if (events.length > 0) this.outbox.wake();
      return done;
    } catch (problem) {
      await joined.leave();
      const first = await connection.firstFailure();
      broken = await connection.rollback();
      throw first ?? problem;
    } finally {
      client.release(broken);
    }
  }
}

/** PostgreSQL's codes of a serialization failure and of a deadlock. */
const transient = /40001|40P01/;

/** Prisma's P2034 covers both; its raw statements, and our own, show PostgreSQL's code. */
export function isTransient(problem: unknown): boolean {
  if (problem instanceof Prisma.PrismaClientKnownRequestError) {
    return problem.code === 'P2034' || transient.test(JSON.stringify(problem.meta ?? {}));
  }
  return problem instanceof Error && 'code' in problem && transient.test(String(problem.code));
}
