import { setTimeout as sleep } from 'node:timers/promises';
import { Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import type pg from 'pg';
import { CONFIG, type Config } from '../config/config';
import { EventBus } from '../events/event-bus';
import { NodeRelay } from '../events/node-relay';
import { Outbox } from '../events/outbox';
import { OutboxDispatcher } from '../events/outbox-dispatcher';
import { OutboxPruning } from '../events/outbox-pruning';
import { OutboxSignal } from '../events/outbox-signal';
import { Jobs } from '../jobs/jobs';
import { Mailer } from '../mail/mailer';
import { Clock } from '../time/clock';
import { createConnectionPool } from './connection-pool';
import { DIRECT_POOL, KYSELY, POOL, PRISMA } from './database.tokens';
import { createKysely } from './kysely';
import { createPrisma, type PrismaClient } from './prisma';
import { Reader } from './reader';
import { UnitOfWork } from './unit-of-work';

/** The jobs' two workers, both runners' listeners, and some for webhooks: a worker holds one only to take a job and to say how it went. */
const directConnections = 7;

const directPool = ({ databaseUrl, databaseDirectUrl }: Config, pool: pg.Pool): pg.Pool =>
  databaseDirectUrl === databaseUrl
    ? pool
    : createConnectionPool({ databaseUrl: databaseDirectUrl, databasePool: directConnections });

@Global()
@Module({
  providers: [
    Clock,
    { provide: POOL, useFactory: (config: Config) => createConnectionPool(config), inject: [CONFIG] },
    { provide: DIRECT_POOL, useFactory: directPool, inject: [CONFIG, POOL] },
    { provide: PRISMA, useFactory: (pool: pg.Pool) => createPrisma(pool), inject: [POOL] },
    { provide: KYSELY, useFactory: (pool: pg.Pool) => createKysely(pool), inject: [POOL] },
    Reader,
    UnitOfWork,
    OutboxSignal,
    EventBus,
    Outbox,
    NodeRelay,
    OutboxDispatcher,
    OutboxPruning,
    Jobs,
    Mailer,
  ],
  exports: [Clock, POOL, PRISMA, KYSELY, Reader, UnitOfWork, EventBus, Jobs, Mailer],
})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(
    @Inject(PRISMA) private readonly prisma: PrismaClient,
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(DIRECT_POOL) private readonly directPool: pg.Pool,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    await this.prisma.$disconnect();
    const pools = [...new Set([this.pool, this.directPool])];
    // A connection that nobody gives back any more must not keep the server from ending.
    await Promise.race([Promise.all(pools.map((pool) => pool.end())), sleep(5_000, undefined, { ref: false })]);
  }
}
