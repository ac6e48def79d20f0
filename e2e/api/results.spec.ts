import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { agency, aTask, within, type TestAgency, type TestMember } from '@planerka/testing/server';
import { newId } from '@planerka/platform/domain';
import { startApi, stopApi, type Api } from './harness';

let api: Api;
let team: TestAgency;
beforeAll(async () => {
  api = await startApi();
  team = await agency();
  const target = (metric: string, value: number, baseline: number | null, position: number) => ({
    agencyId: team.agencyId,
    id: newId(),
    campaignId: team.campaign.id,
    metric,
    target: value,
    baseline,
    position,
  });
  await within(team.agencyId, (db) =>
    db.kpiTarget.createMany({
      data: [target('clicks', 900, null, 0), target('leads', 90, 30, 1), target('cpl', 400, 600, 2)],
    }),
  );
}, 60_000);
afterAll(stopApi);

const refusals = `... on InvalidInput { issues { path code } } ... on StaleVersion { currentVersion } ... on NotFound { entity }`;
const save = async (member: TestMember, facts: object[], ask = 'facts { metric day value version }') =>
  (
    await api
      .as(member)
      .run(
        `mutation ($input: SaveFactsInput!) { saveFacts(input: $input) { __typename ... on FactsSaved { campaign { ${ask} } } ${refusals} } }`,
        { input: { campaignId: team.campaign.id, facts } },
      )
  ).saveFacts;
const change = async (member: TestMember, field: string, type: string, input: object, ask = 'id version') =>
  (
    await api
      .as(member)
      .run(
        `mutation ($input: ${type}!) { ${field}(input: $input) { __typename ... on CaseChanged { casePage { ${ask} } } ${refusals} } }`,
        { input },
      )
  )[field];
