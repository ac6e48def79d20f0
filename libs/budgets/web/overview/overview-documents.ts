import { graphql, type ResultOf } from '@planerka/platform/web';
import { Figures, Payout_payout, Revision_revision } from '../documents';

const Margin = graphql(`
  fragment OverviewMargin on MarginFigures @_unmask {
    revenue {
      amount
      currency
    }
    cost {
      amount
      currency
    }
    profit {
      amount
      currency
    }
    percent
  }
`);

export const OverviewPageQuery = graphql(
  `
    query OverviewPage($month: Month, $quarter: Boolean!) {
      overview(month: $month, quarter: $quarter) {
        month
        isQuarter
        today
        isCurrent
        goal
        againstGoal
        revenueChange
        costChange
        margin {
          ...OverviewMargin
        }
        missingToGoal {
          amount
          currency
        }
        months {
          month
          margin {
            percent
          }
        }
        clients {
          clientId
          name
          managerName
          campaignId
          margin {
            ...OverviewMargin
          }
          figures {
            ...Figures
          }
          risks {
            kind
            category
            day
            count
            of
          }
        }
        available {
          amount
          currency
        }
        requests {
          ...Revision_revision
        }
        payouts {
          ...Payout_payout
        }
        squads {
          squadId
          squadName
          leadId
          leadName
          plannedMinutes
          capacityMinutes
          clientCount
        }
      }
    }
  `,
  [Figures, Margin, Payout_payout, Revision_revision],
);

export type Overview = NonNullable<ResultOf<typeof OverviewPageQuery>['overview']>;
export type OverviewClient = Overview['clients'][number];
