import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { addBusinessDays, businessDaysBetween, russianCalendar, Temporal } from '@planerka/platform/domain';
import { agency, anItem, planMonth, within, type TestAgency, type TestMember } from '@planerka/testing/server';
import { approvalActors } from './approvals.actors';
import { startApi, stopApi, type Api } from './harness';

let api: Api;
let mayak: TestAgency;
beforeAll(async () => {
  api = await startApi();
});
beforeEach(async () => {
  mayak = await agency();
});
afterAll(stopApi);

const changed = /* GraphQL */ `
  __typename
  ... on ClientChanged {
    client {
      frequencies { channelId validFrom items }
      dates { id kind title startsOn endsOn isYearly note version }
    }
  }
  ... on InvalidInput { issues { path code } }
`;
const setFrequencies = `mutation ($input: SetChannelFrequenciesInput!) { setChannelFrequencies(input: $input) { ${changed} } }`;
const createDate = `mutation ($input: CreateClientDateInput!) { createClientDate(input: $input) { ${changed} } }`;
const updateDate = `mutation ($input: UpdateClientDateInput!) { updateClientDate(input: $input) { ${changed} } }`;
const deleteDate = `mutation ($input: DeleteClientDateInput!) { deleteClientDate(input: $input) { ${changed} } }`;
const plan = /* GraphQL */ `
  query ($clientId: ID!, $month: Month!) {
    contentPlan(clientId: $clientId, month: $month) {
      channelPace {
        channelId
        count
        agreed
        missing
      }
      dates {
        kind
        holiday
        title
        startsOn
        endsOn
      }
      areDaysOffDecreed
      items {
        id
        risk {
          level
          cause
          expectedOn
          approvalDays
          isApprovalUsual
        }
      }
    }
  }
`;
const answering = `query ($id: ID!) { client(id: $id) { version answeringTime { days answers answersNeeded } } }`;

const month = planMonth();
const monthBefore = Temporal.PlainYearMonth.from(month).subtract({ months: 1 }).toString();
const manager = () => api.as(mayak.manager);
const planOf = async (as: TestMember, of = month) =>
  (await api.as(as).run(plan, { clientId: mayak.client.id, month: of })).contentPlan;
const agree = async (items: number, validFrom = month) =>
  (
    await manager().run(setFrequencies, {
      input: { clientId: mayak.client.id, validFrom, channels: [{ channelId: mayak.channel.id, items }] },
    })
  ).setChannelFrequencies;

describe('how often a channel is to be published on', () => {
  it('stands beside what the month has, for everybody who sees the plan', async () => {
    await anItem(mayak);
    await anItem(mayak);
    const none = { channelId: mayak.channel.id, count: 2, agreed: null, missing: null };
    expect((await planOf(mayak.manager)).channelPace).toEqual([none]);
    expect(await agree(5)).toMatchObject({ __typename: 'ClientChanged' });
    const pace = [{ ...none, agreed: 5, missing: 3 }];
    expect((await planOf(mayak.manager)).channelPace).toEqual(pace);
    expect((await planOf(mayak.copywriter)).channelPace).toEqual(pace);
    await agree(1);
    expect((await planOf(mayak.manager)).channelPace).toEqual([{ ...none, agreed: 1, missing: -1 }]);
  });

  it('holds from its month until a later one', async () => {
    await agree(8, monthBefore);
    const { client } = await agree(12);
    expect(
      client.frequencies.map(({ validFrom, items }: { validFrom: string; items: number }) => [validFrom, items]),
    ).toEqual([
      [month, 12],
      [monthBefore, 8],
    ]);
    const agreedIn = async (of: string) => (await planOf(mayak.manager, of)).channelPace[0].agreed;
    expect(await agreedIn(monthBefore)).toBe(8);
    expect(await agreedIn(month)).toBe(12);
    await agree(0);
    expect(await agreedIn(month)).toBeNull();
  });

  it('is refused at its field where it makes no sense', async () => {
    expect(await agree(-1)).toMatchObject({ issues: [{ path: ['channels', '0', 'items'], code: 'too_small' }] });
    expect(await agree(3, '2026-13')).toMatchObject({ issues: [{ path: ['validFrom'], code: 'not_a_month' }] });
    const strange = await manager().run(setFrequencies, {
      input: { clientId: mayak.client.id, validFrom: month, channels: [{ channelId: mayak.client.id, items: 1 }] },
    });
    expect(strange.setChannelFrequencies.issues).toEqual([{ path: ['channels', '0', 'channelId'], code: 'not_found' }]);
  });
});

