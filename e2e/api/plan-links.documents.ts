const sharing = `
  standing
  decision { name kind comment verdicts { itemId comment isGone } }
  entries { itemId title standing }
  decider agreed waiting approvalMode
  voices { name kind wanted { title comment } }
  links { id name state hasPin asksApproval isFinal mustAgree dueAt remindedAt visits standingIfRevoked }
  remarks { itemId author isFromAgency body }
  contacts { id name }`;
const refusals = `
  __typename
  ... on CommandErrorInterface { message }
  ... on InvalidInput { issues { path code } }
  ... on NotFound { entity }`;

export const planSharing = `query ($clientId: ID!, $month: Month!) { planSharing(clientId: $clientId, month: $month) { ${sharing} } }`;

export const sharePlan = `mutation ($input: SharePlanInput!) {
  sharePlan(input: $input) { ${refusals} ... on PlanShared { planLinkId url mailedTo sharing { ${sharing} } } }
}`;

export const revokePlanLink = `mutation ($input: RevokePlanLinkInput!) {
  revokePlanLink(input: $input) { ${refusals} ... on PlanSharingSuccess { sharing { ${sharing} } } }
}`;

export const addPlanRemark = `mutation ($input: AddPlanRemarkInput!) {
  addPlanRemark(input: $input) { ${refusals} ... on PlanSharingSuccess { sharing { ${sharing} } } }
}`;

const plan = `
  agencyName clientName visitorName month contentHash viewerCanDecide viewerDecidesLast decider agreed waiting dueAt standing
  voices { name kind wanted { title comment } }
  decision { name kind comment verdicts { itemId comment } }
  items { id title standing publishOn channels { network } links { network url } texts { body } media { id } }
  remarks { itemId author isFromAgency isYours body }`;

export const guestPlan = `{ guestPlan {
  __typename
  ... on GuestPlan { ${plan} }
  ... on GuestLinkClosed { because }
  ... on GuestPinWanted { attemptsLeft }
} }`;

const guestRefusals = `
  __typename
  ... on CommandErrorInterface { message }
  ... on InvalidInput { issues { path code } }
  ... on StaleContent { contentHash }
  ... on IllegalTransition { state reason }`;

export const guestPlanRemark = `mutation ($input: GuestPlanRemarkInput!) {
  guestPlanRemark(input: $input) { ${guestRefusals} ... on GuestPlanSuccess { plan { ${plan} } } }
}`;

export const guestPlanDecide = `mutation ($input: GuestPlanDecideInput!) {
  guestPlanDecide(input: $input) { ${guestRefusals} ... on GuestPlanSuccess { plan { ${plan} } } }
}`;

export const planApprovals = `{ planApprovals {
  clientName month standing items isOverdue spoken agreed waiting decidedBy asked { name isFinal mustAgree }
} }`;
