import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { agency, anItem, type TestAgency, type TestMember } from '@planerka/testing/server';
import { startApi, stopApi, type Api } from './harness';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(stopApi);

const set = async (asker: TestMember, input: object) =>
  (
    await api.as(asker).run(
      `mutation ($input: SetAgencyDaysInput!) { setAgencyDays(input: $input) { __typename
        ... on SetAgencyDaysSuccess { agency { daysOff workedDays calendarYears calendarVersion version } }
        ... on InvalidInput { issues { path code } } ... on StaleVersion { currentVersion } } }`,
      { input: { expectedVersion: 1, daysOff: [], workedDays: [], calendarYears: [], ...input } },
    )
  ).setAgencyDays;
const timeline = async (asker: TestMember) =>
  (
    await api
      .as(asker)
      .run('{ taskTimeline(filter: {}, from: "2031-02-17", days: 14, first: 5) { daysOff undecreedYears } }')
  ).taskTimeline;

describe('An agency’s calendar of days off', () => {
  it('is set by the owner as a whole, beside the other settings', async () => {
    const { owner, manager } = await agency();
    const wish = { daysOff: ['2031-02-26', '2031-02-25'], workedDays: ['2031-02-22'], calendarYears: [2031] };
    expect((await set(manager, wish)).__typename).toBe('NotFound');
    expect(await set(owner, wish)).toMatchObject({
      agency: { daysOff: ['2031-02-25', '2031-02-26'], workedDays: ['2031-02-22'], calendarVersion: 2, version: 1 },
    });
    expect(await set(owner, {})).toMatchObject({ currentVersion: 2 });
    expect(await set(owner, { expectedVersion: 2, daysOff: ['2031-02-30'] })).toMatchObject({
      issues: [{ path: ['daysOff', '0'], code: 'not_a_date' }],
    });
  });

  it('is what working days are counted by, and says so no more that a decree is awaited', async () => {
    const { owner, manager } = await agency();
    // 24 February 2031 is what the law itself makes of a holiday on a Sunday.
    expect(await timeline(manager)).toMatchObject({ undecreedYears: [2031] });
    await set(owner, { daysOff: ['2031-02-26'], workedDays: ['2031-02-22', '2031-02-24'], calendarYears: [2031] });
    expect(await timeline(manager)).toEqual({
      undecreedYears: [],
      daysOff: ['2031-02-23', '2031-02-26', '2031-03-01', '2031-03-02'],
    });
  });

  it('moves what is back-planned, and its proposals say of which year the decree is awaited', async () => {
    const own = await agency();
    const item = await itemOf(own, '2031-02-27');
    const before = await chainOf(own.manager, item.id);
    expect(before.undecreedYears).toContain(2031);
    await set(own.owner, { daysOff: ['2031-02-25', '2031-02-26'], calendarYears: [2031] });
    const after = await chainOf(own.manager, item.id);
    expect(after.undecreedYears).not.toContain(2031);
    expect(after.steps[0].dueAt < before.steps[0].dueAt).toBe(true);
    const rolled = (
      await api
        .as(own.manager)
        .run('query ($id: ID!) { planRollOver(clientId: $id, from: "2031-02", to: "2032-02") { undecreedYears } }', {
          id: own.client.id,
        })
    ).planRollOver;
    expect(rolled).toEqual({ undecreedYears: [2032] });
  });
});

const chainOf = async (asker: TestMember, itemId: string) =>
  (
    await api.as(asker).run('query ($id: ID!) { taskChain(itemId: $id) { undecreedYears steps { dueAt } } }', {
      id: itemId,
    })
  ).taskChain;

const itemOf = (own: TestAgency, day: string) => anItem(own, { publishAt: new Date(`${day}T09:00:00Z`) });
