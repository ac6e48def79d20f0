import type { IncomingMessage } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { clientAddress, readConfig, trustOf } from '@planerka/platform/server';
import { agency, testConfig, type TestAgency } from '@planerka/testing/server';
import { startApi, startNode, stopApi, type Api } from '../harness';

let api: Api;
let tls: Api;
let own: TestAgency;
beforeAll(async () => {
  api = await startApi();
  tls = await startNode({
    NODE_ENV: 'production',
    PUBLIC_URL: 'https://plan.mayak.example',
    TRUST_PROXY: '10.0.0.0/8',
  });
  own = await agency();
});
afterAll(async () => {
  await tls.app.close();
  await stopApi();
});

const register = (node: Api, email: string) =>
  node.app.inject({
    method: 'POST',
    url: '/graphql',
    headers: { 'content-type': 'application/json' },
    payload: {
      query: 'mutation ($input: RegisterAgencyInput!) { registerAgency(input: $input) { __typename } }',
      variables: { input: { agencyName: 'Маяк', name: 'Ирина', email, password: 'сосна-ель-пихта-кедр' } },
    },
  });

describe('Every answer', () => {
  it('lets a page run only our own files', async () => {
    const { headers } = await api.app.inject('/tasks');
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'self'");
    expect(/script-src ([^;]*)/.exec(policy)?.[1]).toBe("'self'");
    expect(policy).toMatch(/style-src-elem 'self' 'nonce-[^']+';/);
    expect(/style-src ([^;]*)/.exec(policy)?.[1]).toBe("'self'");
    expect(policy).toContain("object-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("base-uri 'self'");
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'strict-origin' });
    expect(headers).not.toHaveProperty('x-powered-by');
    expect(headers).not.toHaveProperty('strict-transport-security');
  });

  it('asks for TLS where there is TLS', async () => {
    const { headers } = await tls.app.inject('/tasks');
    expect(headers['strict-transport-security']).toMatch(/^max-age=\d{7,}/);
  });
});

describe('The cookie of a session', () => {
  it.each([
    ['over plain HTTP', () => api, /^planerka\.session_token=[^;]+;.*HttpOnly; SameSite=Lax$/],
    [
      'behind TLS',
      () => tls,
      /^__Host-planerka\.session_token=[^;]+;(?!.*Domain).*Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    ],
  ])('%s cannot be read by a page nor sent by another site', async (name, node, expected) => {
    const email = `${name.replaceAll(' ', '-').toLowerCase()}-${process.pid}@cookie.example`;
    const answer = await register(node(), email);
    expect(answer.json().data.registerAgency.__typename).toBe('SignedIn');
    const cookie = [answer.headers['set-cookie']].flat().find((line) => line?.includes('session_token'));
    expect(cookie).toMatch(expected);
    const [pair = ''] = cookie!.split(';');
    const viewer = await node().withHeaders({ cookie: pair }).run('{ viewer { email } }');
    expect(viewer).toEqual({ viewer: { email } });
  });
});

