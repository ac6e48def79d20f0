import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@planerka/platform/domain';
import { agency, aDoneTask, aLine, aRetainer, within, type TestAgency, type TestLine } from '@planerka/testing/server';
import { startApi, stopApi, type Api } from './harness';

let api: Api;
let mayak: TestAgency;
let line: TestLine;
beforeAll(async () => {
  api = await startApi();
});
beforeEach(async () => {
  mayak = await agency();
  line = await aLine(mayak, { planned: 50_000 });
});
afterAll(stopApi);

const payables = `{ payables { memberId memberName total { amount } viewerCanPrepare works { title clientName amount { amount } } } }`;
const fields = `id number state memberName total { amount } works { title } paidOn document version availableActions`;
const payouts = `{ payouts { nodes { ${fields} } } }`;
const errors = `... on NotFound { entity } ... on InvalidInput { issues { path code } } ... on StaleVersion { currentVersion } ... on IllegalTransition { state action }`;
const command = (name: string, type: string) =>
  `mutation ($input: ${type}!) { ${name}(input: $input) { __typename ... on ChangePayoutsSuccess { payouts { ${fields} } } ${errors} } }`;
const prepare = command('preparePayouts', 'PreparePayoutsInput');
const approve = command('approvePayouts', 'ApprovePayoutsInput');
const markPaid = command('markPayoutPaid', 'MarkPayoutPaidInput');
const giveBack = command('returnPayout', 'PayoutVersionInput');
const discard = `mutation ($input: PayoutVersionInput!) { discardPayout(input: $input) { __typename ... on DiscardPayoutSuccess { payoutId } ${errors} } }`;
const budget = `query ($id: ID!) { budget(campaignId: $id) { figures { payable { amount } spent { amount } } } }`;

const today = () => new Date().toISOString().slice(0, 10);

async function prepared() {
  await aDoneTask(mayak, line, { assignee: mayak.copywriter, title: 'Пост об уходе за дубом', fee: 2_500 });
  const { preparePayouts } = await api
    .as(mayak.manager)
    .run(prepare, { input: { memberIds: [mayak.copywriter.memberId] } });
  return preparePayouts.payouts[0];
}

