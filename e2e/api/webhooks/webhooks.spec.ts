import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { sealWebhookSecret, WebhookCourier, WebhookPruning } from '@planerka/activity/server';
import { newId, Temporal } from '@planerka/platform/domain';
import { agency, testSecret, within, type TestAgency, type TestMember } from '@planerka/testing/server';
import { Webhook } from 'standardwebhooks';
import { startNode, type Api } from '../harness';
import { until } from '../sockets';
import { receiverNetwork, startReceiver, status, type Received, type Receiver } from './receiver';

let api: Api;
let mayak: TestAgency;
let receiver: Receiver;
const lines: string[] = [];
beforeAll(async () => {
  api = await startNode(
    { WEBHOOKS_ALLOW_PRIVATE: receiverNetwork, LOG_LEVEL: 'trace' },
    { write: (line) => void lines.push(line) },
  );
});
beforeEach(async () => {
  mayak = await agency();
  receiver = await startReceiver();
});
afterEach(() => receiver.close());
afterAll(() => api.app.close());

const created = `__typename ... on WebhookCreated { secret webhook { id version } } ... on InvalidInput { issues { path code } }
  ... on NotFound { entity }`;
const create = `mutation ($input: CreateWebhookInput!) { createWebhook(input: $input) { ${created} } }`;
const rotate = `mutation ($id: ID!) { rotateWebhookSecret(webhookId: $id) {
  __typename ... on WebhookCreated { secret webhook { previousSecretUntil } } } }`;
const setActive = `mutation ($id: ID!, $isActive: Boolean!) { setWebhookActive(webhookId: $id, isActive: $isActive) {
  __typename ... on WebhookChanged { webhook { pausedBecause waitingCount } } } }`;
const test = `mutation ($id: ID!) { testWebhook(webhookId: $id) { __typename ... on WebhookDeliveryQueued { delivery { id } } } }`;
const replay = `mutation ($id: ID!) { replayWebhookDelivery(deliveryId: $id) {
  __typename ... on WebhookDeliveryQueued { delivery { id state } } ... on IllegalTransition { state action } } }`;
const list = `{ webhooks { id name url events pausedBecause failingSince waitingCount version
  lastDelivery { id type state status failure attemptCount canReplay } } }`;
const delivery = `query ($id: ID!) { webhookDelivery(id: $id) {
  id eventId type state status failure attemptCount dueAt body attempts { status failure milliseconds answer } } }`;

interface Made {
  readonly id: string;
  readonly secret: string;
}

const made = async (member: TestMember, url: string, events = ['client.created']): Promise<Made> => {
  const { createWebhook } = await api.as(member).run(create, { input: { name: 'CRM', url, events } });
  expect(createWebhook.__typename).toBe('WebhookCreated');
  return { id: createWebhook.webhook.id, secret: createWebhook.secret };
};

const newClient = (own: TestAgency, name: string) =>
  api.as(own.manager).run('mutation ($input: CreateClientInput!) { createClient(input: $input) { __typename } }', {
    input: { name, squadId: own.squadId },
  });

const hookOf = async (own: TestAgency, id: string) =>
  (await api.as(own.owner).run(list)).webhooks.find((each: { id: string }) => each.id === id);

const lastOf = async (own: TestAgency, id: string) => (await hookOf(own, id)).lastDelivery;
const deliveryOf = async (own: TestAgency, id: string) =>
  (await api.as(own.owner).run(delivery, { id })).webhookDelivery;

const verified = (secret: string, { body, headers }: Received) =>
  new Webhook(secret).verify(body, headers as Record<string, string>);

/** The next attempt, without waiting until it is due. */
const attempt = (own: TestAgency, deliveryId: string, before: number) =>
  api.app.get(WebhookCourier).deliver({ agencyId: own.agencyId, deliveryId, attempt: before });

