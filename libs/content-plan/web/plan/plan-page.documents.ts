import { graphql, type ResultOf } from '@planerka/platform/web';
import { ItemForm_plan } from '../form/item-form.documents';
import { PlanItem_item } from './plan-item';

export const PlanClientsQuery = graphql(`
  query PlanClients {
    clients(first: 200, states: [ACTIVE, PAUSED]) {
      nodes {
        id
        name
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const PlanPageQuery = graphql(
  `
    query PlanPage($clientId: ID, $month: Month!) {
      contentPlan(clientId: $clientId, month: $month) {
        month
        today
        itemCount
        includedItems
        emptyDays
        daysOff
        viewerCanEdit
        viewerCanExport
        ...ItemForm_plan
        rubrics {
          id
          name
          colour
          targetShare
          version
        }
        mix {
          rubricId
          share
          targetShare
        }
        channelPace {
          channelId
          count
          agreed
          missing
        }
        dates {
          kind
          holiday
          title
          startsOn
          endsOn
        }
        areDaysOffDecreed
        collisions {
          kind
          date
        }
        items {
          id
          ...PlanItem_item
        }
      }
    }
  `,
  [PlanItem_item, ItemForm_plan],
);

export type Plan = NonNullable<ResultOf<typeof PlanPageQuery>['contentPlan']>;
