import { PrismaPg } from '@prisma/adapter-pg';
import type pg from 'pg';
import { PrismaClient } from './generated/prisma/client';
import { joinable } from './joined-prisma';
import { statementName } from './statement-names';

export { Prisma, PrismaClient } from './generated/prisma/client';

/** Prisma over the shared pool: commands write through it, on their unit of work's connection. */
export const createPrisma = (pool: pg.Pool): PrismaClient =>
  new PrismaClient({
    adapter: new PrismaPg(joinable(pool), {
      disposeExternalPool: false,
      // Settings carry ids in their text: no two are the same, and none would be prepared twice.
      statementNameGenerator: ({ sql, args }) => (args.length > 0 ? (statementName(sql) ?? '') : ''),
    }),
    // Its full errors quote what was to be written: people's texts, on the way to a log.
    errorFormat: 'minimal',
  });
