import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@planerka/platform/domain';
import {
  aClient,
  agency,
  anItem,
  aTask,
  planMonth,
  within,
  type TestAgency,
  type TestMember,
} from '@planerka/testing/server';
import { startApi, stopApi, type Api } from './harness';
import { sharePlan } from './plan-links.documents';

let api: Api;
let mayak: TestAgency;
beforeAll(async () => {
  api = await startApi();
});
beforeEach(async () => {
  mayak = await agency();
});
afterAll(stopApi);

const create = /* GraphQL */ `
  mutation ($input: CreateCalendarLinkInput!) {
    createCalendarLink(input: $input) {
      __typename
      ... on CalendarLinkCreated {
        url
        calendar {
          id
          kind
          hint
          isAlive
        }
      }
      ... on InvalidInput {
        issues {
          path
          code
        }
      }
    }
  }
`;
const revoke = /* GraphQL */ `
  mutation ($id: ID!) {
    revokeCalendarLink(calendarLinkId: $id) {
      __typename
      ... on CalendarLinkRevoked {
        calendar {
          isAlive
        }
      }
    }
  }
`;
const list = '{ calendarLinks { id kind name memberName isOwn isAlive clientName month lastUsedAt } }';

const made = async (member: TestMember, input: object = { kind: 'MEMBER' }) =>
  (await api.as(member).run(create, { input })).createCalendarLink;
const read = (url: string, headers: Readonly<Record<string, string>> = {}) =>
  api.app.inject({ url: new URL(url).pathname, headers });

/** Lines that were folded, made whole. */
const unfolded = (text: string): readonly string[] => text.replaceAll('\r\n ', '').split('\r\n');
const textsOf = (body: string, property: string): readonly string[] =>
  unfolded(body).flatMap((line) => (line.startsWith(`${property}:`) ? [line.slice(property.length + 1)] : []));
const titlesIn = async (url: string): Promise<readonly string[]> => textsOf((await read(url)).body, 'SUMMARY');

const noon = new Date(Date.UTC(2031, 0, 10, 9));

describe('A calendar of one’s own', () => {
  it('has one’s tasks as days and publications as moments, and is the same for as long as they are', async () => {
    const item = await anItem(mayak, { title: 'Стол; из массива, дуб', publishAt: new Date(Date.now() + 86_400_000) });
    const task = await aTask(mayak, { title: 'Текст о столе', state: 'in_progress', dueAt: noon, itemId: item.id });
    const { url } = await made(mayak.copywriter);
    const answer = await read(url);
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8']);
    expect(answer.headers).toMatchObject({ 'cache-control': 'private, no-cache', 'x-robots-tag': 'noindex, nofollow' });
    expect(textsOf(answer.body, 'UID')).toEqual([`task-${task.id}@planerka`, `publication-${item.id}@planerka`]);
    expect(textsOf(answer.body, 'SUMMARY')).toEqual([
      `Сдать: ${task.title}`,
      `${mayak.client.name}: Стол\\; из массива\\, дуб`,
    ]);
    expect(unfolded(answer.body)).toContain('DTSTART;VALUE=DATE:20310110');
    expect(answer.body).toMatch(/DTSTART:\d{8}T\d{6}Z/);
    // nobody needs a time zone to read it, so none is named that is not told
    expect(answer.body).not.toContain('TZID');
    const etag = String(answer.headers.etag);
    expect((await read(url)).body).toBe(answer.body);
    const again = await read(url, { 'if-none-match': etag });
    expect([again.statusCode, again.body, again.headers.etag]).toEqual([304, '', etag]);
    await within(mayak.agencyId, (db) =>
      db.contentItem.updateMany({ where: { id: item.id }, data: { title: 'Стол', version: { increment: 1 } } }),
    );
    const changed = await read(url, { 'if-none-match': etag });
    expect(changed.statusCode).toBe(200);
    expect(textsOf(changed.body, 'SEQUENCE')).toContain('1');
  });

  it('shows a specialist their own work, and what is gone no more', async () => {
    const mine = await anItem(mayak, { title: 'Моя', publishAt: noonSoon(2) });
    await anItem(mayak, { title: 'Чужая', publishAt: noonSoon(3) });
    await aTask(mayak, { title: 'Делаю', state: 'in_progress', dueAt: noon, itemId: mine.id });
    await aTask(mayak, { title: 'Ещё не выдана', state: 'draft', dueAt: noon });
    await aTask(mayak, { title: 'Дизайнеру', state: 'issued', dueAt: noon, assignee: mayak.designer });
    const { url } = await made(mayak.copywriter);
    expect(await titlesIn(url)).toEqual(['Сдать: Делаю', `${mayak.client.name}: Моя`]);
    await within(mayak.agencyId, (db) =>
      db.contentItem.updateMany({ where: { id: mine.id }, data: { deletedAt: new Date() } }),
    );
    expect(await titlesIn(url)).toEqual(['Сдать: Делаю']);
  });

  it('shows a manager the clients of their squads, and only what was asked for', async () => {
    const squadId = newId();
    await within(mayak.agencyId, (db) =>
      db.squad.create({ data: { agencyId: mayak.agencyId, id: squadId, name: 'Вторая команда' } }),
    );
    const other = await aClient({ agencyId: mayak.agencyId, squadId }, 'Ель');
    await anItem(mayak, { title: 'Своя', publishAt: noonSoon(2) });
    await anItem({ ...mayak, ...other }, { title: 'Не моей команды', publishAt: noonSoon(2) });
    const { url } = await made(mayak.manager, { kind: 'MEMBER', shows: ['PUBLICATIONS'] });
    expect(await titlesIn(url)).toEqual([`${mayak.client.name}: Своя`]);
  });

  it('ends with its revocation, and at once with whoever leaves', async () => {
    const { url, calendar } = await made(mayak.copywriter);
    const second = await made(mayak.copywriter);
    expect((await read(url)).statusCode).toBe(200);
    expect((await api.as(mayak.copywriter).run(revoke, { id: calendar.id })).revokeCalendarLink).toEqual({
      __typename: 'CalendarLinkRevoked',
      calendar: { isAlive: false },
    });
    expect((await read(url)).statusCode).toBe(404);
    expect((await read(second.url)).statusCode).toBe(200);
    await within(mayak.agencyId, (db) =>
      db.member.updateMany({ where: { id: mayak.copywriter.memberId }, data: { deactivatedAt: new Date() } }),
    );
    const gone = await read(second.url);
    const unknown = await read(`${second.url.slice(0, -8)}AAAA.ics`);
    expect([gone.statusCode, gone.body]).toEqual([404, unknown.body]);
  });

  it('says when it was read, and is nobody’s business but theirs and the owner’s', async () => {
    const { url, calendar } = await made(mayak.copywriter, { kind: 'MEMBER', name: 'Телефон' });
    await read(url);
    const listed = async (member: TestMember) => (await api.as(member).run(list)).calendarLinks;
    for (;;) {
      const [link] = await listed(mayak.copywriter);
      if (link.lastUsedAt) break;
    }
    expect(await listed(mayak.owner)).toMatchObject([{ id: calendar.id, isOwn: false, name: 'Телефон' }]);
    expect(await listed(mayak.manager)).toEqual([]);
    expect((await api.as(mayak.manager).run(revoke, { id: calendar.id })).revokeCalendarLink.__typename).toBe(
      'NotFound',
    );
    const rows = await within(mayak.agencyId, (db) => db.calendarLink.findMany());
    const kept = rows.map((row) => ({ ...row, tokenHash: Buffer.from(row.tokenHash).toString('utf8') }));
    expect(JSON.stringify(kept)).not.toContain(/plc_[\w-]+/.exec(url)?.[0]);
  });

  it('says no to a program that asks without end', async () => {
    const { url } = await made(mayak.copywriter);
    const answers = await Promise.all(Array.from({ length: 61 }, () => read(url)));
    expect(answers.map(({ statusCode }) => statusCode).filter((status) => status !== 200)).toEqual([429]);
  });
});

