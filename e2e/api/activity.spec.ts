import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { agency, type TestAgency } from '@planerka/testing/server';
import { newId } from '@planerka/platform/domain';
import { EventBus } from '@planerka/platform/server';
import { startApi, stopApi, type Api } from './harness';
import { listenAs, socketOf } from './sockets';

let api: Api;
let own: TestAgency;
beforeAll(async () => {
  api = await startApi();
  await api.app.listen(0, '127.0.0.1');
  own = await agency();
});
afterAll(stopApi);

const renameAgency = (name: string, expectedVersion: number) => /* GraphQL */ `
  mutation {
    updateAgency(input: { expectedVersion: ${expectedVersion}, name: "${name}", timeZone: "Europe/Moscow", locale: "ru", killFeePercent: 0 }) {
      __typename
    }
  }
`;

describe('Live', () => {
  it('tells an owner what happened, and a manager nothing of the owners’ own affairs', async () => {
    const owner = await listenAs(api, own.owner);
    const manager = await listenAs(api, own.manager);
    await api.as(own.owner).run(renameAgency('Маяк и Ко', 1));

    await expect(owner.next()).resolves.toMatchObject({ type: 'agency.updated', actorName: 'Ирина Савельева' });
    expect(manager.heard).toEqual([]);
    await Promise.all([owner.close(), manager.close()]);
  });

  it('opens no socket to a page of another origin', async () => {
    const client = await socketOf(api, own.owner, { origin: 'https://evil.example' });
    const heard = client.iterate({ query: 'subscription { happened { type } }' });
    await expect(heard.next()).rejects.toBeDefined();
    await client.dispose();
  });

  it('keeps an audit entry of every event, once', async () => {
    const log = 'query { auditLog { nodes { action actorName entityType } } }';
    const entries = (await api.as(own.owner).run(log)).auditLog.nodes;
    expect(entries).toEqual([{ action: 'agency.updated', actorName: 'Ирина Савельева', entityType: 'Agency' }]);
    expect((await api.as(own.manager).run(log)).auditLog.nodes).toEqual([]);
    expect((await api.as(own.copywriter).run(log)).auditLog.nodes).toEqual([]);
  });
});

describe('Money', () => {
  it('of others travels with no event and stands in no log: an acceptance tells that it happened', async () => {
    const mayak = await agency();
    const { agencyId, manager, owner } = mayak;
    await api.app.get(EventBus).dispatch(
      ['rate.set', 'retainer.changed', 'task.accepted'].map((type) => ({
        agencyId,
        id: newId(),
        at: new Date().toISOString(),
        actor: { memberId: null, name: 'Ирина Савельева' },
        type,
        entity: { type: 'Task', id: newId() },
        audience: type === 'task.accepted' ? { clientId: mayak.client.id } : { ownersOnly: true },
        related: { clientId: mayak.client.id },
        details: { title: 'Пост', fee: '7777.00', amount: '7777.00' },
      })),
    );
    const log = 'query { auditLog { nodes { action title } } }';
    const seen = await api.as(manager).run(log);
    expect(seen.auditLog.nodes).toEqual([{ action: 'task.accepted', title: 'Пост' }]);
    expect(JSON.stringify([seen, await api.as(owner).run(log)])).not.toContain('7777');
  });
});
