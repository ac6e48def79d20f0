/** Injection tokens of the shared pool and of what stands on it. */
export const POOL = Symbol('pg.Pool');
export const PRISMA = Symbol('PrismaClient');
export const KYSELY = Symbol('Kysely');
