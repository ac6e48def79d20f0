import { Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import type pg from 'pg';
import { CONFIG, type Config } from '../config/config';
import { EventBus } from '../events/event-bus';
import { OutboxDispatcher } from '../events/outbox-dispatcher';
import { OutboxSignal } from '../events/outbox-signal';
import { Jobs } from '../jobs/jobs';
import { Mailer } from '../mail/mailer';
import { Clock } from '../time/clock';
import { createConnectionPool } from './connection-pool';
import { KYSELY, POOL, PRISMA } from './database.tokens';
import { createKysely } from './kysely';
import { createPrisma, type PrismaClient } from './prisma';
import { Reader } from './reader';
import { UnitOfWork } from './unit-of-work';

@Global()
@Module({
  providers: [
    Clock,
    { provide: POOL, useFactory: (config: Config) => createConnectionPool(config), inject: [CONFIG] },
    { provide: PRISMA, useFactory: (pool: pg.Pool) => createPrisma(pool), inject: [POOL] },
    { provide: KYSELY, useFactory: (pool: pg.Pool) => createKysely(pool), inject: [POOL] },
    Reader,
    UnitOfWork,
    OutboxSignal,
    EventBus,
    OutboxDispatcher,
    Jobs,
    Mailer,
  ],
  exports: [Clock, POOL, PRISMA, KYSELY, Reader, UnitOfWork, EventBus, Jobs, Mailer],
})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(
    @Inject(PRISMA) private readonly prisma: PrismaClient,
    @Inject(POOL) private readonly pool: pg.Pool,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    await this.prisma.$disconnect();
    await this.pool.end();
  }
}
