import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApi, stopApi, type Api } from '../harness';
import { actors, type ActorName } from './actors';
import { beginUpload, routes, type Addressed, type AskedRoute } from './routes';
import { makeWorld } from './world';

let api: Api;
let address: string;
let world: Addressed;

beforeAll(async () => {
  api = await startApi();
  await api.app.listen(0, '127.0.0.1');
  address = (await api.app.getUrl()).replace('[::1]', '127.0.0.1');
  const made = await makeWorld();
  const begun = await send(beginUpload(made), made.headersOf('manager'));
  world = { ...made, upload: begun.headers.get('location') ?? '' };
});
afterAll(stopApi);

const send = ({ method, path, headers, body }: AskedRoute, of: Readonly<Record<string, string>>): Promise<Response> =>
  fetch(new URL(path, address), { method, headers: { ...headers, ...of }, ...(body !== undefined && { body }) });

/** Every address the server answers at, out of the tree that Fastify prints. */
function served(): readonly string[] {
  const path: string[] = [];
  return api.app
    .getHttpAdapter()
    .getInstance()
    .printRoutes()
    .split('\n')
    .flatMap((line) => {
      const [, indent = '', part = '', methods] = /^([│ ]*)[├└]── (\S+)(?: \((.+)\))?/.exec(line) ?? [];
      if (part === '') return [];
      path.splice(indent.length / 4, path.length, part);
      return methods ? [path.join('')] : [];
    });
}

const verdicts: Readonly<Record<number, string>> = { 401: 'refused', 404: 'not found' };

async function toldTo(actor: ActorName, asked: AskedRoute): Promise<string> {
  const { status, ok } = await send(asked, world.headersOf(actor));
  return ok ? 'allowed' : (verdicts[status] ?? `status ${status}`);
}

describe('Who gets what by an address', () => {
  it('is said about every route', () => {
    const missing = served().filter((path) => !(path in routes));
    expect(missing.map((path) => `${path}: say in e2e/api/access/routes.ts who may`)).toEqual([]);
    expect(Object.keys(routes).filter((path) => !served().includes(path))).toEqual([]);
  });

  for (const [path, route] of Object.entries(routes)) {
    if (route === 'by its root fields') continue;
    it(path, async () => {
      const told: Partial<Record<ActorName, string>> = {};
      for (const actor of actors) told[actor] = await toldTo(actor, route.asks(world));
      expect(told).toEqual(route.told);
    });
  }
});
