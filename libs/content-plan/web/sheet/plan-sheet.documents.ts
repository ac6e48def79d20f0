import { graphql, type ResultOf } from '@planerka/platform/web';

export const PlanSheetQuery = graphql(`
  query PlanSheet($clientId: ID, $month: Month!) {
    viewer {
      id
      agency {
        id
        name
      }
    }
    contentPlan(clientId: $clientId, month: $month) {
      month
      client {
        id
        name
      }
      items {
        id
        title
        idea
        format
        publishOn
        publishTime
        links {
          channelId
          url
        }
        status
        campaign {
          id
          name
        }
        rubric {
          id
          name
          colour
        }
        channels {
          id
          network
          title
        }
        media {
          state
          files {
            id
            thumbnailUrl
          }
        }
      }
    }
  }
`);

export type SheetPlan = NonNullable<ResultOf<typeof PlanSheetQuery>['contentPlan']>;
export type SheetItem = SheetPlan['items'][number];