describe('payouts', () => {
  it('gather what is owed to a member, and nothing twice', async () => {
    await aDoneTask(mayak, line, { assignee: mayak.copywriter, title: 'Афиша', fee: 1_500 });
    const owed = (await api.as(mayak.manager).run(payables)).payables;
    expect(owed).toMatchObject([
      { memberName: 'Мария Орлова', total: { amount: '1500.00' }, viewerCanPrepare: true, works: [{ title: 'Афиша' }] },
    ]);
    const payout = await prepared();
    expect(payout).toMatchObject({
      number: 1,
      state: 'DRAFT',
      total: { amount: '4000.00' },
      availableActions: ['discard'],
    });
    expect((await api.as(mayak.manager).run(payables)).payables).toEqual([]);
    const again = await api.as(mayak.owner).run(prepare, { input: { memberIds: [mayak.copywriter.memberId] } });
    expect(again.preparePayouts.entity).toBe('Payable');
  });

  it('are approved and paid by the owner, which moves the money from payable to spent', async () => {
    const payout = await prepared();
    const owner = api.as(mayak.owner);
    const { approvePayouts } = await owner.run(approve, {
      input: { payouts: [{ payoutId: payout.id, expectedVersion: 1 }] },
    });
    expect(approvePayouts.payouts[0]).toMatchObject({
      state: 'APPROVED',
      availableActions: ['mark_paid', 'return_to_draft'],
    });
    const input = { payoutId: payout.id, expectedVersion: 2, paidOn: today(), document: 'ПП 118' };
    const { markPayoutPaid } = await owner.run(markPaid, { input });
    expect(markPayoutPaid.payouts[0]).toMatchObject({
      state: 'PAID',
      paidOn: today(),
      document: 'ПП 118',
      availableActions: [],
    });
    const { figures } = (await owner.run(budget, { id: mayak.campaign.id })).budget;
    expect(figures).toEqual({ payable: { amount: '0.00' }, spent: { amount: '2500.00' } });
    expect((await owner.run(markPaid, { input })).markPayoutPaid).toMatchObject({
      __typename: 'StaleVersion',
      currentVersion: 3,
    });
    expect((await owner.run(payables)).payables).toEqual([]);
  });

  it('are returned, taken apart, and owed again', async () => {
    const payout = await prepared();
    const owner = api.as(mayak.owner);
    await owner.run(approve, { input: { payouts: [{ payoutId: payout.id, expectedVersion: 1 }] } });
    const early = await owner.run(discard, { input: { payoutId: payout.id, expectedVersion: 2 } });
    expect(early.discardPayout).toMatchObject({ __typename: 'IllegalTransition', state: 'approved' });
    const { returnPayout } = await owner.run(giveBack, { input: { payoutId: payout.id, expectedVersion: 2 } });
    expect(returnPayout.payouts[0].state).toBe('DRAFT');
    const { discardPayout } = await api
      .as(mayak.manager)
      .run(discard, { input: { payoutId: payout.id, expectedVersion: 3 } });
    expect(discardPayout.payoutId).toBe(payout.id);
    expect((await owner.run(payables)).payables).toMatchObject([{ total: { amount: '2500.00' } }]);
  });

  it('want the receipt of a self-employed member, and a day that has come', async () => {
    const freelancer = await mayak.join('Полина Ким', 'specialist', ['copy']);
    await aDoneTask(mayak, line, { assignee: freelancer, title: 'Сторис', fee: 1_000, employment: 'self_employed' });
    const owner = api.as(mayak.owner);
    const { preparePayouts } = await owner.run(prepare, { input: { memberIds: [freelancer.memberId] } });
    const payoutId = preparePayouts.payouts[0].id;
    await owner.run(approve, { input: { payouts: [{ payoutId, expectedVersion: 1 }] } });
    const paid = (more: object) =>
      owner.run(markPaid, { input: { payoutId, expectedVersion: 2, paidOn: today(), ...more } });
    expect((await paid({})).markPayoutPaid.issues).toEqual([{ path: ['document'], code: 'receipt_wanted' }]);
    expect((await paid({ paidOn: '2099-01-01', document: '1' })).markPayoutPaid.issues).toEqual([
      { path: ['paidOn'], code: 'in_future' },
    ]);
  });

  it('of others do not exist for a specialist; a manager approves none', async () => {
    const payout = await prepared();
    expect((await api.as(mayak.copywriter).run(payouts)).payouts.nodes).toMatchObject([
      { id: payout.id, availableActions: [] },
    ]);
    expect((await api.as(mayak.designer).run(payouts)).payouts.nodes).toEqual([]);
    expect((await api.as(mayak.designer).run(payables)).payables).toEqual([]);
    const stranger = await mayak.join('Павел Ромашин', 'manager', [], []);
    expect((await api.as(stranger).run(payouts)).payouts.nodes).toEqual([]);
    const input = { payouts: [{ payoutId: payout.id, expectedVersion: 1 }] };
    const { owner: foreign } = await agency('Другие');
    for (const member of [mayak.manager, mayak.copywriter, stranger, foreign]) {
      expect((await api.as(member).run(approve, { input })).approvePayouts.entity).toBe('Payout');
    }
    const mine = { input: { memberIds: [mayak.copywriter.memberId] } };
    await aDoneTask(mayak, line, { assignee: mayak.copywriter, title: 'Ещё один', fee: 500 });
    for (const member of [mayak.copywriter, stranger]) {
      expect((await api.as(member).run(prepare, mine)).preparePayouts.entity).toBe('Payable');
    }
  });
});

