import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { agency, anItem, aTask, readyBrief, within, type TestAgency, type TestMember } from '@planerka/testing/server';
import readXlsx from 'read-excel-file/node';
import { startApi, stopApi, type Api } from './harness';
import { actions } from './tasks.documents';

let api: Api;
let mayak: TestAgency;
beforeAll(async () => {
  api = await startApi();
});
beforeEach(async () => {
  mayak = await agency();
});
afterAll(stopApi);

const register = /* GraphQL */ `
  query ($clientId: ID, $isMissing: Boolean) {
    markingRegister(clientId: $clientId, isMissing: $isMissing) {
      count
      missing
      missingLaunched
      creatives {
        id
        taskId
        itemId
        key
        name
        advertiser
        kktu
        erid
        state
        isMissing
        isLaunched
        version
        markedByName
        viewerCanMark
      }
    }
  }
`;
const mark = /* GraphQL */ `
  mutation ($input: MarkAdInput!) {
    markAd(input: $input) {
      __typename
      ... on MarkAdSuccess {
        creative {
          erid
          state
          version
          markedByName
        }
      }
      ... on InvalidInput {
        issues {
          path
          code
        }
      }
      ... on StaleVersion {
        currentVersion
      }
    }
  }
`;

const brief = {
  ...readyBrief('targeting'),
  creatives: [
    { key: 'stol', name: 'Стол', fileId: null, text: '' },
    { key: 'family', name: 'Семья', fileId: null, text: '' },
  ],
} as ReturnType<typeof readyBrief>;
const anAd = (wish: Parameters<typeof aTask>[1] = {}) =>
  aTask(mayak, { discipline: 'targeting', assignee: mayak.designer, brief, title: 'Реклама стола', ...wish });
const rowsFor = async (member: TestMember, variables: object = {}) =>
  (await api.as(member).run(register, variables)).markingRegister;
const markBy = async (member: TestMember, input: object) =>
  (await api.as(member).run(mark, { input: { expectedVersion: 0, ...input } })).markAd;
const holdLaunch = () =>
  within(mayak.agencyId, (db) =>
    db.brandProfile.upsert({
      where: { agencyId_clientId: { agencyId: mayak.agencyId, clientId: mayak.client.id } },
      create: { agencyId: mayak.agencyId, clientId: mayak.client.id, data: { marking: { holdsLaunch: true } } },
      update: { data: { marking: { holdsLaunch: true } } },
    }),
  );

