import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { err, newId, ok, type Id } from '@planerka/platform/domain';
import { agency, testDatabase, within, type TestAgency } from '@planerka/testing/server';
import { sql } from 'kysely';
import type pg from 'pg';
import { OutboxSignal } from '../events/outbox-signal';
import { Clock } from '../time/clock';
import { createConnectionPool, onStatement } from './connection-pool';
import { createPrisma, Prisma, type PrismaClient } from './prisma';
import { tables } from './statement';
import { UnitOfWork, type Tx } from './unit-of-work';

let pool: pg.Pool;
let prisma: PrismaClient;
let unitOfWork: UnitOfWork;
let mayak: TestAgency;
let squadId: Id;

beforeAll(async () => {
  const { url } = await testDatabase();
  pool = createConnectionPool({ databaseUrl: url, databasePool: 3 });
  prisma = createPrisma(pool);
  unitOfWork = new UnitOfWork(pool, prisma, new Clock(), new OutboxSignal());
});
beforeEach(async () => {
  mayak = await agency();
  ({ squadId } = mayak);
});
afterAll(async () => {
  await prisma.$disconnect();
  await pool.end();
});

const squads = async (): Promise<string[]> => {
  const { agencyId } = mayak;
  const found = await within(agencyId, (db) => db.squad.findMany({ where: { agencyId }, select: { name: true } }));
  return found.map(({ name }) => name).toSorted();
};
const insertSquad = (name: string) =>
  tables.insertInto('squad').values({ agency_id: mayak.agencyId, id: newId(), name });
const createSquad = (tx: Tx, name: string) =>
  tx.db.squad.create({ data: { agencyId: mayak.agencyId, id: newId(), name } });
const event = () => ({
  type: 'squad.renamed',
  entity: { type: 'Squad', id: squadId },
  actor: { memberId: null, name: 'Анна' },
  audience: {},
});
const eventsOfSquad = async () => {
  const { agencyId } = mayak;
  return within(agencyId, (db) => db.outboxEvent.count({ where: { agencyId, type: 'squad.renamed' } }));
};

/** Everything the pool can give at once: nothing was left behind on any of its connections. */
async function expectCleanPool(): Promise<void> {
  const clients = await Promise.all([pool.connect(), pool.connect(), pool.connect()]);
  for (const client of clients) {
    const { rows } = await client.query(
      `SELECT current_setting('app.agency_id', true) AS agency, now() = statement_timestamp() AS "isFresh"`,
    );
    client.release();
    expect(rows).toEqual([{ agency: expect.not.stringContaining('-'), isFresh: true }]);
  }
}

describe('a unit of work', () => {
  it('keeps what Prisma and statements of one’s own wrote, in one transaction, and sees all of it meanwhile', async () => {
    const seen = await unitOfWork.run(mayak, async (tx) => {
      tx.write(insertSquad('Вторая'));
      await createSquad(tx, 'Третья');
      const names = await tx.db.squad.findMany({ where: { agencyId: tx.agencyId }, select: { name: true } });
      const [row] = await tx.query(sql<{ count: number }>`SELECT count(*)::int AS count FROM squad`);
      tx.emit(event());
      return ok({ names: names.map(({ name }) => name), count: row?.count });
    });
    expect(seen).toMatchObject({ ok: true, value: { count: 3, names: expect.arrayContaining(['Вторая', 'Третья']) } });
    expect(await squads()).toEqual(expect.arrayContaining(['Вторая', 'Третья']));
    expect(await eventsOfSquad()).toBe(1);
    await expectCleanPool();
  });

  it('keeps nothing of what is refused, and nobody hears of it', async () => {
    const before = await squads();
    const refused = await unitOfWork.run(mayak, async (tx) => {
      tx.write(insertSquad('Вторая'));
      await createSquad(tx, 'Третья');
      tx.emit(event());
      return err('not today');
    });
    expect(refused).toEqual(err('not today'));
    expect(await squads()).toEqual(before);
    expect(await eventsOfSquad()).toBe(0);
    await expectCleanPool();
  });

  it('throws the failure of a write that nobody waited for, and keeps nothing', async () => {
    const before = await squads();
    const [name = ''] = before;
    const running = unitOfWork.run(mayak, async (tx) => {
      tx.write(insertSquad('Вторая'));
      tx.write(insertSquad(name));
      await tx.query(sql`SELECT 1`);
      return ok(undefined);
    });
    // Not that the transaction was aborted, which is only what came of it.
    await expect(running).rejects.toMatchObject({ code: '23505' });
    expect(await squads()).toEqual(before);
    await expectCleanPool();
  });

  it('does not take for done what Prisma has failed in, even where nobody minded', async () => {
    const [name = ''] = await squads();
    const running = unitOfWork.run(mayak, async (tx) => {
      await createSquad(tx, name).catch(() => undefined);
      return ok(undefined);
    });
    await expect(running).rejects.toThrow('had failed');
    await expectCleanPool();
  });

  it('sees no other agency, whichever way it asks', async () => {
    const other = await agency('Чужие');
    const seen = await unitOfWork.run(mayak, async (tx) =>
      ok([
        await tx.query(sql`SELECT 1 FROM squad WHERE agency_id = ${other.agencyId}::uuid`),
        await tx.db.squad.findMany({ where: { agencyId: other.agencyId } }),
      ]),
    );
    expect(seen).toEqual(ok([[], []]));
  });

  it('opens and writes in one round trip, and ends in one', async () => {
    const sent: string[] = [];
    const stop = onStatement((statement) => sent.push(statement));
    await unitOfWork.run(mayak, (tx) => {
      tx.write(insertSquad('Вторая'));
      // Nothing has been answered yet, and all of it is on its way.
      expect(sent).toHaveLength(3);
      return Promise.resolve(ok(undefined));
    });
    stop();
    expect(sent.at(-1)).toBe('COMMIT');
    expect(sent).toHaveLength(4);
  });
});

