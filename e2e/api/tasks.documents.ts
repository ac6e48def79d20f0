const details = /* GraphQL */ `
  details {
    briefs { number acceptedAt }
    draft { version data fee { amount } suggestedFee { amount } findings { field code blocks } }
    criteria { id text isMet }
    questions { id question answer answeredBy }
    deliverables { number note contentHash findings { code } files { id } }
    activity { action from to actorName reason }
    courts { court seconds }
  }
`;

const light = /* GraphQL */ `
  id state title version briefNumber deliverableNumber declineReason isBlocked openQuestions criteriaCount criteriaMet
  fee { amount currency }
  committed { amount }
  availableActions { action isPrimary to count }
  item { id }
  budgetLine { id available { amount } }
`;

const refusals = /* GraphQL */ `
  __typename
  ... on NotFound { entity }
  ... on InvalidInput { issues { path code } }
  ... on StaleVersion { currentVersion }
`;
const transitionRefusals = /* GraphQL */ `
  ${refusals}
  ... on IllegalTransition { state action reason names }
`;
const actionRefusals = /* GraphQL */ `
  ${transitionRefusals}
  ... on BriefNotReady { findings { field code blocks } }
  ... on BudgetExceeded { category available { amount currency } needed { amount currency } missing { amount currency } }
`;

const action = (name: string, input: string): string => /* GraphQL */ `
  mutation ($input: ${input}!) { ${name}(input: $input) { ${actionRefusals} ... on TaskSuccess { task { ${light} } } } }
`;

export const actions = {
  issueTask: action('issueTask', 'TaskActionInput'),
  acceptTask: action('acceptTask', 'TaskActionInput'),
  declineTask: action('declineTask', 'TaskActionWithReasonInput'),
  reviseTask: action('reviseTask', 'TaskActionWithReasonInput'),
  submitTask: action('submitTask', 'SubmitTaskInput'),
  requestTaskChanges: action('requestTaskChanges', 'TaskActionWithReasonInput'),
  approveTask: action('approveTask', 'TaskActionInput'),
  withdrawTask: action('withdrawTask', 'TaskActionWithReasonInput'),
  cancelTask: action('cancelTask', 'TaskActionWithReasonInput'),
  reopenTask: action('reopenTask', 'TaskActionWithReasonInput'),
} as const;

export const create = /* GraphQL */ `
  mutation ($input: CreateTaskInput!) { createTask(input: $input) { ${refusals} ... on TaskSuccess { task { ${light} } } } }
`;
export const createChain = /* GraphQL */ `
  mutation ($input: CreateTaskChainInput!) {
    createTaskChain(input: $input) {
      ${refusals}
      ... on TaskChainSuccess { tasks { ${light} discipline title dueAt assignee { id } predecessors { id } details { draft { data } } } }
    }
  }
`;
export const page = /* GraphQL */ `query ($id: ID!) { task(id: $id) { ${light} ${details} } }`;
/** As the task's page asks: what review says of it comes along. */
export const screen = /* GraphQL */ `query ($id: ID!) {
  task(id: $id) { ${light} ...details discussion { internal { id } client { id } } }
  approvals(filter: { taskId: $id }, first: 1) { nodes { id } }
}
fragment details on Task { ${details} }`;
export const board = /* GraphQL */ `{ taskBoard { state count endCursor nodes { ${light} } } }`;

const edit = (name: string, input: string): string => /* GraphQL */ `
  mutation ($input: ${input}!) { ${name}(input: $input) { ${transitionRefusals} ... on TaskSuccess { task { ${light} ${details} } } } }
`;
export const saveDraft = edit('saveBriefDraft', 'SaveBriefDraftInput');
export const ask = {
  question: edit('askTaskQuestion', 'AskTaskQuestionInput'),
  answer: edit('answerTaskQuestion', 'AnswerTaskQuestionInput'),
  tick: edit('tickCriterion', 'TickCriterionInput'),
  apply: edit('applyBriefTemplate', 'ApplyBriefTemplateInput'),
  template: /* GraphQL */ `
    mutation ($input: CreateBriefTemplateInput!) {
      createBriefTemplate(input: $input) { ${transitionRefusals} ... on BriefTemplateSuccess { templateId } }
    }
  `,
} as const;
