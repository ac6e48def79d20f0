import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@planerka/platform/domain';
import { agency, anItem, aTask, monthAfterPlan, planMonth, within, type TestAgency } from '@planerka/testing/server';
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

const preview = /* GraphQL */ `
  query ($clientId: ID!, $from: Month!, $to: Month!, $campaignId: ID) {
    planRollOver(clientId: $clientId, from: $from, to: $to, campaignId: $campaignId) {
      items {
        itemId
        publishOn
        publishTime
        because
        campaign {
          id
        }
        losesCampaign
        existingItemId
        isRepeated
        tasks {
          discipline
          dueOn
        }
      }
      campaigns {
        id
      }
      lines {
        category
        amount {
          amount
        }
      }
    }
  }
`;
const rollOver = /* GraphQL */ `
  mutation ($input: RollOverPlanInput!) {
    rollOverPlan(input: $input) {
      __typename
      ... on RollOverPlanSuccess {
        itemIds
        taskCount
        revisionIds
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
const undo = /* GraphQL */ `
  mutation ($input: UndoRollOverInput!) {
    undoRollOver(input: $input) {
      __typename
      ... on UndoRollOverSuccess {
        itemIds
      }
      ... on IllegalTransition {
        reason
      }
    }
  }
`;

const from = planMonth();
const to = monthAfterPlan();
const inFrom = (day: number) => new Date(`${from}-${String(day).padStart(2, '0')}T09:00:00Z`);
const dayOf = (day: number) => `${to}-${String(day).padStart(2, '0')}`;
const month = () => ({ clientId: mayak.client.id, from, to });
const ask = (campaignId?: string) => api.as(mayak.manager).run(preview, { ...month(), campaignId });
const repeat = (input: object, member = mayak.manager) =>
  api.as(member).run(rollOver, { input: { ...month(), ...input } });

/** A campaign of the month that is made. */
async function nextCampaign(): Promise<string> {
  const { agencyId, client } = mayak;
  const id = newId();
  await within(agencyId, (db) =>
    db.campaign.create({
      data: {
        agencyId,
        id,
        clientId: client.id,
        name: 'После праздников',
        goal: 'leads',
        startsOn: new Date(`${to}-01`),
        endsOn: new Date(`${to}-28`),
      },
    }),
  );
  return id;
}

const aLine = (campaignId: string, plannedMinor: bigint) =>
  within(mayak.agencyId, (db) =>
    db.budgetLine.create({
      data: {
        agencyId: mayak.agencyId,
        id: newId(),
        campaignId,
        category: 'copy',
        month: new Date(`${from}-01`),
        isHard: true,
        currency: 'RUB',
        plannedMinor,
        availableMinor: plannedMinor,
      },
    }),
  );

describe('A month of a plan once more', () => {
  it('shows the same weekday of the same week, the work that moves along, and what has been made already', async () => {
    const item = await anItem(mayak, { publishAt: inFrom(15) });
    await aTask(mayak, { itemId: item.id, state: 'done', dueAt: inFrom(12) });
    const { planRollOver } = await ask();
    const [shown] = planRollOver.items;
    expect(planRollOver.items).toHaveLength(1);
    expect(shown).toMatchObject({ itemId: item.id, publishTime: '12:00', existingItemId: null, losesCampaign: false });
    const [was, will] = [inFrom(15), new Date(shown.publishOn)];
    expect(shown.publishOn.slice(0, 7)).toBe(to);
    // Unless a holiday stands there.
    if (shown.because === null) expect(will.getUTCDay()).toBe(was.getUTCDay());
    expect(shown.tasks).toMatchObject([{ discipline: 'COPY' }]);
    expect(Date.parse(shown.tasks[0].dueOn)).toBeLessThan(will.getTime());
    expect((await api.as(mayak.copywriter).run(preview, month())).planRollOver).toBeNull();
  });

  it('says before what its work will cost by the rate card, by whom, and what the month’s budget has for it', async () => {
    const { agencyId, manager, copywriter, campaign } = mayak;
    const item = await anItem(mayak, { publishAt: inFrom(15) });
    await aTask(mayak, { itemId: item.id, state: 'done', fee: 1500 });
    await within(agencyId, async (db) => {
      await db.rate.create({
        data: {
          agencyId,
          id: newId(),
          memberId: copywriter.memberId,
          discipline: 'copy',
          unit: 'deliverable',
          amountMinor: 250_050n,
          currency: 'RUB',
          validFrom: new Date('2026-01-01'),
        },
      });
      await db.budgetLine.create({
        data: {
          agencyId,
          id: newId(),
          campaignId: campaign.id,
          category: 'copy',
          month: new Date(`${to}-01`),
          isHard: true,
          currency: 'RUB',
          plannedMinor: 200_000n,
          availableMinor: 200_000n,
        },
      });
    });
    const fees = /* GraphQL */ `
      query ($input: RollOverFeesInput!) {
        rollOverFees(input: $input) {
          total {
            amount
          }
          withoutPrice
          disciplines {
            discipline
            taskCount
            available {
              amount
            }
            missing {
              amount
            }
          }
          people {
            name
            amount {
              amount
            }
          }
        }
      }
    `;
    const input = { clientId: mayak.client.id, to, items: [{ itemId: item.id, publishOn: dayOf(16) }] };
    expect((await api.as(manager).run(fees, { input })).rollOverFees).toEqual({
      total: { amount: '2500.50' },
      withoutPrice: 0,
      disciplines: [
        { discipline: 'COPY', taskCount: 1, available: { amount: '2000.00' }, missing: { amount: '500.50' } },
      ],
      people: [{ name: 'Мария Орлова', amount: { amount: '2500.50' } }],
    });
    expect((await api.as(copywriter).run(fees, { input })).rollOverFees).toBeNull();
    const strange = { ...input, items: [{ itemId: newId(), publishOn: dayOf(16) }] };
    expect((await api.as(manager).run(fees, { input: strange })).rollOverFees).toBeNull();
    // What it says is what is made.
    await repeat({ items: [{ itemId: item.id, publishOn: dayOf(16) }] });
    const made = await within(agencyId, (db) =>
      db.task.findFirstOrThrow({ where: { item: { rolledFromId: item.id } } }),
    );
    expect(made.feeMinor).toBe(250_050n);
  });

  it('leaves to a series what that makes by itself', async () => {
    const item = await anItem(mayak, { publishAt: inFrom(15) });
    const { createPlanSeries } = await api.as(mayak.manager).run(
      `mutation ($input: CreatePlanSeriesInput!) {
        createPlanSeries(input: $input) { __typename ... on PlanSeriesSuccess { series { id } } } }`,
      {
        input: {
          clientId: mayak.client.id,
          itemId: item.id,
          title: 'Отзыв недели',
          format: 'POST',
          rhythm: { kind: 'WEEKLY', weekdays: [2] },
          startsOn: `${from}-15`,
          publishTime: '12:00',
        },
      },
    );
    expect((await ask()).planRollOver.items[0]).toMatchObject({ itemId: item.id, isRepeated: true });
    const { rollOverPlan } = await repeat({ items: [{ itemId: item.id, publishOn: dayOf(16) }] });
    expect(rollOverPlan.issues).toEqual([{ path: ['items', '0', 'itemId'], code: 'repeats_itself' }]);
    await api
      .as(mayak.manager)
      .run(`mutation ($input: EndPlanSeriesInput!) { endPlanSeries(input: $input) { __typename } }`, {
        input: { seriesId: createPlanSeries.series.id },
      });
    const [shown] = (await ask()).planRollOver.items.filter(({ itemId }: { itemId: string }) => itemId === item.id);
    expect(shown).toMatchObject({ isRepeated: false });
  });

  it('is made at once: publications, and drafts with the same briefs, owners and order', async () => {
    const { manager, copywriter, designer, agencyId } = mayak;
    const item = await anItem(mayak, { publishAt: inFrom(15), idea: 'Стучим по столешнице' });
    const copy = await aTask(mayak, { itemId: item.id, state: 'done', fee: 1500, title: 'Текст' });
    await aTask(mayak, { itemId: item.id, discipline: 'design', after: [copy.id], title: 'Карусель' });
    await aTask(mayak, { itemId: item.id, state: 'cancelled' });
    await within(agencyId, (db) =>
      db.rate.create({
        data: {
          agencyId,
          id: newId(),
          memberId: designer.memberId,
          discipline: 'design',
          unit: 'deliverable',
          amountMinor: 700_000n,
          currency: 'RUB',
          validFrom: new Date('2026-01-01'),
        },
      }),
    );
    const { rollOverPlan } = await repeat({ items: [{ itemId: item.id, publishOn: dayOf(16), publishTime: '18:30' }] });
    expect(rollOverPlan).toMatchObject({ __typename: 'RollOverPlanSuccess', taskCount: 2 });
    const [made] = await within(agencyId, (db) =>
      db.contentItem.findMany({
        where: { agencyId, id: rollOverPlan.itemIds[0] },
        include: {
          channels: true,
          tasks: { include: { briefs: true, predecessors: true }, orderBy: { discipline: 'asc' } },
        },
      }),
    );
    expect(made).toMatchObject({ idea: 'Стучим по столешнице', status: 'planned', rolledFromId: item.id });
    expect(made?.publishAt).toEqual(new Date(`${dayOf(16)}T15:30:00Z`));
    expect(made?.channels).toHaveLength(1);
    const [text, picture] = made?.tasks ?? [];
    expect(text).toMatchObject({ title: 'Текст', state: 'draft', assigneeId: copywriter.memberId, feeMinor: 150_000n });
    expect(text?.managerId).toBe(manager.memberId);
    expect(text?.briefs).toMatchObject([{ number: 0, data: { keyMessages: ['Стол раздвигается за минуту'] } }]);
    expect(picture).toMatchObject({ assigneeId: designer.memberId, feeMinor: 700_000n });
    expect(picture?.predecessors).toMatchObject([{ afterTaskId: text?.id }]);
    // Twice is recognised.
    const again = await ask();
    expect(again.planRollOver.items[0].existingItemId).toBe(made?.id);
    const twice = await repeat({ items: [{ itemId: item.id, publishOn: dayOf(16) }] });
    expect(twice.rollOverPlan.issues).toEqual([{ path: ['items', '0', 'itemId'], code: 'already_repeated' }]);
  });

  it('refuses all of it where one is wrong, and says which', async () => {
    const item = await anItem(mayak, { publishAt: inFrom(15) });
    const foreign = await anItem(await agency('Сосед'), { publishAt: inFrom(15) });
    const { rollOverPlan } = await repeat({
      items: [
        { itemId: item.id, publishOn: `${from}-16` },
        { itemId: foreign.id, publishOn: dayOf(16) },
        { itemId: item.id, publishOn: dayOf(16), publishTime: '25:00' },
      ],
    });
    expect(rollOverPlan.issues).toEqual([
      { path: ['items', '0', 'publishOn'], code: 'outside_month' },
      { path: ['items', '1', 'itemId'], code: 'unknown_item' },
      { path: ['items', '2', 'itemId'], code: 'duplicate' },
      { path: ['items', '2', 'publishTime'], code: 'not_a_time' },
    ]);
    const none = await repeat({ items: [] });
    expect(none.rollOverPlan.issues).toEqual([{ path: ['items'], code: 'required' }]);
    const count = await within(mayak.agencyId, (db) => db.contentItem.count({ where: { agencyId: mayak.agencyId } }));
    expect(count).toBe(1);
    const notTheirs = await repeat({ items: [{ itemId: item.id, publishOn: dayOf(16) }] }, mayak.copywriter);
    expect(notTheirs.rollOverPlan.__typename).toBe('NotFound');
  });

  it('takes another campaign where its own is over, and asks for the same sums', async () => {
    const item = await anItem(mayak, { publishAt: inFrom(15), campaignId: mayak.campaign.id });
    await aLine(mayak.campaign.id, 3_000_000n);
    const without = await ask();
    expect(without.planRollOver).toMatchObject({ items: [{ campaign: null, losesCampaign: true }], lines: [] });
    const campaignId = await nextCampaign();
    const { planRollOver } = await ask(campaignId);
    expect(planRollOver).toMatchObject({
      items: [{ campaign: { id: campaignId }, losesCampaign: false }],
      campaigns: [{ id: campaignId }],
      lines: [{ category: 'COPY', amount: { amount: '30000.00' } }],
    });
    const outside = await repeat({ campaignId, items: [{ itemId: item.id, publishOn: `${to}-30` }] });
    if (to.slice(5) !== '02') expect(outside.rollOverPlan.issues).toMatchObject([{ code: 'outside_campaign' }]);
    const input = {
      campaignId,
      items: [{ itemId: item.id, publishOn: dayOf(16) }],
      budgetReason: 'Как в прошлом месяце',
    };
    const { rollOverPlan } = await repeat(input);
    expect(rollOverPlan.revisionIds).toHaveLength(1);
    const state = () =>
      within(mayak.agencyId, (db) => db.budgetRevision.findFirst({ where: { campaignId }, select: { state: true } }));
    expect(await state()).toEqual({ state: 'requested' });
    expect((await ask(campaignId)).planRollOver.lines).toEqual([]);
    const { itemIds, revisionIds } = rollOverPlan;
    const undone = await api.as(mayak.manager).run(undo, { input: { itemIds, revisionIds } });
    expect(undone.undoRollOver).toEqual({ __typename: 'UndoRollOverSuccess', itemIds });
    expect(await state()).toEqual({ state: 'withdrawn' });
  });

  it('gives an owner the sums at once, and takes them back with the rest', async () => {
    const campaignId = await nextCampaign();
    await aLine(mayak.campaign.id, 3_000_000n);
    const { rollOverPlan } = await repeat({ campaignId, items: [], budgetReason: 'Как в прошлом' }, mayak.owner);
    const planned = () =>
      within(mayak.agencyId, (db) =>
        db.budgetLine.findFirst({ where: { campaignId }, select: { plannedMinor: true, availableMinor: true } }),
      );
    expect(await planned()).toEqual({ plannedMinor: 3_000_000n, availableMinor: 3_000_000n });
    const { revisionIds } = rollOverPlan;
    const undone = await api.as(mayak.owner).run(undo, { input: { itemIds: [], revisionIds } });
    expect(undone.undoRollOver.__typename).toBe('UndoRollOverSuccess');
    expect(await planned()).toEqual({ plannedMinor: 0n, availableMinor: 0n });
  });

  it('is taken back whole, but not once somebody has begun', async () => {
    const { agencyId, manager, copywriter } = mayak;
    const item = await anItem(mayak, { publishAt: inFrom(15) });
    await aTask(mayak, { itemId: item.id });
    const made = async () =>
      (await repeat({ items: [{ itemId: item.id, publishOn: dayOf(16) }] })).rollOverPlan.itemIds;
    const takeBack = async (itemIds: readonly string[], member = manager) =>
      (await api.as(member).run(undo, { input: { itemIds } })).undoRollOver;
    const first = await made();
    expect(await takeBack(first, copywriter)).toEqual({ __typename: 'NotFound' });
    expect((await takeBack(first)).__typename).toBe('UndoRollOverSuccess');
    expect(await within(agencyId, (db) => db.task.count({ where: { agencyId } }))).toBe(1);
    expect((await ask()).planRollOver.items[0].existingItemId).toBeNull();
    const second = await made();
    await within(agencyId, (db) =>
      db.briefVersion.updateMany({ where: { agencyId, task: { itemId: second[0] } }, data: { version: 2 } }),
    );
    expect(await takeBack(second)).toEqual({ __typename: 'IllegalTransition', reason: 'has_work' });
    expect(await takeBack([item.id])).toEqual({ __typename: 'IllegalTransition', reason: 'not_rolled_over' });
    expect(await within(agencyId, (db) => db.task.count({ where: { agencyId } }))).toBe(2);
  });
});
