const refusals = /* GraphQL */ `
  __typename
  ... on NotFound { entity }
  ... on InvalidInput { issues { path code } }
  ... on IllegalTransition { state action reason }
`;

const approvalFields = /* GraphQL */ `
  id title state stateReason silencePolicy remindedAt round includedRounds version decidedAt availableActions
  client { name }
  subjects { taskId taskState deliverableNumber isCurrent }
  links { id contactName isFinal state hasPin openedAt visits lastVisitAt approvesIfRevoked uses { kind ipAddress } }
  decisions { contactName kind comment contentHash ipAddress userAgent voidedAt voidReason }
  changeRequests { taskId round price { amount currency } state }
`;

const sent = `... on ApprovalSent { approval { ${approvalFields} } links { linkId contactName url mailedTo } }`;
const changed = `... on ApprovalSuccess { approval { ${approvalFields} } }`;

const command = (name: string, input: string, success: string, more = ''): string =>
  `mutation ($input: ${input}!) { ${name}(input: $input) { ${refusals} ${more} ${success} } }`;

const stale = '... on StaleVersion { currentVersion }';

export const send = command('sendForApproval', 'SendForApprovalInput', sent, stale);
export const withdraw = command('withdrawApproval', 'WithdrawApprovalInput', changed, stale);
export const renew = command('renewApprovalLink', 'RenewApprovalLinkInput', sent, stale);
export const revoke = command('revokeApprovalLink', 'RevokeApprovalLinkInput', changed, stale);

export const certificate = /* GraphQL */ `
  query ($id: ID!) {
    approvalCertificate(id: $id) {
      agencyName
      contentHash
      approval {
        state
        decisions {
          contactName
          contentHash
        }
      }
      posts {
        texts {
          body
        }
      }
    }
  }
`;
export const one = `query ($id: ID!) { approval(id: $id) { ${approvalFields} } }`;
export const list = `query ($filter: ApprovalFilterInput!) { approvals(filter: $filter) { nodes { ${approvalFields} } } }`;
export const draft = /* GraphQL */ `
  query ($taskIds: [ID!]!, $itemIds: [ID!]!) {
    approvalDraft(taskIds: $taskIds, itemIds: $itemIds) {
      client {
        name
      }
      subjects {
        taskId
        title
      }
      contacts {
        id
        name
        isFinalApprover
      }
      round
      includedRounds
      isMailed
      silencePolicy
      dueChoices
    }
  }
`;

const media = 'media { id kind width height url previewUrl largeUrl }';
const texts = 'texts { network body }';
const guestFields = /* GraphQL */ `
  agencyName timeZone clientName contactName title message changes state withdrawnBecause mode dueAt silence isBySilence sentAt contentHash
  viewerCanDecide
  people { id name isYou isFinal decision decidedAt }
  rounds { used included next price { amount currency } }
  posts {
    id title format publishAt channels { network title } ${texts} ${media}
    campaign { name startsOn endsOn totalLimit ads { name segment } }
    subjects { id kind number earlier { id number shownAt ${texts} ${media} } }
    comments { id subjectId author isYours isFromAgency body anchor isResolved createdAt }
  }
`;

export const look = /* GraphQL */ `{
  guestApproval {
    __typename
    ... on GuestLinkClosed { because agencyName }
    ... on GuestPinWanted { agencyName attemptsLeft }
    ... on GuestApproval { ${guestFields} }
  }
}`;

export const decide = /* GraphQL */ `
  mutation ($input: GuestDecideInput!) {
    guestDecide(input: $input) { ${refusals} ... on StaleContent { contentHash } ... on GuestDecided { approval { ${guestFields} } } }
  }
`;
export const remark = /* GraphQL */ `
  mutation ($input: GuestCommentInput!) {
    guestComment(input: $input) { ${refusals} ... on GuestCommented { comment { id body isYours anchor } } }
  }
`;
