import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@planerka/platform/domain';
import { agency, aLine, type TestAgency, type TestMember } from '@planerka/testing/server';
import { startApi, stopApi, type Answer, type Api } from './harness';

let api: Api;
let mayak: TestAgency;
beforeAll(async () => {
  api = await startApi();
});
beforeEach(async () => {
  mayak = await agency();
});
afterAll(stopApi);

const figures = `figures { planned { amount } spent { amount } payable { amount } committed { amount } available { amount } }`;
const budgetFields = `id campaignName ${figures} viewerCanRequest viewerCanDecide viewerCanEnterAdSpend deciderNames
  lines { id category month isHard version pendingChange { amount } ${figures} }
  revisions { id state reason version availableActions decisionNote plannedAfter { amount } lines { category newTotal { amount } change { amount } } }
  adSpendPace { limit { amount } spent { amount } days { day amount { amount } } }`;
const errors = `... on NotFound { entity } ... on InvalidInput { issues { path code } } ... on StaleVersion { currentVersion }
  ... on IllegalTransition { state action reason }
  ... on BudgetExceeded { category available { amount } needed { amount } missing { amount } }`;
const success = `__typename ... on ChangeBudgetSuccess { budget { ${budgetFields} } }`;

const budgetOf = (campaignId: string) =>
  [`query ($id: ID!) { budget(campaignId: $id) { ${budgetFields} } }`, { id: campaignId }] as const;
const command = (name: string, type: string) =>
  `mutation ($input: ${type}!) { ${name}(input: $input) { ${success} ${errors} } }`;
const request = command('requestBudgetRevision', 'RequestBudgetRevisionInput');
const approve = command('approveBudgetRevision', 'ApproveBudgetRevisionInput');
const refuse = command('refuseBudgetRevision', 'RefuseBudgetRevisionInput');
const withdraw = command('withdrawBudgetRevision', 'WithdrawBudgetRevisionInput');
const updateLine = `mutation ($input: UpdateBudgetLineInput!) { updateBudgetLine(input: $input) { ${success} ... on NotFound { entity } ... on InvalidInput { issues { path code } } } }`;
const enter = `mutation ($input: EnterAdSpendInput!) { enterAdSpend(input: $input) { __typename
  ... on ChangeAdSpendSuccess { adSpend { id day platform amount { amount } viewerCanReverse } budget { ${budgetFields} } } ${errors} } }`;
const reverse = `mutation ($input: ReverseAdSpendInput!) { reverseAdSpend(input: $input) { __typename
  ... on ChangeAdSpendSuccess { adSpend { id reversedAt viewerCanReverse } budget { ${figures} } } ${errors} } }`;
const book = `query ($id: ID!, $line: ID) { ledgerEntries(campaignId: $id, lineId: $line, first: 50) {
  nodes { kind memo from to amount { amount } availableAfter { amount } actorName revisionId adSpendId } } }`;

const rub = (amount: string) => ({ amount, currency: 'RUB' });
const thisMonth = () => new Date().toISOString().slice(0, 7);
const today = () => new Date().toISOString().slice(0, 10);
const oneLine = (amount: string, more: object = {}) => ({
  campaignId: mayak.campaign.id,
  reason: 'Стартуем',
  lines: [{ category: 'COPY', month: thisMonth(), isHard: true, newTotal: rub(amount), ...more }],
});

async function asked(by: TestMember, amount = '30000'): Promise<Answer['data']> {
  const { requestBudgetRevision } = await api.as(by).run(request, { input: oneLine(amount) });
  return requestBudgetRevision.budget;
}

