import { graphql, InvalidInputFragment, type ResultOf } from '@planerka/platform/web';

export const PreflightRule_rule = graphql(`
  fragment PreflightRule_rule on PreflightRule @_unmask {
    id
    key
    kind
    severity
    networks
    unit
    limit
    isOn
    viewerCanDecide
    editions {
      since
      until
      limit
      sourceKind
      sourceTitle
      sourceUrl
      checkedOn
    }
    decision {
      isOff
      limit
      reason
      setByName
      setAt
      version
    }
    agencyDecision {
      isOff
      limit
      reason
      setByName
      setAt
      version
    }
  }
`);
export type ShownRule = ResultOf<typeof PreflightRule_rule>;

export const RulesPageQuery = graphql(
  `
    query RulesPage($clientId: ID) {
      preflightRules(clientId: $clientId) {
        ...PreflightRule_rule
      }
    }
  `,
  [PreflightRule_rule],
);

export const DecideRuleMutation = graphql(
  `
    mutation DecidePreflightRule($input: DecidePreflightRuleInput!) {
      decidePreflightRule(input: $input) {
        __typename
        ... on PreflightRuleDecided {
          rule {
            ...PreflightRule_rule
          }
        }
        ...InvalidInput
        ... on StaleVersion {
          currentVersion
        }
      }
    }
  `,
  [PreflightRule_rule, InvalidInputFragment],
);

export const ResetRuleMutation = graphql(
  `
    mutation ResetPreflightRule($input: ResetPreflightRuleInput!) {
      resetPreflightRule(input: $input) {
        __typename
        ... on PreflightRuleDecided {
          rule {
            ...PreflightRule_rule
          }
        }
        ... on StaleVersion {
          currentVersion
        }
      }
    }
  `,
  [PreflightRule_rule],
);
