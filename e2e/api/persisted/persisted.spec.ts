import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import {
  absentIds,
  agency,
  everythingOf,
  searchIndexed,
  type Ids,
  type TestAgency,
  type TestMember,
} from '@planerka/testing/server';
import { manifestOf, type WebOperation } from '../../../tools/operations/web-operations';
import { webCases, type WebCase } from '../compiled/web-documents';
import { startNode, type Api } from '../harness';
import { byId, headersOf, operation, post } from './asking';
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
  // What is found is the same for both once it is in the index.
  await searchIndexed(own.agencyId);
});
afterAll(async () => {
  await Promise.all([api.app.close(), only.app.close()]);
  await build.remove();
});

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

describe('A server does not start', () => {
  const startWith = async (manifest: string): Promise<unknown> => {
    const { root, remove } = await webBuild(manifest);
    try {
      return await startNode({ WEB_ROOT: root });
    } finally {
      await remove();
    }
  };

  it('with a web build that asks for what the schema does not have, and says so', async () => {
    const text = '{ yesterday { day } }';
    const id = createHash('sha256').update(text).digest('hex');
    const manifest = manifestOf([{ id, name: 'YesterdayPage', kind: 'query', text }]);
    await expect(startWith(manifest)).rejects.toThrow(
      /in YesterdayPage: Cannot query field "yesterday".*different versions: build both anew/,
    );
  });

  it.each([
    ['that was cut', '{"'],
    ['of another form', '{"queries": []}'],
    ['with a text that is not of its id', JSON.stringify({ ['0'.repeat(64)]: { name: 'X', text: '{ __typename }' } })],
  ])('with a manifest %s', async (_, manifest) => {
    await expect(startWith(manifest)).rejects.toThrow(/operations\.json is not what the web build writes/);
  });
});

it('A page of the build before is answered as long as the schema has what it asks', async () => {
  const once = (text: string): WebOperation => ({
    id: createHash('sha256').update(text).digest('hex'),
    name: 'Once',
    kind: 'query',
    text,
  });
  const kept = once('query Once { viewer { __typename } }');
  const gone = once('query Once { yesterday { day } }');
  const DATA_DIR = await mkdtemp(join(tmpdir(), 'planerka-data-'));
  const before = await webBuild(manifestOf([kept]));
  await mkdir(join(DATA_DIR, 'operations'));
  await writeFile(join(DATA_DIR, 'operations', 'older.json'), manifestOf([gone]));
  await writeFile(join(DATA_DIR, 'operations', 'damaged.json'), '{"');
  await (await startNode({ WEB_ROOT: before.root, DATA_DIR })).app.close();
  const after = await startNode({ WEB_ROOT: build.root, DATA_DIR, PERSISTED_ONLY: '1' });
  try {
    const ask = async ({ id }: WebOperation) => (await post(after, headersOf(own.owner), byId(id))).json;
    expect(await ask(kept)).toEqual({ data: { viewer: { __typename: 'Viewer' } } });
    expect((await ask(gone)).errors[0].extensions.code).toBe('PERSISTED_QUERY_NOT_FOUND');
    expect((await ask(operation('TodayPage'))).data.today).toBeDefined();
    expect(await readdir(join(DATA_DIR, 'operations'))).not.toContain('damaged.json');
  } finally {
    await after.app.close();
    await Promise.all([before.remove(), rm(DATA_DIR, { recursive: true })]);
  }
});