describe('a revision', () => {
  it('is asked by the manager, and the approved sum stands until the owner agrees', async () => {
    const budget = await asked(mayak.manager);
    expect(budget.lines).toMatchObject([{ category: 'COPY', isHard: true, pendingChange: { amount: '30000.00' } }]);
    expect(budget.figures.planned.amount).toBe('0.00');
    const [revision] = budget.revisions;
    expect(revision).toMatchObject({
      state: 'REQUESTED',
      availableActions: ['remind', 'withdraw'],
      plannedAfter: { amount: '30000.00' },
    });

    const input = { revisionId: revision.id, expectedVersion: revision.version };
    const { approveBudgetRevision: done } = await api.as(mayak.owner).run(approve, { input });
    expect(done.budget.figures).toMatchObject({ planned: { amount: '30000.00' }, available: { amount: '30000.00' } });
    expect(done.budget.lines[0].pendingChange).toBeNull();
    const again = await api.as(mayak.owner).run(approve, { input });
    expect(again.approveBudgetRevision.__typename).toBe('StaleVersion');
  });

  it('is refused with a reason, or taken back by whoever asked', async () => {
    const first = (await asked(mayak.manager)).revisions[0];
    const silent = await api
      .as(mayak.owner)
      .run(refuse, { input: { revisionId: first.id, expectedVersion: 1, reason: ' ' } });
    expect(silent.refuseBudgetRevision.issues).toEqual([{ path: ['reason'], code: 'required' }]);
    const { refuseBudgetRevision: refused } = await api
      .as(mayak.owner)
      .run(refuse, { input: { revisionId: first.id, expectedVersion: 1, reason: 'Ждём договор' } });
    expect(refused.budget.revisions[0]).toMatchObject({
      state: 'REFUSED',
      decisionNote: 'Ждём договор',
      availableActions: [],
    });
    expect(refused.budget.lines).toEqual([]);

    const second = (await asked(mayak.manager)).revisions.find(({ state }: { state: string }) => state === 'REQUESTED');
    const { withdrawBudgetRevision: gone } = await api
      .as(mayak.manager)
      .run(withdraw, { input: { revisionId: second.id, expectedVersion: 1 } });
    expect(gone.budget.revisions[0].state).toBe('WITHDRAWN');
    const late = await api.as(mayak.owner).run(approve, { input: { revisionId: second.id, expectedVersion: 2 } });
    expect(late.approveBudgetRevision).toMatchObject({ __typename: 'IllegalTransition', state: 'withdrawn' });
  });

  it('of the owner is decided at once', async () => {
    const budget = await asked(mayak.owner, '7500.50');
    expect(budget.figures.planned.amount).toBe('7500.50');
    expect(budget.revisions[0].state).toBe('APPROVED');
  });

  it('that another decision has overtaken says so instead of undoing it', async () => {
    await asked(mayak.owner, '10000');
    const revision = (await asked(mayak.manager, '20000')).revisions[0];
    await asked(mayak.owner, '12000');
    const input = { revisionId: revision.id, expectedVersion: 1 };
    const { approveBudgetRevision } = await api.as(mayak.owner).run(approve, { input });
    expect(approveBudgetRevision).toMatchObject({ __typename: 'IllegalTransition', reason: 'outdated' });
  });

  it('cannot take from a hard line what is promised or spent already', async () => {
    await aLine(mayak, { planned: 50_000, committed: 30_000 });
    const { requestBudgetRevision } = await api.as(mayak.owner).run(request, { input: oneLine('20000') });
    expect(requestBudgetRevision).toMatchObject({
      __typename: 'BudgetExceeded',
      available: { amount: '20000.00' },
      needed: { amount: '30000.00' },
      missing: { amount: '10000.00' },
    });
  });

  it.each([
    ['-100', {}, ['lines', '0', 'newTotal'], 'negative'],
    ['100.505', {}, ['lines', '0', 'newTotal'], 'too_precise'],
    ['сто', {}, ['lines', '0', 'newTotal'], 'not_a_number'],
    ['100', { month: '2019-01' }, ['lines', '0', 'month'], 'outside_campaign'],
    ['100', { newTotal: { amount: '100', currency: 'USD' } }, ['lines', '0', 'newTotal'], 'other_currency'],
    ['0', {}, ['lines'], 'changes_nothing'],
  ])('names the field that is wrong: %s %j', async (amount, more, path, code) => {
    const { requestBudgetRevision } = await api.as(mayak.manager).run(request, { input: oneLine(amount, more) });
    expect(requestBudgetRevision).toMatchObject({ __typename: 'InvalidInput', issues: [{ path, code }] });
  });

  it('does not exist for a specialist, for another squad’s manager and for another agency', async () => {
    const revision = (await asked(mayak.manager)).revisions[0];
    const stranger = await mayak.join('Павел Ромашин', 'manager', [], []);
    const { owner: foreign } = await agency('Другие');
    for (const member of [mayak.copywriter, mayak.targetologist, stranger, foreign]) {
      const caller = api.as(member);
      const input = { revisionId: revision.id, expectedVersion: 1 };
      expect((await caller.run(request, { input: oneLine('1') })).requestBudgetRevision).toMatchObject({
        entity: 'Campaign',
      });
      expect((await caller.run(approve, { input })).approveBudgetRevision).toMatchObject({ entity: 'BudgetRevision' });
      expect((await caller.run(withdraw, { input })).withdrawBudgetRevision).toMatchObject({
        entity: 'BudgetRevision',
      });
    }
    const managers = await api
      .as(mayak.manager)
      .run(approve, { input: { revisionId: revision.id, expectedVersion: 1 } });
    expect(managers.approveBudgetRevision).toMatchObject({ entity: 'BudgetRevision' });
  });
});

describe('a line', () => {
  it('becomes soft or hard by the owner alone', async () => {
    const line = await aLine(mayak);
    const input = { lineId: line.id, expectedVersion: 1, isHard: false };
    expect((await api.as(mayak.manager).run(updateLine, { input })).updateBudgetLine.entity).toBe('BudgetLine');
    const { updateBudgetLine } = await api.as(mayak.owner).run(updateLine, { input });
    expect(updateBudgetLine.budget.lines[0].isHard).toBe(false);
  });
});

