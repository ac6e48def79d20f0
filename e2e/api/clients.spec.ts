import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { agency, within, type TestAgency, type TestMember } from '@planerka/testing/server';
import { newId } from '@planerka/platform/domain';
import { startApi, stopApi, type Api } from './harness';

let api: Api;
let team: TestAgency;
beforeAll(async () => {
  api = await startApi();
  team = await agency();
}, 60_000);
afterAll(stopApi);

const issues = `... on InvalidInput { issues { path code } } ... on StaleVersion { currentVersion } ... on NotFound { entity }`;
const change = async (member: TestMember, field: string, input: object, ask = 'id version') => {
  const type = `${field[0]?.toUpperCase()}${field.slice(1)}Input`;
  const document = `mutation ($input: ${type}!) { ${field}(input: $input) { __typename ... on ClientChanged { client { ${ask} } } ${issues} } }`;
  return (await api.as(member).run(document, { input }))[field];
};
const found = async (member: TestMember, ask: string, id = team.client.id) =>
  (await api.as(member).run(`query ($id: ID!) { client(id: $id) { ${ask} } }`, { id })).client;
const rub = (amount: string) => ({ amount, currency: 'RUB' });
const retainer = (changes: object = {}) => ({
  clientId: team.client.id,
  validFrom: '2026-01',
  fee: rub('145000.00'),
  includedItems: 20,
  includedRounds: 3,
  extraRound: rub('1500'),
  ...changes,
});

