import { defineLiveUpdates, graphql, type ResultOf } from '@planerka/platform/web';

export const TodayPageQuery = graphql(`
  query TodayPage {
    today {
      id
      day
      rows {
        id
        kind
        title
        clientId
        clientName
        taskId
        campaignId
        person
        text
        since
        dueAt
        publishAt
        version
        round
        includedRounds
        amount {
          amount
          currency
        }
        category
        month
        percent
        isHard
        count
        isViewersTurn
        isUrgent
      }
      week {
        day
        publications
        published
        atRisk
        tasksDue
        approvalsDue
      }
      load {
        memberId
        name
        disciplines
        planned
        capacity
      }
      news {
        id
        action
        actorName
        title
        at
        taskId
      }
    }
    agencySteps {
      key
      isDone
    }
  }
`);

export type Today = ResultOf<typeof TodayPageQuery>['today'];
export type TodayRow = Today['rows'][number];
export type AgencyStep = ResultOf<typeof TodayPageQuery>['agencySteps'][number];

defineLiveUpdates(
  Object.fromEntries(
    ['task', 'approval', 'item', 'budget', 'payout', 'member', 'revision', 'campaign', 'client'].map((topic) => [
      topic,
      ['today', 'agencySteps'],
    ]),
  ),
);
