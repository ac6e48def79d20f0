import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  agency,
  anItem,
  planDay,
  planMonth,
  within,
  workbook,
  zip,
  type TestAgency,
  type TestMember,
} from '@planerka/testing/server';
import { Temporal } from '@planerka/platform/domain';
import iconv from 'iconv-lite';
import { readSheet } from 'read-excel-file/node';
import { readFileSync } from 'node:fs';
import { startApi, stopApi, type Api, type OpenJson } from './harness';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(stopApi);

const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const csvType = 'text/csv';

interface Reply {
  readonly status: number;
  readonly body: OpenJson;
  readonly bytes: Buffer;
}

async function send(member: TestMember | null, query: object, file: Buffer | string, type = csvType): Promise<Reply> {
  const response = await api.app.inject({
    method: 'POST',
    url: '/api/plan/import',
    query: query as Record<string, string>,
    headers: { 'content-type': type, ...(member && headersOf(member)) },
    payload: Buffer.from(file),
  });
  return { status: response.statusCode, body: response.json(), bytes: response.rawPayload };
}

async function fetchPlan(member: TestMember, query: Record<string, string>): Promise<Reply> {
  const response = await api.app.inject({ method: 'GET', url: '/api/plan/export', query, headers: headersOf(member) });
  return { status: response.statusCode, body: null, bytes: response.rawPayload };
}

const headersOf = (member: TestMember) => ({ cookie: member.cookie, 'x-planerka-agency': member.agencyId });

const itemsOf = ({ agencyId, client }: TestAgency) =>
  within(agencyId, (db) =>
    db.contentItem.findMany({ where: { agencyId, clientId: client.id, deletedAt: null }, orderBy: { title: 'asc' } }),
  );

const day = planDay().split('-').reverse().join('.');
const table = [
  'Дата;Время;Площадка;Рубрика;Формат;Тема;О чём',
  `${day};12:00;VK;Экспертная;Карусель;Стол, за которым поместятся все;Места хватит`,
  `${day};19:00;ВК;экспертная;клип;Шип-паз за 40 секунд;`,
].join('\r\n');