describe('A request that a page of another site causes', () => {
  const from = (headers: Readonly<Record<string, string>>, node = api, url = '/graphql') =>
    node.app.inject({
      method: 'POST',
      url,
      headers: { 'content-type': 'application/json', cookie: own.owner.cookie, host: 'localhost', ...headers },
      payload: { query: '{ viewer { name } }' },
    });

  it.each([
    ['of another origin', { origin: 'https://evil.example' }],
    ['of another port', { origin: 'http://localhost:8080' }],
    ['of a hidden origin', { origin: 'null' }],
    ['that only says so', { 'sec-fetch-site': 'cross-site' }],
  ])('%s is refused, a question as an upload', async (_, headers) => {
    expect((await from(headers)).statusCode).toBe(403);
    expect((await from(headers, api, '/uploads')).statusCode).toBe(403);
  });

  it('is not one of ours', async () => {
    expect((await from({ origin: 'http://localhost', 'sec-fetch-site': 'same-origin' })).statusCode).toBe(200);
    // Behind a proxy that does not pass Host, PUBLIC_URL says who we are.
    expect((await from({ origin: 'https://plan.mayak.example', host: 'api:3000' }, tls)).statusCode).toBe(200);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'as a form can send it (%s) is not read',
    async (type) => {
      const answer = await api.app.inject({
        method: 'POST',
        url: '/graphql',
        headers: { 'content-type': type, cookie: own.owner.cookie },
        payload: '{"query":"{ viewer { name } }"}',
      });
      expect(answer.statusCode).toBeGreaterThanOrEqual(400);
      expect(answer.body).not.toContain(own.owner.name);
    },
  );
});

describe('Limits', () => {
  const post = (payload: string) =>
    api.app.inject({ method: 'POST', url: '/graphql', headers: { 'content-type': 'application/json' }, payload });

  it('a body is at most 4 MB, one operation, and JSON', async () => {
    expect((await post(JSON.stringify({ query: `# ${'x'.repeat(4 * 1024 * 1024)}` }))).statusCode).toBe(413);
    expect((await post(JSON.stringify([{ query: '{ __typename }' }, { query: '{ __typename }' }]))).statusCode).toBe(
      400,
    );
    expect((await post('{"query":')).statusCode).toBe(400);
  });

  it('one operation cannot try many passwords by aliases', async () => {
    const tries = Array.from(
      { length: 40 },
      (_, n) => `a${n}: signIn(input: { email: "${own.owner.email}", password: "${n}" }) { __typename }`,
    );
    const answer = await post(JSON.stringify({ query: `mutation { ${tries.join(' ')} }` }));
    expect(answer.statusCode).toBe(400);
    expect(answer.json().errors[0].message).toMatch(/at most/);
  });

  it('the schema is told to nobody in production, unless the operator allows it', async () => {
    const asked = '{ __schema { queryType { name } } }';
    expect((await tls.anonymous.ask(asked)).errors[0]?.extensions['code']).toBe('GRAPHQL_VALIDATION_FAILED');
    expect((await testConfig({ NODE_ENV: 'production', INTROSPECTION: '1' })).introspection).toBe(true);
    expect((await testConfig({ NODE_ENV: 'production' })).introspection).toBe(false);
  });

  it('nobody keeps a connection by sending little', () => {
    const server = api.app.getHttpServer();
    expect(server.headersTimeout).toBeLessThanOrEqual(20_000);
    expect(server.requestTimeout).toBeLessThanOrEqual(300_000);
    expect(server.timeout).toBeLessThanOrEqual(120_000);
    expect(server.keepAliveTimeout).toBeLessThanOrEqual(75_000);
    expect(server.keepAliveTimeout).toBeGreaterThan(60_000);
  });
});

describe('The address of who asks', () => {
  it.each([
    ['loopback', '127.0.0.1', '203.0.113.7'],
    ['loopback', '198.51.100.9', '198.51.100.9'],
    ['10.0.0.0/8, loopback', '10.1.2.3', '203.0.113.7'],
    ['1', '198.51.100.9', '203.0.113.7'],
    ['0', '127.0.0.1', '127.0.0.1'],
  ])('with TRUST_PROXY=%s, of a connection from %s, is %s', (setting, remoteAddress, expected) => {
    const request = { socket: { remoteAddress }, headers: { 'x-forwarded-for': '203.0.113.7' } };
    expect(clientAddress(request as unknown as IncomingMessage, trustOf(setting))).toBe(expected);
  });

  it('is not guessed: a setting that means nothing fails the start', () => {
    const environment = { DATABASE_URL: 'x', SECRET: 'x'.repeat(32), TRUST_PROXY: 'the-proxy' };
    expect(() => readConfig(environment)).toThrow(/TRUST_PROXY/);
  });
});