describe('The register of marked advertising', () => {
  it('has every creative of issued briefs, and advertising of the plan that nobody has in hand', async () => {
    const task = await anAd({ state: 'in_progress' });
    await anAd({ state: 'draft', title: 'Черновик' });
    const item = await anItem(mayak, { format: 'ad', title: 'Реклама в плане' });
    const { creatives, count, missing, missingLaunched } = await rowsFor(mayak.manager, { clientId: mayak.client.id });
    expect({ count, missing, missingLaunched }).toEqual({ count: 3, missing: 3, missingLaunched: 0 });
    expect(creatives).toContainEqual(
      expect.objectContaining({
        taskId: task.id,
        key: 'stol',
        name: 'Стол',
        advertiser: 'ООО «Сосна»',
        kktu: '30.1.1',
        state: 'NEEDED',
        viewerCanMark: true,
      }),
    );
    expect(creatives).toContainEqual(expect.objectContaining({ itemId: item.id, key: 'ad', state: 'NEEDED' }));
  });

  it('takes an erid, says who noted it, and holds the second to what they saw', async () => {
    const task = await anAd({ state: 'in_progress' });
    const input = { taskId: task.id, key: 'stol', erid: 'https://sosna.example/?erid=2VtzqwK7sn4' };
    expect(await markBy(mayak.designer, input)).toMatchObject({
      creative: { erid: '2VtzqwK7sn4', state: 'RECEIVED', version: 1, markedByName: mayak.designer.name },
    });
    expect(await markBy(mayak.manager, input)).toMatchObject({ __typename: 'StaleVersion', currentVersion: 1 });
    const { creatives, missing } = await rowsFor(mayak.manager);
    expect(missing).toBe(1);
    // what is missing stands first
    expect(creatives.map(({ key }: { key: string }) => key)).toEqual(['family', 'stol']);
    const found = await rowsFor(mayak.manager, { isMissing: true });
    expect(found.creatives.map(({ key }: { key: string }) => key)).toEqual(['family']);
  });

  it('refuses bad tokens, codes and a showing without a token at their fields', async () => {
    const task = await anAd({ state: 'in_progress' });
    const on = { taskId: task.id, key: 'stol' };
    const issues = async (input: object) => (await markBy(mayak.manager, { ...on, ...input })).issues;
    expect(await issues({ erid: 'нет' })).toEqual([{ path: ['erid'], code: 'erid_malformed' }]);
    expect(await issues({ kktu: '30' })).toEqual([{ path: ['kktu'], code: 'kktu_malformed' }]);
    expect(await issues({ state: 'SHOWN' })).toEqual([{ path: ['erid'], code: 'erid_before_shown' }]);
    expect((await markBy(mayak.manager, { ...on, key: 'нет' })).__typename).toBe('NotFound');
  });

  it('is shown to whoever leads the client and whoever does the work, to nobody else', async () => {
    const task = await anAd({ state: 'in_progress' });
    const item = await anItem(mayak, { format: 'ad' });
    const other = await agency('Чужие');
    expect((await rowsFor(mayak.owner)).count).toBe(3);
    expect((await rowsFor(mayak.designer)).count).toBe(2);
    expect((await rowsFor(mayak.copywriter)).count).toBe(0);
    expect((await rowsFor(other.owner, { clientId: mayak.client.id })).count).toBe(0);
    const erid = '2VtzqwK7sn4';
    for (const member of [mayak.copywriter, other.manager])
      expect((await markBy(member, { taskId: task.id, key: 'stol', erid })).__typename).toBe('NotFound');
    expect((await markBy(mayak.designer, { itemId: item.id, key: 'ad', erid })).__typename).toBe('NotFound');
    expect((await markBy(mayak.manager, { itemId: item.id, key: 'ad', erid })).creative.state).toBe('RECEIVED');
  });

  it('is saved as a table by whoever sees it', async () => {
    await anAd({ state: 'in_progress' });
    const file = (member: TestMember, query: Record<string, string> = {}) =>
      api.app.inject({
        method: 'GET',
        url: '/api/marking/export',
        query: { clientId: mayak.client.id, ...query },
        headers: { cookie: member.cookie, 'x-planerka-agency': member.agencyId },
      });
    const [sheet] = await readXlsx((await file(mayak.manager)).rawPayload);
    expect(sheet?.data[0]).toContain('Код ККТУ');
    expect(sheet?.data[1]).toEqual(
      expect.arrayContaining(['Реклама стола', 'Стол', 'ООО «Сосна»', '30.1.1', 'нужен erid']),
    );
    expect((await file(mayak.manager, { format: 'csv', locale: 'en' })).payload).toContain('erid needed');
    expect((await file((await agency('Чужие')).owner)).statusCode).toBe(404);
  });
});

describe('A client whose launch is held', () => {
  const approve = async (taskId: string) =>
    (await api.as(mayak.manager).run(actions.approveTask, { input: { taskId, expectedVersion: 1 } })).approveTask;

  it('has no targeting approved before every creative has its erid', async () => {
    await holdLaunch();
    const task = await anAd({ state: 'in_review' });
    expect(await approve(task.id)).toMatchObject({
      __typename: 'IllegalTransition',
      reason: 'erid_missing',
      names: ['Стол', 'Семья'],
    });
    await markBy(mayak.designer, { taskId: task.id, key: 'stol', erid: '2VtzqwK7sn4' });
    expect(await approve(task.id)).toMatchObject({ reason: 'erid_missing', names: ['Семья'] });
    await markBy(mayak.manager, { taskId: task.id, key: 'family', state: 'NOT_NEEDED' });
    expect((await approve(task.id)).__typename).toBe('TaskSuccess');
  });

  it('is one by its setting alone', async () => {
    const task = await anAd({ state: 'in_review' });
    expect((await approve(task.id)).__typename).toBe('TaskSuccess');
  });
});