const noonSoon = (days: number): Date => new Date(Date.now() + days * 86_400_000);

describe('A calendar for a client', () => {
  it('has what they were shown and what is out, and no more of it than that', async () => {
    await anItem(mayak, { title: 'Задумана', idea: 'Тайна' });
    const out = await anItem(mayak, { title: 'Вышла', idea: 'Внутреннее', publishAt: noonSoon(-2) });
    await within(mayak.agencyId, async (db) => {
      await db.contentItem.updateMany({
        where: { id: out.id },
        data: { status: 'published', publishedAt: noonSoon(-2) },
      });
      await db.itemChannel.updateMany({ where: { itemId: out.id }, data: { url: 'https://vk.com/wall-1_2' } });
    });
    const { url } = await made(mayak.manager, { kind: 'CLIENT', clientId: mayak.client.id });
    const before = (await read(url)).body;
    expect(textsOf(before, 'SUMMARY')).toEqual(['Вышла']);
    expect(before).toMatch(/^URL\b.*:https:\/\/vk\.com\/wall-1_2\r?$/m);
    expect(before).not.toContain('Внутреннее');
    expect(before).not.toMatch(/\/plan|\/tasks/);
    const input = { clientId: mayak.client.id, month: planMonth(), name: 'Ольга' };
    await api.as(mayak.manager).run(sharePlan, { input });
    const after = (await read(url)).body;
    expect(textsOf(after, 'SUMMARY')).toContain('Задумана');
    expect(after).toContain('Тайна');
  });

  it('of a month has that month alone', async () => {
    await anItem(mayak, { title: 'В январе', publishAt: new Date('2031-01-31T20:59:00Z') });
    // The first minute of February in Moscow.
    await anItem(mayak, { title: 'В феврале', publishAt: new Date('2031-01-31T21:00:00Z') });
    const { url } = await made(mayak.manager, { kind: 'PLAN', clientId: mayak.client.id, month: '2031-01' });
    const { body } = await read(url);
    expect(textsOf(body, 'SUMMARY')).toEqual(['В январе']);
    expect(unfolded(body)).toContain(`NAME:${mayak.client.name}: план\\, январь 2031`);
  });

  it('is given by whoever leads the client, and taken back by them', async () => {
    const wish = { kind: 'CLIENT', clientId: mayak.client.id };
    expect((await made(mayak.copywriter, wish)).__typename).toBe('NotFound');
    const { calendar } = await made(mayak.owner, wish);
    expect((await api.as(mayak.copywriter).run(list)).calendarLinks).toEqual([]);
    expect((await api.as(mayak.manager).run(list)).calendarLinks).toMatchObject([
      { id: calendar.id, clientName: mayak.client.name, isOwn: false },
    ]);
    expect((await api.as(mayak.manager).run(revoke, { id: calendar.id })).revokeCalendarLink.__typename).toBe(
      'CalendarLinkRevoked',
    );
  });
});