describe('a payout for the work of two squads', () => {
  it('shows each manager the works of their own, and what these come to', async () => {
    const { agencyId, copywriter, owner, manager } = mayak;
    const other = { squad: newId(), client: newId(), campaign: newId() };
    await within(agencyId, async (db) => {
      await db.squad.create({ data: { agencyId, id: other.squad, name: 'Вторая' } });
      await db.client.create({
        data: { agencyId, id: other.client, squadId: other.squad, name: 'Утро', currency: 'RUB' },
      });
      await db.campaign.create({
        data: {
          agencyId,
          id: other.campaign,
          clientId: other.client,
          name: 'Кофе',
          goal: 'sales',
          startsOn: new Date('2026-01-01'),
          endsOn: new Date('2099-12-31'),
        },
      });
    });
    const elsewhere = {
      ...mayak,
      client: { ...mayak.client, id: other.client },
      campaign: { ...mayak.campaign, id: other.campaign },
    };
    await aDoneTask(mayak, line, { assignee: copywriter, title: 'Своя работа', fee: 1_000 });
    await aDoneTask(elsewhere, await aLine(elsewhere), { assignee: copywriter, title: 'Чужая работа', fee: 7_000 });
    const input = { memberIds: [copywriter.memberId] };
    const whole = (await api.as(owner).run(prepare, { input })).preparePayouts.payouts[0];
    expect(whole).toMatchObject({ total: { amount: '8000.00' }, works: [{}, {}] });

    const [seen] = (await api.as(manager).run(payouts)).payouts.nodes;
    expect(seen).toMatchObject({
      total: { amount: '1000.00' },
      works: [{ title: 'Своя работа' }],
      // taking it apart would take the other squad's work, too
      availableActions: [],
    });
    const [own] = (await api.as(copywriter).run(payouts)).payouts.nodes;
    expect(own).toMatchObject({ total: { amount: '8000.00' }, works: [{}, {}] });
  });
});

describe('the owner’s overview', () => {
  const overview = `query ($month: Month, $quarter: Boolean) { overview(month: $month, quarter: $quarter) { month isQuarter goal againstGoal
    margin { revenue { amount } cost { amount } profit { amount } percent } missingToGoal { amount }
    months { month margin { percent } } requests { id } payouts { id }
    clients { name managerName margin { percent } figures { available { amount } } risks { kind category } }
    squads { squadName clientCount capacityMinutes plannedMinutes } available { amount } } }`;

  it('sets the retainers of the month against the cost of work, in one statement', async () => {
    await aRetainer(mayak, 100_000, 42);
    await aLine(mayak, { category: 'design', isHard: false, planned: 54_000, committed: 60_000 });
    await aLine(mayak, { category: 'ad_spend', planned: 90_000, committed: 0 });
    await prepared();
    const owner = api.as(mayak.owner);
    const statements = await api.statementsOf(() => owner.run(overview));
    expect(statements).toHaveLength(1);
    const { overview: seen } = await owner.run(overview);
    // 60 000 of design and 2 500 of copy; the client's advertising is none of the agency's cost.
    expect(seen.margin).toEqual({
      revenue: { amount: '100000.00' },
      cost: { amount: '62500.00' },
      profit: { amount: '37500.00' },
      percent: 37.5,
    });
    expect(seen).toMatchObject({ goal: 42, againstGoal: -4.5, missingToGoal: { amount: '4500.00' } });
    expect(seen.clients).toMatchObject([
      { name: 'Сосна', managerName: 'Анна Белова', risks: [{ kind: 'OVERDRAWN', category: 'DESIGN' }] },
    ]);
    expect(seen.months).toHaveLength(7);
    expect(seen.payouts).toHaveLength(1);
    expect(seen.squads).toMatchObject([{ clientCount: 1, capacityMinutes: 3 * 40 * 60 }]);
    const quarter = (await owner.run(overview, { month: '2026-12', quarter: true })).overview;
    expect(quarter).toMatchObject({ month: '2026-12', isQuarter: true });
  });

  it('is nobody else’s', async () => {
    for (const member of [mayak.manager, mayak.copywriter, mayak.targetologist]) {
      expect((await api.as(member).run(overview)).overview).toBeNull();
    }
  });
});
