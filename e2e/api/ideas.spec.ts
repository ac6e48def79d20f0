import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { IdeaPictureRounds } from '@planerka/content-plan/server';
import { Temporal } from '@planerka/platform/domain';
import { FileStore } from '@planerka/platform/server';
import { agency, planDay, within, type TestAgency, type TestMember } from '@planerka/testing/server';
import { existsSync } from 'node:fs';
import sharp from 'sharp';
import { startApi, stopApi, type Api } from './harness';
import { beginUpload, sendBytes } from './uploads';

let api: Api;
let address: string;
beforeAll(async () => {
  api = await startApi();
  await api.app.listen(0, '127.0.0.1');
  address = (await api.app.getUrl()).replace('[::1]', '127.0.0.1');
});
afterAll(stopApi);

const shown = `id text tags url version clientId rubric { name } picture { id thumbnailUrl } authorName viewerCanArchive viewerCanPlan
  publication { id title publishOn clientId }`;
const refused = `... on InvalidInput { issues { path code } } ... on NotFound { entity } ... on StaleVersion { currentVersion }`;
const capture = `mutation ($input: CaptureIdeaInput!) { captureIdea(input: $input) { __typename ${refused}
  ... on CaptureIdeaSuccess { idea { ${shown} } } } }`.replace('... on StaleVersion { currentVersion }', '');
const update = `mutation ($input: UpdateIdeaInput!) { updateIdea(input: $input) { __typename ${refused}
  ... on UpdateIdeaSuccess { idea { ${shown} } } } }`;
const archive = `mutation ($id: ID!) { archiveIdea(ideaId: $id) { __typename } }`;
const restore = `mutation ($id: ID!) { restoreIdea(ideaId: $id) { __typename } }`;
const create = `mutation ($input: CreateContentItemInput!) { createContentItem(input: $input) { __typename
  ... on CreateContentItemSuccess { item { id version } } } }`;
const remove = `mutation ($input: ContentItemVersionInput!) { deleteContentItem(input: $input) { __typename
  ... on DeleteContentItemSuccess { version } } }`;
const bringBack = `mutation ($input: ContentItemVersionInput!) { restoreContentItem(input: $input) { __typename } }`;
const list = `query ($clientId: ID, $state: IdeaState! = OPEN, $tags: [String!], $clientIds: [ID!], $rubricIds: [ID!], $authorIds: [ID!]) {
  ideas(clientId: $clientId, state: $state, tags: $tags, clientIds: $clientIds, rubricIds: $rubricIds, authorIds: $authorIds) {
    nodes { ${shown} } } }`;
const bank = `query ($clientId: ID) { ideaBank(clientId: $clientId) { tags { name count } clients { name } rubrics { name }
  authors { name } openCount usedCount archivedCount } }`;

const captured = async (member: TestMember, input: object) =>
  (await api.as(member).run(capture, { input })).captureIdea.idea;
const seenBy = async (member: TestMember, variables: object = {}) =>
  (await api.as(member).run(list, variables)).ideas.nodes;
const textsFor = async (member: TestMember, variables: object = {}): Promise<string[]> =>
  (await seenBy(member, variables)).map(({ text }: { text: string }) => text);

async function upload(member: TestMember, name = 'идея.png', contents?: Buffer): Promise<string> {
  const bytes =
    contents ??
    (await sharp({ create: { width: 640, height: 400, channels: 3, background: '#203f35' } })
      .png()
      .toBuffer());
  const begun = await beginUpload(address, member, { name, bytes: bytes.length, own: 'idea' });
  const sent = await sendBytes(member, new URL(begun.headers.get('location') ?? '', address), 0, bytes);
  return ((await sent.json()) as { fileId: string }).fileId;
}

const planned = ({ client }: TestAgency, ideaId: string) => ({
  input: {
    ...{ clientId: client.id, ideaId, title: 'Мастерская изнутри', format: 'POST', publishOn: planDay() },
    publishTime: '12:00',
  },
});

