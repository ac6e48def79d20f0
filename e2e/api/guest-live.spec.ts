import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Clock, LiveServer } from '@planerka/platform/server';
import { agency, anItem, within, type TestAgency } from '@planerka/testing/server';
import { createClient, CloseCode } from 'graphql-ws';
import WebSocket from 'ws';
import { approvalActors, type ApprovalActors } from './approvals.actors';
import { revoke } from './approvals.documents';
import { commentCommands } from './comments.documents';
import { startApi, startNode, stopApi, type Api } from './harness';
import { addPlanRemark, revokePlanLink, sharePlan } from './plan-links.documents';
import { socketAddressOf, socketOf, until } from './sockets';

let api: Api;
let mayak: TestAgency;
let acts: ApprovalActors;
beforeAll(async () => {
  api = await startApi();
  await api.app.listen(0, '127.0.0.1');
});
beforeEach(async () => {
  mayak = await agency();
  acts = approvalActors(api, mayak);
});
afterAll(stopApi);

interface Told {
  readonly guestChanged: { readonly at: string };
}

interface PageEar {
  /** How often it was told to ask again; once for its beginning. */
  readonly count: () => number;
  readonly heard: readonly Told[];
  readonly ended: Promise<unknown>;
  readonly close: () => void;
}

/** A client's open page, as far as the server can tell; resolves when it hears. */
async function pageOf(
  node: Api,
  url: string,
  more: { readonly pin?: string; readonly cookie?: string } = {},
): Promise<PageEar> {
  class OfBrowser extends WebSocket {
    constructor(address: string, protocols: string[]) {
      super(address, protocols, { headers: more.cookie ? { cookie: more.cookie } : {} });
    }
  }
  const client = createClient({
    url: await socketAddressOf(node),
    webSocketImpl: OfBrowser,
    connectionParams: { guestToken: url.split('/').at(-1), guestPin: more.pin },
    retryAttempts: 0,
  });
  const heard: Told[] = [];
  const { promise: ended, resolve: end } = Promise.withResolvers<unknown>();
  let isOver = false;
  client.subscribe<Told>(
    { query: 'subscription { guestChanged { __typename at } }' },
    {
      next: ({ data }) => {
        if (data) heard.push(data);
      },
      error: (problem) => {
        isOver = true;
        end(problem);
      },
      complete: () => undefined,
    },
  );
  await until(() => heard.length > 0 || isOver);
  return { heard, count: () => heard.length, ended, close: () => void client.dispose() };
}

const comment = (taskId: string, deliverableId: string, visibility: string) =>
  api.as(mayak.manager).run(commentCommands.addComment, {
    input: { taskId, deliverableId, visibility, body: 'Слово' },
  });

const versionOf = async (taskId: string): Promise<string> =>
  (await within(mayak.agencyId, (db) => db.deliverable.findFirstOrThrow({ where: { taskId } }))).id;

const shared = async (more: object = {}): Promise<{ readonly url: string; readonly planLinkId: string }> =>
  (
    await api.as(mayak.manager).run(sharePlan, {
      input: { clientId: mayak.client.id, month: '2026-12', contactId: mayak.contact.id, asksApproval: true, ...more },
    })
  ).sharePlan;

