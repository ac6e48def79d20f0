import { PrismaPg } from '@prisma/adapter-pg';
import type pg from 'pg';
import { PrismaClient } from './generated/prisma/client';

export { Prisma, PrismaClient } from './generated/prisma/client';

/** Prisma over the shared pool: commands write through it. */
export const createPrisma = (pool: pg.Pool): PrismaClient =>
  // Its full errors quote what was to be written: people's texts, on the way to a log.
  new PrismaClient({ adapter: new PrismaPg(pool, { disposeExternalPool: false }), errorFormat: 'minimal' });