describe('An idea', () => {
  it('is typed in one go: tags and a link are read out of it', async () => {
    const anna = await agency();
    const text = 'Показать мастерскую https://vk.com/wall-1 #Производство #видео';
    expect(await captured(anna.copywriter, { text, tags: ['#ВИДЕО'], clientId: anna.client.id })).toMatchObject({
      text: 'Показать мастерскую',
      tags: ['видео', 'производство'],
      url: 'https://vk.com/wall-1',
      viewerCanArchive: true,
      viewerCanPlan: false,
    });
  });

  it('is changed by whoever had it or leads its client, under the version that they saw', async () => {
    const anna = await agency();
    const { client, rubric } = anna;
    const { id } = await captured(anna.copywriter, { text: 'Мысль' });
    const change = async (member: TestMember, expectedVersion: number, fields: object) =>
      (await api.as(member).run(update, { input: { ideaId: id, expectedVersion, text: 'Мысль', ...fields } }))
        .updateIdea;

    expect(await change(anna.designer, 1, {})).toMatchObject({ __typename: 'NotFound' });
    expect(await change(anna.copywriter, 1, { rubricId: rubric.id })).toMatchObject({
      issues: [{ path: ['rubricId'], code: 'unknown_rubric' }],
    });
    expect(await change(anna.copywriter, 1, { url: 'javascript:alert(1)' })).toMatchObject({
      issues: [{ path: ['url'], code: 'not_a_url' }],
    });
    const ofClient = { clientId: client.id, rubricId: rubric.id, tags: ['видео'] };
    expect((await change(anna.copywriter, 1, ofClient)).idea).toMatchObject({
      clientId: client.id,
      rubric: { name: 'Экспертная' },
      version: 2,
    });
    expect(await change(anna.manager, 1, ofClient)).toMatchObject({ __typename: 'StaleVersion', currentVersion: 2 });
    expect((await change(anna.manager, 2, ofClient)).idea).toMatchObject({ version: 3, viewerCanPlan: true });
    expect(await change(anna.manager, 3, { clientId: (await agency('Сосед')).client.id })).toMatchObject({
      __typename: 'NotFound',
    });
  });

  it('is found by tag, client, rubric and author; the bank says by which', async () => {
    const anna = await agency();
    const { client, rubric } = anna;
    await captured(anna.copywriter, { text: 'Доска #видео', clientId: client.id, rubricId: rubric.id });
    await captured(anna.manager, { text: 'Клей #видео #закулисье', clientId: client.id });
    const { id } = await captured(anna.manager, { text: 'Лак' });
    const manager = api.as(anna.manager);

    expect(await textsFor(anna.manager, { tags: ['Видео'] })).toEqual(['Клей', 'Доска']);
    expect(await textsFor(anna.manager, { tags: ['видео', '#закулисье'] })).toEqual(['Клей']);
    expect(await textsFor(anna.manager, { clientIds: [client.id] })).toEqual(['Клей', 'Доска']);
    expect(await textsFor(anna.manager, { rubricIds: [rubric.id] })).toEqual(['Доска']);
    expect(await textsFor(anna.manager, { authorIds: [anna.copywriter.memberId] })).toEqual(['Доска']);
    expect(await textsFor(anna.manager, { authorIds: ['никто'] })).toEqual([]);

    await manager.run(archive, { id });
    const statements = await api.statementsOf(async () => {
      expect((await manager.run(bank, { clientId: client.id })).ideaBank).toEqual({
        tags: [
          { name: 'видео', count: 2 },
          { name: 'закулисье', count: 1 },
        ],
        clients: [{ name: client.name }],
        rubrics: [{ name: 'Экспертная' }],
        authors: [{ name: 'Анна Белова' }, { name: 'Мария Орлова' }],
        openCount: 2,
        usedCount: 0,
        archivedCount: 1,
      });
    });
    expect(statements.length).toBeLessThanOrEqual(2);
  });
});