describe('Import', () => {
  it.each<[string, Buffer]>([
    ['UTF-8', Buffer.from(table)],
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${table}`)],
    ['windows-1251', iconv.encode(table, 'windows-1251')],
    ['commas', Buffer.from(table.replaceAll(',', ' ').replaceAll(';', ','))],
    ['tabs', Buffer.from(table.replaceAll(';', '\t'))],
  ])('reads CSV in %s, says what it would do, and then does exactly that', async (_, file) => {
    const anna = await agency();
    const query = { clientId: anna.client.id };

    const shown = await send(anna.manager, query, file);
    expect(shown).toMatchObject({ status: 200, body: { isImportable: true, counts: { create: 2, bad: 0 } } });
    expect(await itemsOf(anna)).toEqual([]);

    const done = await send(anna.manager, { ...query, digest: shown.body.digest }, file);
    expect(done).toMatchObject({ status: 200, body: { created: 2, updated: 0, unchanged: 0 } });
    const items = await itemsOf(anna);
    expect(items.map(({ format }) => format).toSorted()).toEqual(['carousel', 'reel']);
    expect(items.map(({ publishAt }) => publishAt.toISOString()).toSorted()).toEqual([
      `${planDay()}T09:00:00.000Z`,
      `${planDay()}T16:00:00.000Z`,
    ]);

    const again = await send(anna.manager, query, file);
    expect(again.body).toMatchObject({ isImportable: false, counts: { create: 0, update: 0, unchanged: 2 } });
  });

  it('names every bad cell and takes nothing of a file that has one', async () => {
    const anna = await agency();
    const file = `${table}\r\n${day};25:00;Инстаграм;Нет такой;Пост;;\r\n01.01.2000;12:00;VK;;Пост;Давно;`;
    const query = { clientId: anna.client.id };

    const { body } = await send(anna.manager, query, file);
    expect(body).toMatchObject({ isImportable: false, counts: { create: 3, bad: 1 } });
    const [bad] = body.rows.filter(({ kind }: { kind: string }) => kind === 'bad');
    expect(bad.row).toBe(4);
    expect(bad.issues.map(({ cell, code }: { cell: string; code: string }) => `${cell} ${code}`)).toEqual([
      'B4 not_a_time',
      'C4 unknown_channel',
      'D4 unknown_rubric',
      'F4 required',
    ]);
    expect((await send(anna.manager, { ...query, digest: body.digest }, file)).status).toBe(409);
    expect(await itemsOf(anna)).toEqual([]);
  });

  it('refuses a day outside of the campaign by its cell', async () => {
    const anna = await agency();
    const file = `Дата,Тема,Кампания\n2031-05-01,Поздно,Новогодняя коллекция`;
    const { body } = await send(anna.manager, { clientId: anna.client.id }, file);
    expect(body.rows[0].issues).toMatchObject([{ cell: 'A2', code: 'outside_campaign' }]);
  });

  it('maps columns that it does not know by hand', async () => {
    const anna = await agency();
    const file = `Число;Что пишем\n${day};Стол`;
    const query = { clientId: anna.client.id };
    expect((await send(anna.manager, query, file)).body).toMatchObject({
      missingColumns: ['date', 'title'],
      columns: [
        { index: 0, header: 'Число', sample: day, column: null },
        { index: 1, header: 'Что пишем', column: null },
      ],
    });
    const mapped = await send(anna.manager, { ...query, columns: '0:date,1:title' }, file);
    expect(mapped.body).toMatchObject({ isImportable: true, counts: { create: 1 } });
    expect((await send(anna.manager, { ...query, columns: 'a;b' }, file)).status).toBe(400);
  });

  it('does nothing when the plan is no longer what was shown', async () => {
    const anna = await agency();
    const item = await anItem(anna);
    const query = { clientId: anna.client.id };
    const file = `Код;Дата;Тема\n${item.id};${day};Стол «Онега»`;
    const { body } = await send(anna.manager, query, file);
    expect(body.counts).toMatchObject({ update: 1 });

    await within(anna.agencyId, (db) =>
      db.contentItem.updateMany({
        where: { agencyId: anna.agencyId, id: item.id },
        data: { idea: 'Иначе', version: 2 },
      }),
    );
    const late = await send(anna.manager, { ...query, digest: body.digest }, file);
    expect(late).toMatchObject({ status: 409, body: { code: 'plan_changed', preview: { counts: { update: 1 } } } });
    expect((await itemsOf(anna))[0]).toMatchObject({ title: 'Стол, за которым поместятся все', version: 2 });

    const fresh = await send(anna.manager, { ...query, digest: late.body.preview.digest }, file);
    expect(fresh.body).toEqual({ created: 0, updated: 1, unchanged: 0 });
  });

  it('reads columns as they were read the last time, for this client and such headers, until somebody says otherwise', async () => {
    const anna = await agency();
    const file = (title: string) => `Число;Что пишем;Заметка\n${day};${title};для себя`;
    const query = { clientId: anna.client.id };
    const columns = '0:date,1:title';
    const shown = await send(anna.manager, { ...query, columns }, file('Стол'));
    // What was only looked at is not remembered.
    expect((await send(anna.manager, query, file('Стол'))).body).toMatchObject({ isAsLastTime: false, rows: [] });
    await send(anna.manager, { ...query, columns, digest: shown.body.digest }, file('Стол'));
    const again = await send(anna.owner, query, file('Шкаф'));
    expect(again.body).toMatchObject({ isAsLastTime: true, isImportable: true, counts: { create: 1 } });
    expect((await send(anna.manager, query, `Что пишем;Число\nШкаф;${day}`)).body.isAsLastTime).toBe(false);
    expect((await send(anna.manager, { ...query, anew: '1' }, file('Шкаф'))).body).toMatchObject({
      isAsLastTime: false,
      missingColumns: ['date', 'title'],
    });
    // A further choice by hand goes over what is remembered.
    const changed = await send(anna.manager, { ...query, columns: '2:idea' }, file('Шкаф'));
    expect(changed.body.columns.map(({ column }: { column: string }) => column)).toEqual(['date', 'title', 'idea']);
    const other = await agency();
    expect((await send(other.manager, { clientId: other.client.id }, file('Шкаф'))).body.isAsLastTime).toBe(false);
  });

  it('shows what is remembered of tables, lets it be set right and forgotten, and tells nobody else of it', async () => {
    const [anna, other] = [await agency(), await agency()];
    const query = { clientId: anna.client.id };
    const file = `Число;Что пишем;Заметка\n${day};Стол;для себя`;
    const shown = await send(anna.manager, { ...query, columns: '0:date,1:title' }, file);
    await send(anna.manager, { ...query, columns: '0:date,1:title', digest: shown.body.digest }, file);

    const remembered = '{ key version columns { header column } }';
    const document = `query ($clientId: ID!) { planImportMappings(clientId: $clientId) ${remembered} }`;
    const list = async (member: TestMember) => (await api.as(member).run(document, query)).planImportMappings;
    const [kept] = await list(anna.manager);
    expect(kept).toMatchObject({
      version: 1,
      columns: [
        { header: 'Число', column: 'DATE' },
        { header: 'Что пишем', column: 'TITLE' },
        { header: 'Заметка', column: null },
      ],
    });
    for (const stranger of [anna.copywriter, other.manager, other.owner]) expect(await list(stranger)).toEqual([]);

    const command = async (member: TestMember, name: 'change' | 'forget', input: object) => {
      const type = name === 'change' ? 'ChangePlanImportMappingInput' : 'ForgetPlanImportMappingInput';
      const said = `__typename ... on InvalidInput { issues { code } } ... on PlanImportMappingsChanged { remembered { version } }`;
      const mutation = `mutation ($input: ${type}!) { ${name}PlanImportMapping(input: $input) { ${said} } }`;
      const answer = await api.as(member).run(mutation, { input: { ...query, key: kept.key, ...input } });
      return answer[`${name}PlanImportMapping`];
    };
    const wish = { expectedVersion: 1, columns: ['DATE', 'TITLE', 'IDEA'] };
    expect(await command(anna.copywriter, 'change', wish)).toMatchObject({ __typename: 'NotFound' });
    expect(await command(other.manager, 'forget', {})).toMatchObject({ __typename: 'NotFound' });
    expect(await command(anna.manager, 'change', { ...wish, columns: ['DATE', 'DATE', null] })).toMatchObject({
      issues: [{ code: 'column_twice' }, { code: 'columns_missing' }],
    });
    expect(await command(anna.manager, 'change', wish)).toMatchObject({ remembered: [{ version: 2 }] });
    expect(await command(anna.manager, 'change', wish)).toMatchObject({ __typename: 'StaleVersion' });
    const again = await send(anna.manager, query, file.replace('Стол', 'Шкаф'));
    expect(again.body.columns[2]).toMatchObject({ column: 'idea' });

    expect(await command(anna.manager, 'forget', {})).toMatchObject({ remembered: [] });
    expect((await send(anna.manager, query, file)).body).toMatchObject({ isAsLastTime: false });
  });

  it('warns of rows that a series is going to make by itself, beyond what of it is in the plan', async () => {
    const anna = await agency();
    const today = Temporal.Now.plainDateISO('Europe/Moscow');
    const wish = {
      ...{ clientId: anna.client.id, title: 'Дайджест недели', format: 'POST', channelIds: [anna.channel.id] },
      ...{ rhythm: { kind: 'DAILY', interval: 7 }, startsOn: today.add({ days: 7 }).toString() },
      ...{ publishTime: '12:00', onDayOff: 'LEAVE' },
    };
    const mutation = `mutation ($input: CreatePlanSeriesInput!) {
      createPlanSeries(input: $input) { __typename ... on PlanSeriesSuccess { series { id } } }
    }`;
    const { createPlanSeries } = await api.as(anna.manager).run(mutation, { input: wish });
    const turn = today.add({ weeks: 15 });
    const file = [
      'Дата;Площадка;Тема',
      `${turn.toString()};VK;Дайджест недели`,
      `${turn.add({ days: 1 }).toString()};VK;Дайджест недели`,
      `${turn.toString()};VK;Стол из дуба`,
    ].join('\n');
    const turns = async () => {
      const { body } = await send(anna.manager, { clientId: anna.client.id }, file);
      return body.rows.map(({ turn: title }: { turn?: string }) => title ?? null);
    };
    expect(await turns()).toEqual(['Дайджест недели', null, null]);
    const pause = `mutation ($input: PausePlanSeriesInput!) { pausePlanSeries(input: $input) { __typename } }`;
    await api.as(anna.manager).run(pause, { input: { seriesId: createPlanSeries.series.id } });
    expect(await turns()).toEqual([null, null, null]);
  });

  it('knows a publication again that is much like a row, and does with it what somebody wishes', async () => {
    const anna = await agency();
    const item = await anItem(anna);
    const query = { clientId: anna.client.id };
    const file = `Дата;Время;Площадка;Тема\n${day};15:00;VK;Стол за которым поместятся все\n${day};17:00;VK;Уход за маслом`;
    const { body } = await send(anna.manager, query, file);
    expect(body.rows).toMatchObject([
      { kind: 'update', match: 'alike', known: 'Стол, за которым поместятся все', changed: ['time', 'title'] },
      { kind: 'create' },
    ]);
    expect((await send(anna.manager, { ...query, fresh: '2' }, file)).body.counts).toMatchObject({
      create: 2,
      update: 0,
    });
    const skipped = await send(anna.manager, { ...query, skip: '2-2' }, file);
    expect(skipped.body).toMatchObject({ counts: { create: 1, skip: 1, update: 0 }, isImportable: true });
    // What was shown for other wishes is not what is done now.
    expect((await send(anna.manager, { ...query, digest: skipped.body.digest }, file)).status).toBe(409);
    const done = await send(anna.manager, { ...query, skip: '2', digest: skipped.body.digest }, file);
    expect(done.body).toEqual({ created: 1, updated: 0, unchanged: 0 });
    const left = (await itemsOf(anna)).find(({ id }) => id === item.id);
    expect(left).toMatchObject({ title: 'Стол, за которым поместятся все', version: 1 });
    expect((await send(anna.manager, { ...query, skip: '1-999999' }, file)).status).toBe(400);
  });

  it('takes the shown value of a formula cell as text and computes none', async () => {
    const anna = await agency();
    const cell = (ref: string, text: string) => `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`;
    const sheet = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">${cell('A1', 'Дата')}${cell('B1', 'Тема')}</row><row r="2">${cell('A2', day)}<c r="B2" t="str"><f>HYPERLINK("http://x","да")</f><v>=да</v></c></row></sheetData></worksheet>`;
    const { body } = await send(anna.manager, { clientId: anna.client.id }, zip(workbook(sheet)), xlsxType);
    expect(body.rows).toMatchObject([{ kind: 'create', title: '=да' }]);
  });
});