describe('important dates of a client', () => {
  const date = (patch: object = {}) => ({
    kind: 'OCCASION',
    title: 'День рождения бренда',
    startsOn: `${month}-12`,
    endsOn: `${month}-12`,
    ...patch,
  });
  const create = async (patch: object = {}) =>
    (await manager().run(createDate, { input: { clientId: mayak.client.id, ...date(patch) } })).createClientDate;

  it('stand in the month like holidays, yearly ones in every later year', async () => {
    await create();
    const yearsAgo = Temporal.PlainDate.from(`${month}-20`).subtract({ years: 3 }).toString();
    await create({ title: 'Основание', startsOn: yearsAgo, endsOn: yearsAgo, isYearly: true });
    const own = (await planOf(mayak.copywriter)).dates.filter(({ kind }: { kind: string }) => kind !== 'HOLIDAY');
    expect(own).toEqual([
      {
        kind: 'OCCASION',
        holiday: null,
        title: 'День рождения бренда',
        startsOn: `${month}-12`,
        endsOn: `${month}-12`,
      },
      { kind: 'OCCASION', holiday: null, title: 'Основание', startsOn: `${month}-20`, endsOn: `${month}-20` },
    ]);
  });

  it('has the holidays of the country, days on end as one', async () => {
    const { dates } = await planOf(mayak.manager, '2027-01');
    expect(dates).toEqual([
      { kind: 'HOLIDAY', holiday: 'new_year', title: null, startsOn: '2027-01-01', endsOn: '2027-01-06' },
      { kind: 'HOLIDAY', holiday: 'christmas', title: null, startsOn: '2027-01-07', endsOn: '2027-01-07' },
      { kind: 'HOLIDAY', holiday: 'new_year', title: null, startsOn: '2027-01-08', endsOn: '2027-01-08' },
    ]);
  });

  it('are changed by whoever saw the last version, and removed', async () => {
    const made = (await create()).client.dates[0];
    const change = (expectedVersion: number, title: string) =>
      manager().run(updateDate, {
        input: { clientDateId: made.id, expectedVersion, ...date({ title, note: 'Торт' }) },
      });
    const after = (await change(made.version, 'День рождения')).updateClientDate.client.dates;
    expect(after).toEqual([expect.objectContaining({ title: 'День рождения', note: 'Торт', version: 2 })]);
    expect((await change(made.version, 'Позже')).updateClientDate.__typename).toBe('StaleVersion');
    const gone = (await manager().run(deleteDate, { input: { clientDateId: made.id } })).deleteClientDate;
    expect(gone.client.dates).toEqual([]);
  });

  it('are refused at their field', async () => {
    expect(await create({ endsOn: `${month}-11` })).toMatchObject({
      issues: [{ path: ['endsOn'], code: 'not_after_start' }],
    });
    expect(await create({ title: ' ' })).toMatchObject({ issues: [{ path: ['title'], code: 'required' }] });
  });
});

describe('the time that a client usually takes', () => {
  const calendar = russianCalendar([2025, 2026, 2027, 2028]);
  const today = () => Temporal.Now.plainDateISO('Europe/Moscow');

  /** Three requests, answered now; sent so many working days ago. */
  const answered = async (days: number) => {
    const { asked, see, say } = approvalActors(api, mayak);
    const sentOn = addBusinessDays(calendar, today(), -days);
    const sentAt = new Date(`${sentOn.toString()}T09:00:00+03:00`);
    for (const _ of [1, 2, 3]) {
      const { id, marina } = await asked();
      await within(mayak.agencyId, (db) => db.approval.updateMany({ where: { id }, data: { sentAt } }));
      const { contentHash } = await see(marina);
      expect((await say(marina, { decision: 'APPROVE', contentHash })).__typename).not.toBe('InvalidInput');
    }
    return businessDaysBetween(calendar, sentOn, today());
  };
  const told = async () => (await manager().run(answering, { id: mayak.client.id })).client;

  it('is told from their own answers and gives the plan its days', async () => {
    const before = await told();
    expect(before.answeringTime).toEqual({ days: null, answers: 0, answersNeeded: 3 });
    const days = await answered(6);
    const { answeringTime, version } = await told();
    expect(answeringTime).toEqual({ days, answers: 3, answersNeeded: 3 });
    // Nobody has edited the client: whoever has its form open is not told that it changed.
    expect(version).toBe(before.version);

    const publishAt = new Date(`${addBusinessDays(calendar, today(), 6).toString()}T09:00:00Z`);
    const { id } = await anItem(mayak, { publishAt });
    const items = (await planOf(mayak.manager, publishAt.toISOString().slice(0, 7))).items;
    expect(items.find((item: { id: string }) => item.id === id).risk).toMatchObject({
      level: 'LATE',
      cause: 'NOT_BEGUN',
      approvalDays: days,
      isApprovalUsual: true,
    });
  });

  it('is not waited for on days on which they are away', async () => {
    const publishOn = addBusinessDays(calendar, today(), 7);
    const { id } = await anItem(mayak, { publishAt: new Date(`${publishOn.toString()}T09:00:00Z`) });
    const riskOf = async () =>
      (await planOf(mayak.manager, publishOn.toString().slice(0, 7))).items.find(
        (item: { id: string }) => item.id === id,
      ).risk;
    expect(await riskOf()).toBeNull();
    await manager().run(createDate, {
      input: {
        clientId: mayak.client.id,
        kind: 'AWAY',
        title: 'Отпуск',
        startsOn: today().toString(),
        endsOn: publishOn.toString(),
      },
    });
    expect(await riskOf()).toMatchObject({ level: 'LATE', approvalDays: 2, isApprovalUsual: false });
  });
});
