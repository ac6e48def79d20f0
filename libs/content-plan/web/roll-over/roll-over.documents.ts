import { graphql, InvalidInputFragment, type FragmentOf } from '@planerka/platform/web';

export const RollOverRow_item = graphql(`
  fragment RollOverRow_item on RolledItem {
    itemId
    title
    format
    rubricColour
    wasOn
    publishOn
    publishTime
    because
    losesCampaign
    existingItemId
    isRepeated
    tasks {
      discipline
      dueOn
    }
  }
`);

export type RollOverItem = FragmentOf<typeof RollOverRow_item>;

export const RollOverQuery = graphql(
  `
    query RollOver($clientId: ID!, $from: Month!, $to: Month!, $campaignId: ID) {
      planRollOver(clientId: $clientId, from: $from, to: $to, campaignId: $campaignId) {
        items {
          itemId
          losesCampaign
          existingItemId
          isRepeated
          publishOn
          ...RollOverRow_item
        }
        undecreedYears
        campaigns {
          id
          name
        }
        lines {
          campaign {
            id
            name
          }
          category
          amount {
            amount
            currency
          }
        }
      }
    }
  `,
  [RollOverRow_item],
);

export const RollOverMutation = graphql(
  `
    mutation RollOverPlan($input: RollOverPlanInput!) {
      rollOverPlan(input: $input) {
        __typename
        ... on RollOverPlanSuccess {
          itemIds
          taskCount
          revisionIds
        }
        ...InvalidInput
        ... on IllegalTransition {
          state
          action
          reason
        }
      }
    }
  `,
  [InvalidInputFragment],
);

export const UndoRollOverMutation = graphql(
  `
    mutation UndoRollOver($input: UndoRollOverInput!) {
      undoRollOver(input: $input) {
        __typename
        ... on UndoRollOverSuccess {
          itemIds
        }
        ...InvalidInput
        ... on IllegalTransition {
          state
          action
          reason
        }
      }
    }
  `,
  [InvalidInputFragment],
);

export const RollOverFeesQuery = graphql(`
  query RollOverFees($input: RollOverFeesInput!) {
    rollOverFees(input: $input) {
      total {
        amount
        currency
      }
      withoutPrice
      disciplines {
        discipline
        taskCount
        amount {
          amount
          currency
        }
        available {
          amount
          currency
        }
        missing {
          amount
          currency
        }
      }
      people {
        memberId
        name
        taskCount
        amount {
          amount
          currency
        }
      }
    }
  }
`);
