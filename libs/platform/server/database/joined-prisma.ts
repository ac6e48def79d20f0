import { AsyncLocalStorage } from 'node:async_hooks';
import type pg from 'pg';
import type { Prisma, PrismaClient } from './prisma';

interface Offer {
  readonly client: pg.PoolClient;
  isTaken: boolean;
}

const offered = new AsyncLocalStorage<Offer>();

const control = /^(?:BEGIN|COMMIT|ROLLBACK)$/;
const nothing = { fields: [], rows: [], rowCount: 0 };

/** The pool as Prisma sees it: where a connection is offered, its next transaction takes part in the one that runs there. */
export const joinable = (pool: pg.Pool): pg.Pool =>
  Object.create(pool, {
    connect: {
      value: (...args: []) => {
        const offer = offered.getStore();
        if (!offer || offer.isTaken) return pool.connect(...args);
        offer.isTaken = true;
        return Promise.resolve(guestOf(offer.client));
      },
    },
  }) as pg.Pool;

/** Whoever opened the transaction also ends it, and gives the connection back. */
function guestOf(client: pg.PoolClient): pg.PoolClient {
  return Object.create(client, {
    query: {
      value: (statement: pg.QueryConfig) =>
        control.test(statement.text) ? Promise.resolve(nothing) : client.query(statement),
    },
    release: { value: () => undefined },
  }) as pg.PoolClient;
}

const longest = { timeout: 15_000, maxWait: 10_000 };

/** Prisma within a transaction that is open already; it takes part from its first query on, and until `leave`. */
export class JoinedPrisma {
  /** Each call waits for Prisma to have joined; what is asked together is sent together. */
  readonly db: Prisma.TransactionClient;
  private readonly leaving = Promise.withResolvers<void>();
  private joined: Promise<Prisma.TransactionClient> | undefined;
  private left: Promise<unknown> | undefined;

  constructor(
    private readonly prisma: PrismaClient,
    private readonly client: pg.PoolClient,
  ) {
    this.db = whenJoined(() => this.join());
  }

  async leave(): Promise<void> {
    this.leaving.resolve();
    await this.left;
  }

  private join(): Promise<Prisma.TransactionClient> {
    return (this.joined ??= new Promise((resolve, reject) => {
      const taken = offered.run({ client: this.client, isTaken: false }, () =>
        this.prisma.$transaction(async (db) => {
          resolve(db);
          await this.leaving.promise;
        }, longest),
      );
      // Past its time Prisma ends its part; the next query of it says so, and that is the failure that counts.
      this.left = taken.catch(reject);
    }));
  }
}

type Call = (...args: unknown[]) => unknown;

function whenJoined(join: () => Promise<Prisma.TransactionClient>): Prisma.TransactionClient {
  const later =
    (method: (db: Prisma.TransactionClient) => Call): Call =>
    async (...args) =>
      method(await join())(...args);
  // `$queryRaw` and its kin stand beside the models, which have their methods one step deeper.
  const members = new Map<string, unknown>();
  const memberOf = (name: string): unknown =>
    name.startsWith('$')
      ? later((db) => bound(db, name))
      : new Proxy({}, { get: (_, method) => later((db) => bound(Reflect.get(db, name) as object, String(method))) });
  return new Proxy({} as Prisma.TransactionClient, {
    get(_, name) {
      if (typeof name !== 'string' || name === 'then') return undefined;
      if (!members.has(name)) members.set(name, memberOf(name));
      return members.get(name);
    },
  });
}

const bound =
  (of: object, method: string): Call =>
  (...args) =>
    (Reflect.get(of, method) as Call).apply(of, args);
