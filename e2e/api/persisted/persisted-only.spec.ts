import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EventBus } from '@planerka/platform/server';
import { agency, type TestAgency } from '@planerka/testing/server';
import { approvalActors } from '../approvals.actors';
import { startNode, type Api } from '../harness';
import { socketOf, until } from '../sockets';
import { byId, headersOf, operation, post } from './asking';
import { webBuild } from './web-build';

let open: Api;
let only: Api;
let own: TestAgency;
let guest: Readonly<Record<string, string>>;
let build: Awaited<ReturnType<typeof webBuild>>;

const ofTheirOwn = '{ viewer { __typename } }';
const rename = 'mutation ($input: UpdateAgencyInput!) { updateAgency(input: $input) { __typename } }';
const renamed = { name: 'Маяк и партнёры', timeZone: 'Europe/Moscow', locale: 'ru', killFeePercent: 0 };
const refusal = { message: expect.stringContaining('reload the page'), extensions: { code: 'QUERY_NOT_IN_SAFELIST' } };

beforeAll(async () => {
  build = await webBuild();
  open = await startNode({ WEB_ROOT: build.root });
  only = await startNode({ WEB_ROOT: build.root, PERSISTED_ONLY: '1' });
  await Promise.all([open, only].map(({ app }) => app.listen(0, '127.0.0.1')));
  own = await agency();
  const { url } = await approvalActors(open, own).asked();
  guest = { 'x-planerka-guest': url.split('/g/')[1] ?? '' };
});
afterAll(async () => {
  await Promise.all([open.app.close(), only.app.close()]);
  await build.remove();
});

/** The first thing that comes of it over a socket: a result, or the errors that it was refused with. */
async function overSocket(
  api: Api,
  payload: { readonly query: string; readonly extensions?: object },
): Promise<unknown> {
  const client = await socketOf(api, own.owner);
  try {
    return await new Promise((resolve) => {
      client.subscribe(
        { ...payload, extensions: { ...payload.extensions } },
        { next: resolve, error: resolve, complete: () => undefined },
      );
    });
  } finally {
    await client.dispose();
  }
}

describe('With PERSISTED_ONLY, operations of others than the web build', () => {
  it.each([
    ['a session', () => headersOf(own.owner)],
    ['a client’s link', () => guest],
    ['nothing', () => ({})],
  ])('are refused to whoever comes with %s', async (_, headers) => {
    const answer = await post(only, headers(), { query: ofTheirOwn });
    expect(answer.status).toBe(400);
    expect(answer.json.errors).toEqual([refusal]);
    expect((await post(open, headers(), { query: ofTheirOwn })).status).toBe(200);
  });

  it('are refused in an address, too', async () => {
    const { json } = await only.app
      .inject({ url: `/graphql?query=${encodeURIComponent(ofTheirOwn)}`, headers: { 'apollo-require-preflight': '1' } })
      .then((response) => ({ json: response.json() }));
    expect(json.errors).toEqual([refusal]);
  });

  it('are refused unread: what is no GraphQL gets the same answer', async () => {
    expect((await post(only, headersOf(own.owner), { query: '{{{' })).json.errors).toEqual([refusal]);
  });

  it('are refused over a socket', async () => {
    expect(await overSocket(only, { query: 'subscription { happened { type } }' })).toEqual([refusal]);
  });
});

describe('With PERSISTED_ONLY, operations of the web build', () => {
  it('are answered by their id and by their very text', async () => {
    const { id, text } = operation('TodayPage');
    const answer = await post(only, headersOf(own.owner), byId(id));
    expect(answer.json.data.today).toBeDefined();
    expect((await post(only, headersOf(own.owner), { query: text })).text).toBe(answer.text);
    expect((await post(only, headersOf(own.owner), { query: text, ...byId(id) })).text).toBe(answer.text);
  });

  it('are answered to the client', async () => {
    const answer = await post(only, guest, byId(operation('GuestApprovalPage').id));
    expect(answer.json.data.guestApproval.__typename).toBe('GuestApproval');
  });
});

describe('Over a socket', () => {
  it('the web’s subscription is heard by its id', async () => {
    const bus = only.app.get(EventBus);
    const before = bus.listenerCount;
    const client = await socketOf(only, own.owner);
    const happened = client.iterate<{ happened: { type: string } }>({ query: '', ...byId(operation('Happened').id) });
    const heard = (async () => {
      for await (const { data } of happened) if (data?.happened.type === 'agency.updated') return true;
      return false;
    })();
    await until(() => bus.listenerCount > before);
    await open.as(own.owner).run(rename, { input: { ...renamed, expectedVersion: 1 } });
    expect(await heard).toBe(true);
    await client.dispose();
  });

  it.each([
    ['an id that nobody knows', { query: '', ...byId('0'.repeat(64)) }, 'PERSISTED_QUERY_NOT_FOUND'],
    ['an id of another text', { query: ofTheirOwn, ...byId('0'.repeat(64)) }, 'BAD_REQUEST'],
    ['what is no GraphQL', { query: '{{{' }, 'GRAPHQL_PARSE_FAILED'],
    ['what the schema does not have', { query: '{ yesterday }' }, 'GRAPHQL_VALIDATION_FAILED'],
  ])('%s is told as over HTTP', async (_, payload, code) => {
    const said = await overSocket(open, payload);
    const errors = Array.isArray(said) ? said : (said as { errors: unknown[] }).errors;
    expect(errors).toEqual([expect.objectContaining({ extensions: { code } })]);
  });
});
