import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { agency, aTask, type TestAgency, type TestMember } from '@planerka/testing/server';
import { startApi, stopApi, type Api } from './harness';

let api: Api;
let team: TestAgency;
beforeAll(async () => {
  api = await startApi();
  team = await agency();
}, 60_000);
afterAll(stopApi);

const types: Record<string, string> = {
  closeCampaign: 'MoveCampaignInput',
  reopenCampaign: 'MoveCampaignInput',
  startCampaign: 'MoveCampaignInput',
};
const change = async (member: TestMember, field: string, input: object, ask = 'id version') => {
  const type = types[field] ?? `${field[0]?.toUpperCase()}${field.slice(1)}Input`;
  const document = `mutation ($input: ${type}!) { ${field}(input: $input) { __typename
    ... on CampaignChanged { campaign { ${ask} } }
    ... on InvalidInput { issues { path code } } ... on StaleVersion { currentVersion } ... on NotFound { entity }
    ... on IllegalTransition { state action reason } } }`;
  return (await api.as(member).run(document, { input }))[field];
};
const fields = (changes: object = {}) => ({
  clientId: team.client.id,
  name: 'Весенняя коллекция',
  goal: 'LEADS',
  description: 'Собрать заявки на мебель из массива',
  startsOn: '2027-03-01',
  endsOn: '2027-05-31',
  targets: [
    { metric: 'leads', target: '120', baseline: '40' },
    { metric: 'cpl', target: '450.50' },
  ],
  ...changes,
});

describe('Campaigns', () => {
  it('are planned by the manager, with targets and baselines', async () => {
    const ask =
      'name goal state startsOn endsOn wantsClientApproval targets { metric target baseline } availableActions client { name }';
    const { campaign } = await change(team.manager, 'createCampaign', fields(), ask);
    expect(campaign).toEqual({
      name: 'Весенняя коллекция',
      goal: 'LEADS',
      state: 'ACTIVE',
      startsOn: '2027-03-01',
      endsOn: '2027-05-31',
      wantsClientApproval: true,
      targets: [
        { metric: 'leads', target: '120', baseline: '40' },
        { metric: 'cpl', target: '450.5', baseline: null },
      ],
      availableActions: ['edit', 'close'],
      client: { name: 'Сосна' },
    });
  });

  it.each([
    [{ name: ' ' }, ['name'], 'required'],
    [{ description: 'я'.repeat(100_000) }, ['description'], 'too_long'],
    [{ startsOn: '2027-02-30' }, ['startsOn'], 'not_a_date'],
    [{ startsOn: 'завтра' }, ['startsOn'], 'not_a_date'],
    [{ endsOn: '2027-02-28' }, ['endsOn'], 'period_inverted'],
    [{ endsOn: '2072-05-31' }, ['endsOn'], 'period_too_long'],
    [{ targets: [{ metric: 'leads', target: 'много' }] }, ['targets', '0', 'target'], 'not_a_number'],
    [{ targets: [{ metric: 'leads', target: '1.00001' }] }, ['targets', '0', 'target'], 'not_a_measurement'],
  ])('name the field that is wrong', async (wrong, path, code) => {
    expect((await change(team.manager, 'createCampaign', fields(wrong))).issues).toEqual([{ path, code }]);
  });

  it('change under a version, and not when closed', async () => {
    const { id } = (await change(team.manager, 'createCampaign', fields())).campaign;
    const { clientId: _, ...input } = fields({ campaignId: id, expectedVersion: 1, name: 'Весна', targets: [] });
    const saved = await change(team.manager, 'updateCampaign', input, 'name version targets { id }');
    expect(saved.campaign).toEqual({ name: 'Весна', version: 2, targets: [] });
    expect(await change(team.owner, 'updateCampaign', input)).toEqual({
      __typename: 'StaleVersion',
      currentVersion: 2,
    });

    const move = { campaignId: id, expectedVersion: 2 };
    expect((await change(team.manager, 'startCampaign', move)).__typename).toBe('IllegalTransition');
    expect((await change(team.manager, 'closeCampaign', { ...move, expectedVersion: 1 })).__typename).toBe(
      'StaleVersion',
    );
    expect((await change(team.manager, 'closeCampaign', move, 'state availableActions')).campaign).toEqual({
      state: 'CLOSED',
      availableActions: ['reopen'],
    });
    const late = await change(team.manager, 'updateCampaign', { ...input, expectedVersion: 3 });
    expect(late).toMatchObject({ __typename: 'IllegalTransition', state: 'closed', action: 'edit' });
    expect(
      (await change(team.manager, 'reopenCampaign', { ...move, expectedVersion: 3 }, 'state')).campaign.state,
    ).toBe('ACTIVE');
  });

  it('do not close over open work', async () => {
    await aTask(team, { state: 'in_progress' });
    const answer = await change(team.manager, 'closeCampaign', { campaignId: team.campaign.id, expectedVersion: 1 });
    expect(answer).toMatchObject({ __typename: 'IllegalTransition', reason: 'open_tasks' });
  });

  it.each(['copywriter', 'designer', 'targetologist'] as const)('are only read by the %s', async (role) => {
    const member = team[role];
    const ask = '{ campaigns { nodes { name viewerCanEdit availableActions } } }';
    const { nodes } = (await api.as(member).run(ask)).campaigns;
    expect(nodes).toContainEqual({ name: 'Новогодняя коллекция', viewerCanEdit: false, availableActions: [] });
    expect(await change(member, 'createCampaign', fields())).toEqual({ __typename: 'NotFound', entity: 'Client' });
  });

  it('do not exist for members of other squads', async () => {
    const stranger = await team.join('Чужой Менеджер', 'manager', [], []);
    const answer = await api
      .as(stranger)
      .run(`query ($id: ID!) { campaign(id: $id) { id } campaigns { nodes { id } } }`, { id: team.campaign.id });
    expect(answer).toEqual({ campaign: null, campaigns: { nodes: [] } });
  });

  it('come in pages, the latest first', async () => {
    const ask = `query ($after: String) { campaigns(first: 2, after: $after) { nodes { startsOn } pageInfo { hasNextPage endCursor } } }`;
    const first = (await api.as(team.owner).run(ask)).campaigns;
    const second = (await api.as(team.owner).run(ask, { after: first.pageInfo.endCursor })).campaigns;
    const days = [...first.nodes, ...second.nodes].map(({ startsOn }: { startsOn: string }) => startsOn);
    expect(days).toEqual(days.toSorted().toReversed());
    expect(first.pageInfo.hasNextPage).toBe(true);
  });
});
