import { graphql } from '@planerka/platform/web';

export const ActivityCard_task = graphql(`
  fragment ActivityCard_task on Task {
    id
    details {
      activity {
        id
        action
        to
        actorName
        reason
        details
        at
      }
    }
  }
`);
