import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { agency } from '@planerka/testing/server';
import { startApi, startNode, stopApi, type Api } from '../harness';

const token = 'a-token-of-the-monitoring';
let api: Api;
beforeAll(async () => {
  api = await startApi({ METRICS_TOKEN: token });
});
afterAll(stopApi);

const get = (node: Api, headers: Readonly<Record<string, string>> = {}) =>
  node.app.inject({ method: 'GET', url: '/metrics', headers });

describe('Metrics', () => {
  it('are there for whoever brings the token', async () => {
    const { owner, agencyId } = await agency();
    await api.as(owner).run('{ viewer { name } }');
    const { statusCode, body } = await get(api, { authorization: `Bearer ${token}` });
    expect(statusCode).toBe(200);
    expect(body).toMatch(/planerka_http_request_seconds_count\{method="POST",route="\/graphql",status="200"\} [1-9]/);
    expect(body).toContain('planerka_database_up 1');
    expect(body).toMatch(/planerka_outbox_waiting \d+/);
    expect(body).toContain('process_resident_memory_bytes');
    expect(body).not.toContain(agencyId);
  });

  it.each([
    ['nothing', {}],
    ['another token', { authorization: 'Bearer another' }],
    ['no bearer', { authorization: token }],
  ])('do not exist for who brings %s', async (_, headers) => {
    expect((await get(api, headers)).statusCode).toBe(404);
  });

  it('do not exist where no token is set', async () => {
    const node = await startNode();
    expect((await get(node, { authorization: 'Bearer undefined' })).statusCode).toBe(404);
    await node.app.close();
  });
});
