import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId, type Id } from '@planerka/platform/domain';
import {
  Clock,
  createConnectionPool,
  createPrisma,
  EventBus,
  UnitOfWork,
  type DispatchedEvent,
} from '@planerka/platform/server';
import { agency, testDatabase } from '@planerka/testing/server';
import pg from 'pg';
import { AuditLog } from './audit-log';
import { auditChainOf } from './audit-chains';

/** Two nodes, each with its own pool and dispatcher's bus. */
const nodes: { bus: EventBus; close: () => Promise<void> }[] = [];
let admin: pg.Client;
let app: pg.Client;
let agencyId: Id;

beforeAll(async () => {
  const { url, adminUrl } = await testDatabase();
  for (let node = 0; node < 2; node += 1) {
    const pool = createConnectionPool({ databaseUrl: url, databasePool: 6 });
    const prisma = createPrisma(pool);
    const bus = new EventBus();
    new AuditLog(
      bus,
      new UnitOfWork(pool, prisma, new Clock(), { wake: () => undefined, onWake: () => undefined } as never),
    ).onModuleInit();
    nodes.push({ bus, close: () => prisma.$disconnect().then(() => pool.end()) });
  }
  [admin, app] = [new pg.Client({ connectionString: adminUrl }), new pg.Client({ connectionString: url })];
  await Promise.all([admin.connect(), app.connect()]);
});
afterAll(() => Promise.all([admin.end(), app.end(), ...nodes.map(({ close }) => close())]));
beforeEach(async () => void ({ agencyId } = await agency()));

const event = (title = 'Пост «про стол»\n— \u2028 конец'): DispatchedEvent => ({
  agencyId,
  id: newId(),
  type: 'task.accepted',
  at: new Date().toISOString(),
  entity: { type: 'Task', id: newId() },
  actor: { memberId: null, name: 'Марина Дубова 🌲' },
  audience: {},
  details: { title, round: 2, share: 0.1, none: null },
  changes: { goal: { from: null, to: ['a', 1.5] } },
  origin: { address: '203.0.113.7', device: 'Firefox' },
});

const report = () => auditChainOf(app, agencyId);

describe('The audit chain', () => {
  it('is made by many at once without a fork, a gap or a doubled entry', async () => {
    const events = Array.from({ length: 60 }, () => event());
    const rounds = Array.from({ length: 20 }, (_, round) => events.slice(round * 3, round * 3 + 3));
    // every round on one node, half of them on the other, too: a round is handled again where its node died
    await Promise.all(
      rounds.flatMap((round, index) =>
        nodes.filter((_, node) => node === 0 || index % 2 === 0).map(({ bus }) => bus.dispatch(round)),
      ),
    );
    expect(await report()).toMatchObject({ entries: 60, end: { sequence: 60 }, findings: [] });
  });

  it('shows what an administrator rewrote, took out or cut off', async () => {
    await nodes[0]!.bus.dispatch([event('Первый'), event('Второй'), event('Третий'), event('Четвёртый')]);
    const inDatabase = (text: string) => admin.query(text, [agencyId]);
    await inDatabase(
      `UPDATE audit_entry SET details = details || '{"title": "Другой"}' WHERE agency_id = $1 AND sequence = 2`,
    );
    expect((await report()).findings).toMatchObject([{ kind: 'changed', sequence: 2 }]);
    await inDatabase('DELETE FROM audit_entry WHERE agency_id = $1 AND sequence = 2');
    expect((await report()).findings).toEqual([{ kind: 'missing', from: 2, to: 2 }]);
    await inDatabase('DELETE FROM audit_entry WHERE agency_id = $1 AND sequence = 4');
    expect((await report()).findings).toContainEqual({ kind: 'wrong_end', entries: 3, remembered: 4 });
  });

  it('keeps its end out of reach: the application can neither change entries nor forget where they end', async () => {
    await expect(app.query('UPDATE audit_entry SET hash = previous_hash')).rejects.toThrow(/permission denied/);
    await expect(app.query('DELETE FROM audit_chain')).rejects.toThrow(/permission denied/);
  });
});
