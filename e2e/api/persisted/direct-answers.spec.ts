import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DirectAnswers } from '@planerka/platform/server';
import { agency, type TestAgency } from '@planerka/testing/server';
import { startNode, type Api } from '../harness';
import { byId, headersOf, operation, post } from './asking';
import { webBuild } from './web-build';

let api: Api;
let own: TestAgency;
let build: Awaited<ReturnType<typeof webBuild>>;
/** What the planner's answer does when it is asked. */
let answer: () => string | null;
let asked: unknown[] = [];

beforeAll(async () => {
  build = await webBuild();
  // Without described reads, which answer before anybody else is asked: what the page asks may be all described.
  api = await startNode({ WEB_ROOT: build.root, GRAPHQL_TEXT: '0' });
  own = await agency();
  api.app.get(DirectAnswers).add(({ name }) => {
    if (name !== 'ClientPage') return null;
    return (variables, { actor }) => {
      asked.push([variables, actor?.agencyId]);
      return Promise.resolve(answer());
    };
  });
});
afterAll(async () => {
  await api.app.close();
  await build.remove();
});

const urql =
  'application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed';

const ask = (more: object = {}, headers: Readonly<Record<string, string>> = {}) => {
  asked = [];
  const { id } = operation('ClientPage');
  return post(api, { ...headersOf(own.owner), ...headers }, { variables: { id: own.client.id }, ...byId(id), ...more });
};

describe('A query of the web may be answered without execution', () => {
  it('with the data’s text, and the viewer that every request has', async () => {
    answer = () => '{"client":null}';
    const before = api.app.get(DirectAnswers).answered;
    const { status, text } = await ask();
    expect({ status, text }).toEqual({ status: 200, text: '{"data":{"client":null}}\n' });
    expect(asked).toEqual([[{ id: own.client.id }, own.agencyId]]);
    expect(api.app.get(DirectAnswers).answered).toBe(before + 1);
  });

  it.each([['*/*'], ['application/json'], [urql], ['application/graphql-response+json, application/json']])(
    'with the same headers as Apollo’s answer to «accept: %s»',
    async (accept) => {
      answer = () => '{"client":null}';
      const { headers } = await ask({}, { accept });
      answer = () => null;
      const { headers: apollos } = await ask({}, { accept });
      const names = ({ ...all }: typeof headers): object => ({
        ...all,
        'content-length': '',
        date: '',
        'x-request-id': '',
      });
      expect(names(headers)).toEqual(names(apollos));
    },
  );

  it.each([
    ['that says it cannot', () => null],
    [
      'that fails',
      () => {
        throw new Error('no such column');
      },
    ],
  ])('and by an answer %s it comes to execution', async (_, fails) => {
    answer = fails;
    const { json } = await ask();
    expect(json.data.client.id).toBe(own.client.id);
    expect(asked).toHaveLength(1);
  });
});

describe('Not so', () => {
  it.each<[string, object, Readonly<Record<string, string>>, object]>([
    ['a wrong variable', { variables: { id: {} } }, {}, { status: 400, code: 'BAD_USER_INPUT' }],
    ['variables that are a text', { variables: '{}' }, {}, { status: 400, code: 'BAD_REQUEST' }],
    ['another operation’s name', { operationName: 'Other' }, {}, { status: 400, code: 'OPERATION_RESOLUTION_FAILURE' }],
    ['an answer of a kind that we do not give', {}, { accept: 'text/html' }, { status: 406, code: 'BAD_REQUEST' }],
    [
      'what a form of another site could send',
      {},
      { 'content-type': 'text/plain' },
      { status: 400, code: 'BAD_REQUEST' },
    ],
  ])('%s: Apollo says what is wrong', async (_, more, headers, expected) => {
    answer = () => '{"client":null}';
    const { status, json } = await ask(more, headers);
    expect({ status, code: json.errors?.[0]?.extensions?.code }).toEqual(expected);
    expect(asked).toEqual([]);
  });
});