describe('The page of a request that lies open', () => {
  it('is told that it changed, not what, and of nothing internal', async () => {
    const { task, url } = await acts.asked();
    const version = await versionOf(task.id);
    const marina = await pageOf(api, url);
    expect(marina.count()).toBe(1);
    await comment(task.id, version, 'INTERNAL');
    await comment(task.id, version, 'CLIENT');
    await until(() => marina.count() === 2);
    // Events come in their order: whatever the internal one would have said, it would have said before.
    expect(marina.heard).toEqual(
      Array.from({ length: 2 }, () => ({
        guestChanged: { __typename: 'GuestChange', at: expect.stringMatching(/^20/) },
      })),
    );
    marina.close();
  });

  it('ends at once with its link, and with no other one', async () => {
    const [one, another] = [await acts.asked(), await acts.asked()];
    const [closing, staying] = [await pageOf(api, one.url), await pageOf(api, another.url)];
    await api.as(mayak.manager).run(revoke, { input: { linkId: one.linkId } });
    expect(await closing.ended).toMatchObject({ code: CloseCode.Forbidden });
    expect((await pageOf(api, one.url)).count()).toBe(0);

    await comment(another.task.id, await versionOf(another.task.id), 'CLIENT');
    await until(() => staying.count() === 2);
    staying.close();
  });

  it('ends when the link’s time is over, and begins for nobody by then', async () => {
    const { url, linkId } = await acts.asked();
    const expire = (at: Date) =>
      within(mayak.agencyId, (db) =>
        db.approvalLink.update({
          where: { agencyId_id: { agencyId: mayak.agencyId, id: linkId } },
          data: { expiresAt: at },
        }),
      );
    const known = await pageOf(api, url);
    await expire(new Date(Date.now() + 400));
    const timed = await pageOf(api, url);
    expect(await timed.ended).toMatchObject({ code: CloseCode.Forbidden });
    // Of what this one knew, the link lived on: the server's round finds out.
    await api.app.get(LiveServer).review();
    expect(await known.ended).toMatchObject({ code: CloseCode.Forbidden });
    expect(await (await pageOf(api, url)).ended).toMatchObject({ code: CloseCode.Forbidden });
  });

  it('wants the PIN where the link does', async () => {
    const { url } = await acts.asked({ pin: '2580' });
    expect(await (await pageOf(api, url)).ended).toMatchObject({ code: CloseCode.Forbidden });
    expect(await (await pageOf(api, url, { pin: '0000' })).ended).toMatchObject({ code: CloseCode.Forbidden });
    const marina = await pageOf(api, url, { pin: '2580' });
    expect(marina.count()).toBe(1);
    await api.app.get(LiveServer).review();
    marina.close();
  });

  it('is the client’s, whoever is signed in beside it', async () => {
    const { url } = await acts.asked();
    const client = createClient({
      url: await socketAddressOf(api),
      webSocketImpl: class extends WebSocket {
        constructor(address: string, protocols: string[]) {
          super(address, protocols, { headers: { cookie: mayak.owner.cookie } });
        }
      },
      connectionParams: { guestToken: url.split('/').at(-1) },
      retryAttempts: 0,
    });
    const { value } = await client.iterate({ query: 'subscription { happened { type } }' }).next();
    expect(value).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    void client.dispose();
    const owner = await socketOf(api, mayak.owner);
    const { value: said } = await owner.iterate({ query: 'subscription { guestChanged { at } }' }).next();
    expect(said).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    void owner.dispose();
  });

  it('is nobody’s by a token that opens nothing', async () => {
    expect(await (await pageOf(api, `/g/${'x'.repeat(43)}`)).ended).toMatchObject({ code: CloseCode.Forbidden });
  });
});

describe('The page of a month that lies open', () => {
  it('hears what the agency edits in it, and nothing of another client or month', async () => {
    const item = await anItem(mayak, { publishAt: new Date('2026-12-04T09:00:00Z') });
    const foreign = await agency('Чужие');
    const theirs = await anItem(foreign, { publishAt: new Date('2026-12-04T09:00:00Z') });
    const later = await anItem(mayak, { publishAt: new Date('2027-02-04T09:00:00Z') });
    const marina = await pageOf(api, (await shared()).url);
    const move = (as: TestAgency, id: string, publishOn = '2026-12-05') =>
      api.as(as.manager).run(/* GraphQL */ `
        mutation {
          moveContentItem(input: { itemId: "${id}", expectedVersion: 1, publishOn: "${publishOn}" }) { __typename }
        }
      `);
    await move(foreign, theirs.id);
    await move(mayak, later.id, '2027-02-11');
    const meanwhile = api.app.get(Clock).now().toString();
    await move(mayak, item.id);
    await until(() => marina.count() === 2);
    expect(marina.heard.slice(1).every(({ guestChanged: { at } }) => at >= meanwhile)).toBe(true);
    const input = { clientId: mayak.client.id, month: '2027-01', body: 'О другом месяце' };
    await api.as(mayak.manager).run(addPlanRemark, { input });
    await api.as(mayak.manager).run(addPlanRemark, { input: { ...input, month: '2026-12' } });
    await until(() => marina.count() === 3);
    marina.close();
  });

  it('ends with its link alone', async () => {
    const [first, second] = [await shared(), await shared({ contactId: null, name: 'Олег' })];
    const [marina, oleg] = [await pageOf(api, first.url), await pageOf(api, second.url)];
    await api.as(mayak.manager).run(revokePlanLink, { input: { planLinkId: first.planLinkId } });
    expect(await marina.ended).toMatchObject({ code: CloseCode.Forbidden });
    // To him it is a change: whose word is waited for is another question now.
    await until(() => oleg.count() === 2);
    oleg.close();
  });

  it('catches up at its next beginning with what a killed server could not tell', async () => {
    const { url } = await shared();
    const node = await startNode();
    await node.app.listen(0, '127.0.0.1');
    const before = await pageOf(node, url);
    await node.app.close();
    expect(await before.ended).toMatchObject({ code: expect.any(Number) });
    await anItem(mayak, { publishAt: new Date('2026-12-09T09:00:00Z') });
    const after = await pageOf(api, url);
    expect(after.count()).toBe(1);
    after.close();
  });
});
