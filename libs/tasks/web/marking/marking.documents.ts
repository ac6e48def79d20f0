import { defineCacheUpdates, defineLiveUpdates, forget, graphql, InvalidInputFragment } from '@planerka/platform/web';

export const MarkedCreative_creative = graphql(`
  fragment MarkedCreative_creative on MarkedCreative {
    id
    clientName
    taskId
    itemId
    key
    title
    name
    advertiser
    inn
    contract
    kktu
    erid
    state
    isMissing
    isLaunched
    startsOn
    markedByName
    markedAt
    version
    viewerCanMark
  }
`);

export const MarkingRegisterQuery = graphql(
  `
    query MarkingRegister($clientId: ID, $states: [MarkingState!], $isMissing: Boolean, $first: Int!) {
      markingRegister(clientId: $clientId, states: $states, isMissing: $isMissing, first: $first) {
        count
        missing
        missingLaunched
        creatives {
          ...MarkedCreative_creative
        }
      }
    }
  `,
  [MarkedCreative_creative],
);

export const MarkAdMutation = graphql(
  `
    mutation MarkAd($input: MarkAdInput!) {
      markAd(input: $input) {
        __typename
        ... on MarkAdSuccess {
          creative {
            ...MarkedCreative_creative
          }
        }
        ... on StaleVersion {
          currentVersion
        }
        ...InvalidInput
      }
    }
  `,
  [MarkedCreative_creative, InvalidInputFragment],
);

defineCacheUpdates({ Mutation: { markAd: (_result, _args, cache) => forget(cache, 'markingRegister') } });
defineLiveUpdates({ ad: ['markingRegister'], task: ['markingRegister'] });
