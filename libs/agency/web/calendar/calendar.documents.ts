import { graphql, InvalidInputFragment, type ResultOf } from '@planerka/platform/web';

const AgencyDays_agency = graphql(`
  fragment AgencyDays_agency on Agency @_unmask {
    id
    timeZone
    daysOff
    workedDays
    calendarYears
    calendarVersion
    undecreedYears
  }
`);

export const AgencyDaysQuery = graphql(
  `
    query AgencyDays {
      viewer {
        id
        agency {
          id
          ...AgencyDays_agency
        }
      }
    }
  `,
  [AgencyDays_agency],
);

export const SetAgencyDaysMutation = graphql(
  `
    mutation SetAgencyDays($input: SetAgencyDaysInput!) {
      setAgencyDays(input: $input) {
        __typename
        ... on SetAgencyDaysSuccess {
          agency {
            id
            ...AgencyDays_agency
          }
        }
        ...InvalidInput
        ... on StaleVersion {
          currentVersion
        }
      }
    }
  `,
  [InvalidInputFragment, AgencyDays_agency],
);

export type AgencyDays = ResultOf<typeof AgencyDays_agency>;
