import { defineLiveUpdates, graphql, InvalidInputFragment, type ResultOf } from '@planerka/platform/web';

export const ClientSimulationQuery = graphql(
  `
    query ClientSimulation($input: ClientSimulationInput!) {
      clientSimulation(input: $input) {
        __typename
        ...InvalidInput
        ... on ClientSimulation {
          answer
          squadId
          startMonth
          weeks
          reasons {
            code
            discipline
            minutes
            week
            weeks
            helpHours
            isMissing
            clients
            limit
            feeForGoal {
              amount
              currency
            }
          }
          squads {
            id
            name
          }
          manager {
            name
            clients
            limit
          }
          disciplines {
            discipline
            monthlyMinutes
            demand
            help
            short
            isMissing
          }
          people {
            id
            name
            disciplines
            weeks {
              capacityMinutes
              expectedMinutes
              addedMinutes
              daysAway
            }
          }
          work {
            discipline
            type
            count
            minutes
            basis
            tasks
          }
          money {
            uncounted
            marginPercent
            marginGoal
            cost {
              amount
              currency
            }
            profit {
              amount
              currency
            }
            feeForGoal {
              amount
              currency
            }
          }
        }
      }
    }
  `,
  [InvalidInputFragment],
);

export type Simulation = Extract<
  ResultOf<typeof ClientSimulationQuery>['clientSimulation'],
  { __typename: 'ClientSimulation' }
>;

/** Of the agency, what the question is put with. */
export const SimulationViewerQuery = graphql(`
  query SimulationViewer {
    viewer {
      id
      abilities
      agency {
        id
        currency
        timeZone
      }
    }
  }
`);

defineLiveUpdates({ task: ['clientSimulation'], member: ['clientSimulation'], absence: ['clientSimulation'] });
