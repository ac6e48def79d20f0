import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FileStore, FileUrls } from '@planerka/platform/server';
import { within } from '@planerka/testing/server';
import type { ActorName } from '../access/actors';
import { beginUpload, routes, type Addressed, type AskedRoute } from '../access/routes';
import { makeWorld } from '../access/world';
import { startApi, stopApi, type Api } from '../harness';

let api: Api;
let world: Addressed;
beforeAll(async () => {
  api = await startApi();
  const made = await makeWorld();
  const begun = await send(beginUpload(made), made.headersOf('manager'));
  world = { ...made, upload: String(begun.headers['location']) };
  const { agencyId } = made.own;
  const archive = api.app.get(FileStore).exportPathOf(agencyId, made.things.file);
  await mkdir(dirname(archive), { recursive: true });
  await writeFile(archive, 'a ZIP of everything');
}, 180_000);
afterAll(stopApi);

interface Kept {
  readonly action: string;
  /** Whoever an address alone lets in has no name. */
  readonly by?: ActorName;
  readonly asks?: (world: Addressed) => AskedRoute | Promise<AskedRoute>;
}

/** What is taken out of the agency, and what is brought in. */
const kept: Readonly<Record<string, Kept>> = {
  '/api/money/budget': { action: 'budget.exported', by: 'manager' },
  '/api/money/overview': { action: 'agency.overviewExported', by: 'owner' },
  '/api/audit/log.csv': { action: 'agency.logExported', by: 'manager' },
  '/api/plan/export': { action: 'plan.exported', by: 'manager' },
  '/api/marking/export': { action: 'ad.registerExported', by: 'manager' },
  '/api/results/measurements': { action: 'measurements.imported', by: 'manager', asks: measuring },
  '/api/plan/import': { action: 'plan.imported', by: 'manager', asks: importing },
  '/files/:agencyId/exports/:exportId': {
    action: 'agency.exportTaken',
    by: 'owner',
    asks: ({ own, things }) => ({
      method: 'GET',
      path: api.app.get(FileUrls).export(own.agencyId, things.file, own.owner.memberId),
    }),
  },
};

/** These leave none, and why. */
const leftOut: Readonly<Record<string, string>> = {
  '/graphql': 'its mutations by every-mutation.spec.ts; who looks at what is theirs to see is not written down',
  '/*': 'a page, the same for everybody',
  '/health/live': 'nothing of an agency',
  '/health/ready': 'nothing of an agency',
  '/metrics': 'nothing of an agency',
  '/api/auth/callback/oidc': 'signs in: entry.spec.ts sees that it is kept',
  '/uploads': 'a file is nobody’s before a command hangs it somewhere, and that is told',
  '/uploads/*': 'more of the same file',
  '/api/calendar/:name': 'read by a program every hour: its link says when it was last, and the journal who made it',
  '/files/:agencyId/:fileId':
    'shown with what it hangs on, as the pictures of a page are; a client’s visits are kept with their link',
  '/files/:agencyId/:fileId/shared': 'the same for a client',
  '/files/:agencyId/:fileId/:preview': 'the same, smaller',
};

const send = ({ method, path, headers, body }: AskedRoute, of: Readonly<Record<string, string>> = {}) =>
  api.app.inject({
    method,
    url: path,
    headers: { ...headers, ...of, 'user-agent': 'Proverka/1.0' },
    ...(body !== undefined && { payload: body }),
  });

/** What was looked at is what is then brought in. */
async function importing({ things, headersOf }: Addressed): Promise<AskedRoute> {
  const asked: AskedRoute = {
    method: 'POST',
    path: `/api/plan/import?clientId=${things.client}`,
    headers: { 'content-type': 'text/csv' },
    body: 'Дата;Время;Площадка;Рубрика;Формат;Тема\n01.12.2026;12:00;;;Пост;Стол из массива',
  };
  const { digest } = (await send(asked, headersOf('manager'))).json<{ digest: string }>();
  return { ...asked, path: `${asked.path}&digest=${encodeURIComponent(digest)}` };
}

/** Of a publication that is out, by its address. */
async function measuring({ things, headersOf }: Addressed): Promise<AskedRoute> {
  const url = 'https://vk.com/wall-1_1';
  await within(world.own.agencyId, async (db) => {
    await db.itemChannel.updateMany({ where: { itemId: things.item }, data: { url } });
    await db.contentItem.updateMany({
      where: { id: things.item },
      data: { publishedAt: new Date(Date.now() - 86_400_000 * 3), status: 'published' },
    });
  });
  const asked: AskedRoute = {
    method: 'POST',
    path: `/api/results/measurements?clientId=${things.client}`,
    headers: { 'content-type': 'text/csv' },
    body: `Ссылка;Охват\n${url};100`,
  };
  const { digest } = (await send(asked, headersOf('manager'))).json<{ digest: string }>();
  return { ...asked, path: `${asked.path}&digest=${encodeURIComponent(digest)}` };
}

async function entryOf(action: string) {
  const { agencyId } = world.own;
  for (;;) {
    const entry = await within(agencyId, (db) => db.auditEntry.findFirst({ where: { agencyId, action } }));
    if (entry) return entry;
    await setImmediate();
  }
}

describe('The journal', () => {
  it('is said about every route', () => {
    expect(Object.keys({ ...kept, ...leftOut }).toSorted()).toEqual(Object.keys(routes).toSorted());
  });

  for (const [path, { action, by, asks }] of Object.entries(kept)) {
    it(`keeps who took ${path}, and from where`, async () => {
      const route = routes[path];
      const asked = asks ?? (typeof route === 'object' ? route.asks : undefined);
      if (!asked) throw new Error(`${path} cannot be asked`);
      const answer = await send(await asked(world), by && world.headersOf(by));
      expect([answer.statusCode, answer.statusCode === 200 ? '' : answer.body]).toEqual([200, '']);
      const member = by ? world.members[by as keyof typeof world.members].memberId : null;
      expect(await entryOf(action)).toMatchObject({
        actorMemberId: member,
        origin: { address: expect.any(String), device: 'Proverka/1.0' },
      });
    });
  }
});
