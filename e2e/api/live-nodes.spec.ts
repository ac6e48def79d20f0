import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EventBus } from '@planerka/platform/server';
import { agency, databaseWay, type DatabaseWay, type TestAgency } from '@planerka/testing/server';
import { startNode, type Api } from './harness';
import { listenAs, until, type Ear } from './sockets';

/** The second node reaches the database by a way that can be cut. */
let way: DatabaseWay;
let here: Api;
let there: Api;
let own: TestAgency;
let hereEar: Ear;
let thereEar: Ear;

beforeAll(async () => {
  way = await databaseWay();
  here = await startNode();
  there = await startNode({ DATABASE_URL: way.url });
  await Promise.all([here, there].map(({ app }) => app.listen(0, '127.0.0.1')));
  own = await agency();
  hereEar = await listenAs(here, own.owner);
  thereEar = await listenAs(there, own.owner);
});

afterAll(async () => {
  await Promise.all([hereEar.close(), thereEar.close()]);
  await Promise.all([here, there].map(({ app }) => app.close()));
  await way.cut();
});

let version = 0;
const rename = (api: Api): Promise<unknown> =>
  api.as(own.owner).run(/* GraphQL */ `
    mutation {
      updateAgency(
        input: {
          expectedVersion: ${(version += 1)}
          name: "Маяк ${version}"
          timeZone: "Europe/Moscow"
          locale: "ru"
          killFeePercent: 0
        }
      ) {
        __typename
      }
    }
  `);

/** Both have heard so many, and nobody hears any more: what a node tells twice, it tells at once. */
async function bothHaveHeard(count: number): Promise<void> {
  await until(() => hereEar.heard.length >= count && thereEar.heard.length >= count);
  expect([hereEar.heard.length, thereEar.heard.length]).toEqual([count, count]);
}

const readiness = async (api: Api) => {
  const { statusCode, body } = await api.app.inject({ method: 'GET', url: '/health/ready' });
  return { statusCode, body: JSON.parse(body) as unknown };
};

describe('Two nodes over one database', () => {
  it('tell what happened on either to the subscribers of both, each once', async () => {
    await rename(here);
    await bothHaveHeard(1);
    await rename(there);
    await bothHaveHeard(2);
    expect(thereEar.heard).toEqual(hereEar.heard);
  });

  it('spare the others a listener that fails', async () => {
    const stop = there.app.get(EventBus).listen(own.agencyId, () => {
      throw new Error('A listener of this test fails on purpose');
    });
    await rename(here);
    await bothHaveHeard(3);
    stop();
  });

  it('are not ready while the database is away, and hear afterwards what they missed', async () => {
    expect(await readiness(there)).toEqual({ statusCode: 200, body: { status: 'ok', database: 'ok' } });
    await way.cut();
    expect(await readiness(there)).toEqual({
      statusCode: 503,
      body: { status: 'unavailable', database: 'unreachable or not migrated' },
    });
    expect((await there.app.inject({ method: 'GET', url: '/health/live' })).statusCode).toBe(200);

    await rename(here);
    await until(() => hereEar.heard.length === 4);
    expect(thereEar.heard).toHaveLength(3);

    await way.mend();
    await bothHaveHeard(4);
    expect((await readiness(there)).statusCode).toBe(200);
    await rename(here);
    await bothHaveHeard(5);
  });
});
