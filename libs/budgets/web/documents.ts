import { graphql, type ResultOf, InvalidInputFragment } from '@planerka/platform/web';

export const Figures = graphql(`
  fragment Figures on BudgetFigures @_unmask {
    planned {
      amount
      currency
    }
    spent {
      amount
      currency
    }
    payable {
      amount
      currency
    }
    committed {
      amount
      currency
    }
    available {
      amount
      currency
    }
    usedPercent
  }
`);

export const Revision_revision = graphql(`
  fragment Revision_revision on BudgetRevision @_unmask {
    id
    campaignId
    campaignName
    clientName
    state
    reason
    requestedById
    requestedByName
    requestedAt
    decidedByName
    decidedAt
    decisionNote
    version
    availableActions
    lines {
      lineId
      category
      month
      change {
        amount
        currency
      }
    }
    plannedBefore {
      amount
      currency
    }
    plannedAfter {
      amount
      currency
    }
  }
`);

export const Budget_budget = graphql(
  `
    fragment Budget_budget on Budget @_unmask {
      id
      campaignName
      clientId
      clientName
      startsOn
      endsOn
      isClosed
      currency
      figures {
        ...Figures
      }
      lines {
        id
        category
        month
        isHard
        threshold
        version
        viewerCanEdit
        pendingChange {
          amount
          currency
        }
        figures {
          ...Figures
        }
      }
      revisions {
        ...Revision_revision
      }
      adSpendPace {
        lineId
        month
        startsOn
        endsOn
        factUntil
        limit {
          amount
          currency
        }
        spent {
          amount
          currency
        }
        perDay {
          amount
          currency
        }
        expected {
          amount
          currency
        }
        shortage {
          amount
          currency
        }
        runsOutOn
        days {
          day
          amount {
            amount
            currency
          }
          total {
            amount
            currency
          }
        }
      }
      deciderNames
      viewerCanRequest
      viewerCanDecide
      viewerCanEnterAdSpend
    }
  `,
  [Figures, Revision_revision],
);

export const Payout_payout = graphql(`
  fragment Payout_payout on Payout @_unmask {
    id
    number
    state
    memberId
    memberName
    employment
    total {
      amount
      currency
    }
    works {
      taskId
      title
      clientName
      amount {
        amount
        currency
      }
    }
    preparedByName
    paidOn
    document
    version
    availableActions
  }
`);

export type Budget = ResultOf<typeof Budget_budget>;
export type BudgetLine = Budget['lines'][number];
export type BudgetRevision = ResultOf<typeof Revision_revision>;
export type Pace = NonNullable<Budget['adSpendPace']>;
export type Figures = ResultOf<typeof Figures>;
export type Payout = ResultOf<typeof Payout_payout>;

export const BudgetPageQuery = graphql(
  `
    query BudgetPage($campaignId: ID!) {
      budget(campaignId: $campaignId) {
        ...Budget_budget
      }
    }
  `,
  [Budget_budget],
);

export const ApproveRevisionMutation = graphql(
  `
    mutation ApproveBudgetRevision($input: ApproveBudgetRevisionInput!) {
      approveBudgetRevision(input: $input) {
        __typename
        ... on ChangeBudgetSuccess {
          budget {
            ...Budget_budget
          }
        }
        ... on BudgetExceeded {
          category
          month
          available {
            amount
            currency
          }
          needed {
            amount
            currency
          }
        }
        ... on StaleVersion {
          currentVersion
        }
      }
    }
  `,
  [Budget_budget],
);

export const RefuseRevisionMutation = graphql(
  `
    mutation RefuseBudgetRevision($input: RefuseBudgetRevisionInput!) {
      refuseBudgetRevision(input: $input) {
        __typename
        ... on ChangeBudgetSuccess {
          budget {
            ...Budget_budget
          }
        }
        ...InvalidInput
        ... on StaleVersion {
          currentVersion
        }
      }
    }
  `,
  [InvalidInputFragment, Budget_budget],
);

export const WithdrawRevisionMutation = graphql(
  `
    mutation WithdrawBudgetRevision($input: WithdrawBudgetRevisionInput!) {
      withdrawBudgetRevision(input: $input) {
        __typename
        ... on ChangeBudgetSuccess {
          budget {
            ...Budget_budget
          }
        }
      }
    }
  `,
  [Budget_budget],
);

export const RemindRevisionMutation = graphql(`
  mutation RemindBudgetRevision($revisionId: ID!) {
    remindBudgetRevision(revisionId: $revisionId) {
      __typename
    }
  }
`);

export const RequestRevisionMutation = graphql(
  `
    mutation RequestBudgetRevision($input: RequestBudgetRevisionInput!) {
      requestBudgetRevision(input: $input) {
        __typename
        ... on ChangeBudgetSuccess {
          budget {
            ...Budget_budget
          }
        }
        ... on BudgetExceeded {
          category
          month
          available {
            amount
            currency
          }
          needed {
            amount
            currency
          }
        }
        ...InvalidInput
      }
    }
  `,
  [InvalidInputFragment, Budget_budget],
);

export const ApprovePayoutsMutation = graphql(
  `
    mutation ApprovePayouts($input: ApprovePayoutsInput!) {
      approvePayouts(input: $input) {
        __typename
        ... on ChangePayoutsSuccess {
          payouts {
            ...Payout_payout
          }
        }
      }
    }
  `,
  [Payout_payout],
);