describe('A webhook', () => {
  it('hears what happens, thin and signed, and its own agency’s events alone', async () => {
    const { id, secret } = await made(mayak.owner, receiver.url);
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    const others = await agency();
    const foreign = await startReceiver();
    try {
      await made(others.owner, foreign.url);
      await newClient(mayak, 'Белый кит');
      await until(async () => (await lastOf(mayak, id))?.state === 'DELIVERED');
      expect(receiver.received).toHaveLength(1);
      const [one] = receiver.received;
      const told = verified(secret, one!);
      expect(told).toMatchObject({
        type: 'client.created',
        data: {
          agencyId: mayak.agencyId,
          entity: { type: 'Client' },
          title: 'Белый кит',
          actor: { memberId: mayak.manager.memberId },
        },
      });
      expect(() => new Webhook('whsec_bm90LXRoZS1zZWNyZXQ=').verify(one!.body, one!.headers as never)).toThrow();
      const { eventId, ...kept } = await deliveryOf(mayak, (await lastOf(mayak, id)).id);
      expect(one!.headers['webhook-id']).toBe(eventId);
      expect(kept).toMatchObject({
        status: 204,
        attemptCount: 1,
        body: one!.body,
        attempts: [{ status: 204, answer: '' }],
      });
      // the others hear of their own, after ours has long been there
      await newClient(others, 'Ладога');
      await until(() => foreign.received.length > 0);
      expect(foreign.received.map(({ body }) => JSON.parse(body).data.title)).toEqual(['Ладога']);
    } finally {
      await foreign.close();
    }
  });

  it('is tried again under the same id until it is taken, and keeps what was answered, cut', async () => {
    const { id, secret } = await made(mayak.owner, receiver.url);
    receiver.answer(status(503, 'я'.repeat(5_000)));
    await newClient(mayak, 'Утро');
    await until(async () => (await lastOf(mayak, id))?.attemptCount === 1);
    const { id: sent } = await lastOf(mayak, id);
    expect(await hookOf(mayak, id)).toMatchObject({ failingSince: expect.any(String), waitingCount: 1 });
    expect(await deliveryOf(mayak, sent)).toMatchObject({ state: 'WAITING', status: 503, dueAt: expect.any(String) });
    expect((await deliveryOf(mayak, sent)).attempts[0].answer).toHaveLength(1_024);
    receiver.answer(status(200, 'ok\0'));
    // by itself after five seconds, or sooner: whoever comes second finds nothing to do
    await attempt(mayak, sent, 1);
    await until(async () => (await lastOf(mayak, id)).state === 'DELIVERED');
    await attempt(mayak, sent, 1);
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(receiver.received.map((each) => verified(secret, each))).toHaveLength(receiver.received.length);
    expect(await hookOf(mayak, id)).toMatchObject({ failingSince: null, waitingCount: 0 });
  });

  it('is paused by «410 Gone», keeps what happens meanwhile, and goes on where it stopped', async () => {
    const { id } = await made(mayak.owner, receiver.url);
    receiver.answer(status(410));
    await newClient(mayak, 'Первый');
    await until(async () => (await hookOf(mayak, id)).pausedBecause === 'GONE');
    const gone = await lastOf(mayak, id);
    expect(gone).toMatchObject({ state: 'FAILED', status: 410, canReplay: false });
    const refused = await api.as(mayak.owner).run(replay, { id: gone.id });
    expect(refused.replayWebhookDelivery).toMatchObject({ state: 'paused', action: 'replay' });
    receiver.answer(status(200));
    await newClient(mayak, 'Второй');
    await newClient(mayak, 'Третий');
    await until(async () => (await hookOf(mayak, id)).waitingCount === 2);
    expect(receiver.received).toHaveLength(1);
    await api.as(mayak.owner).run(setActive, { id, isActive: true });
    await until(() => receiver.received.length === 3);
    expect(receiver.received.map(({ body }) => JSON.parse(body).data.title)).toEqual(['Первый', 'Второй', 'Третий']);
    let letGo = (): void => undefined;
    const held = new Promise<void>((resolve) => void (letGo = resolve));
    // It could have been taken before the command's answer is read.
    receiver.answer((...asked) => void held.then(() => status(200)(...asked)));
    const { replayWebhookDelivery } = await api.as(mayak.owner).run(replay, { id: gone.id });
    expect(replayWebhookDelivery).toMatchObject({ delivery: { id: gone.id, state: 'WAITING' } });
    letGo();
    await until(() => receiver.received.length === 4);
    const [first, , , again] = receiver.received;
    expect(again!.headers['webhook-id']).toBe(first!.headers['webhook-id']);
  });

  it('that failed for five days is paused, and owners read so in their log', async () => {
    const { id } = await made(mayak.owner, receiver.url);
    receiver.answer(status(500));
    await within(mayak.agencyId, (db) =>
      db.webhook.updateMany({
        where: { agencyId: mayak.agencyId, id },
        data: { failingSince: new Date(Date.now() - 5 * 86_400_000) },
      }),
    );
    await newClient(mayak, 'Поздно');
    await until(async () => (await hookOf(mayak, id)).pausedBecause === 'FAILING');
    const log = `{ auditLog(actions: ["webhook"]) { nodes { action title reason } } }`;
    const paused = { action: 'webhook.paused', title: 'CRM', reason: 'failing' };
    await until(async () => (await api.as(mayak.owner).run(log)).auditLog.nodes[0]?.action === 'webhook.paused');
    expect((await api.as(mayak.owner).run(log)).auditLog.nodes[0]).toEqual(paused);
    expect((await api.as(mayak.manager).run(log)).auditLog.nodes).toEqual([]);
  });

  it('that is slow holds up nobody else’s', async () => {
    const slow = await startReceiver();
    const held: (() => void)[] = [];
    slow.answer((response) => void held.push(() => response.writeHead(200).end()));
    try {
      const { id } = await made(mayak.owner, slow.url);
      const quick = await made(mayak.owner, receiver.url);
      for (const name of ['Раз', 'Два', 'Три']) await newClient(mayak, name);
      await until(() => receiver.received.length === 3);
      // of the slow one's own the second waits for the first
      expect(slow.received.length).toBeLessThanOrEqual(1);
      await until(() => held.length === 1);
      for (let count = 1; count <= 3; count += 1) {
        await until(() => held.length === count);
        held[count - 1]?.();
      }
      await until(async () => (await hookOf(mayak, id)).waitingCount === 0);
      expect(await lastOf(mayak, quick.id)).toMatchObject({ state: 'DELIVERED' });
    } finally {
      await slow.close();
    }
  });

  it('does not follow a redirect into the house, nor a name that leads there', async () => {
    const inner = await startReceiver('127.0.0.1');
    try {
      const { id } = await made(mayak.owner, receiver.url);
      receiver.answer((response) => void response.writeHead(307, { location: inner.url }).end());
      await newClient(mayak, 'Туда');
      await until(async () => (await lastOf(mayak, id))?.status === 307);

      const byAddress = await api.as(mayak.owner).run(create, {
        input: { name: 'Внутрь', url: inner.url, events: ['client.created'] },
      });
      expect(byAddress.createWebhook.issues).toEqual([{ path: ['url'], code: 'private_address' }]);
      const byName = await made(mayak.owner, inner.url.replace('127.0.0.1', 'localhost'));
      await api.as(mayak.owner).run(test, { id: byName.id });
      await until(async () => (await lastOf(mayak, byName.id))?.state === 'FAILED');
      expect(await lastOf(mayak, byName.id)).toMatchObject({ failure: 'refused_address', attemptCount: 1 });
      expect(inner.received).toEqual([]);
    } finally {
      await inner.close();
    }
  });

  it('is signed by its old secret, too, for a day after a new one', async () => {
    const { id, secret } = await made(mayak.owner, receiver.url);
    const { rotateWebhookSecret } = await api.as(mayak.owner).run(rotate, { id });
    expect(rotateWebhookSecret.webhook.previousSecretUntil).not.toBeNull();
    await api.as(mayak.owner).run(test, { id });
    await until(() => receiver.received.length === 1);
    for (const each of [secret, rotateWebhookSecret.secret]) {
      expect(verified(each, receiver.received[0]!)).toMatchObject({ type: 'webhook.test' });
    }
    await api.app.get(WebhookPruning).prune(Temporal.Now.instant().add({ hours: 25 }));
    await api.as(mayak.owner).run(test, { id });
    await until(() => receiver.received.length === 2);
    expect(() => verified(secret, receiver.received[1]!)).toThrow();
    expect(verified(rotateWebhookSecret.secret, receiver.received[1]!)).toBeTruthy();
  });

  it('says at which field what is wrong, and is the owner’s alone', async () => {
    const wrong = await api.as(mayak.owner).run(create, { input: { name: ' ', url: 'crm', events: ['rate.set'] } });
    expect(wrong.createWebhook.issues).toEqual([
      { path: ['name'], code: 'required' },
      { path: ['url'], code: 'not_a_url' },
      { path: ['events'], code: 'unknown_event' },
    ]);
    const input = { name: 'CRM', url: receiver.url, events: ['client.created'] };
    expect((await api.as(mayak.manager).run(create, { input })).createWebhook).toEqual({
      __typename: 'NotFound',
      entity: 'Webhook',
    });
  });

  it('keeps its secret encrypted, shows it once, and forgets deliveries after thirty days', async () => {
    const { id, secret } = await made(mayak.owner, receiver.url);
    const row = await within(mayak.agencyId, (db) =>
      db.webhook.findUniqueOrThrow({ where: { agencyId_id: { agencyId: mayak.agencyId, id } } }),
    );
    expect(JSON.stringify(row)).not.toContain(secret.slice('whsec_'.length));
    // the same secret twice looks different each time
    expect(await sealWebhookSecret(testSecret, secret)).not.toBe(row.secret);
    await newClient(mayak, 'Старый');
    await until(async () => (await lastOf(mayak, id))?.state === 'DELIVERED');
    expect(lines.length).toBeGreaterThan(0);
    const seen = JSON.stringify([await api.as(mayak.owner).run(list), receiver.received, lines]);
    expect(seen).not.toContain(secret.slice('whsec_'.length));
    const log = await api.as(mayak.owner).run('{ auditLog { nodes { action changes { field from to } } } }');
    expect(JSON.stringify(log)).not.toContain(secret.slice('whsec_'.length));
    await api.app.get(WebhookPruning).prune(Temporal.Now.instant().add({ hours: 24 * 31 }));
    expect(await lastOf(mayak, id)).toBeNull();
  });

  it('does nothing where a job names another agency’s delivery', async () => {
    const { id } = await made(mayak.owner, receiver.url);
    await api.as(mayak.owner).run(setActive, { id, isActive: false });
    await newClient(mayak, 'Свой');
    await until(async () => (await hookOf(mayak, id)).waitingCount === 1);
    const { id: waiting } = await lastOf(mayak, id);
    await within(mayak.agencyId, (db) =>
      db.webhook.updateMany({ where: { agencyId: mayak.agencyId, id }, data: { pausedAt: null, pausedBecause: null } }),
    );
    const others = await agency();
    await attempt(others, waiting, 0);
    expect(receiver.received).toEqual([]);
    await attempt(mayak, waiting, 0);
    expect(receiver.received).toHaveLength(1);
  });

  it('takes no event twice, however often its handler is asked', async () => {
    const { id } = await made(mayak.owner, receiver.url);
    await newClient(mayak, 'Дважды');
    await until(async () => (await lastOf(mayak, id))?.state === 'DELIVERED');
    await within(mayak.agencyId, (db) =>
      db.outboxEvent.updateMany({
        where: { agencyId: mayak.agencyId, type: 'client.created' },
        data: { dispatchedAt: null },
      }),
    );
    const isAgain = () =>
      within(mayak.agencyId, (db) =>
        db.outboxEvent.count({ where: { agencyId: mayak.agencyId, type: 'client.created', dispatchedAt: null } }),
      );
    await until(async () => (await isAgain()) === 0);
    const log = `query ($id: ID!) { webhookDeliveries(webhookId: $id) { nodes { id } } }`;
    expect((await api.as(mayak.owner).run(log, { id })).webhookDeliveries.nodes).toHaveLength(1);
    expect((await api.as(mayak.owner).run(log, { id: newId() })).webhookDeliveries.nodes).toEqual([]);
  });
});