describe('Clients', () => {
  it('are taken on by the owner, and by a manager in their own squad', async () => {
    const other = newId();
    await within(team.agencyId, (db) =>
      db.squad.create({ data: { agencyId: team.agencyId, id: other, name: 'Вторая команда' } }),
    );
    const ask = 'name currency squad { name } nextSteps channels { id } onboarding { key isDone } viewerCanEdit';

    const own = await change(team.manager, 'createClient', { name: 'Опора', squadId: team.squadId }, ask);
    expect(own.client).toMatchObject({
      name: 'Опора',
      currency: 'RUB',
      squad: { name: 'Первая команда' },
      nextSteps: ['fill_brand_profile', 'add_channel', 'name_approver', 'finish_onboarding'],
      viewerCanEdit: true,
    });
    expect(own.client.onboarding).toHaveLength(10);

    const foreign = await change(team.manager, 'createClient', { name: 'Ладога', squadId: other });
    expect(foreign.issues).toEqual([{ path: ['squadId'], code: 'not_found' }]);
    expect((await change(team.owner, 'createClient', { name: 'Ладога', squadId: other })).__typename).toBe(
      'ClientChanged',
    );
    expect((await change(team.copywriter, 'createClient', { name: 'Моя', squadId: team.squadId })).__typename).toBe(
      'NotFound',
    );

    const names = async (member: TestMember) =>
      (await api.as(member).run(`{ clients { nodes { name } } }`)).clients.nodes.map(
        ({ name }: { name: string }) => name,
      );
    expect(await names(team.owner)).toEqual(expect.arrayContaining(['Ладога', 'Опора', 'Сосна']));
    expect(await names(team.manager)).not.toContain('Ладога');
    expect(await names(team.copywriter)).not.toContain('Ладога');

    const squads = async (member: TestMember) => (await api.as(member).run(`{ servingSquads { name } }`)).servingSquads;
    expect(await squads(team.owner)).toHaveLength(2);
    expect(await squads(team.manager)).toEqual([{ name: 'Первая команда' }]);
    expect(await squads(team.designer)).toEqual([]);
  });

  it('come in pages by name, and a broken cursor is refused', async () => {
    const page = `query ($after: String) { clients(first: 1, after: $after) { nodes { name } pageInfo { hasNextPage endCursor } } }`;
    const first = (await api.as(team.owner).run(page)).clients;
    const second = (await api.as(team.owner).run(page, { after: first.pageInfo.endCursor })).clients;
    expect(first.pageInfo.hasNextPage).toBe(true);
    expect(second.nodes[0].name > first.nodes[0].name).toBe(true);
    expect((await api.as(team.owner).ask(page, { after: 'ломаный' })).errors[0]?.extensions['code']).toBe(
      'BAD_USER_INPUT',
    );
  });

  it.each([
    [{ name: '' }, ['name'], 'required'],
    [{ name: 'я'.repeat(100_000) }, ['name'], 'too_long'],
    [{ about: 'я'.repeat(501) }, ['about'], 'too_long'],
    [{ currency: 'XYZ' }, ['currency'], 'not_an_option'],
    [{ squadId: 'не id' }, ['squadId'], 'not_an_id'],
  ])('name the field that is wrong', async (wrong, path, code) => {
    const input = { name: 'Опора', squadId: team.squadId, ...wrong };
    expect((await change(team.owner, 'createClient', input)).issues).toEqual([{ path, code }]);
  });

  it('change under a version, and are handed over by the owner alone', async () => {
    const squadId = newId();
    await within(team.agencyId, (db) =>
      db.squad.create({ data: { agencyId: team.agencyId, id: squadId, name: 'Третья команда' } }),
    );
    const created = await change(team.manager, 'createClient', { name: 'Утро', squadId: team.squadId });
    const { id } = created.client;
    const input = {
      clientId: id,
      expectedVersion: 1,
      name: 'Утро',
      about: 'Пекарни',
      silencePolicy: 'EXPIRE',
      state: 'ACTIVE',
    };

    const saved = await change(
      team.manager,
      'updateClient',
      { ...input, squadId: team.squadId },
      'version about silencePolicy',
    );
    expect(saved.client).toEqual({ version: 2, about: 'Пекарни', silencePolicy: 'EXPIRE' });
    const agreeing = { ...input, squadId: team.squadId, expectedVersion: 2, approvalMode: 'ALL' };
    expect((await change(team.manager, 'updateClient', agreeing, 'approvalMode')).client).toEqual({
      approvalMode: 'ALL',
    });
    // Who says nothing of it changes nothing of it.
    const silent = { ...input, squadId: team.squadId, expectedVersion: 3 };
    expect((await change(team.manager, 'updateClient', silent, 'approvalMode')).client).toEqual({
      approvalMode: 'ALL',
    });
    expect(await change(team.manager, 'updateClient', { ...input, squadId: team.squadId })).toEqual({
      __typename: 'StaleVersion',
      currentVersion: 4,
    });
    const handing = { ...input, expectedVersion: 4, squadId };
    expect((await change(team.manager, 'updateClient', handing)).issues).toEqual([
      { path: ['squadId'], code: 'not_found' },
    ]);
    expect((await change(team.owner, 'updateClient', handing, 'squad { name }')).client.squad.name).toBe(
      'Третья команда',
    );
    expect(await found(team.manager, 'id', id)).toBeNull();
    expect((await change(team.copywriter, 'updateClient', { ...handing, clientId: team.client.id })).__typename).toBe(
      'NotFound',
    );
  });

  it('show a specialist the name, the brand and the channels, and nothing else', async () => {
    const ask = `name brandProfile { version } channels { title } contacts { id } research { id } onboarding { key }
      includedWork { items } retainers { id } silencePolicy approvalMode nextSteps viewerCanEdit`;
    expect(await found(team.copywriter, ask)).toEqual({
      name: 'Сосна',
      brandProfile: { version: 1 },
      channels: [{ title: 'Сосна. Мебель из массива' }],
      contacts: null,
      research: null,
      onboarding: null,
      includedWork: null,
      retainers: null,
      silencePolicy: null,
      approvalMode: null,
      nextSteps: [],
      viewerCanEdit: false,
    });
  });

  it('do not exist for members of other squads', async () => {
    const stranger = await team.join('Чужой Менеджер', 'manager', [], []);
    expect(await found(stranger, 'id')).toBeNull();
    const input = { clientId: team.client.id, network: 'TELEGRAM', title: 'Сосна' };
    expect(await change(stranger, 'createChannel', input)).toEqual({ __typename: 'NotFound', entity: 'Client' });
  });

  it('cost one statement with everything that hangs on them', async () => {
    const ask = `query ($id: ID!) { client(id: $id) { name brandProfile { data } channels { id } contacts { id } research { id } onboarding { key } retainers { id } nextSteps } }`;
    const statements = await api.statementsOf(() => api.as(team.owner).run(ask, { id: team.client.id }));
    expect(statements.filter((text) => text.includes('client'))).toHaveLength(1);
  });
});

