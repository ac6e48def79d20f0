import { Inject, Injectable } from '@nestjs/common';
import type { Id, Instant, Result } from '@planerka/platform/domain';
import { writeOutboxEvents, type DomainEvent } from '../events/domain-event';
import { OutboxSignal } from '../events/outbox-signal';
import { Clock } from '../time/clock';
import { PRISMA } from './database.tokens';
import { Prisma, type PrismaClient } from './prisma';
import { settingsOf, type TenantScope } from './tenant';

/** One use case's transaction: the only way a command writes. */
export interface Tx {
  /** Prisma inside the transaction; every query names the agency itself, row-level security is the net under it. */
  readonly db: Prisma.TransactionClient;
  readonly agencyId: Id;
  /** The one instant of everything this command does. */
  readonly at: Instant;
  /** Written to the outbox by this same transaction; seen by nobody if it rolls back. */
  emit(event: DomainEvent): void;
}

const attempts = 3;

@Injectable()
export class UnitOfWork {
  constructor(
    @Inject(PRISMA) private readonly prisma: PrismaClient,
    private readonly clock: Clock,
    private readonly outbox: OutboxSignal,
  ) {}

  /**
   * Runs `work` in one transaction within the agency. An expected failure (`err`) rolls everything back and is
   * returned; anything thrown rolls back and is thrown. Serialization failures and deadlocks are tried again, so
   * `work` must have no effect outside the transaction.
   */
  async run<R extends Result<unknown, unknown>>(
    scope: TenantScope & { readonly agencyId: Id },
    work: (tx: Tx) => Promise<R>,
  ): Promise<R> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.attempt(scope, work);
      } catch (problem) {
        if (problem instanceof RolledBack) return problem.result as R;
        if (attempt >= attempts || !isTransient(problem)) throw problem;
      }
    }
  }

  private async attempt<R extends Result<unknown, unknown>>(
    scope: TenantScope & { readonly agencyId: Id },
    work: (tx: Tx) => Promise<R>,
  ): Promise<R> {
    const events: DomainEvent[] = [];
    const result = await this.prisma.$transaction(
      async (db) => {
        for (const setting of settingsOf(scope)) await db.$executeRawUnsafe(setting);
        const at = this.clock.now();
        const done = await work({ db, agencyId: scope.agencyId, at, emit: (event) => void events.push(event) });
        if (!done.ok) throw new RolledBack(done);
        await writeOutboxEvents(db, scope.agencyId, at, events);
        return done;
      },
      { timeout: 15_000, maxWait: 10_000 },
    );
    if (events.length > 0) this.outbox.wake();
    return result;
  }
}

/** Carries an expected failure out of Prisma's callback, so that it rolls back. */
class RolledBack extends Error {
  constructor(readonly result: Result<unknown, unknown>) {
    super('Rolled back');
  }
}

/** Prisma's P2034 covers write conflicts and deadlocks; raw statements show Postgres' own code. */
function isTransient(problem: unknown): boolean {
  if (!(problem instanceof Prisma.PrismaClientKnownRequestError)) return false;
  if (problem.code === 'P2034') return true;
  return /40001|40P01/.test(JSON.stringify(problem.meta ?? {}));
}