describe('A hostile or broken file', () => {
  const sheet = (body: string) =>
    `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${body}</sheetData></worksheet>`;
  const bomb = Buffer.alloc(60 * 1024 * 1024, ' ');
  const cases: [string, () => Buffer, string][] = [
    ['nothing at all', () => Buffer.alloc(0), 'file_empty'],
    ['bytes that are no text', () => Buffer.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0]), 'file_not_a_table'],
    ['a zip that is no workbook', () => zip([{ name: 'readme.txt', content: 'привет' }]), 'file_not_a_table'],
    ['half a workbook', () => zip(workbook(sheet(''))).subarray(0, 400), 'file_broken'],
    [
      'a workbook with a password',
      () => zip(workbook(sheet('')).map((entry) => ({ ...entry, isEncrypted: true }))),
      'file_encrypted',
    ],
    ['an old .xls', () => Buffer.from('d0cf11e0a1b11ae1000000', 'hex'), 'file_old_or_encrypted'],
    ['a zip bomb', () => zip(workbook(bomb)), 'file_suspicious'],
    [
      'a zip bomb that lies about its size',
      () => zip(workbook(bomb).map((entry) => (entry.content === bomb ? { ...entry, claimedSize: 1_000 } : entry))),
      'file_suspicious',
    ],
    [
      'too many entries',
      () =>
        zip([
          ...workbook(sheet('')),
          ...Array.from({ length: 600 }, (_, index) => ({ name: `${index}`, content: '' })),
        ]),
      'file_suspicious',
    ],
    [
      'a lone cell at the end of the sheet',
      () => zip(workbook(sheet('<row r="1048576"><c r="A1048576"><v>1</v></c></row>'))),
      'file_too_many_rows',
    ],
    [
      'a lone cell at the right end',
      () => zip(workbook(sheet('<row r="1"><c r="XFD1"><v>1</v></c></row>'))),
      'file_too_many_columns',
    ],
    ['a document type', () => zip(workbook(`<!DOCTYPE x [<!ENTITY a "b">]>${sheet('')}`)), 'file_suspicious'],
    ['more than 2 000 rows', () => Buffer.from(`Дата;Тема\n${`${day};Пост\n`.repeat(2_001)}`), 'file_too_many_rows'],
    ['a line of ten million cells', () => Buffer.from(`Дата;Тема\n${';'.repeat(9_000_000)}`), 'file_too_many_columns'],
    ['nothing but a byte order mark and blank lines', () => Buffer.from('\uFEFF  \r\n\r\n'), 'file_empty'],
    ['a program named as a table', () => readFileSync(process.execPath).subarray(0, 100_000), 'file_not_a_table'],
    ['a quote that never ends', () => Buffer.from('Дата;Тема\n"12.12.2026;Пост'), 'file_broken'],
  ];

  it.each(cases)('is refused in so many words: %s', async (_, file, code) => {
    const anna = await agency();
    expect(await send(anna.manager, { clientId: anna.client.id }, file(), xlsxType)).toMatchObject({
      status: 422,
      body: { code },
    });
  });

  it('with a cell of ten megabytes is answered with that cell’s address', async () => {
    const anna = await agency();
    const file = `Дата;Тема;О чём\n${day};Стол;${'a'.repeat(10_000_000)}`;
    const { body, bytes } = await send(anna.manager, { clientId: anna.client.id }, file);
    expect(body.rows[0].issues).toMatchObject([{ cell: 'C2', code: 'too_long' }]);
    expect(bytes.length).toBeLessThan(10_000);
  });

  it('is refused before it is read whole when it is too large', async () => {
    const anna = await agency();
    const reply = await send(anna.manager, { clientId: anna.client.id }, Buffer.alloc(10 * 1024 * 1024 + 1, 'a'));
    expect(reply).toMatchObject({ status: 413, body: { code: 'table_too_large' } });
  });
});