describe('The picture of an idea', () => {
  it('is its uploader’s alone until an idea takes it, and then seen by whoever sees that', async () => {
    const anna = await agency();
    const file = `query ($id: ID!) { file(id: $id) { name thumbnailUrl } }`;
    const fileId = await upload(anna.copywriter);
    expect((await api.as(anna.copywriter).run(file, { id: fileId })).file).toMatchObject({ name: 'идея.png' });
    expect((await api.as(anna.manager).run(file, { id: fileId })).file).toBeNull();
    const stolen = { text: 'Чужая картинка', fileId };
    expect((await api.as(anna.manager).run(capture, { input: stolen })).captureIdea).toMatchObject({
      issues: [{ path: ['fileId'], code: 'unknown_picture' }],
    });

    const idea = await captured(anna.copywriter, { text: 'Мастерская', clientId: anna.client.id, fileId });
    const [seen] = await seenBy(anna.designer);
    expect(seen).toMatchObject({ id: idea.id, picture: { id: fileId } });
    const thumbnail = await fetch(address + seen.picture.thumbnailUrl);
    expect([thumbnail.status, thumbnail.headers.get('content-type')]).toEqual([200, 'image/webp']);
    expect((await fetch(address + seen.picture.thumbnailUrl.split('?')[0])).status).toBe(404);
    expect((await api.as(anna.copywriter).run(file, { id: fileId })).file).toBeNull();

    const second = { text: 'Ещё раз', fileId };
    expect((await api.as(anna.copywriter).run(capture, { input: second })).captureIdea).toMatchObject({
      issues: [{ path: ['fileId'], code: 'unknown_picture' }],
    });
    // Taken away, it can be given back to the same idea: that is what undo does.
    const fields = { ideaId: idea.id, text: 'Мастерская', clientId: anna.client.id };
    const manager = api.as(anna.manager);
    const without = await manager.run(update, { input: { ...fields, expectedVersion: 1 } });
    expect(without.updateIdea.idea.picture).toBeNull();
    const again = await manager.run(update, { input: { ...fields, expectedVersion: 2, fileId } });
    expect(again.updateIdea.idea.picture).toMatchObject({ id: fileId });
  });

  it('goes with the idea to the publication’s page, and comes back with it', async () => {
    const anna = await agency();
    const fileId = await upload(anna.manager);
    const idea = await captured(anna.manager, { text: 'Мастерская', clientId: anna.client.id, fileId });
    const { createContentItem } = await api.as(anna.manager).run(create, planned(anna, idea.id));
    const { id, version } = createContentItem.item;
    const page = `query ($id: ID!) { contentItem(id: $id) { ideaPicture { id url thumbnailUrl } } }`;
    const { contentItem } = await api.as(anna.manager).run(page, { id });
    expect(contentItem.ideaPicture).toMatchObject({ id: fileId });
    expect((await fetch(address + contentItem.ideaPicture.thumbnailUrl)).status).toBe(200);

    await api.as(anna.manager).run(remove, { input: { itemId: id, expectedVersion: version } });
    expect((await api.as(anna.manager).run(page, { id })).contentItem).toBeNull();
    expect(await seenBy(anna.manager)).toMatchObject([{ id: idea.id, picture: { id: fileId } }]);
  });

  it('that no idea keeps is gone some nights later, with its file', async () => {
    const anna = await agency();
    const [kept, left] = [await upload(anna.copywriter), await upload(anna.copywriter, 'лишняя.png')];
    await captured(anna.copywriter, { text: 'Мастерская', clientId: anna.client.id, fileId: kept });
    const ofAgency = () =>
      within(anna.agencyId, (db) => db.file.findMany({ where: { agencyId: anna.agencyId }, select: { id: true } }));
    const rounds = api.app.get(IdeaPictureRounds);
    await rounds.round(Temporal.Now.instant());
    expect(await ofAgency()).toHaveLength(2);
    const store = api.app.get(FileStore);
    expect(existsSync(store.pathOf(anna.agencyId, left))).toBe(true);

    await rounds.round(Temporal.Now.instant().add({ hours: 73 }));
    expect(await ofAgency()).toEqual([{ id: kept }]);
    expect(existsSync(store.pathOf(anna.agencyId, left))).toBe(false);
    expect(existsSync(store.pathOf(anna.agencyId, kept))).toBe(true);
  });

  it('is a picture', async () => {
    const anna = await agency();
    const fileId = await upload(anna.copywriter, 'гайд.pdf', Buffer.from('%PDF-1.7\n%%EOF'));
    expect((await api.as(anna.copywriter).run(capture, { input: { text: 'Гайд', fileId } })).captureIdea).toMatchObject(
      {
        issues: [{ path: ['fileId'], code: 'no_picture' }],
      },
    );
  });
});

