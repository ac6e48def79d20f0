import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { agency, anItem, within, type TestAgency, type TestItem, type TestMember } from '@planerka/testing/server';
import { newId } from '@planerka/platform/domain';
import { startApi, stopApi, type Api } from './harness';

let api: Api;
let team: TestAgency;
beforeAll(async () => {
  api = await startApi();
});
beforeEach(async () => {
  team = await agency();
});
afterAll(stopApi);

const dayOf = (daysAgo: number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Moscow' }).format(Date.now() - daysAgo * 86_400_000);

/** Out for ten days, in the scenario's channel of VK. */
async function published(
  of: TestAgency = team,
  fields: { title?: string; campaignId?: string } = {},
): Promise<TestItem> {
  const item = await anItem(of, fields);
  const at = new Date(Date.now() - 10 * 86_400_000);
  await within(of.agencyId, (db) =>
    db.contentItem.updateMany({
      where: { id: item.id },
      data: { publishAt: at, publishedAt: at, status: 'published' },
    }),
  );
  return item;
}

const shown = `results {
  measuredOn viewerCanEnter viewerSeesSpend
  figures { reach likes engagement clicks spend { amount } er { value base } ctr { value base } cpm { amount } cpc { amount } }
  channels { channelId measuredOn measurements { day reach likes spend { amount } enteredByName isImported version } }
} comparisons { key value median change of isOfRubric }`;
const answer = `__typename ... on ItemMeasured { item { ${shown} } } ... on InvalidInput { issues { path code } }
  ... on StaleVersion { currentVersion } ... on NotFound { entity }`;

const save = async (member: TestMember, itemId: string, input: object) =>
  (
    await api
      .as(member)
      .run(`mutation ($input: SaveItemMeasurementInput!) { saveItemMeasurement(input: $input) { ${answer} } }`, {
        input: { itemId, channelId: team.channel.id, day: dayOf(3), expectedVersion: 0, ...input },
      })
  ).saveItemMeasurement;
const remove = async (member: TestMember, itemId: string, day: string, expectedVersion: number) =>
  (
    await api
      .as(member)
      .run(`mutation ($input: RemoveItemMeasurementInput!) { removeItemMeasurement(input: $input) { ${answer} } }`, {
        input: { itemId, channelId: team.channel.id, day, expectedVersion },
      })
  ).removeItemMeasurement;
const seenBy = async (member: TestMember, id: string) =>
  (await api.as(member).run(`query ($id: ID!) { contentItem(id: $id) { ${shown} } }`, { id })).contentItem;

describe('What came of a publication', () => {
  it('stands day by day: a later look beside the earlier one, and rates of the last', async () => {
    const { manager, targetologist } = team;
    const item = await published();
    await save(targetologist, item.id, { day: dayOf(8), reach: 1000, likes: 30 });
    const { item: measured } = await save(manager, item.id, {
      reach: 2000,
      likes: 70,
      comments: 20,
      shares: 10,
      clicks: 40,
      spend: '3000.50',
    });
    expect(measured.results).toEqual({
      measuredOn: dayOf(3),
      viewerCanEnter: true,
      viewerSeesSpend: true,
      figures: {
        reach: 2000,
        likes: 70,
        engagement: 100,
        clicks: 40,
        spend: { amount: '3000.50' },
        er: { value: '5', base: 'REACH' },
        ctr: { value: '2', base: 'REACH' },
        cpm: { amount: '1500.25' },
        cpc: { amount: '75.01' },
      },
      channels: [
        {
          channelId: team.channel.id,
          measuredOn: dayOf(3),
          measurements: [
            {
              day: dayOf(3),
              reach: 2000,
              likes: 70,
              spend: { amount: '3000.50' },
              enteredByName: manager.name,
              isImported: false,
              version: 1,
            },
            {
              day: dayOf(8),
              reach: 1000,
              likes: 30,
              spend: null,
              enteredByName: targetologist.name,
              isImported: false,
              version: 1,
            },
          ],
        },
      ],
    });
  });

  it('is corrected under the version that was seen, and taken away', async () => {
    const { manager, owner } = team;
    const item = await published();
    await save(manager, item.id, { reach: 1000 });
    expect(await save(owner, item.id, { reach: 1200 })).toEqual({ __typename: 'StaleVersion', currentVersion: 1 });
    const { item: corrected } = await save(owner, item.id, { reach: 1200, expectedVersion: 1 });
    expect(corrected.results.channels[0].measurements).toMatchObject([{ reach: 1200, version: 2 }]);
    expect((await remove(manager, item.id, dayOf(3), 1)).__typename).toBe('StaleVersion');
    expect((await remove(manager, item.id, dayOf(3), 2)).item.results.channels).toEqual([]);
    expect(await remove(manager, item.id, dayOf(3), 2)).toEqual({
      __typename: 'NotFound',
      entity: 'ItemMeasurement',
    });
  });

  it('is seen by whoever serves the client, without what was paid for it; entered by whoever may enter results', async () => {
    const { copywriter, targetologist, manager } = team;
    const item = await published();
    await save(manager, item.id, { reach: 1000, clicks: 10, spend: '500' });
    const { results } = await seenBy(copywriter, item.id);
    expect(results).toMatchObject({
      viewerCanEnter: false,
      viewerSeesSpend: false,
      figures: { reach: 1000, spend: null, cpm: null, cpc: null, ctr: { value: '1' } },
    });
    expect(results.channels[0].measurements[0].spend).toBeNull();
    expect((await seenBy(targetologist, item.id)).results).toMatchObject({ figures: { spend: { amount: '500.00' } } });
    expect(await save(copywriter, item.id, { reach: 5, day: dayOf(2) })).toEqual({
      __typename: 'NotFound',
      entity: 'ContentItem',
    });
    expect((await remove(copywriter, item.id, dayOf(3), 1)).__typename).toBe('NotFound');
    const other = await agency('Чужие');
    expect((await save(other.manager, item.id, { reach: 5 })).__typename).toBe('NotFound');
    expect(await seenBy(other.manager, item.id)).toBeNull();
  });

  it.each([
    [{ day: dayOf(11), reach: 5 }, 'day', 'before_publication'],
    [{ day: dayOf(-1), reach: 5 }, 'day', 'in_future'],
    [{ day: '2026-02-30', reach: 5 }, 'day', 'not_a_date'],
    [{}, 'day', 'nothing_measured'],
    [{ reach: -1 }, 'reach', 'too_small'],
    [{ reach: 2_100_000_000 }, 'reach', 'too_large'],
    [{ spend: '-5' }, 'spend', 'negative'],
    [{ spend: '1.234' }, 'spend', 'too_precise'],
    [{ spend: 'много' }, 'spend', 'not_a_number'],
    [{ reach: 5, channelId: newId() }, 'channelId', 'unknown_item_channel'],
  ])('refuses %j at its field', async (input, field, code) => {
    const item = await published();
    expect(await save(team.manager, item.id, input)).toMatchObject({ issues: [{ path: [field], code }] });
    expect((await seenBy(team.manager, item.id)).results.channels).toEqual([]);
  });

  it('is nothing before it is out', async () => {
    const item = await anItem(team);
    expect(await save(team.manager, item.id, { reach: 5 })).toMatchObject({ issues: [{ code: 'not_published' }] });
    expect((await seenBy(team.manager, item.id)).results).toMatchObject({ viewerCanEnter: false, measuredOn: null });
  });

  it('stands beside what is usual with the client, once there is enough of it', async () => {
    const item = await published();
    await save(team.manager, item.id, { reach: 1800, likes: 90 });
    const measure = async (reach: number, of: TestItem) => save(team.manager, of.id, { reach, likes: reach / 20 });
    for (const reach of [800, 900, 1000, 1100]) await measure(reach, await published());
    expect((await seenBy(team.manager, item.id)).comparisons).toEqual([]);
    await measure(5000, await published());
    // Of other clients and of what is not out, nothing.
    const other = await agency('Чужие');
    await within(other.agencyId, async (db) => {
      const theirs = await published(other);
      await db.itemMeasurement.create({
        data: {
          agencyId: other.agencyId,
          itemId: theirs.id,
          channelId: other.channel.id,
          day: new Date(`${dayOf(3)}T00:00:00Z`),
          reach: 1,
          enteredById: other.manager.memberId,
        },
      });
    });
    expect((await seenBy(team.copywriter, item.id)).comparisons).toEqual([
      { key: 'SEEN', value: '1800', median: '1000', change: 80, of: 5, isOfRubric: true },
      { key: 'ER', value: '5', median: '5', change: 0, of: 5, isOfRubric: true },
    ]);
  });

  it('is of two who write one day down at once the first one’s', async () => {
    const item = await published();
    const both = await Promise.all([
      save(team.manager, item.id, { reach: 1000 }),
      save(team.owner, item.id, { reach: 2000 }),
    ]);
    expect(both.map(({ __typename }) => __typename).toSorted()).toEqual(['ItemMeasured', 'StaleVersion']);
  });
});

describe('A campaign’s publications', () => {
  const asked = 'publicationResults { title seen change er { value } spend { amount } networks rubricName }';
  const seenOf = async (member: TestMember) =>
    (await api.as(member).run(`query ($id: ID!) { campaign(id: $id) { ${asked} } }`, { id: team.campaign.id })).campaign
      .publicationResults;

  it('stand beside the client’s usual, the best first; without figures they are not among them', async () => {
    const { manager, copywriter, campaign } = team;
    for (const reach of [900, 1000, 1000, 1000, 1100]) await save(manager, (await published()).id, { reach });
    const best = await published(team, { title: 'Лучшая', campaignId: campaign.id });
    const least = await published(team, { title: 'Слабая', campaignId: campaign.id });
    await published(team, { title: 'Без цифр', campaignId: campaign.id });
    await save(manager, least.id, { reach: 500, likes: 5, spend: '900' });
    await save(manager, best.id, { reach: 1800, likes: 90 });
    expect(await seenOf(manager)).toEqual([
      {
        title: 'Лучшая',
        seen: 1800,
        change: 80,
        er: { value: '5' },
        spend: null,
        networks: ['VK'],
        rubricName: team.rubric.name,
      },
      {
        title: 'Слабая',
        seen: 500,
        change: -50,
        er: { value: '1' },
        spend: { amount: '900.00' },
        networks: ['VK'],
        rubricName: team.rubric.name,
      },
    ]);
    expect((await seenOf(copywriter)).map(({ spend }: { spend: unknown }) => spend)).toEqual([null, null]);
  });
});
