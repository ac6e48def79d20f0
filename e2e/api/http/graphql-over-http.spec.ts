import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { serverAudits } from 'graphql-http';
import { startApi, stopApi } from '../harness';

let url: string;

beforeAll(async () => {
  const { app } = await startApi();
  await app.listen(0, '127.0.0.1');
  url = `${(await app.getUrl()).replace('[::1]', '127.0.0.1')}/graphql`;
});
afterAll(stopApi);

/** Every MUST, SHOULD and MAY of the audit: a warning is a failure here. */
describe('GraphQL over HTTP', () => {
  it.each(serverAudits({ url: () => url }).map((audit) => [audit.name, audit] as const))('%s', async (_, audit) => {
    const result = await audit.fn();
    const answer = 'response' in result ? await answerOf(result.response) : '';
    expect({ status: result.status, reason: 'reason' in result ? result.reason : '', answer }).toEqual({
      status: 'ok',
      reason: '',
      answer: '',
    });
  });
});

async function answerOf(response: Response): Promise<string> {
  if (response.bodyUsed) return `${response.status}`;
  return `${response.status} ${response.headers.get('content-type')} ${await response.text()}`;
}

describe('A GET that a page of another site could cause', () => {
  const query = '/graphql?query=%7B__typename%7D';

  it.each([
    ['with a cookie', { cookie: 'planerka.session_token=x' }],
    ['that says it comes from elsewhere', { 'sec-fetch-site': 'cross-site' }],
  ])('is refused %s', async (_, headers) => {
    const { app } = await startApi();
    const answer = await app.inject({ method: 'GET', url: query, headers });
    expect([answer.statusCode, answer.json().errors[0].message]).toEqual([400, expect.stringContaining('CSRF')]);
  });

  it('changes nothing, wherever it comes from', async () => {
    const { app } = await startApi();
    const answer = await app.inject({ method: 'GET', url: '/graphql?query=mutation%7BsignOut%7B__typename%7D%7D' });
    expect(answer.statusCode).toBe(405);
  });
});