describe('ad spend', () => {
  const spend = (amount: string, more: object = {}) => ({
    input: { campaignId: mayak.campaign.id, day: today(), platform: 'VK Реклама', amount: rub(amount), ...more },
  });

  it('is entered by the targetologist, who sees that line and no other', async () => {
    await aLine(mayak, { category: 'ad_spend', planned: 160_000 });
    await aLine(mayak, { category: 'design', planned: 54_000 });
    const targetologist = api.as(mayak.targetologist);
    const { enterAdSpend } = await targetologist.run(enter, spend('5 800'.replace(' ', '')));
    expect(enterAdSpend.adSpend).toMatchObject({ platform: 'VK Реклама', amount: { amount: '5800.00' } });
    const { budget } = await targetologist.run(...budgetOf(mayak.campaign.id));
    expect(budget.lines.map(({ category }: { category: string }) => category)).toEqual(['AD_SPEND']);
    expect(budget).toMatchObject({ viewerCanRequest: false, viewerCanEnterAdSpend: true, revisions: [] });
    expect(budget.adSpendPace).toMatchObject({
      spent: { amount: '5800.00' },
      days: [{ day: today(), amount: { amount: '5800.00' } }],
    });
    const { budget: none } = await api.as(mayak.copywriter).run(...budgetOf(mayak.campaign.id));
    expect(none).toBeNull();
  });

  it('that was wrong is taken back by a reversing entry, once', async () => {
    const line = await aLine(mayak, { category: 'ad_spend', planned: 10_000 });
    const manager = api.as(mayak.manager);
    const { enterAdSpend } = await manager.run(enter, spend('900'));
    const input = { adSpendId: enterAdSpend.adSpend.id, reason: 'Не тот кабинет' };
    const { reverseAdSpend } = await manager.run(reverse, { input });
    expect(reverseAdSpend.budget.figures).toMatchObject({
      spent: { amount: '0.00' },
      available: { amount: '10000.00' },
    });
    expect((await manager.run(reverse, { input })).reverseAdSpend).toMatchObject({
      __typename: 'IllegalTransition',
      state: 'reversed',
    });
    const { ledgerEntries } = await manager.run(book, { id: mayak.campaign.id, line: line.id });
    expect(ledgerEntries.nodes.map(({ kind }: { kind: string }) => kind)).toEqual(['REVERSAL', 'AD_SPEND', 'REVISION']);
    expect(ledgerEntries.nodes[1]).toMatchObject({
      from: 'AVAILABLE',
      to: 'SPENT',
      memo: 'VK Реклама',
      availableAfter: { amount: '9100.00' },
      adSpendId: enterAdSpend.adSpend.id,
    });
  });

  it('past the last of a hard line is refused with the figures', async () => {
    await aLine(mayak, { category: 'ad_spend', planned: 1_000 });
    const { enterAdSpend } = await api.as(mayak.targetologist).run(enter, spend('1500'));
    expect(enterAdSpend).toMatchObject({
      __typename: 'BudgetExceeded',
      category: 'AD_SPEND',
      missing: { amount: '500.00' },
    });
  });

  it.each([
    [{ day: '2019-01-01' }, 'day', 'outside_campaign'],
    [{ day: new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10) }, 'day', 'in_future'],
    [{ amount: { amount: '-5', currency: 'RUB' } }, 'amount', 'negative'],
    [{ amount: { amount: '0', currency: 'RUB' } }, 'amount', 'not_positive'],
    [{ amount: { amount: '1.005', currency: 'RUB' } }, 'amount', 'too_precise'],
  ])('names the field that is wrong: %j', async (more, field, code) => {
    await aLine(mayak, { category: 'ad_spend' });
    const { enterAdSpend } = await api.as(mayak.manager).run(enter, spend('5', more));
    expect(enterAdSpend).toMatchObject({ __typename: 'InvalidInput', issues: [{ path: [field], code }] });
  });

  it('wants a line of its month', async () => {
    const { enterAdSpend } = await api.as(mayak.manager).run(enter, spend('5'));
    expect(enterAdSpend.issues).toEqual([{ path: ['day'], code: 'no_budget_line' }]);
  });

  it('is nobody’s business who does not spend it', async () => {
    await aLine(mayak, { category: 'ad_spend' });
    for (const member of [mayak.copywriter, mayak.designer]) {
      expect((await api.as(member).run(enter, spend('5'))).enterAdSpend.entity).toBe('Campaign');
    }
  });
});

describe('reading', () => {
  it('takes one statement for the budget page, one for its book, one for the list', async () => {
    await aLine(mayak);
    const owner = api.as(mayak.owner);
    const page = await api.statementsOf(() => owner.run(...budgetOf(mayak.campaign.id)));
    expect(page).toHaveLength(1);
    expect(await api.statementsOf(() => owner.run(book, { id: mayak.campaign.id }))).toHaveLength(1);
    const list = `{ budgets { nodes { id ${figures} } pageInfo { hasNextPage } } }`;
    expect(await api.statementsOf(() => owner.run(list))).toHaveLength(1);
  });

  it('answers nonsense ids as absent and refuses a malformed cursor', async () => {
    const owner = api.as(mayak.owner);
    expect((await owner.run(...budgetOf('nonsense'))).budget).toBeNull();
    expect((await owner.run(...budgetOf(newId()))).budget).toBeNull();
    const { errors: told } = await owner.ask('{ budgets(after: "nonsense") { nodes { id } } }');
    expect(told[0]?.extensions['code']).toBe('BAD_USER_INPUT');
  });
});
