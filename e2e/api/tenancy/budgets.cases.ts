import type { Ids } from '@planerka/testing/server';
import type { Operation, TenancyCases } from './cases';

const rub = (amount: string) => ({ amount, currency: 'RUB' });
const day = new Date().toISOString().slice(0, 10);

/** A mutation with one input; whatever it answers is asked for. */
const command =
  (name: string, type: string, input: (ids: Ids) => object) =>
  (ids: Ids): Operation => ({
    document: `mutation ($input: ${type}!) { ${name}(input: $input) { __typename ... on NotFound { entity } ... on InvalidInput { issues { path code } } } }`,
    variables: { input: input(ids) },
  });

export const budgetsCases: TenancyCases = {
  budget: ({ campaign }) => ({
    document: `query ($id: ID!) { budget(campaignId: $id) { id campaignName figures { planned { amount } } } }`,
    variables: { id: campaign },
  }),
  budgets: () => ({ document: `{ budgets { nodes { id campaignName } } }`, variables: {} }),
  ledgerEntries: ({ campaign, line }) => ({
    document: `query ($id: ID!, $line: ID) { ledgerEntries(campaignId: $id, lineId: $line) { nodes { id memo } } }`,
    variables: { id: campaign, line },
  }),
  adSpend: ({ campaign }) => ({
    document: `query ($id: ID!) { adSpend(campaignId: $id) { nodes { id platform } } }`,
    variables: { id: campaign },
  }),
  requestBudgetRevision: command('requestBudgetRevision', 'RequestBudgetRevisionInput', ({ campaign }) => ({
    campaignId: campaign,
    reason: 'Проверка',
    lines: [{ category: 'COPY', month: day.slice(0, 7), newTotal: rub('100') }],
  })),
  approveBudgetRevision: command('approveBudgetRevision', 'ApproveBudgetRevisionInput', ({ revision }) => ({
    revisionId: revision,
    expectedVersion: 1,
  })),
  refuseBudgetRevision: command('refuseBudgetRevision', 'RefuseBudgetRevisionInput', ({ revision }) => ({
    revisionId: revision,
    expectedVersion: 1,
    reason: 'Нет',
  })),
  withdrawBudgetRevision: command('withdrawBudgetRevision', 'WithdrawBudgetRevisionInput', ({ revision }) => ({
    revisionId: revision,
    expectedVersion: 1,
  })),
  remindBudgetRevision: ({ revision }) => ({
    document: `mutation ($id: ID!) { remindBudgetRevision(revisionId: $id) { __typename ... on NotFound { entity } } }`,
    variables: { id: revision },
  }),
  updateBudgetLine: command('updateBudgetLine', 'UpdateBudgetLineInput', ({ line }) => ({
    lineId: line,
    expectedVersion: 1,
    isHard: false,
  })),
  enterAdSpend: command('enterAdSpend', 'EnterAdSpendInput', ({ campaign }) => ({
    campaignId: campaign,
    day,
    platform: 'VK Реклама',
    amount: rub('100'),
  })),
  reverseAdSpend: command('reverseAdSpend', 'ReverseAdSpendInput', ({ adSpend }) => ({
    adSpendId: adSpend,
    reason: 'Проверка',
  })),
  payables: () => ({ document: `{ payables { memberId memberName } }`, variables: {} }),
  payouts: () => ({ document: `{ payouts { nodes { id memberName } } }`, variables: {} }),
  preparePayouts: command('preparePayouts', 'PreparePayoutsInput', ({ member }) => ({ memberIds: [member] })),
  approvePayouts: command('approvePayouts', 'ApprovePayoutsInput', ({ payout }) => ({
    payouts: [{ payoutId: payout, expectedVersion: 1 }],
  })),
  markPayoutPaid: command('markPayoutPaid', 'MarkPayoutPaidInput', ({ payout }) => ({
    payoutId: payout,
    expectedVersion: 1,
    paidOn: day,
    document: '1',
  })),
  returnPayout: command('returnPayout', 'PayoutVersionInput', ({ payout }) => ({
    payoutId: payout,
    expectedVersion: 1,
  })),
  discardPayout: command('discardPayout', 'PayoutVersionInput', ({ payout }) => ({
    payoutId: payout,
    expectedVersion: 1,
  })),
  overview: () => ({ document: `{ overview { clients { clientId name } requests { id } } }`, variables: {} }),
};
