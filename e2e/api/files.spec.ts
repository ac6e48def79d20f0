import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { agency, type TestAgency, type TestMember } from '@planerka/testing/server';
import sharp from 'sharp';
import { startApi, stopApi, type Api } from './harness';
import { beginUpload, sendBytes } from './uploads';

let api: Api;
let address: string;
let own: TestAgency;
beforeAll(async () => {
  api = await startApi();
  await api.app.listen(0, '127.0.0.1');
  address = (await api.app.getUrl()).replace('[::1]', '127.0.0.1');
  own = await agency();
});
afterAll(stopApi);

const picture = () =>
  sharp({ create: { width: 640, height: 400, channels: 3, background: '#203f35' } })
    .png()
    .toBuffer();
const begin = (member: TestMember, name: string, bytes: number, clientId = own.client.id): Promise<Response> =>
  beginUpload(address, member, { name, bytes, clientId });

const send = (member: TestMember, location: string, offset: number, body: Buffer): Promise<Response> =>
  sendBytes(member, new URL(location, address), offset, body);

async function upload(member: TestMember, name: string, body: Buffer): Promise<{ status: number; body: string }> {
  const begun = await begin(member, name, body.length);
  if (begun.status !== 201) return { status: begun.status, body: await begun.text() };
  const sent = await send(member, begun.headers.get('location')!, 0, body);
  return { status: sent.status, body: await sent.text() };
}

const file = /* GraphQL */ `
  query ($id: ID!) {
    file(id: $id) {
      name
      state
      kind
      width
      height
      url
      thumbnailUrl
    }
  }
`;

describe('Files', () => {
  it('takes a picture in two pieces, makes previews and serves both by signed addresses', async () => {
    const { manager, copywriter } = own;
    const bytes = await picture();
    const begun = await begin(manager, 'стол.png', bytes.length);
    expect(begun.status).toBe(201);
    const location = begun.headers.get('location')!;
    expect((await send(manager, location, 0, bytes.subarray(0, 100))).status).toBe(204);
    expect((await send(copywriter, location, 100, bytes.subarray(100))).status).toBe(404);
    const finished = await send(manager, location, 100, bytes.subarray(100));
    const { fileId } = (await finished.json()) as { fileId: string };

    const shown = (await api.as(manager).run(file, { id: fileId })).file;
    expect(shown).toMatchObject({ name: 'стол.png', state: 'READY', kind: 'IMAGE', width: 640, height: 400 });
    const original = await fetch(address + shown.url);
    expect(Buffer.from(await original.arrayBuffer()).equals(bytes)).toBe(true);
    const part = await fetch(address + shown.url, { headers: { range: 'bytes=0-9' } });
    expect([part.status, part.headers.get('content-length')]).toEqual([206, '10']);
    const thumbnail = await fetch(address + shown.thumbnailUrl);
    expect((await sharp(Buffer.from(await thumbnail.arrayBuffer())).metadata()).width).toBe(320);

    expect((await fetch(address + shown.url.replace(/s=.{4}/, 's=AAAA'))).status).toBe(404);
    expect((await fetch(address + shown.url.split('?')[0])).status).toBe(404);
    expect((await api.as(copywriter).run(file, { id: fileId })).file).toBeNull();
  });

  it.each([
    ['лого.svg', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', 'svg_not_allowed'],
    ['setup.exe', 'MZ', 'file_type_not_allowed'],
    ['макет.png', `MZ${'\0'.repeat(200)}`, 'file_not_what_it_says'],
    ['макет.png', `\x89PNG\r\n\x1a\n${'мусор'.repeat(50)}`, 'file_not_what_it_says'],
  ])('refuses %s for what it is: %#', async (name, contents, code) => {
    const { status, body } = await upload(own.manager, name, Buffer.from(contents, 'latin1'));
    expect(status).toBe(422);
    expect(JSON.parse(body)).toMatchObject({ code });
  });

  it('refuses a picture that breaks off in the middle', async () => {
    const bytes = await picture();
    const { status, body } = await upload(own.manager, 'макет.png', bytes.subarray(0, bytes.length - 60));
    expect([status, JSON.parse(body).code]).toEqual([422, 'file_broken']);
  });

  it('makes a picture of the client its logo, and nothing else', async () => {
    const { manager, copywriter, client } = own;
    const setLogo = async (member: TestMember, fileId: string | null, expectedVersion: number) =>
      (
        await api.as(member).run(
          `mutation ($input: SetClientLogoInput!) {
            setClientLogo(input: $input) {
              __typename
              ... on ClientChanged { client { version logoUrl } }
              ... on InvalidInput { issues { path code } }
            }
          }`,
          { input: { clientId: client.id, fileId, expectedVersion } },
        )
      ).setClientLogo;
    const { version } = (await api.as(manager).run('query ($id: ID!) { client(id: $id) { version } }', client)).client;
    const logo = JSON.parse((await upload(manager, 'знак.png', await picture())).body) as { fileId: string };
    const paper = JSON.parse((await upload(manager, 'гайд.pdf', Buffer.from('%PDF-1.7\n%%EOF'))).body) as {
      fileId: string;
    };

    const set = await setLogo(manager, logo.fileId, version);
    const shown = await fetch(address + set.client.logoUrl);
    expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/webp']);
    const seen = await api.as(copywriter).run('query ($id: ID!) { client(id: $id) { logoUrl } }', client);
    expect(seen.client.logoUrl).toBe(set.client.logoUrl);

    expect((await setLogo(manager, logo.fileId, version)).__typename).toBe('StaleVersion');
    expect((await setLogo(copywriter, null, version + 1)).__typename).toBe('NotFound');
    const refused = { __typename: 'InvalidInput', issues: [{ path: ['fileId'], code: 'not_a_picture' }] };
    expect(await setLogo(manager, paper.fileId, version + 1)).toEqual(refused);
    const foreign = await agency('Чужие');
    const absent = await setLogo(manager, foreign.client.id, version + 1);
    expect(absent.issues).toEqual([{ path: ['fileId'], code: 'not_found' }]);
    expect((await setLogo(manager, null, version + 1)).client.logoUrl).toBeNull();
  });

  it('refuses more than the limit before a byte is sent', async () => {
    expect((await begin(own.manager, 'макет.png', 51 * 1024 * 1024)).status).toBe(422);
  });

  it('knows no client to those who do not lead it', async () => {
    const foreign = await agency('Чужие');
    expect((await begin(own.copywriter, 'стол.png', 10)).status).toBe(404);
    expect((await begin(foreign.manager, 'стол.png', 10)).status).toBe(404);
    expect((await begin(own.manager, 'стол.png', 10, foreign.client.id)).status).toBe(404);
  });
});