describe('An idea that became a publication', () => {
  it('says where it went; deleted, the publication gives it back, and takes it again when it returns', async () => {
    const anna = await agency();
    const manager = api.as(anna.manager);
    const { id } = await captured(anna.manager, { text: 'Мастерская', clientId: anna.client.id });
    const { item } = (await manager.run(create, planned(anna, id))).createContentItem;

    expect(await textsFor(anna.manager)).toEqual([]);
    expect(await seenBy(anna.copywriter, { state: 'USED' })).toMatchObject([
      { publication: { id: item.id, title: 'Мастерская изнутри', publishOn: planDay(), clientId: anna.client.id } },
    ]);
    expect((await manager.run(restore, { id })).restoreIdea.__typename).toBe('NotFound');

    const { version } = (await manager.run(remove, { input: { itemId: item.id, expectedVersion: 1 } }))
      .deleteContentItem;
    expect(await seenBy(anna.manager)).toMatchObject([{ text: 'Мастерская', publication: null }]);
    expect(await textsFor(anna.manager, { state: 'USED' })).toEqual([]);

    await manager.run(bringBack, { input: { itemId: item.id, expectedVersion: version } });
    expect(await textsFor(anna.manager)).toEqual([]);
    expect(await textsFor(anna.manager, { state: 'USED' })).toEqual(['Мастерская']);
  });

  it('is given back by a bulk deletion, too', async () => {
    const anna = await agency();
    const manager = api.as(anna.manager);
    const { id } = await captured(anna.manager, { text: 'Мастерская', clientId: anna.client.id });
    const { item } = (await manager.run(create, planned(anna, id))).createContentItem;
    const bulk = `mutation ($input: ChangeContentItemsInput!) { changeContentItems(input: $input) { __typename } }`;
    await manager.run(bulk, {
      input: { changes: [{ itemId: item.id, expectedVersion: 1, set: { isDeleted: true } }] },
    });
    expect(await textsFor(anna.manager)).toEqual(['Мастерская']);
  });

  it('put away since, it stays away when the publication returns', async () => {
    const anna = await agency();
    const manager = api.as(anna.manager);
    const { id } = await captured(anna.manager, { text: 'Мастерская', clientId: anna.client.id });
    const { item } = (await manager.run(create, planned(anna, id))).createContentItem;
    await manager.run(remove, { input: { itemId: item.id, expectedVersion: 1 } });
    await manager.run(archive, { id });
    await manager.run(bringBack, { input: { itemId: item.id, expectedVersion: 2 } });
    expect(await seenBy(anna.manager, { state: 'ARCHIVED' })).toMatchObject([
      { text: 'Мастерская', publication: null },
    ]);
    expect((await manager.run(restore, { id })).restoreIdea.__typename).toBe('RestoreIdeaSuccess');
  });

  it('for any client, does not tell whoever does not serve that client where it went', async () => {
    const anna = await agency();
    const { id } = await captured(anna.copywriter, { text: 'Для любого' });
    await api.as(anna.manager).run(create, planned(anna, id));
    // Of another squad: the same agency, none of its clients.
    const outsider = await anna.join('Вера Лис', 'specialist', ['copy'], []);
    expect(await seenBy(outsider, { state: 'USED' })).toEqual([]);
    expect(await seenBy(outsider)).toEqual([]);
    expect(await seenBy(anna.copywriter, { state: 'USED' })).toMatchObject([
      { publication: { clientId: anna.client.id } },
    ]);
  });
});
