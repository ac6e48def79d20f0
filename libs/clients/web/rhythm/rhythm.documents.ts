import { graphql, InvalidInputFragment, type ResultOf } from '@planerka/platform/web';

export const ClientDate_date = graphql(`
  fragment ClientDate_date on ClientDate @_unmask {
    id
    kind
    title
    startsOn
    endsOn
    isYearly
    note
    version
  }
`);

export type ClientDate = ResultOf<typeof ClientDate_date>;

export const Rhythm_client = graphql(
  `
    fragment Rhythm_client on Client @_unmask {
      id
      channels {
        id
        network
        title
        archivedAt
      }
      frequencies {
        channelId
        validFrom
        items
      }
      dates {
        ...ClientDate_date
      }
      answeringTime {
        days
        answers
        answersNeeded
      }
    }
  `,
  [ClientDate_date],
);

export type RhythmClient = ResultOf<typeof Rhythm_client>;

export const ClientRhythmQuery = graphql(
  `
    query ClientRhythm($id: ID!) {
      client(id: $id) {
        ...Rhythm_client
      }
    }
  `,
  [Rhythm_client],
);

export const SetChannelFrequenciesMutation = graphql(
  `
    mutation SetChannelFrequencies($input: SetChannelFrequenciesInput!) {
      setChannelFrequencies(input: $input) {
        __typename
        ... on ClientChanged {
          client {
            ...Rhythm_client
          }
        }
        ...InvalidInput
      }
    }
  `,
  [InvalidInputFragment, Rhythm_client],
);

export const CreateClientDateMutation = graphql(
  `
    mutation CreateClientDate($input: CreateClientDateInput!) {
      createClientDate(input: $input) {
        __typename
        ... on ClientChanged {
          client {
            ...Rhythm_client
          }
        }
        ...InvalidInput
      }
    }
  `,
  [InvalidInputFragment, Rhythm_client],
);

export const UpdateClientDateMutation = graphql(
  `
    mutation UpdateClientDate($input: UpdateClientDateInput!) {
      updateClientDate(input: $input) {
        __typename
        ... on ClientChanged {
          client {
            ...Rhythm_client
          }
        }
        ...InvalidInput
        ... on StaleVersion {
          currentVersion
        }
      }
    }
  `,
  [InvalidInputFragment, Rhythm_client],
);

export const DeleteClientDateMutation = graphql(
  `
    mutation DeleteClientDate($input: DeleteClientDateInput!) {
      deleteClientDate(input: $input) {
        __typename
        ... on ClientChanged {
          client {
            ...Rhythm_client
          }
        }
      }
    }
  `,
  [Rhythm_client],
);
