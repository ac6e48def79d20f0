import { graphql } from '@planerka/platform/web';

/** Apart from the dialog's documents: pages load it, the dialog comes when it is asked for. */
export const SeriesLine_item = graphql(`
  fragment SeriesLine_item on ContentItem {
    publishOn
    client {
      id
    }
    seriesId
    series {
      rhythm {
        kind
        interval
        weekdays
        monthDay
        nth
      }
      on
      isPaused
      isEnded
    }
  }
`);
