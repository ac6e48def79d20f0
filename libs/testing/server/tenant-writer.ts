import type { Id } from '@planerka/platform/domain';
import {
  createConnectionPool,
  createPrisma,
  settingsOf,
  type Prisma,
  type PrismaClient,
} from '@planerka/platform/server';
import { testDatabase } from './test-database';

let prisma: Promise<PrismaClient> | undefined;

/** Prisma as the application's role, for what a scenario stands on. */
export function testPrisma(): Promise<PrismaClient> {
  return (prisma ??= testDatabase().then(({ url }) =>
    // Nobody tells it that the worker's last spec is over: idle, it keeps no process from ending.
    createPrisma(createConnectionPool({ databaseUrl: url, databasePool: 4 }, { allowExitOnIdle: true })),
  ));
}

/** Runs `work` inside the agency, under the same row-level security as the product. */
export async function within<T>(agencyId: Id, work: (db: Prisma.TransactionClient) => Promise<T>): Promise<T> {
  const client = await testPrisma();
  return client.$transaction(
    async (db) => {
      for (const setting of settingsOf({ agencyId })) await db.$executeRawUnsafe(setting);
      return work(db);
    },
    // A loaded machine is no failure.
    { maxWait: 20_000, timeout: 40_000 },
  );
}