describe('A brand profile', () => {
  const ask = 'brandProfile { data filledParts version }';

  it('is saved as it is typed, under a version', async () => {
    const data = {
      toneOfVoice: 'Тепло, на «вы»',
      stopWords: ['дёшево', 'акция'],
      colours: [{ name: 'Хвоя', hex: '#1f4d3a' }],
    };
    const saved = await change(
      team.manager,
      'saveBrandProfile',
      { clientId: team.client.id, expectedVersion: 1, data },
      ask,
    );
    expect(saved.client.brandProfile).toMatchObject({ data, filledParts: 3, version: 2 });
    const stale = await change(team.owner, 'saveBrandProfile', {
      clientId: team.client.id,
      expectedVersion: 1,
      data: {},
    });
    expect(stale).toEqual({ __typename: 'StaleVersion', currentVersion: 2 });
    expect((await found(team.copywriter, ask)).brandProfile.data.stopWords).toEqual(['дёшево', 'акция']);
  });

  it.each([
    [{ toneOfVoice: 'я'.repeat(100_000) }, ['toneOfVoice'], 'too_long'],
    [{ colours: [{ hex: 'зелёный' }] }, ['colours', '0', 'hex'], 'invalid_format'],
    [{ links: [{ title: 'Сайт', url: 'javascript:alert(1)' }] }, ['links', '0', 'url'], 'not_a_url'],
    [{ margin: 40 }, ['margin'], 'unknown_field'],
  ])('names the field that is wrong', async (data, path, code) => {
    const answer = await change(team.manager, 'saveBrandProfile', {
      clientId: team.client.id,
      expectedVersion: 2,
      data,
    });
    expect(answer.issues).toEqual([{ path, code }]);
  });

  it('is not a specialist’s to change', async () => {
    const answer = await change(team.copywriter, 'saveBrandProfile', {
      clientId: team.client.id,
      expectedVersion: 2,
      data: {},
    });
    expect(answer.__typename).toBe('NotFound');
  });
});

describe('Channels, contacts, research and the checklist', () => {
  it('channels are added, corrected, put away and brought back', async () => {
    const ask = 'channels { id network title url archivedAt version }';
    const input = { clientId: team.client.id, network: 'TELEGRAM', title: 'Сосна', url: 'https://t.me/sosna' };
    const added = (await change(team.manager, 'createChannel', input, ask)).client.channels;
    const channel = added.find(({ network }: { network: string }) => network === 'TELEGRAM');
    const of = { channelId: channel.id };
    const renamed = await change(
      team.manager,
      'updateChannel',
      { ...of, expectedVersion: 1, network: 'TELEGRAM', title: 'Сосна. Канал' },
      ask,
    );
    expect(renamed.client.channels).toContainEqual(
      expect.objectContaining({ id: channel.id, title: 'Сосна. Канал', version: 2 }),
    );
    expect(await change(team.manager, 'archiveChannel', { ...of, expectedVersion: 1 })).toEqual({
      __typename: 'StaleVersion',
      currentVersion: 2,
    });
    const archived = await change(team.manager, 'archiveChannel', { ...of, expectedVersion: 2 }, ask);
    expect(archived.client.channels.at(-1)).toMatchObject({ id: channel.id, archivedAt: expect.any(String) });
    const back = await change(team.manager, 'archiveChannel', { ...of, expectedVersion: 3, isArchived: false }, ask);
    expect(back.client.channels.find(({ id }: { id: string }) => id === channel.id).archivedAt).toBeNull();
    const bad = await change(team.manager, 'createChannel', { ...input, title: ' ', url: 'не ссылка' });
    expect(bad.issues).toEqual([
      { path: ['title'], code: 'required' },
      { path: ['url'], code: 'not_a_url' },
    ]);
  });

  it('exactly one contact has the final word', async () => {
    const ask = 'contacts { name isApprover isFinalApprover version id }';
    const input = { clientId: team.client.id, name: 'Олег Соснин', email: 'Oleg@Sosna.example', isFinalApprover: true };
    const { contacts } = (await change(team.manager, 'createContact', input, ask)).client;
    expect(contacts).toMatchObject([
      { name: 'Олег Соснин', isApprover: true, isFinalApprover: true },
      { name: 'Марина Дубова', isApprover: true, isFinalApprover: false },
    ]);
    const both = await Promise.all(
      contacts.map(({ id, version, name }: { id: string; version: number; name: string }) =>
        change(
          team.manager,
          'updateContact',
          { contactId: id, expectedVersion: version, name, isFinalApprover: true },
          ask,
        ),
      ),
    );
    expect(both.map(({ __typename }) => __typename)).toContain('ClientChanged');
    const after = (await found(team.manager, ask)).contacts;
    expect(after.filter(({ isFinalApprover }: { isFinalApprover: boolean }) => isFinalApprover)).toHaveLength(1);

    const bad = await change(team.manager, 'createContact', {
      ...input,
      name: '',
      email: 'почта',
      phone: 'нет',
      telegram: '@',
    });
    expect(bad.issues.map(({ path }: { path: string[] }) => path[0])).toEqual(['name', 'email', 'phone', 'telegram']);
  });

  it('research is kept and thrown away', async () => {
    const ask = 'research { id kind title body }';
    const input = { clientId: team.client.id, kind: 'COMPETITOR', title: 'Дуб и ко', body: 'Сильные ролики из цеха' };
    const [entry] = (await change(team.manager, 'createResearch', input, ask)).client.research;
    expect(entry).toMatchObject({ kind: 'COMPETITOR', title: 'Дуб и ко' });
    expect((await change(team.designer, 'deleteResearch', { researchId: entry.id })).__typename).toBe('NotFound');
    expect((await change(team.manager, 'deleteResearch', { researchId: entry.id }, ask)).client.research).toEqual([]);
    const long = await change(team.manager, 'createResearch', { ...input, body: 'я'.repeat(100_000) });
    expect(long.issues).toEqual([{ path: ['body'], code: 'too_long' }]);
  });

  it('a step is ticked by whoever did it, once', async () => {
    const ask = 'openOnboardingSteps onboarding { key isDone doneBy note }';
    const step = { clientId: team.client.id, key: 'channel_access', isDone: true, note: 'Доступы в сейфе' };
    const { client } = await change(team.manager, 'markOnboardingStep', step, ask);
    const done = { key: 'channel_access', isDone: true, doneBy: 'Анна Белова', note: 'Доступы в сейфе' };
    expect(client.openOnboardingSteps).toBe(9);
    expect(client.onboarding).toContainEqual(done);
    expect((await change(team.owner, 'markOnboardingStep', step, ask)).client.onboarding).toContainEqual(done);
    const wrong = await change(team.manager, 'markOnboardingStep', { ...step, key: 'чего-то' });
    expect(wrong.issues).toEqual([{ path: ['key'], code: 'not_an_option' }]);
  });
});