describe('what fails for a moment', () => {
  const failing = sql`DO $$ BEGIN RAISE EXCEPTION 'could not serialize' USING ERRCODE = '40001'; END $$`;
  const ways: Readonly<Record<string, (tx: Tx) => unknown>> = {
    'a query of one’s own': (tx) => tx.query(failing),
    'a write of one’s own': (tx) => tx.write(failing),
    'Prisma’s raw statement': (tx) =>
      tx.db.$executeRaw(Prisma.sql`DO $$ BEGIN RAISE EXCEPTION 'could not serialize' USING ERRCODE = '40P01'; END $$`),
  };

  it.each(Object.keys(ways))('is tried again: %s', async (way) => {
    let attempts = 0;
    const done = await unitOfWork.run(mayak, async (tx) => {
      attempts += 1;
      if (attempts < 3) await ways[way]?.(tx);
      return ok(attempts);
    });
    expect(done).toEqual(ok(3));
    await expectCleanPool();
  });

  it.each(Object.keys(ways))('is not tried for ever: %s', async (way) => {
    let attempts = 0;
    const running = unitOfWork.run(mayak, async (tx) => {
      attempts += 1;
      await ways[way]?.(tx);
      return ok(undefined);
    });
    await expect(running).rejects.toThrow(/could not serialize|40P01/);
    expect(attempts).toBe(3);
    await expectCleanPool();
  });

  it('lets both of two that wait for each other through', async () => {
    const [one, other] = [newId(), newId()];
    await within(mayak.agencyId, (db) =>
      db.squad.createMany({ data: [one, other].map((id) => ({ agencyId: mayak.agencyId, id, name: id })) }),
    );
    const meeting = Promise.withResolvers<void>();
    let arrived = 0;
    const inOrder = (ids: readonly Id[]) =>
      unitOfWork.run(mayak, async (tx) => {
        for (const [place, id] of ids.entries()) {
          await tx.db.squad.update({
            where: { agencyId_id: { agencyId: mayak.agencyId, id } },
            data: { version: { increment: 1 } },
          });
          if (place > 0) continue;
          arrived += 1;
          // Each holds one row before either asks for its second.
          if (arrived >= 2) meeting.resolve();
          await meeting.promise;
        }
        return ok(undefined);
      });
    const both = await Promise.all([inOrder([one, other]), inOrder([other, one])]);
    expect(both).toEqual([ok(undefined), ok(undefined)]);
    const versions = await within(mayak.agencyId, (db) =>
      db.squad.findMany({ where: { agencyId: mayak.agencyId, id: { in: [one, other] } }, select: { version: true } }),
    );
    expect(versions).toEqual([{ version: 3 }, { version: 3 }]);
  });

  it('is not what everything else is: that is thrown at once', async () => {
    let attempts = 0;
    const running = unitOfWork.run(mayak, () => {
      attempts += 1;
      return Promise.reject(new Error('a mistake of ours'));
    });
    await expect(running).rejects.toThrow('a mistake of ours');
    expect(attempts).toBe(1);
  });
});
