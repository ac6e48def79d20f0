import { graphql, InvalidInputFragment, type ResultOf } from '@planerka/platform/web';

export const CalendarsPageQuery = graphql(`
  query CalendarsPage {
    calendarLinks {
      id
      kind
      name
      shows
      hint
      memberName
      isOwn
      clientId
      clientName
      month
      createdAt
      lastUsedAt
      revokedAt
      isAlive
    }
  }
`);

export type CalendarLink = ResultOf<typeof CalendarsPageQuery>['calendarLinks'][number];
export type CalendarKind = CalendarLink['kind'];
export type CalendarContent = CalendarLink['shows'][number];

/** Asked when one of a client is wanted. */
export const CalendarClientsQuery = graphql(`
  query CalendarClients {
    clients(first: 200, states: [ACTIVE, PAUSED]) {
      nodes {
        id
        name
        viewerCanEdit
      }
    }
  }
`);

export const CreateCalendarLinkMutation = graphql(
  `
    mutation CreateCalendarLink($input: CreateCalendarLinkInput!) {
      createCalendarLink(input: $input) {
        __typename
        ... on CalendarLinkCreated {
          url
          calendar {
            id
          }
        }
        ...InvalidInput
        ... on NotFound {
          entity
        }
      }
    }
  `,
  [InvalidInputFragment],
);

export const RevokeCalendarLinkMutation = graphql(`
  mutation RevokeCalendarLink($calendarLinkId: ID!) {
    revokeCalendarLink(calendarLinkId: $calendarLinkId) {
      __typename
      ... on CalendarLinkRevoked {
        calendar {
          id
          isAlive
          revokedAt
        }
      }
      ... on NotFound {
        entity
      }
    }
  }
`);
