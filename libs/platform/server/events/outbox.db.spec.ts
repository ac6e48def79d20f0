import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId, type Id } from '@planerka/platform/domain';
import { agency, testDatabase, within, type TestAgency } from '@planerka/testing/server';
import type pg from 'pg';
import { createConnectionPool } from '../database/connection-pool';
import type { DispatchedEvent } from './domain-event';
import { EventBus } from './event-bus';
import { Outbox } from './outbox';

let pool: pg.Pool;
let outbox: Outbox;
let own: TestAgency;
beforeAll(async () => {
  pool = createConnectionPool({ databaseUrl: (await testDatabase()).url, databasePool: 4 });
  outbox = new Outbox(pool);
  own = await agency();
  // What earlier specs of this worker left would stand before ours.
  const taken = () => Promise.resolve();
  while ((await outbox.dispatch(100, taken, () => undefined)).claimed > 0);
});
afterAll(() => pool.end());

/** An event that happened `minutesAgo`, waiting to be dispatched unless `dispatchedDaysAgo` says when it was. */
async function event(type: string, minutesAgo: number, dispatchedDaysAgo?: number): Promise<Id> {
  const id = newId();
  await within(own.agencyId, async (db) => {
    await db.outboxEvent.create({
      data: {
        agencyId: own.agencyId,
        id,
        type,
        payload: { entity: { type: 'Task', id }, actor: { memberId: null, name: 'Спека' }, audience: {} },
        createdAt: new Date(Date.now() - minutesAgo * 60_000),
        ...(dispatchedDaysAgo !== undefined && { dispatchedAt: new Date(Date.now() - dispatchedDaysAgo * 86_400_000) }),
      },
    });
  });
  return id;
}

const rowOf = (id: Id) =>
  within(own.agencyId, (db) => db.outboxEvent.findUnique({ where: { agencyId_id: { agencyId: own.agencyId, id } } }));

describe('Outbox', () => {
  it('lets what fails wait for its next try, and hands on what stands behind it', async () => {
    const failing = await Promise.all([3, 2].map((minutes) => event('task.broken', minutes)));
    const behind = await event('task.sound', 1);
    const seen: Id[][] = [];
    const handle = (found: readonly DispatchedEvent[]): Promise<void> => {
      seen.push(found.map(({ id }) => id));
      return found.some(({ type }) => type === 'task.broken')
        ? Promise.reject(new Error('on purpose'))
        : Promise.resolve();
    };
    const failures: string[] = [];
    const onFailure = (found: DispatchedEvent): void => void failures.push(found.id);

    // No room for the third: the failing ones must make way.
    await outbox.dispatch(2, handle, onFailure);
    const { dispatched } = await outbox.dispatch(2, handle, onFailure);

    // Together, then each by itself.
    expect(seen).toEqual([failing, [failing[0]], [failing[1]], [behind]]);
    expect(failures).toEqual(failing);
    expect(dispatched.map(({ id, at }) => [id, typeof at])).toEqual([[behind, 'string']]);
    expect(await rowOf(failing[0]!)).toMatchObject({ attempts: 1, dispatchedAt: null });
    expect((await rowOf(behind))?.dispatchedAt).toBeInstanceOf(Date);
    expect((await outbox.dispatch(2, handle, onFailure)).claimed).toBe(0);
  });

  it('reads events by their keys in the order in which they happened', async () => {
    const [later, earlier] = [await event('task.later', 10), await event('task.earlier', 20)];
    const found = await outbox.read([
      [own.agencyId, later],
      [own.agencyId, newId()],
      [own.agencyId, earlier],
    ]);
    expect(found.map(({ type, agencyId }) => [type, agencyId])).toEqual([
      ['task.earlier', own.agencyId],
      ['task.later', own.agencyId],
    ]);
  });

  it('forgets what was dispatched long ago and nothing else', async () => {
    const [old, recent, waiting] = [await event('a', 9, 8), await event('b', 9, 6), await event('c', 60 * 24 * 30)];
    expect(await outbox.prune(7)).toBeGreaterThanOrEqual(1);
    expect(await Promise.all([old, recent, waiting].map(async (id) => (await rowOf(id)) !== null))).toEqual([
      false,
      true,
      true,
    ]);
  });
});

describe('EventBus', () => {
  it('runs every handler of an event, and says so when one of them failed', async () => {
    const bus = new EventBus();
    const ran: string[] = [];
    bus.handle(() => Promise.reject(new Error('on purpose')));
    bus.handle((events) => Promise.resolve(void ran.push(...events.map(({ type }) => type))));
    const id = newId();
    const happened = {
      id,
      agencyId: id,
      at: '',
      type: 'task.done',
      entity: { type: 'Task', id },
      actor: { memberId: null, name: '' },
      audience: {},
    };
    await expect(bus.dispatch([happened])).rejects.toThrow('on purpose');
    expect(ran).toEqual(['task.done']);
  });
});
