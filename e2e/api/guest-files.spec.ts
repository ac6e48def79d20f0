import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId, type Id } from '@planerka/platform/domain';
import { FileStore } from '@planerka/platform/server';
import { aContact, agency, aTask, within, type TestAgency } from '@planerka/testing/server';
import sharp from 'sharp';
import { approvalActors } from './approvals.actors';
import { revoke } from './approvals.documents';
import { startApi, stopApi, type Api } from './harness';

let api: Api;
let own: TestAgency;
beforeAll(async () => {
  api = await startApi();
  own = await agency();
});
afterAll(stopApi);

/** Two contacts are sent a picture, each by a link of their own. */
async function sentPicture(more: object = {}) {
  const { agencyId, designer, manager } = own;
  const task = await aTask(own, { discipline: 'design', state: 'in_review', wantsClientApproval: true });
  const fileId = await aPicture();
  await within(agencyId, async (db) => {
    const deliverableId = newId();
    await db.deliverable.create({
      data: {
        agencyId,
        id: deliverableId,
        taskId: task.id,
        number: 1,
        data: { kind: 'design', fileIds: [fileId], sourceFileIds: [], sourceUrl: '' },
        contentHash: 'bb',
        submittedById: designer.memberId,
        submittedAt: new Date(),
      },
    });
    await db.deliverableFile.create({ data: { agencyId, deliverableId, fileId, position: 0 } });
    await db.task.update({
      where: { agencyId_id: { agencyId, id: task.id } },
      data: { deliverableNumber: 1, submittedAt: new Date() },
    });
  });
  const other = await aContact(own, 'Олег Дубов');
  const { guest, sendAs, see } = approvalActors(api, own);
  const { links } = await sendAs(manager, { taskIds: [task.id], contactIds: [own.contact.id, other.id], ...more });
  const shown = async (url: string, pin?: string): Promise<readonly string[]> => {
    const { posts } = await see(guest(url, pin));
    const [{ url: original, previewUrl, largeUrl }] = posts[0].media;
    return [original, previewUrl, largeUrl];
  };
  return { links: links as readonly { readonly linkId: string; readonly url: string }[], shown, guest, see };
}

async function aPicture(): Promise<Id> {
  const { agencyId, client } = own;
  const id = newId();
  const store = api.app.get(FileStore);
  const path = store.pathOf(agencyId, id);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(
    path,
    await sharp({ create: { width: 30, height: 20, channels: 3, background: '#0a7' } })
      .png()
      .toBuffer(),
  );
  await store.preparePicture(agencyId, id);
  const facts = { name: 'стол.png', mime: 'image/png', size: 1n, storageKey: 'x', state: 'ready' as const };
  await within(agencyId, (db) => db.file.create({ data: { agencyId, id, clientId: client.id, ...facts } }));
  return id;
}

const get = (url: string, headers: Readonly<Record<string, string>> = {}) =>
  api.app.inject({ method: 'GET', url, headers });
const statuses = (urls: readonly string[]) => Promise.all(urls.map(async (url) => (await get(url)).statusCode));
const all = (status: number) => [status, status, status];

describe('A client’s address of a file', () => {
  it('ends with its link at once, and no other does', async () => {
    const { links, shown } = await sentPicture();
    const [first, second] = [await shown(links[0]!.url), await shown(links[1]!.url)];
    expect([await statuses(first), await statuses(second)]).toEqual([all(200), all(200)]);

    await api.as(own.manager).run(revoke, { input: { linkId: links[0]!.linkId } });
    expect([await statuses(first), await statuses(second)]).toEqual([all(404), all(200)]);
  });

  it('ends when its link expires, and when wrong PINs lock it', async () => {
    const pin = '48151623';
    const { links, shown, guest, see } = await sentPicture({ pin });
    const [first, second] = [await shown(links[0]!.url, pin), await shown(links[1]!.url, pin)];
    await within(own.agencyId, (db) =>
      db.approvalLink.updateMany({
        where: { agencyId: own.agencyId, id: links[0]!.linkId },
        data: { expiresAt: new Date(Date.now() - 1_000) },
      }),
    );
    for (let n = 0; n < 5; n += 1) await see(guest(links[1]!.url, '00000001'));
    expect([await statuses(first), await statuses(second)]).toEqual([all(404), all(404)]);
  });

  it('is its link’s alone: not another’s, and not without one', async () => {
    const { links, shown } = await sentPicture();
    const [original = ''] = await shown(links[0]!.url);
    const others = [
      original.replace(links[0]!.linkId, links[1]!.linkId),
      original.replace(`&h=${links[0]!.linkId}`, ''),
      original.replace(links[0]!.linkId, newId()),
    ];
    expect(await statuses(others)).toEqual(all(404));
  });

  it('is asked for again each time, and answered in few bytes', async () => {
    const { links, shown } = await sentPicture();
    for (const url of await shown(links[0]!.url)) {
      const { headers } = await get(url);
      expect(headers['cache-control']).toBe('private, no-cache');
      const again = await get(url, { 'if-none-match': String(headers['etag']) });
      expect([again.statusCode, again.rawPayload.length]).toEqual([304, 0]);
    }
  });
});
