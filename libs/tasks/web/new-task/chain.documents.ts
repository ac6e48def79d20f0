import { graphql, InvalidInputFragment } from '@planerka/platform/web';

export const ChainStep_step = graphql(`
  fragment ChainStep_step on ChainStep {
    discipline
    isWanted
    existingTaskId
    deliverableType
    dueAt
    isTight
    candidates {
      id
      name
      isOfSquad
      openTasks
      awayUntil
      awayKind
      fee {
        amount
        currency
      }
    }
    similar {
      taskId
      title
    }
  }
`);

export const TaskChainQuery = graphql(
  `
    query TaskChain($itemId: ID!, $clientId: ID, $disciplines: [Discipline!]) {
      taskChain(itemId: $itemId, disciplines: $disciplines) {
        approvalDays
        isApprovalUsual
        undecreedYears
        steps {
          ...ChainStep_step
        }
      }
      briefTemplates(clientId: $clientId) {
        id
        name
        discipline
      }
    }
  `,
  [ChainStep_step],
);

export const CreateTaskChainMutation = graphql(
  `
    mutation CreateTaskChain($input: CreateTaskChainInput!) {
      createTaskChain(input: $input) {
        __typename
        ... on TaskChainSuccess {
          tasks {
            id
          }
        }
        ...InvalidInput
      }
    }
  `,
  [InvalidInputFragment],
);
