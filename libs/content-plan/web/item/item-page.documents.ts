import { graphql, type ResultOf } from '@planerka/platform/web';
import { TaskChain_task } from '../panel/TaskChain';
import { PlanItem_item } from '../plan/plan-item';
import { PublicationLinks_item } from '../publication/links.documents';
import { SeriesLine_item } from '../series/series-line.documents';

export const ItemPageQuery = graphql(
  `
    query ItemPage($id: ID!) {
      contentItem(id: $id) {
        id
        ...PlanItem_item
        ...SeriesLine_item
        series {
          isEnded
        }
        idea
        publishedAt
        ...PublicationLinks_item
        viewerCanEdit
        tasks {
          id
          ...TaskChain_task
        }
        text {
          taskId
          number
          state
          text
          variants
        }
        media {
          taskId
          number
          state
          files {
            id
            name
            kind
            size
            width
            height
            url
            thumbnailUrl
            previewUrl
          }
        }
        ideaPicture {
          id
          name
          size
          width
          height
          url
          thumbnailUrl
        }
        preflight {
          findings {
            rule
            kind
            severity
            network
            field
            params
          }
          limits {
            rule
            network
            unit
            limit
          }
        }
      }
    }
  `,
  [PlanItem_item, PublicationLinks_item, SeriesLine_item, TaskChain_task],
);

export type PageItem = NonNullable<ResultOf<typeof ItemPageQuery>['contentItem']>;
export type PageFinding = PageItem['preflight']['findings'][number];