describe('The retainer', () => {
  const service = (member: TestMember, input: object) =>
    api
      .as(member)
      .run(
        `mutation ($input: CreateServiceInput!) { createService(input: $input) { __typename ... on ServiceChanged { service { id price { amount } } } ${issues} } }`,
        { input },
      );

  it('is the owner’s alone; the manager sees what it includes, never the money', async () => {
    const { createService } = await service(team.owner, { name: 'Пост', unit: 'пост', price: rub('3500.50') });
    const services = [{ serviceId: createService.service.id, quantity: 12 }];
    const ask =
      'retainers { validFrom isCurrent fee { amount currency } extraRound { amount } services { name quantity price { amount } } }';
    const saved = await change(team.owner, 'saveRetainer', retainer({ services }), ask);
    expect(saved.client.retainers).toEqual([
      {
        validFrom: '2026-01',
        isCurrent: true,
        fee: rub('145000.00'),
        extraRound: { amount: '1500.00' },
        services: [{ name: 'Пост', quantity: 12, price: { amount: '3500.50' } }],
      },
    ]);
    const seen = await found(team.manager, 'includedWork { items rounds } retainers { id } viewerCanEditRetainer');
    expect(seen).toEqual({ includedWork: { items: 20, rounds: 3 }, retainers: null, viewerCanEditRetainer: false });
    expect(await found(team.targetologist, 'includedWork { items } retainers { id }')).toEqual({
      includedWork: null,
      retainers: null,
    });
    expect((await change(team.manager, 'saveRetainer', retainer())).__typename).toBe('NotFound');
    expect((await api.as(team.manager).run(`{ services { id } }`)).services).toEqual([]);
    expect((await service(team.manager, { name: 'Пост', price: rub('1') })).createService.__typename).toBe('NotFound');
  });

  it('of a later month waits for it', async () => {
    const ask = 'includedWork { items } retainers { id validFrom isCurrent }';
    const later = await change(team.owner, 'saveRetainer', retainer({ validFrom: '2999-01', includedItems: 99 }), ask);
    expect(later.client.includedWork.items).toBe(20);
    expect(later.client.retainers.map(({ isCurrent }: { isCurrent: boolean }) => isCurrent)).toEqual([false, true]);
    const [{ id }] = later.client.retainers;
    expect((await change(team.manager, 'removeRetainer', { retainerId: id })).__typename).toBe('NotFound');
    expect((await change(team.owner, 'removeRetainer', { retainerId: id }, ask)).client.retainers).toHaveLength(1);
  });

  it.each([
    [{ fee: rub('-1') }, ['fee'], 'negative'],
    [{ fee: rub('1.005') }, ['fee'], 'too_precise'],
    [{ fee: rub('сто') }, ['fee'], 'not_a_number'],
    [{ fee: rub('9'.repeat(100_000)) }, ['fee'], 'too_large'],
    [{ fee: { amount: '1', currency: 'USD' } }, ['fee'], 'other_currency'],
    [{ fee: { amount: '1', currency: 'ЖЖЖ' } }, ['fee'], 'unknown_currency'],
    [{ validFrom: '2026-13' }, ['validFrom'], 'not_a_month'],
    [{ includedItems: -1 }, ['includedItems'], 'too_small'],
    [{ services: [{ serviceId: newId(), quantity: 1 }] }, ['services', '0', 'serviceId'], 'not_found'],
  ])('names the field that is wrong', async (wrong, path, code) => {
    expect((await change(team.owner, 'saveRetainer', retainer(wrong))).issues).toEqual([{ path, code }]);
  });
});