describe('Export', () => {
  it.each(['xlsx', 'csv'])('gives as %s what, imported again, changes nothing', async (format) => {
    const anna = await agency();
    await anItem(anna, {
      title: '=СУММ(A1)',
      idea: 'Две строки;\nи «кавычки», и "такие"',
      campaignId: anna.campaign.id,
    });
    await anItem(anna, { title: "'+7 900", publishAt: new Date(`${planDay(20)}T21:30:00Z`) });
    await anItem(anna, { title: 'Без рубрики', rubricId: null, publishAt: new Date(`${planDay(21)}T03:00:00Z`) });

    for (const locale of ['ru', 'en']) {
      const file = await fetchPlan(anna.manager, { clientId: anna.client.id, month: planMonth(), format, locale });
      const again = await send(
        anna.owner,
        { clientId: anna.client.id },
        file.bytes,
        format === 'csv' ? csvType : xlsxType,
      );
      expect(again.body.counts).toEqual({ create: 0, update: 0, unchanged: 3, skip: 0, bad: 0 });
    }
  });
});

describe('A plan for the client', () => {
  it.each(['ru', 'en'])(
    'in %s has weeks, colours and the chosen columns, and imported again changes nothing',
    async (locale) => {
      const anna = await agency();
      await anItem(anna, { title: '=СУММ(A1)', idea: 'Две строки\nи «кавычки»' });
      await anItem(anna, { title: 'Через неделю', publishAt: new Date(`${planDay(22)}T09:00:00Z`) });
      const query = {
        clientId: anna.client.id,
        month: planMonth(),
        format: 'xlsx',
        locale,
        look: 'client',
        pictures: '1',
      };
      const file = await fetchPlan(anna.manager, { ...query, columns: 'time,idea,channels' });
      const rows = await readSheet(file.bytes);
      expect(rows[0]?.[0]).toMatch(new RegExp(`^${anna.client.name}: `));
      expect(rows[1]?.[0]).toBe('Маяк');
      expect(rows[2]).toEqual(
        locale === 'ru'
          ? ['Картинка', 'Дата', 'Время', 'Площадки', 'Тема', 'Идея']
          : ['Picture', 'Date', 'Time', 'Channels', 'Title', 'Idea'],
      );
      const weeks = rows.filter(([first]) => /^(Неделя|Week) /.test(String(first)));
      expect(weeks).toHaveLength(2);
      const again = await send(anna.owner, { clientId: anna.client.id }, file.bytes, xlsxType);
      expect(again.body.counts).toEqual({ create: 0, update: 0, unchanged: 2, skip: 0, bad: 0 });
      expect((await fetchPlan(anna.manager, { ...query, columns: 'fee' })).status).toBe(400);
    },
  );
});

describe('Whoever may not', () => {
  it('neither imports nor exports, and learns nothing of the client', async () => {
    const anna = await agency();
    const foreign = await agency('Чужие');
    const stranger = await anna.join('Пётр Дубов', 'manager', [], []);
    for (const [member, clientId] of [
      [anna.copywriter, anna.client.id],
      [stranger, anna.client.id],
      [foreign.owner, anna.client.id],
      [anna.owner, 'что-то'],
    ] as const) {
      expect(await send(member, { clientId }, 'not even read')).toMatchObject({
        status: 404,
        body: { code: 'not_found' },
      });
      expect((await fetchPlan(member, { clientId })).status).toBe(404);
    }
    expect((await send(null, { clientId: anna.client.id }, table)).status).toBe(401);
  });
});
