import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { agency, aLine, aRetainer, type TestAgency, type TestMember } from '@planerka/testing/server';
import readXlsx from 'read-excel-file/node';
import { startApi, stopApi, type Api } from './harness';

let api: Api;
let mayak: TestAgency;
beforeAll(async () => {
  api = await startApi();
  mayak = await agency();
  await aLine(mayak, { category: 'ad_spend', planned: 90_000 });
  await approved('COPY', '30000.50');
  await aRetainer(mayak, 100_000, 42);
});
afterAll(stopApi);

/** An owner's own revision stands at once, and in the book. */
const approved = (category: string, amount: string) =>
  api
    .as(mayak.owner)
    .run(`mutation ($input: RequestBudgetRevisionInput!) { requestBudgetRevision(input: $input) { __typename } }`, {
      input: {
        campaignId: mayak.campaign.id,
        reason: '=1+1',
        lines: [
          {
            category,
            month: new Date().toISOString().slice(0, 7),
            isHard: true,
            newTotal: { amount, currency: 'RUB' },
          },
        ],
      },
    });

async function fetchFile(member: TestMember | null, path: string, query: Record<string, string> = {}) {
  const response = await api.app.inject({
    method: 'GET',
    url: `/api/money/${path}`,
    query,
    headers: member ? { cookie: member.cookie, 'x-planerka-agency': member.agencyId } : {},
  });
  return { status: response.statusCode, bytes: response.rawPayload, name: response.headers['content-disposition'] };
}

const sheetsOf = async (bytes: Buffer) =>
  Object.fromEntries((await readXlsx(bytes)).map(({ sheet, data }) => [sheet, data]));

const budgetOf = (member: TestMember | null, locale = 'ru') =>
  fetchFile(member, 'budget', { campaignId: mayak.campaign.id, locale });

describe('the budget as a workbook', () => {
  it('has each line with numbers to calculate with, the total, and the book', async () => {
    const { status, bytes, name } = await budgetOf(mayak.manager);
    expect(status).toBe(200);
    expect(decodeURIComponent(String(name))).toContain('Бюджет, Сосна, ');
    const { Статьи: lines, Проводки: book } = await sheetsOf(bytes);
    expect(lines?.[0]?.slice(1, 8)).toEqual([
      'Статья',
      'Тип',
      'План, RUB',
      'Потрачено, RUB',
      'К выплате, RUB',
      'Обязательства, RUB',
      'Доступно, RUB',
    ]);
    expect(lines?.find((row) => row[1] === 'Тексты')?.slice(2, 8)).toEqual(['жёсткая', 30_000.5, 0, 0, 0, 30_000.5]);
    expect(lines?.at(-1)?.[3]).toBe(120_000.5);
    // a reason that looks like a formula stays a text
    expect(book?.[1]?.slice(3, 8)).toEqual(['Изменение бюджета', '=1+1', 'план', 'доступно', 30_000.5]);
  });

  it('speaks the page’s language', async () => {
    const { bytes } = await budgetOf(mayak.owner, 'en');
    expect(Object.keys(await sheetsOf(bytes))).toEqual(['Lines', 'Entries']);
  });

  it('shows a targetologist the advertising line alone, and is absent for whoever has no budget', async () => {
    const { bytes } = await budgetOf(mayak.targetologist);
    const { Статьи: lines, Проводки: book } = await sheetsOf(bytes);
    expect(lines?.map((row) => row[1])).toEqual(['Статья', 'Реклама', null]);
    expect(lines?.at(-1)?.[3]).toBe(90_000);
    expect(book?.some((row) => row.includes('Тексты'))).toBe(false);
    const { owner: foreign } = await agency('Чужие');
    const stranger = await mayak.join('Павел Ромашин', 'manager', [], []);
    for (const member of [mayak.copywriter, stranger, foreign]) expect((await budgetOf(member)).status).toBe(404);
    expect((await fetchFile(mayak.owner, 'budget', { campaignId: 'nonsense' })).status).toBe(404);
    expect((await budgetOf(null)).status).toBe(401);
  });
});

describe('the overview as a workbook', () => {
  it('is the owner’s: clients with margin, and the months', async () => {
    const { bytes } = await fetchFile(mayak.owner, 'overview');
    const { Клиенты: clients, Месяцы: months } = await sheetsOf(bytes);
    expect(clients?.[1]?.slice(0, 5)).toEqual(['Сосна', 'Анна Белова', 100_000, 0, 100_000]);
    expect(months).toHaveLength(8);
    expect((await fetchFile(mayak.owner, 'overview', { month: 'nonsense' })).status).toBe(400);
    for (const member of [mayak.manager, mayak.copywriter, mayak.targetologist]) {
      expect((await fetchFile(member, 'overview')).status).toBe(404);
    }
  });
});