const dayOf = (offset: number): string => {
  const day = new Date(`${team.campaign.startsOn}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + offset);
  return day.toISOString().slice(0, 10);
};

describe('Own metrics', () => {
  it('are named to everybody of their agency and to nobody else', async () => {
    const other = await agency('Чужие');
    await within(team.agencyId, (db) =>
      db.ownMetric.create({
        data: { agencyId: team.agencyId, id: newId(), key: 'visitors', nameRu: 'Гости', nameEn: 'Visitors' },
      }),
    );
    const ask = '{ ownMetrics { key nameRu nameEn } }';
    const own = await api.as(team.copywriter).run(ask);
    expect(own.ownMetrics).toEqual([{ key: 'visitors', nameRu: 'Гости', nameEn: 'Visitors' }]);
    expect((await api.as(other.owner).run(ask)).ownMetrics).toEqual([]);
  });
});

describe('Facts', () => {
  it('are entered by the targetologist and stand against the plan', async () => {
    const facts = [
      { metric: 'leads', day: dayOf(0), value: '20' },
      { metric: 'leads', day: dayOf(1), value: '25' },
      { metric: 'cost', day: dayOf(1), value: '18000.50' },
    ];
    const ask = 'planFact { metric unit isOutcome target baseline fact change } viewerCanEnterFacts';
    const { campaign } = await save(team.targetologist, facts, ask);
    expect(campaign).toEqual({
      viewerCanEnterFacts: true,
      planFact: [
        { metric: 'leads', unit: 'COUNT', isOutcome: true, target: '90', baseline: '30', fact: '45', change: 50 },
        {
          metric: 'cpl',
          unit: 'MONEY',
          isOutcome: true,
          target: '400',
          baseline: '600',
          fact: '400.0111',
          change: -33.3,
        },
        { metric: 'clicks', unit: 'COUNT', isOutcome: false, target: '900', baseline: null, fact: null, change: null },
      ],
    });
  });

  it('change under the version their author saw, all or none', async () => {
    const day = dayOf(2);
    await save(team.manager, [{ metric: 'reach', day, value: '1000' }]);
    expect(await save(team.owner, [{ metric: 'reach', day, value: '1200' }])).toEqual({
      __typename: 'StaleVersion',
      currentVersion: 1,
    });
    const half = [
      { metric: 'views', day, value: '5' },
      { metric: 'reach', day, value: '7', expectedVersion: 9 },
    ];
    expect((await save(team.owner, half)).__typename).toBe('StaleVersion');
    const { campaign } = await save(team.owner, [{ metric: 'reach', day, value: '1200', expectedVersion: 1 }]);
    expect(campaign.facts).toContainEqual({ metric: 'reach', day, value: '1200', version: 2 });
    expect(campaign.facts.some(({ metric }: { metric: string }) => metric === 'views')).toBe(false);
    const removed = await save(team.owner, [{ metric: 'reach', day, value: null, expectedVersion: 2 }]);
    expect(removed.campaign.facts.some(({ metric }: { metric: string }) => metric === 'reach')).toBe(false);
  });

  it.each([
    [{ day: '2020-01-01' }, ['facts', '0', 'day'], 'outside_campaign'],
    [{ day: '2026-02-30' }, ['facts', '0', 'day'], 'not_a_date'],
    [{ value: '-5' }, ['facts', '0', 'value'], 'negative'],
    [{ value: '1.00001' }, ['facts', '0', 'value'], 'not_a_measurement'],
    [{ value: '9'.repeat(100_000) }, ['facts', '0', 'value'], 'not_a_measurement'],
    [{ metric: 'cpl' }, ['facts', '0', 'metric'], 'metric_is_computed'],
    [{ metric: 'счастье' }, ['facts', '0', 'metric'], 'invalid_format'],
    [{ metric: 'happiness' }, ['facts', '0', 'metric'], 'not_an_option'],
  ])('name the cell that is wrong', async (wrong, path, code) => {
    const fact = { metric: 'leads', day: dayOf(5), value: '5', ...wrong };
    expect((await save(team.manager, [fact])).issues).toEqual([{ path, code }]);
  });

  it('are not entered for a day to come, nor twice for one cell', async () => {
    const fact = { metric: 'leads', day: team.campaign.endsOn, value: '5' };
    expect((await save(team.manager, [fact])).issues).toEqual([{ path: ['facts', '0', 'day'], code: 'in_future' }]);
    const twice = { ...fact, day: dayOf(3) };
    expect((await save(team.manager, [twice, twice])).issues).toEqual([
      { path: ['facts', '1', 'day'], code: 'duplicate' },
    ]);
  });

  it.each(['copywriter', 'designer'] as const)('are only read by the %s', async (role) => {
    expect((await save(team[role], [{ metric: 'leads', day: dayOf(6), value: '5' }])).__typename).toBe('NotFound');
    const ask = `query ($id: ID!) { campaign(id: $id) { viewerCanEnterFacts planFact { metric } cases { id } } }`;
    const { campaign } = await api.as(team[role]).run(ask, { id: team.campaign.id });
    expect(campaign).toMatchObject({ viewerCanEnterFacts: false, cases: null });
    expect(campaign.planFact).toHaveLength(3);
  });
});

describe('A case', () => {
  const figures = 'figures { metric before after change isBetter }';

  it('freezes the figures and counts the work', async () => {
    await aTask(team, { state: 'done' });
    const ask = `id title version ${figures} tasks { kind count } campaign { name }`;
    const { casePage } = await change(
      team.manager,
      'createCase',
      'CreateCaseInput',
      { campaignId: team.campaign.id, title: 'Заявки вдвое дешевле' },
      ask,
    );
    expect(casePage).toMatchObject({
      title: 'Заявки вдвое дешевле',
      campaign: { name: 'Новогодняя коллекция' },
      figures: [
        { metric: 'leads', before: '30', after: '45', change: 50, isBetter: true },
        { metric: 'cpl', before: '600', after: '400.0111', change: -33.3, isBetter: true },
      ],
    });
    expect(casePage.tasks.reduce((sum: number, { count }: { count: number }) => sum + count, 0)).toBe(1);

    await save(team.manager, [{ metric: 'leads', day: dayOf(8), value: '45' }]);
    const seen = await api
      .as(team.owner)
      .run(`query ($id: ID!) { casePage(id: $id) { ${figures} } }`, { id: casePage.id });
    expect(seen.casePage.figures[0].after).toBe('45');
    const of = { caseId: casePage.id, expectedVersion: 1 };
    const fresh = await change(team.manager, 'refreshCaseFigures', 'RefreshCaseInput', of, figures);
    expect(fresh.casePage.figures[0].after).toBe('90');

    expect(await change(team.manager, 'updateCase', 'UpdateCaseInput', { ...of, title: 'Другое' })).toEqual({
      __typename: 'StaleVersion',
      currentVersion: 2,
    });
    const edit = { ...of, expectedVersion: 2, title: 'Заявки вдвое дешевле', quote: 'Мы довольны', isAnonymised: true };
    const edited = await change(team.manager, 'updateCase', 'UpdateCaseInput', edit, 'quote isAnonymised version');
    expect(edited.casePage).toEqual({ quote: 'Мы довольны', isAnonymised: true, version: 3 });
    const long = { ...edit, expectedVersion: 3, title: '', before: 'я'.repeat(100_000) };
    expect((await change(team.manager, 'updateCase', 'UpdateCaseInput', long)).issues).toEqual([
      { path: ['title'], code: 'required' },
      { path: ['before'], code: 'too_long' },
    ]);
    expect(
      (await api.as(team.copywriter).run(`query ($id: ID!) { casePage(id: $id) { id } }`, { id: casePage.id }))
        .casePage,
    ).toBeNull();
  });

  it('is not a specialist’s to write', async () => {
    const answer = await change(team.targetologist, 'createCase', 'CreateCaseInput', {
      campaignId: team.campaign.id,
      title: 'Моё',
    });
    expect(answer).toEqual({ __typename: 'NotFound', entity: 'Campaign' });
  });
});
