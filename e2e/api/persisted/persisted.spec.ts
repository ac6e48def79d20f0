import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { absentIds, agency, everythingOf, type Ids, type TestAgency, type TestMember } from '@planerka/testing/server';
import { webOperations, type WebOperation } from '../../../tools/operations/web-operations';
import { webCases, type WebCase } from '../compiled/web-documents';
import { startNode, type Api } from '../harness';
import { webBuild } from './web-build';

let api: Api;
let only: Api;
let own: TestAgency;
let ids: Ids;
let build: Awaited<ReturnType<typeof webBuild>>;

beforeAll(async () => {
  build = await webBuild();
  api = await startNode({ WEB_ROOT: build.root });
  only = await startNode({ WEB_ROOT: build.root, PERSISTED_ONLY: '1' });
  own = await agency();
  ids = await everythingOf(own);
});
afterAll(async () => {
  await Promise.all([api.app.close(), only.app.close()]);
  await build.remove();
});

const headersOf = (viewer: TestMember | null): Record<string, string> =>
  viewer ? { cookie: viewer.cookie, 'x-planerka-agency': viewer.agencyId } : {};

const byId = (sha256Hash: string): object => ({ extensions: { persistedQuery: { version: 1, sha256Hash } } });

async function post(to: Api, headers: Readonly<Record<string, string>>, payload: object) {
  const response = await to.app.inject({ method: 'POST', url: '/graphql', headers, payload });
  return { status: response.statusCode, headers: response.headers, text: response.body, json: response.json() };
}

const operation = (name: string): WebOperation => webOperations().get(name)!;

/** But for what is new each time: ids, moments, signatures of addresses. */
const settled = (text: string): string =>
  text.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '(id)').replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '(moment)');

describe('An operation of the manifest is answered by its id as by its text', () => {
  const alike = async (to: Api, viewer: TestMember | null, { id, name, text, variables }: WebCase): Promise<void> => {
    const said = await post(api, headersOf(viewer), { query: text, variables });
    const answer = await post(to, headersOf(viewer), { operationName: name, variables, ...byId(id) });
    expect({ name, status: answer.status, text: settled(answer.text), type: answer.headers['content-type'] }).toEqual({
      name,
      status: said.status,
      text: settled(said.text),
      type: said.headers['content-type'],
    });
  };
  const casesOf = (of: Ids, kind: WebOperation['kind']): readonly WebCase[] =>
    webCases(api.app.get(GraphQLSchemaHost).schema, of).filter((each) => each.kind === kind);

  it('every query, whoever asks', async () => {
    const queries = casesOf(ids, 'query');
    expect(queries.length).toBeGreaterThan(45);
    for (const query of queries) {
      for (const viewer of [own.owner, own.copywriter, null]) await alike(api, viewer, query);
      await alike(only, own.manager, query);
    }
  });

  it('every command, that finds nothing or may nothing', async () => {
    const commands = casesOf(absentIds(), 'mutation');
    expect(commands.length).toBeGreaterThan(90);
    for (const command of commands) {
      await alike(api, null, command);
      await alike(api, own.designer, command);
    }
  });
});

describe('What is not in the manifest', () => {
  const ofTheirOwn = '{ viewer { __typename } }';

  it('is not found by an id', async () => {
    const answer = await post(api, headersOf(own.owner), byId('0'.repeat(64)));
    expect(answer.json.errors).toEqual([
      { message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } },
    ]);
  });

  it('cannot be registered', async () => {
    const id = createHash('sha256').update(ofTheirOwn).digest('hex');
    const first = await post(api, headersOf(own.owner), { query: ofTheirOwn, ...byId(id) });
    expect(first.json).toEqual({ data: { viewer: { __typename: expect.any(String) } } });
    const second = await post(api, headersOf(own.owner), byId(id));
    expect(second.json.errors[0].extensions).toEqual({ code: 'PERSISTED_QUERY_NOT_FOUND' });
  });

  it('does not go under the id of something else', async () => {
    for (const to of [api, only]) {
      const { id } = operation('TodayPage');
      const answer = await post(to, headersOf(own.owner), { query: ofTheirOwn, ...byId(id) });
      expect(answer.status).toBe(400);
      expect(answer.json.errors).toEqual([
        { message: expect.stringContaining('is not the SHA-256'), extensions: { code: 'BAD_REQUEST' } },
      ]);
    }
  });

  it.each([
    ['another version', { version: 2, sha256Hash: '0'.repeat(64) }],
    ['no id', { version: 1 }],
    ['an id that is no text', { version: 1, sha256Hash: 7 }],
    ['nothing like it', 'x'],
  ])('is refused when it names %s', async (_, persistedQuery) => {
    const answer = await post(api, headersOf(own.owner), { extensions: { persistedQuery } });
    expect(answer.status).toBe(400);
    expect(answer.json.errors[0].extensions).toEqual({ code: 'BAD_REQUEST' });
  });
});
