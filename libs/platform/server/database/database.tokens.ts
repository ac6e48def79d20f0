/** Injection tokens of the shared pool and of what stands on it. */
export const POOL = Symbol('pg.Pool');
/** Connections past a pooler, for what listens; the same pool where there is none. */
export const DIRECT_POOL = Symbol('direct pg.Pool');
export const PRISMA = Symbol('PrismaClient');
export const KYSELY = Symbol('Kysely');
